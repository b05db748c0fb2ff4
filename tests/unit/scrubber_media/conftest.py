from pathlib import Path

import pytest

from tests.unit.scrubber_media.dicom_files import Cleaner


@pytest.fixture
def dicom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cleaner:
    return Cleaner(tmp_path, monkeypatch)

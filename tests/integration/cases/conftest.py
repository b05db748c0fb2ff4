"""Private folders of one's own, and a case with an upload."""

import pytest
from django.test.utils import override_settings

from cases.services import add_file
from tests.factories.cases import make_draft
from tests.files import png_with_metadata


@pytest.fixture(autouse=True)
def own_folders(tmp_path):
    folders = {name: tmp_path / name.lower() for name in ("PRIVATE_FILES_DIR", "QUARANTINE_DIR", "SCRATCH_DIR")}
    with override_settings(**folders):
        yield


@pytest.fixture
def upload(tmp_path):
    return png_with_metadata(tmp_path / "smith-john.png").read_bytes()


@pytest.fixture
def case(author):
    return make_draft(author)


@pytest.fixture
def attachment(case, author, upload):
    return add_file(case=case, data=upload, alt="Fundus photograph, pale disc", by=author)

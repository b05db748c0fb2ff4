"""Small DICOM files for the tests, and cleaning them without reading their pixels (there is no text in them)."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset

from scrubber.media.dicom import cleaning
from scrubber.media.looking import Look
from scrubber.media.result import Box, MediaResult, Order
from tests.corpus.media import dicom_headers

NOTHING = Look()


def ct() -> Dataset:
    """A CT slice of 160 x 192 with only clinical attributes."""
    return dicom_headers.plain(random.Random(1))[0]


def with_pixels(values: np.ndarray, *, bits: int, photometric: str = "MONOCHROME2", frames: int = 1) -> Dataset:
    data = ct()
    dicom_headers.put(data, values, bits=bits, photometric=photometric, frames=frames)
    return data


class Cleaner:
    """Cleans data sets or bytes with a chosen answer for what is seen in the pixels."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.seen: list[Look] = []
        self.looked_at: list[Any] = []
        self.options: list[dict[str, Any]] = []
        monkeypatch.setattr(cleaning, "look_twice", self._look)
        monkeypatch.setattr(cleaning, "look", self._look)

    def _look(self, views: Any, **options: Any) -> Look:
        self.options.append(options)
        self.looked_at.append(views)
        return self.seen.pop(0) if self.seen else NOTHING

    def result(
        self,
        content: Dataset | bytes,
        *,
        key: bytes = b"key",
        boxes: tuple[Box, ...] = (),
        hide: tuple[str, ...] = (),
        keep_faces: bool = False,
        **written: Any,
    ) -> MediaResult:
        source = self.folder / "upload"
        source.write_bytes(content if isinstance(content, bytes) else dicom_headers.written(content, **written))
        return cleaning.clean(source, self.folder, Order("dicom", hide, boxes, key, keep_faces))

    def clean(self, content: Dataset | bytes, **options: Any) -> pydicom.FileDataset:
        """The rebuilt file, which must have come out clean."""
        result = self.result(content, **options)
        assert result.outcome == "cleaned", result.reasons
        return pydicom.dcmread(result.files[0])

    def bytes_of(self, content: Dataset | bytes, **options: Any) -> bytes:
        return self.result(content, **options).files[0].read_bytes()

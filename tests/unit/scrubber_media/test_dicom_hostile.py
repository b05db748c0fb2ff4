"""DICOM files that must not come out, and must not take time or memory."""

import struct
from collections.abc import Callable

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import (
    BasicTextSRStorage,
    EncapsulatedPDFStorage,
    JPEGBaseline8Bit,
    RTPlanStorage,
    TwelveLeadECGWaveformStorage,
)

from scrubber.media.admitting import Refused
from scrubber.media.dicom.harvest import identifying_values
from scrubber.media.dicom.walking import Encoding, end_of_image
from tests.corpus.media import containers, drawing, hostile
from tests.corpus.media.dicom_headers import written
from tests.unit.scrubber_media.dicom_files import Cleaner, ct, with_pixels


def changed(**values: object) -> bytes:
    data = ct()
    for keyword, value in values.items():
        setattr(data, keyword, value)
    return written(data)


def nested(levels: int) -> bytes:
    inner = Dataset()
    for _ in range(levels):
        outer = Dataset()
        outer.ReferencedStudySequence = Sequence([inner])
        inner = outer
    data = ct()
    data.ReferencedStudySequence = Sequence([inner])
    return written(data)


def jpeg_of_another_size() -> bytes:
    data = with_pixels(np.zeros((64, 64, 3), np.uint8), bits=8, photometric="RGB")
    data.PixelData = encapsulate([containers.jpeg(drawing.Image.new("RGB", (640, 640)))])
    return written(data, syntax=JPEGBaseline8Bit)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda: nested(40), "30 deep"),
        (lambda: written(ct())[:-400], "ends too early"),
        (lambda: written(ct())[:700], "ends too early"),
        (lambda: changed(NumberOfFrames=400), "300 frames"),
        (lambda: changed(Rows=65_000, Columns=65_000), "40 megapixels"),
        (lambda: changed(Rows=None), "how large"),
        (lambda: changed(BitsStored=40), "bit depths"),
        (hostile._deflate_bomb, "64 MB"),
        (hostile._dicomdir, "DICOMDIR"),
        (jpeg_of_another_size, "not as large"),
    ],
)  # fmt: skip
def test_it_is_refused_and_told_why(dicom: Cleaner, content: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        dicom.result(content())


def test_thirty_sequences_deep_is_still_read(dicom: Cleaner) -> None:
    assert dicom.result(nested(28)).outcome == "cleaned"


def test_endless_nesting_is_refused_without_recursion() -> None:
    element = b"\x08\0\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\xff\xff\xff\xff"
    with pytest.raises(Refused, match="30 deep"):
        end_of_image(memoryview(element * 100_000), Encoding(implicit=False))


def test_an_unknown_element_may_hide_a_sequence() -> None:
    item = b"\xfe\xff\0\xe0\xff\xff\xff\xff"
    inner = b"\x09\0\x10\x10" + struct.pack("<I", 0xFFFFFFFF) + item
    content = b"\x09\0\x10\x10UN\0\0" + struct.pack("<I", 0xFFFFFFFF) + item + inner * 40
    with pytest.raises(Refused, match="30 deep"):
        end_of_image(memoryview(content), Encoding(implicit=False))


@pytest.mark.parametrize(
    ("kind", "modality"),
    [
        (BasicTextSRStorage, "SR"),
        (EncapsulatedPDFStorage, "DOC"),
        (RTPlanStorage, "RTPLAN"),
        (TwelveLeadECGWaveformStorage, "ECG"),
    ],
)
def test_objects_that_are_not_pictures_are_held_without_a_file(dicom: Cleaner, kind: str, modality: str) -> None:
    data = ct()
    del data.PixelData
    data.SOPClassUID, data.Modality = kind, modality
    result = dicom.result(data)
    assert (result.outcome, result.files) == ("held", ())


@pytest.mark.parametrize("modality", ["SR", "RTDOSE", "SEG"])
def test_pixels_inside_such_an_object_are_held_too(dicom: Cleaner, modality: str) -> None:
    data = ct()
    data.Modality = modality
    assert dicom.result(data).outcome == "held"


def test_everything_the_header_says_about_people_is_harvested() -> None:
    data, item = ct(), Dataset()
    data.PatientName, data.InstitutionName, data.StudyDate = "Quorndon^Oswin", "St Aldhelm Infirmary", "20240317"
    item.PatientID = "48219377"
    data.OtherPatientIDsSequence = Sequence([item])
    data.private_block(0x0009, "ACME", create=True).add_new(1, "UN", b"\0\1Trelissick\0")
    harvest = identifying_values(data, [b"II*\0Perpetua\0\0"])
    found = harvest.names + harvest.others
    for value in ("Quorndon Oswin", "St Aldhelm Infirmary", "20240317", "48219377", "Trelissick", "Perpetua"):
        assert value in found, value
    assert "CT CHEST WITH CONTRAST" not in found and "CHEST" not in found

"""What of a DICOM header survives: listed attributes with listed values, and nothing else."""

import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import DeflatedExplicitVRLittleEndian, ImplicitVRLittleEndian

from scrubber.media.dicom import header
from scrubber.media.dicom.header import capped_age
from scrubber.media.dicom.vocabulary import is_plain_description
from tests.corpus.media.dicom_attributes import DATES, TEXTS
from tests.unit.scrubber_media.dicom_files import Cleaner, ct

NAME = b"Quorndon"


def test_free_text_never_survives(dicom: Cleaner) -> None:
    data = ct()
    for number, keyword in enumerate(TEXTS):
        setattr(data, keyword, f"Quorndon{number}")
    assert NAME not in dicom.bytes_of(data)


def test_days_never_survive(dicom: Cleaner) -> None:
    data = ct()
    for number, keyword in enumerate(DATES):
        setattr(data, keyword, f"195103{10 + number}")
    assert b"195103" not in dicom.bytes_of(data)


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, DeflatedExplicitVRLittleEndian])
def test_every_encoding_of_the_header_is_read(dicom: Cleaner, syntax: str) -> None:
    data = ct()
    data.PatientName = "Quorndon^Oswin"
    clean = dicom.clean(data, syntax=syntax)
    assert (clean.PatientName, clean.Modality, clean.KVP) == ("", "CT", 120)


def test_what_reading_the_picture_needs_is_kept(dicom: Cleaner) -> None:
    clean = dicom.clean(ct())
    assert (clean.Modality, clean.BodyPartExamined, clean.PatientAge, clean.PatientSex) == ("CT", "CHEST", "054Y", "F")
    assert (clean.WindowCenter, clean.WindowWidth, clean.RescaleIntercept, list(clean.PixelSpacing)) == (
        40,
        400,
        -1024,
        [0.7, 0.7],
    )
    assert (clean.StudyDescription, clean.SeriesDescription) == ("CT CHEST WITH CONTRAST", "AXIAL LUNG 2.5 MM")


def test_private_attributes_are_gone(dicom: Cleaner) -> None:
    data = ct()
    data.private_block(0x0009, "GEMS_IDEN_01", create=True).add_new(0x01, "LO", "Quorndon")
    assert NAME not in dicom.bytes_of(data)


def test_sequences_are_gone_however_deep(dicom: Cleaner) -> None:
    data, inner = ct(), Dataset()
    inner.PatientName = "Quorndon"
    for _ in range(20):
        outer = Dataset()
        outer.ReferencedStudySequence = Sequence([inner])
        inner = outer
    data.RequestAttributesSequence = Sequence([inner])
    clean = dicom.clean(data)
    assert [element.keyword for element in clean if element.VR == "SQ"] == ["DeidentificationMethodCodeSequence"]


def test_overlays_curves_and_unknown_groups_are_gone(dicom: Cleaner) -> None:
    data = ct()
    data.add_new(0x60000022, "LO", "Quorndon")
    data.add_new(0x60003000, "OW", b"Quorndon" * 4)
    data.add_new(0x50003000, "OW", b"Quorndon")
    data.add_new(0x30010010, "LO", "Quorndon")
    assert NAME not in dicom.bytes_of(data)


def test_preamble_file_meta_and_trailing_bytes_are_ours(dicom: Cleaner) -> None:
    from tests.corpus.media.dicom_headers import written

    content = written(ct(), preamble=b"II*\0Quorndon", meta={"SourceApplicationEntityTitle": "QUORNDON"}) + b"Quorndon"
    result = dicom.bytes_of(content)
    assert result[:132] == b"\0" * 128 + b"DICM"
    assert NAME.lower() not in result.lower()


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("BodyPartExamined", "QUORNDON"),
        ("ViewPosition", "QUORNDON"),
        ("ConvolutionKernel", "QUORNDON"),
        ("TransducerType", "QUORNDON"),
        ("ImageType", ["ORIGINAL", "QUORNDON"]),
    ],
)
def test_a_name_in_a_coded_attribute_is_not_a_code(dicom: Cleaner, keyword: str, value: object) -> None:
    data = ct()
    setattr(data, keyword, value)
    assert b"QUORNDON" not in dicom.bytes_of(data)


def test_a_number_out_of_range_is_not_a_measurement(dicom: Cleaner) -> None:
    data = ct()
    data.add_new(0x00181151, "IS", "48219377")
    data.add_new(0x00180050, "DS", "48219377")
    assert b"48219377" not in dicom.bytes_of(data)


def test_a_value_that_breaks_its_type_is_dropped(dicom: Cleaner) -> None:
    data = ct()
    data.add_new(0x00181150, "LO", "Quorndon")  # ExposureTime should be a number
    assert "ExposureTime" not in dicom.clean(data)


def test_from_where_and_with_what_a_picture_was_made_is_kept(dicom: Cleaner) -> None:
    data = ct()
    data.TransducerType, data.PositionerPrimaryAngle, data.PositionerSecondaryAngle = "CURVED LINEAR", "-30.2", "20"
    clean = dicom.clean(data)
    assert (clean.TransducerType, clean.PositionerPrimaryAngle, clean.PositionerSecondaryAngle) == (
        "CURVED LINEAR",
        -30.2,
        20,
    )


@pytest.mark.parametrize(
    ("age", "kept"), [("089Y", "089Y"), ("090Y", "090Y"), ("097Y", "090Y"), ("003W", "003W"), ("Quor", ""), ("97Y", "")]
)
def test_ages_over_89_are_one_category(age: str, kept: str) -> None:
    assert capped_age(age) == kept


def test_uids_are_fresh_and_the_same_within_a_case(dicom: Cleaner) -> None:
    data = ct()
    first, again, elsewhere = dicom.clean(data, key=b"a"), dicom.clean(data, key=b"a"), dicom.clean(data, key=b"b")
    assert first.StudyInstanceUID == again.StudyInstanceUID != elsewhere.StudyInstanceUID
    assert data.StudyInstanceUID.encode() not in dicom.bytes_of(data)
    assert first.StudyInstanceUID.startswith("2.25.") and len(first.StudyInstanceUID) <= 64


def test_without_a_key_uids_cannot_be_joined(dicom: Cleaner) -> None:
    assert dicom.clean(ct(), key=b"").SOPInstanceUID != dicom.clean(ct(), key=b"").SOPInstanceUID


def test_it_says_what_was_done_and_no_more(dicom: Cleaner) -> None:
    data = ct()
    del data.StudyDescription, data.SeriesDescription, data.PatientSex, data.PatientAge
    clean = dicom.clean(data)
    assert (clean.PatientIdentityRemoved, clean.BurnedInAnnotation) == ("YES", "NO")
    assert [code.CodeValue for code in clean.DeidentificationMethodCodeSequence] == ["113100", "113101"]
    codes = [code.CodeValue for code in dicom.clean(ct()).DeidentificationMethodCodeSequence]
    assert codes == ["113100", "113101", "113105", "113108"]


@pytest.mark.parametrize(
    "value", ["CT CHEST WITH CONTRAST", "AXIAL T2 FLAIR 5mm", "Left knee AP/PA", "MRI BRAIN W/O CONTRAST"]
)
def test_imaging_words_stay(value: str) -> None:
    assert is_plain_description(value)


@pytest.mark.parametrize(
    "value",
    ["CT CHEST QUORNDON", "CHEST 48219377", "CHEST 14 03 51", "12 34 56", "", "CT for Dr Wood", "CHEST 14/03/1951"],
)
def test_anything_else_in_a_description_drops_it(value: str) -> None:
    assert not is_plain_description(value)


def test_a_description_that_holds_the_patients_name_is_dropped(dicom: Cleaner) -> None:
    data = ct()
    data.PatientName, data.StudyDescription = "Head^Arthur", "CT HEAD"
    assert b"CT HEAD" not in dicom.bytes_of(data)


def test_an_uploads_name_of_imaging_words_changes_nothing(dicom: Cleaner) -> None:
    hide = ("chest", "profile", "axial", "rebuilt", "00000")
    assert dicom.clean(ct(), hide=hide).StudyDescription == "CT CHEST WITH CONTRAST"


def test_a_word_to_hide_that_came_through_holds_the_file(dicom: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    data = ct()
    data.PatientComments = "Trelissick"
    monkeypatch.setattr(header, "is_plain_description", lambda _value: True)  # as if the vocabulary had a hole
    data.StudyDescription = "CT-TRELISSICK"
    assert dicom.result(data).outcome == "held"

"""DICOM files with identifiers in every corner of their headers."""

import io
import random

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import (
    UID,
    CTImageStorage,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from tests.corpus.media import containers, drawing
from tests.corpus.media.dicom_attributes import DATES, TEXTS
from tests.corpus.media.manifest import Benign, Corpus, Planted
from tests.corpus.media.people import Person, person

ROWS, COLUMNS = 160, 192
KEPT = {"Modality": "CT", "BodyPartExamined": "CHEST", "PatientSex": "F", "PatientAge": "054Y", "KVP": "120", "SliceThickness": "2.5",
        "PatientPosition": "HFS", "StudyDescription": "CT CHEST WITH CONTRAST", "SeriesDescription": "AXIAL LUNG 2.5 MM",
        "RescaleSlope": "1", "RescaleIntercept": "-1024", "WindowCenter": "40", "WindowWidth": "400"}  # fmt: skip


def plain(dice: random.Random) -> tuple[Dataset, np.ndarray]:
    """A CT slice with only clinical attributes, and its stored values."""
    data = Dataset()
    data.SOPClassUID, data.SOPInstanceUID = CTImageStorage, _uid(dice)
    data.StudyInstanceUID, data.SeriesInstanceUID, data.FrameOfReferenceUID = _uid(dice), _uid(dice), _uid(dice)
    for keyword, value in KEPT.items():
        setattr(data, keyword, value)
    data.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    data.PixelSpacing, data.ImageOrientationPatient = [0.7, 0.7], [1, 0, 0, 0, 1, 0]
    data.PatientName, data.PatientID, data.PatientBirthDate, data.StudyDate, data.StudyTime = "", "", "", "", ""
    values = np.array(drawing.ct(COLUMNS, ROWS, dice)).astype(np.int16) * 8 + dice.randrange(8)
    put(data, values, bits=12)
    return data, values


def put(data: Dataset, values: np.ndarray, *, bits: int, photometric: str = "MONOCHROME2", frames: int = 1) -> None:
    """The image pixel module of uncompressed little endian `values`."""
    single = values[0] if frames > 1 else values
    data.Rows, data.Columns, data.SamplesPerPixel = *single.shape[:2], 1 if single.ndim == 2 else 3
    if single.ndim == 3:
        data.PlanarConfiguration = 0
    if frames > 1:
        data.NumberOfFrames = frames
    data.PhotometricInterpretation = photometric
    data.BitsAllocated, data.BitsStored, data.HighBit = values.dtype.itemsize * 8, bits, bits - 1
    data.PixelRepresentation = int(values.dtype.kind == "i")
    content = values.astype(values.dtype.newbyteorder("<")).tobytes()
    data.PixelData = content + b"\0" * (len(content) % 2)
    data["PixelData"].VR = "OB" if values.dtype.itemsize == 1 else "OW"


def written(
    data: Dataset, *, syntax: UID = ExplicitVRLittleEndian, preamble: bytes = b"", meta: dict[str, str] | None = None
) -> bytes:
    """The file of a data set; pixel data must already be as `syntax` wants it."""
    data.file_meta = FileMetaDataset()
    data.file_meta.MediaStorageSOPClassUID, data.file_meta.MediaStorageSOPInstanceUID = (
        data.SOPClassUID,
        data.SOPInstanceUID,
    )
    data.file_meta.TransferSyntaxUID, data.file_meta.ImplementationClassUID = syntax, UID("1.2.276.0.7230010.3.0.3.6.8")
    for keyword, value in (meta or {}).items():
        setattr(data.file_meta, keyword, value)
    data.preamble = preamble.ljust(128, b"\0")
    data.is_undefined_length_sequence_item = False
    stream = io.BytesIO()
    data.save_as(
        stream,
        enforce_file_format=True,
        implicit_vr=syntax == ImplicitVRLittleEndian,
        little_endian=syntax != ExplicitVRBigEndian,
    )
    return stream.getvalue()


def add_dicom_headers(corpus: Corpus, dice: random.Random) -> None:
    """Thirty files: standard, private, nested, unlisted, file meta, preamble, overlays, curves, odd encodings."""
    for number in range(14):
        data, values = plain(dice)
        planted = _standard(data, person(dice), number)
        syntax = (ExplicitVRLittleEndian, ImplicitVRLittleEndian, DeflatedExplicitVRLittleEndian)[number % 3]
        _add(corpus, f"dicom-standard-{number:02}", written(data, syntax=syntax), planted, values)
    special = (
        _private,
        _nested,
        _deeply_nested,
        _unlisted,
        _old_style,
        _overlay,
        _curve,
        _icon,
        _wrong_type,
        _cyrillic,
        _utf8,
        _icc_profile,
    )
    for make in special:
        data, values = plain(dice)
        planted = make(data, person(dice))
        _add(corpus, f"dicom-{make.__name__.strip('_').replace('_', '-')}", written(data), planted, values)
    for make_bytes in (_preamble, _file_meta, _trailing, _padding, _meta_private):
        data, values = plain(dice)
        content, planted = make_bytes(data, person(dice))
        _add(corpus, f"dicom-{make_bytes.__name__.strip('_').replace('_', '-')}", content, planted, values)
    data, values = plain(dice)
    data.PatientAge = "097Y"
    _add(corpus, "dicom-old-age", written(data), [Planted("097Y", "age over 89")], values, skip=("PatientAge",))


def _add(
    corpus: Corpus, name: str, content: bytes, planted: list[Planted], values: np.ndarray, skip: tuple[str, ...] = ()
) -> None:
    names = {one.carrier for one in planted}
    benign = [
        Benign(value, keyword=keyword)
        for keyword, value in KEPT.items()
        if keyword not in names and keyword not in skip
    ]
    corpus.add(f"{name}.dcm", content, "dicom", planted, benign, frames=[values], lossless=True)


def _uid(dice: random.Random) -> str:
    return f"1.3.6.1.4.1.5962.99.{dice.randrange(10**9)}.{dice.randrange(10**9)}"


def _standard(data: Dataset, who: Person, number: int) -> list[Planted]:
    """Some forty standard attributes, each with a value of its own."""
    planted = []
    dice = random.Random(number)
    for keyword in dice.sample(TEXTS, 34):
        value = f"{who.last[:8]}{dice.randrange(10_000, 99_999)}"
        setattr(data, keyword, value)
        planted.append(Planted(value, keyword))
    for keyword in dice.sample(DATES, 5):
        value = f"{dice.randrange(1940, 2020)}{dice.randrange(1, 13):02}{dice.randrange(1, 29):02}"
        setattr(data, keyword, value)
        planted.append(Planted(value, keyword))
    for keyword in ("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        planted.append(Planted(str(getattr(data, keyword)), keyword))
    data.AcquisitionDateTime = f"20240317114209.{who.number[:6]}"
    return [*planted, Planted(who.number[:6], "AcquisitionDateTime")]


def _private(data: Dataset, who: Person) -> list[Planted]:
    block = data.private_block(0x0009, "GEMS_IDEN_01", create=True)
    block.add_new(0x01, "LO", who.name)
    block.add_new(0x02, "UN", who.number.encode())
    block = data.private_block(0x0029, "SIEMENS CSA HEADER", create=True)
    block.add_new(0x10, "OB", b"SV10\4\3\2\1" + who.phone.encode().ljust(64, b"\0"))
    return [Planted(who.name, "private LO"), Planted(who.number, "private UN"), Planted(who.phone, "private OB")]


def _nested(data: Dataset, who: Person) -> list[Planted]:
    request, code, other = Dataset(), Dataset(), Dataset()
    request.RequestedProcedureDescription = f"CT for {who.name}"
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = who.accession, "99LOCAL", who.hospital
    request.RequestedProcedureCodeSequence = Sequence([code])
    other.PatientID = who.number
    data.RequestAttributesSequence, data.OtherPatientIDsSequence = Sequence([request]), Sequence([other])
    return [Planted(who.name, "in a sequence"), Planted(who.accession, "nested code"), Planted(who.hospital, "nested code meaning"),
            Planted(who.number, "OtherPatientIDsSequence")]  # fmt: skip


def _deeply_nested(data: Dataset, who: Person) -> list[Planted]:
    inner = Dataset()
    inner.PatientName = who.name
    for _ in range(9):
        outer = Dataset()
        outer.ReferencedStudySequence = Sequence([inner])
        inner = outer
    data.ReferencedStudySequence = Sequence([inner])
    return [Planted(who.name, "ten sequences deep")]


def _unlisted(data: Dataset, who: Person) -> list[Planted]:
    """Attributes that no removal table names, and tags that no dictionary knows."""
    data.add_new(0x00185101, "CS", who.last.upper()[:16])
    data.add_new(0x00204001, "LO", who.name)
    data.add_new(0x30010010, "LO", who.number)
    data.add_new(0x00181063, "DS", who.number)
    data.add_new(0x00200010, "SH", who.accession)
    return [Planted(who.last.upper()[:16], "ViewPosition with a name"), Planted(who.name, "unlisted LO"), Planted(who.number, "unknown group"),
            Planted(who.accession, "StudyID")]  # fmt: skip


def _old_style(data: Dataset, who: Person) -> list[Planted]:
    data.add_new(0x40080115, "LT", f"Reported by {who.doctor}")
    data.add_new(0x40080108, "LT", who.name)
    data.add_new(0x00080024, "DA", "19990211")
    return [
        Planted(who.doctor, "retired group 4008"),
        Planted(who.name, "retired transcriber"),
        Planted("19990211", "OverlayDate"),
    ]


def _overlay(data: Dataset, who: Person) -> list[Planted]:
    """A drawn overlay of its own and text fields beside it."""
    data.add_new(0x60000010, "US", ROWS)
    data.add_new(0x60000011, "US", COLUMNS)
    data.add_new(0x60000040, "CS", "G")
    data.add_new(0x60000022, "LO", who.name)
    data.add_new(0x60001500, "LO", who.number)
    data.add_new(0x60003000, "OW", (who.phone.encode() * 400)[: ROWS * COLUMNS // 8])
    return [
        Planted(who.name, "OverlayDescription"),
        Planted(who.number, "OverlayLabel"),
        Planted(who.phone, "OverlayData"),
    ]


def _curve(data: Dataset, who: Person) -> list[Planted]:
    data.add_new(0x50000022, "LO", who.name)
    data.add_new(0x50003000, "OW", who.number.encode())
    return [Planted(who.name, "CurveDescription"), Planted(who.number, "CurveData")]


def _icon(data: Dataset, who: Person) -> list[Planted]:
    icon = Dataset()
    put(icon, np.frombuffer(who.name.encode().ljust(64 * 64, b"\0"), np.uint8).reshape(64, 64), bits=8)
    data.IconImageSequence = Sequence([icon])
    return [Planted(who.name, "IconImageSequence")]


def _wrong_type(data: Dataset, who: Person) -> list[Planted]:
    """Names where numbers or codes belong."""
    data.add_new(0x00180060, "SH", who.last)
    data.add_new(0x00181150, "LO", who.number)
    data.add_new(0x00180015, "LO", who.name)
    data.add_new(0x00281050, "LO", who.accession)
    return [Planted(who.last, "KVP"), Planted(who.number, "ExposureTime"), Planted(who.name, "BodyPartExamined"),
            Planted(who.accession, "WindowCenter")]  # fmt: skip


def _cyrillic(data: Dataset, who: Person) -> list[Planted]:
    data.SpecificCharacterSet = "ISO_IR 144"
    data.PatientName = "Щербаков^Аристарх"
    return [Planted("Щербаков", "Cyrillic name")]


def _utf8(data: Dataset, who: Person) -> list[Planted]:
    data.SpecificCharacterSet = "ISO_IR 192"
    data.PatientName, data.InstitutionName = "Müllenbröker^Jörg", "Clínica Peñalosa"
    return [Planted("Müllenbröker", "UTF-8 name"), Planted("Peñalosa", "UTF-8 institution")]


def _icc_profile(data: Dataset, who: Person) -> list[Planted]:
    data.add_new(0x00282000, "OB", containers.icc(who.hospital))
    return [Planted(who.hospital, "ICC profile")]


def _preamble(data: Dataset, who: Person) -> tuple[bytes, list[Planted]]:
    return written(data, preamble=b"II*\0" + who.name.encode()), [Planted(who.name, "preamble")]


def _file_meta(data: Dataset, who: Person) -> tuple[bytes, list[Planted]]:
    content = written(
        data, meta={"SourceApplicationEntityTitle": who.last[:16].upper(), "SendingApplicationEntityTitle": who.number}
    )
    return content, [Planted(who.last[:16].upper(), "file meta AE title"), Planted(who.number, "file meta sender")]


def _meta_private(data: Dataset, who: Person) -> tuple[bytes, list[Planted]]:
    content = written(data, meta={"PrivateInformationCreatorUID": "1.2.3.4", "PrivateInformation": who.name.encode()})  # type: ignore[dict-item]
    return content, [Planted(who.name, "file meta private information")]


def _trailing(data: Dataset, who: Person) -> tuple[bytes, list[Planted]]:
    return written(data) + who.name.encode() + who.number.encode(), [
        Planted(who.name, "after the data set"),
        Planted(who.number, "after the data set"),
    ]


def _padding(data: Dataset, who: Person) -> tuple[bytes, list[Planted]]:
    data.add_new(0xFFFCFFFC, "OB", who.name.encode())
    return written(data), [Planted(who.name, "DataSetTrailingPadding")]

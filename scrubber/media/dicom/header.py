"""The new header: an allow-list copy. PS3.15 Annex E lists what to remove and so misses what it does not list."""

import hashlib
import hmac
import secrets
import uuid
from collections.abc import Iterable

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.multival import MultiValue
from pydicom.sequence import Sequence as ItemSequence
from pydicom.uid import UID, ExplicitVRLittleEndian, SecondaryCaptureImageStorage

from scrubber.media.dicom.vocabulary import CODES, DESCRIPTIONS, MULTIPLE_CODES, NUMBERS, is_plain_description

IMPLEMENTATION = UID("2.25.214748530771254619640386542130586173951")
UIDS = ("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID")
# Type 2 in every image object (PS3.3 C.7): must be there, may be empty.
EMPTY = (
    "PatientName", "PatientID", "PatientBirthDate", "StudyDate", "StudyTime", "AccessionNumber", "ReferringPhysicianName", "StudyID",
)  # fmt: skip
# PS3.16 CID 7050, de-identification methods
BASIC_PROFILE = ("113100", "Basic Application Confidentiality Profile")
CLEAN_PIXELS = ("113101", "Clean Pixel Data Option")
CLEAN_FEATURES = ("113102", "Clean Recognizable Visual Features Option")
CLEAN_DESCRIPTORS = ("113105", "Clean Descriptors Option")
KEEP_PATIENT = ("113108", "Retain Patient Characteristics Option")
METHOD = "Allow-list copy, pixels rebuilt"
OWN_PHRASES = (
    METHOD,
    *(meaning for _, meaning in (BASIC_PROFILE, CLEAN_PIXELS, CLEAN_FEATURES, CLEAN_DESCRIPTORS, KEEP_PATIENT)),
)
OLDEST_AGE = 89  # 45 CFR 164.514(b)(2)(i)(C): ages over 89 become one category, written 090Y


def new_header(old: Dataset, *, uid_key: bytes, must_hide: Iterable[str] = ()) -> Dataset:
    """A data set without pixels that holds only listed attributes with listed values and fresh UIDs.

    Args:
        old: the original.
        uid_key: secret of the case: equal UIDs stay equal within it and mean nothing outside.
        must_hide: words that identify; a description holding one is left out.
    """
    new = Dataset()
    new.SOPClassUID = image_class(old)
    key = uid_key or secrets.token_bytes(32)
    for keyword in UIDS:
        if keyword != "FrameOfReferenceUID" or keyword in old:
            setattr(new, keyword, fresh_uid(str(old.get(keyword) or secrets.token_hex(16)), key))
    for keyword in EMPTY:
        setattr(new, keyword, "")
    new.update(_codes(old))
    new.update(_numbers(old))
    hidden = {word.casefold() for word in must_hide}
    for keyword in DESCRIPTIONS:
        value = _text(old, keyword)
        if is_plain_description(value) and not hidden & set(value.casefold().split()):
            setattr(new, keyword, value)
    if age := capped_age(_text(old, "PatientAge")):
        new.PatientAge = age
    new.Modality = new.get("Modality") or "OT"
    return new


def image_class(old: Dataset) -> UID:
    """The SOP class when it is a standard image, else secondary capture."""
    uid = UID(_text(old, "SOPClassUID"))
    return uid if "Image Storage" in uid.name and uid.type == "SOP Class" else SecondaryCaptureImageStorage


def fresh_uid(old: str, key: bytes) -> UID:
    """A UID derived with HMAC-SHA-256, so it is neither guessable nor reversible; form of PS3.5 B.2."""
    digest = hmac.digest(key, old.encode("utf-8", "replace"), hashlib.sha256)
    return UID(f"2.25.{uuid.UUID(bytes=digest[:16], version=4).int}")


def capped_age(age: str) -> str:
    """`age` as DICOM writes it ("034Y"); over 89 years "090Y"; empty when it is not an age."""
    if len(age) != 4 or not (age[:3].isascii() and age[:3].isdigit()) or age[3] not in "DWMY":
        return ""
    years = int(age[:3]) / {"D": 365, "W": 52, "M": 12, "Y": 1}[age[3]]
    return "090Y" if years > OLDEST_AGE else age


def state_what_was_done(new: Dataset, *, covered: bool, faces: bool, doubtful: bool) -> None:
    """Mark the data set as de-identified, with a code only for what really happened to it.

    Args:
        new: the data set to mark.
        covered: something in the pixels was covered.
        faces: a face was.
        doubtful: a person still has to look, so nothing is promised about the pixels.
    """
    methods = [BASIC_PROFILE, CLEAN_PIXELS]
    if faces:
        methods.append(CLEAN_FEATURES)
    if any(keyword in new for keyword in DESCRIPTIONS):
        methods.append(CLEAN_DESCRIPTORS)
    if "PatientAge" in new or "PatientSex" in new:
        methods.append(KEEP_PATIENT)
    new.PatientIdentityRemoved = "YES"
    new.DeidentificationMethod = METHOD
    new.DeidentificationMethodCodeSequence = ItemSequence([_coded(*method) for method in methods])
    new.LongitudinalTemporalInformationModified = "REMOVED"
    new.BurnedInAnnotation = "YES" if doubtful else "NO"
    if covered and "ImageType" in new:
        new.ImageType = ["DERIVED", *list(new.ImageType)[1:]]


def file_meta(new: Dataset) -> FileMetaDataset:
    """New file meta information: ours, not the sender's."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = new.SOPClassUID, new.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID, meta.ImplementationVersionName = IMPLEMENTATION, "CONSILIUM"
    return meta


def _codes(old: Dataset) -> Dataset:
    kept = Dataset()
    for keyword, allowed in CODES.items():
        if (value := _text(old, keyword).upper()) in allowed:
            setattr(kept, keyword, value)
    for keyword, allowed in MULTIPLE_CODES.items():
        values = [str(value).strip().upper() for value in _values(old, keyword)]
        if keyword == "ImageType":  # its values count by position
            values = [value if value in allowed else "OTHER" for value in values[:4]]
        if values := [value for value in values if value in allowed]:
            setattr(kept, keyword, values)
    return kept


def _numbers(old: Dataset) -> Dataset:
    kept = Dataset()
    for keyword, (low, high) in NUMBERS.items():
        try:
            numbers = [float(str(value)) for value in _values(old, keyword)]
        except ValueError:
            continue
        if numbers and len(numbers) <= 6 and all(low <= number <= high for number in numbers):
            setattr(kept, keyword, [_written(number) for number in numbers])
    return kept


def _written(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.7g}"


def _values(old: Dataset, keyword: str) -> list[object]:
    value = _value(old, keyword)
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, MultiValue) else [value]


def _text(old: Dataset, keyword: str) -> str:
    value = _value(old, keyword)
    return value.strip() if isinstance(value, str) else ""


def _value(old: Dataset, keyword: str) -> object:
    """The value of an attribute; None when it is missing or breaks its own type."""
    try:
        return old.get(keyword)
    except (ValueError, TypeError, ArithmeticError, NotImplementedError):
        return None


def _coded(value: str, meaning: str) -> Dataset:
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = value, "DCM", meaning
    return code

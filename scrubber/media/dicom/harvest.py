"""What the original header says about people: words that must not be readable in the pixels nor anywhere in the result."""

import re
from collections.abc import Iterable, Iterator

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as ItemSequence
from pydicom.tag import BaseTag

from scrubber.media.dicom.vocabulary import CODES, MULTIPLE_CODES, NUMBERS, WORDS, is_plain_description

TEXT = frozenset({"AE", "DA", "DT", "LO", "LT", "PN", "SH", "ST", "UC", "UI", "UR", "UT"})
BYTES = frozenset({"OB", "UN"})
KEPT = frozenset(CODES) | frozenset(MULTIPLE_CODES) | frozenset(NUMBERS)
# Of the machine or the standard, not of a person.
TECHNICAL = frozenset({
    "AngioFlag", "ConversionType", "DeidentificationMethod", "FilterType", "ImplementationVersionName", "ManufacturerModelName",
    "Manufacturer", "ReceiveCoilName", "SequenceName", "SoftwareVersions", "SOPClassUID", "SpecificCharacterSet",
    "TimezoneOffsetFromUTC", "TransmitCoilName", "TypeOfPatientID",
})  # fmt: skip
CODE_ITEMS = frozenset({"CodingSchemeDesignator", "CodingSchemeVersion", "ContextIdentifier", "MappingResource"})
LONGEST_BINARY = 65_536
_PRINTABLE = re.compile(rb"[\x20-\x7e\xa0-\xff]{5,200}")
STANDARD_UIDS = "1.2.840.10008."


def identifying_values(data: Dataset, around: Iterable[bytes] = ()) -> tuple[str, ...]:
    """Every value of `data`, nested and private ones included, that may name a person, place, day or number.

    Args:
        data: the original data set.
        around: bytes outside the data set (preamble, file meta, trailing bytes).
    """
    found: dict[str, None] = {}
    for value in _values(data):
        text = value.strip(" \0\r\n\t")
        if text and not text.startswith(STANDARD_UIDS) and not is_plain_description(text):
            found[text] = None
    for chunk in around:
        for text in printable(chunk):
            if not text.startswith(STANDARD_UIDS):
                found[text] = None
    return tuple(found)


def printable(chunk: bytes) -> Iterator[str]:
    """Runs of readable characters in bytes."""
    for run in _PRINTABLE.findall(chunk[:LONGEST_BINARY]):
        yield run.decode("latin-1").strip()


def without_plain_words(words: Iterable[str]) -> tuple[str, ...]:
    """`words` less those that are plain imaging words, so that an "AP" marker survives a header that says AP."""
    return tuple(word for word in words if word.casefold() not in WORDS)


def _values(data: Dataset) -> Iterator[str]:
    waiting = [data]
    while waiting:
        holder = waiting.pop()
        for tag in list(holder.keys()):  # iterating a Dataset would convert values, and raise on bad ones
            try:
                element = holder[tag]
            except (ValueError, TypeError, ArithmeticError, NotImplementedError):  # a value that breaks its own type
                yield from printable(_raw(holder, tag))
                continue
            if isinstance(element.value, ItemSequence):
                waiting.extend(element.value)
            elif element.VR in BYTES and isinstance(element.value, bytes) and len(element.value) <= LONGEST_BINARY:
                yield from printable(element.value)
            elif element.VR in TEXT and element.keyword not in KEPT | TECHNICAL | CODE_ITEMS:
                yield from _texts(element.value, person=element.VR == "PN")


def _raw(holder: Dataset, tag: BaseTag) -> bytes:
    value = holder.get_item(tag).value
    return value if isinstance(value, bytes) else b""


def _texts(value: object, *, person: bool) -> Iterator[str]:
    many = [value] if isinstance(value, str | bytes) or not isinstance(value, Iterable) else value
    for one in many:
        text = "" if one is None else str(one)
        yield re.sub(r"[\^=]+", " ", text) if person else text

"""What the original header says about people: words that must not be readable in the pixels nor anywhere in the result."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.sequence import Sequence as ItemSequence

from scrubber.media.dicom.vocabulary import CODES, MULTIPLE_CODES, NUMBERS, WORDS, is_plain_description
from scrubber.media.dicom.walking import PIXEL_DATA
from scrubber.media.harvest import must_hide_words

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
LISTED = frozenset(value.casefold() for values in (*CODES.values(), *MULTIPLE_CODES.values()) for value in values)
_NAME = re.compile(r"[^\W\d_]{3,}")
STANDARD_UIDS = "1.2.840.10008."


@dataclass(frozen=True)
class Harvest:
    """Values that may identify somebody: names of people (which hide even a clinical word), and all others."""

    names: tuple[str, ...]
    others: tuple[str, ...]

    def words(self) -> tuple[str, ...]:
        """Words to cover in the pixels. An "AP" marker survives a comment that says AP, "Coronal" no Mr Coronal."""
        names = (word for name in self.names for word in _NAME.findall(name))
        return (*dict.fromkeys(names), *without_plain_words(must_hide_words(self.others)))


def identifying_values(data: Dataset, around: Iterable[bytes] = ()) -> Harvest:
    """Every value of `data`, nested and private ones included, that may name a person, place, day or number.

    Args:
        data: the original data set.
        around: bytes outside the data set (preamble, file meta, trailing bytes).
    """
    names: dict[str, None] = {}
    others: dict[str, None] = {}
    for value, is_name in _values(data):
        text = value.strip(" \0\r\n\t")
        if is_name and text:
            names[text] = None
        elif text and not text.startswith(STANDARD_UIDS) and not is_plain_description(text):
            others[text] = None
    for chunk in around:
        others.update(dict.fromkeys(text for text in printable(chunk) if not text.startswith(STANDARD_UIDS)))
    return Harvest(tuple(names), tuple(others))


def printable(chunk: bytes) -> Iterator[str]:
    """Runs of readable characters in bytes."""
    for run in _PRINTABLE.findall(chunk[:LONGEST_BINARY]):
        yield run.decode("latin-1").strip()


def without_plain_words(words: Iterable[str]) -> tuple[str, ...]:
    """`words` less those that are plain imaging words, so that an "AP" marker survives a header that says AP."""
    return tuple(word for word in words if word.casefold() not in WORDS | LISTED)


def _values(data: Dataset) -> Iterator[tuple[str, bool]]:
    """(value, whether it is the name of a person) of every element at every depth."""
    waiting = [data]
    while waiting:
        holder = waiting.pop()
        for tag in list(holder.keys()):  # iterating a Dataset would convert values, and raise on bad ones
            if tag == PIXEL_DATA:
                continue
            try:
                element = holder[tag]
            except (ValueError, TypeError, ArithmeticError, NotImplementedError):  # a value that breaks its own type
                raw = holder.get_item(tag).value
                yield from ((text, False) for text in printable(raw if isinstance(raw, bytes) else b""))
                continue
            if isinstance(element.value, ItemSequence):
                waiting.extend(element.value)
            elif element.VR in BYTES and isinstance(element.value, bytes):
                yield from ((text, False) for text in printable(element.value))
            elif element.VR in TEXT and element.keyword not in KEPT | TECHNICAL | CODE_ITEMS:
                yield from _texts(element.value, is_name=element.VR == "PN")


def _texts(value: object, *, is_name: bool) -> Iterator[tuple[str, bool]]:
    many = value if isinstance(value, MultiValue) else [value]  # not any iterable: a PersonName yields its letters
    for one in many:
        text = "" if one is None else str(one)
        yield (re.sub(r"[\^=]+", " ", text) if is_name else text), is_name

"""Opens a DICOM file for the header and pixel code, after its structure was walked once without recursion.

pydicom reads nested sequences recursively (RecursionError near 249 levels) and inflates without a limit, so depth,
lengths and the inflated size are checked here first.
"""

import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pydicom import config
from pydicom.charset import convert_encodings
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filereader import read_dataset
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from scrubber.media.admitting import Refused
from scrubber.media.dicom.walking import Encoding, end_of_image, meta_elements

MOST_BYTES = 300 * 1024 * 1024  # of one file
MOST_INFLATED = 64 * 1024 * 1024
DATA_SET_START = 132  # 128 bytes of preamble and "DICM", PS3.10 section 7.1
DICOMDIR = "1.2.840.10008.1.3.10"

config.settings.reading_validation_mode = config.IGNORE


@dataclass(frozen=True)
class Opened:
    """A parsed file: its data set up to and including the pixel data, and what was found around it."""

    data: Dataset
    syntax: str
    around: tuple[bytes, ...]  # preamble, file meta values and trailing bytes: only searched for words to hide


def open_dicom(source: Path) -> Opened:
    """Parse one file.

    Raises:
        Refused: truncated, nested deeper than 30, inflating beyond 64 MB, a DICOMDIR, or without a transfer syntax.
    """
    if source.stat().st_size > MOST_BYTES:
        raise Refused("The file is larger than 300 MB.")
    content = source.read_bytes()
    meta, start = meta_elements(content, DATA_SET_START)
    syntax = _text(meta.get(0x00020010, b""))
    if _text(meta.get(0x00020002, b"")) == DICOMDIR:
        raise Refused("A DICOMDIR is an index without pictures. Upload the pictures themselves.")
    if not syntax:
        raise Refused("The DICOM file is damaged: its transfer syntax is missing.")
    around = [content[:128], *meta.values()]
    body = memoryview(content)[start:]
    if syntax == DeflatedExplicitVRLittleEndian:
        body, syntax = memoryview(_inflated(body)), str(ExplicitVRLittleEndian)
    encoding = Encoding(implicit=syntax == ImplicitVRLittleEndian, big_endian=syntax == ExplicitVRBigEndian)
    end = end_of_image(body, encoding)
    around.append(bytes(body[end : end + 65536]))
    data = read_dataset(BytesIO(body[:end]), encoding.implicit, not encoding.big_endian)
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = UID(syntax)
    characters = convert_encodings(data.get("SpecificCharacterSet"))
    data.set_original_encoding(encoding.implicit, not encoding.big_endian, characters)
    return Opened(data, syntax, tuple(around))


def _inflated(body: memoryview) -> bytes:
    reader = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflated = reader.decompress(body, MOST_INFLATED)
    except zlib.error as error:
        raise Refused("The DICOM file is damaged: it cannot be inflated.") from error
    if reader.unconsumed_tail:
        raise Refused("The DICOM file inflates to more than 64 MB.")
    if not reader.eof:
        raise Refused("The DICOM file is damaged: it ends too early.")
    return inflated


def _text(value: bytes) -> str:
    return value.rstrip(b"\0 ").decode("ascii", "replace")

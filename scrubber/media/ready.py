"""Everything slow, loaded before the first file comes: a fork that imports pays for it with every file."""

import codecs

import numpy.ma  # numpy imports it late, for the median of masked pixels
import pi_heif
from PIL import Image

from scrubber.media import dicom, faces, images, pdf, reading

__all__ = ["dicom", "images", "load_all", "numpy", "pdf"]

# what texts are searched in (`bytes_left`), written in (PDF) and read in (DICOM PS3.5, C.12.1.1.2), beside UTF-8
ENCODINGS = (
    "utf-16-le", "utf-16-be", "cp1252", "latin-1", *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 11, 15)),
    "shift-jis", "iso2022-jp", "iso2022-jp-2", "euc-kr", "gb18030", "gbk",
)  # fmt: skip


def load_all() -> None:
    """Load models and decoders; raises `weights.WrongWeights` when a model is not the pinned one."""
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    Image.init()
    pi_heif.register_heif_opener()
    reading.load()
    faces.load()

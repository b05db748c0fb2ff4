"""Everything slow, loaded before the first file comes."""

import pi_heif
from PIL import Image

from scrubber.media import codes, dicom, faces, images, pdf, reading

__all__ = ["codes", "dicom", "images", "load_all", "pdf"]


def load_all() -> None:
    """Load models and decoders; raises `weights.WrongWeights` when a model is not the pinned one."""
    Image.init()
    pi_heif.register_heif_opener()
    reading.load()
    faces.load()

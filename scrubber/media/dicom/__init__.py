"""DICOM files rebuilt: a new header from an allow-list, pixels decoded, covered and written again.

`clean` gives two files: the rebuilt `.dcm` (explicit VR little endian, not compressed) and a `.png` of its middle frame.
"""

from scrubber.media.dicom.cleaning import clean

__all__ = ["clean"]

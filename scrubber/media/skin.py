"""Photographs of skin, and marks on it that may be ink: tattooed names, pen on a hand."""

import cv2
import numpy as np
from numpy.typing import NDArray

from scrubber.media.lines import Found

# Cr and Cb of skin of any tone (Chai and Ngan, IEEE Trans. Circuits Syst. Video Technol. 9(4), 1999)
SKIN_FROM, SKIN_TO = (20, 133, 77), (255, 173, 127)  # Y, Cr, Cb
YELLOWER = 10  # grey levels of green above blue: the paper of an ECG is pink without yellow
ROUGH, STAIN_CELLS = (
    7.0,
    9,
)  # grey levels between neighbours, averaged over cells of that side: stained tissue is never even
LONGER_THAN_HIGH = 1.8  # a hair or a mole is found as a square, a word is not
SHORTEST_WORD = 0.06  # of the picture's diagonal


COLOURFUL = 12  # mean distance between channels, grey levels: less is a grey picture stored in colour


def is_photo(frame: NDArray) -> bool:
    """Whether a frame is in colour: a photograph or a stained section, not an X-ray stored as RGB."""
    if frame.ndim == 2:
        return False
    part = frame[::8, ::8].astype(np.int16)
    return float((part.max(axis=2) - part.min(axis=2)).mean()) > COLOURFUL


def share_of_skin(view: NDArray[np.uint8]) -> float:
    """Part of an RGB view that has the colour of skin and is as even as skin, 0 to 1."""
    small = np.asarray(cv2.resize(view, (128, 128), interpolation=cv2.INTER_AREA), np.uint8)
    inside = (
        np.asarray(cv2.inRange(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb), np.array(SKIN_FROM), np.array(SKIN_TO))) > 0
    )
    yellower = small[:, :, 1].astype(int) - small[:, :, 2] >= YELLOWER
    return float(np.mean(inside & yellower & (_roughness(small) < ROUGH)))


def _roughness(small: NDArray[np.uint8]) -> NDArray[np.float32]:
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return np.asarray(cv2.blur(np.abs(grey - cv2.blur(grey, (5, 5))), (STAIN_CELLS, STAIN_CELLS)), np.float32)


def has_ink(line: Found, height: int, width: int) -> bool:
    """Whether a detection on skin that could not be read has the shape of a word."""
    long, high = line.sides
    whole = long > 0.9 * width or high > 0.5 * height
    return not whole and long > LONGER_THAN_HIGH * high and long > SHORTEST_WORD * float(np.hypot(height, width))

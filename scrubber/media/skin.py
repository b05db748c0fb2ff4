"""Photographs of skin, and marks on it that may be ink: tattooed names, pen on a hand."""

import re

import cv2
import numpy as np
from numpy.typing import NDArray

from scrubber.media.lines import Found
from scrubber.media.result import Box

# Cr and Cb of skin of any tone (Chai and Ngan, IEEE Trans. Circuits Syst. Video Technol. 9(4), 1999)
SKIN_FROM, SKIN_TO = (20, 133, 77), (255, 173, 127)  # Y, Cr, Cb
YELLOWER = 10  # grey levels of green above blue: the paper of an ECG is pink without yellow
# grey levels between neighbours, averaged over cells of that side: stained tissue is never even
ROUGH, STAIN_CELLS = 7.0, 9
LONGER_THAN_HIGH = 1.8  # a hair or a mole is found as a square, a word is not
SHORTEST_WORD = 0.06  # of the picture's diagonal
# day and time as a camera prints them
STAMP = re.compile(r"\d{2,4}[-/.:' ]\d{1,2}[-/.: ]\d{2,4}(?:\s\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?")
EDGE = 0.08  # of the picture's shorter side: how near a corner cameras put it
SAME_TONE = 12  # steps of Cr and Cb between a ground and the skin of the picture
PALEST = 0.18  # saturation of skin: 0.24 and more on the palest of the corpora; paper and screens have less
LETTERS = 2  # read with any certainty: then it is writing of any colour
INKED, GREYER = 10, 0.8  # per cent of a detection; saturation of ink beside that of the skin around


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
    return float(np.mean(_has_its_colour(small) & (_roughness(small) < ROUGH)))


def _roughness(small: NDArray[np.uint8]) -> NDArray[np.float32]:
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return np.asarray(cv2.blur(np.abs(grey - cv2.blur(grey, (5, 5))), (STAIN_CELLS, STAIN_CELLS)), np.float32)


def has_ink(view: NDArray[np.uint8], line: Found) -> bool:
    """Whether a detection in a photograph (`view`, RGB) has the shape of a word, dark on skin, and letters or the colour of ink."""
    height, width = view.shape[:2]
    long, high = line.sides
    whole = long > 0.9 * width or high > 0.5 * height
    if whole or long <= LONGER_THAN_HIGH * high or long <= SHORTEST_WORD * float(np.hypot(height, width)):
        return False
    box = line.box
    if STAMP.fullmatch(line.text) and _is_at_the_edge(box, height, width):
        return False
    part = view[max(0, box.y) : box.y + box.h, max(0, box.x) : box.x + box.w].reshape(-1, 3).astype(np.float32)
    light = part.mean(axis=1)
    low, middle, high = np.percentile(light, (INKED, 50, 100 - INKED))
    dark, ground = (np.median(part[where], axis=0) for where in (light <= low, light >= middle))
    if high - middle > middle - low or not _is_its_skin(ground, view):  # a caption over the picture, a label, a ruler
        return False
    written = sum(map(str.isalnum, line.text)) >= LETTERS
    return written or _colourful(dark) < GREYER * _colourful(ground) or bool(dark[2] > dark[0])


def _is_at_the_edge(box: Box, height: int, width: int) -> bool:
    margin = EDGE * min(height, width)
    return min(box.y, height - box.y - box.h) < margin and min(box.x, width - box.x - box.w) < margin


def _is_its_skin(colour: NDArray[np.float32], view: NDArray[np.uint8]) -> bool:
    """Whether a colour is that of the skin in a photograph, and not of paper in warm light or of a yellow label."""
    if _colourful(colour) <= PALEST:
        return False
    small = np.asarray(cv2.resize(view, (128, 128), interpolation=cv2.INTER_AREA), np.uint8)
    skin = small[_has_its_colour(small)]
    if not len(skin):
        return False
    usual = np.median(skin, axis=0)
    tones = np.array([[colour, usual]]).round().astype(np.uint8)
    this, that = cv2.cvtColor(tones, cv2.COLOR_RGB2YCrCb)[0, :, 1:].astype(int)
    return bool(np.abs(this - that).max() <= SAME_TONE)


def _has_its_colour(view: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which pixels of an RGB view have the colour of skin."""
    inside = cv2.inRange(cv2.cvtColor(view, cv2.COLOR_RGB2YCrCb), np.array(SKIN_FROM), np.array(SKIN_TO))
    return (np.asarray(inside) > 0) & (view[:, :, 1].astype(int) - view[:, :, 2] >= YELLOWER)


def _colourful(colour: NDArray[np.float32]) -> float:
    """Saturation, 0 to 1."""
    return float((colour.max() - colour.min()) / max(colour.max(), 1.0))

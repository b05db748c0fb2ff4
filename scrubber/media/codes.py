"""Bar codes and matrix codes: covered wherever they are, also when they cannot be decoded."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

try:  # needs Debian's libzbar0; without it curved wristbands are found less often (docs/media.md)
    from pyzbar import pyzbar
except ImportError:
    pyzbar = None

READERS = ("zxing-cpp", "opencv", *(("zbar",) if pyzbar is not None else ()))  # in the report of every file
MOST_PIXELS = 4_000_000
LEAST_CONTRAST, MOST_GREY = 40, 0.3  # grey levels; part of the area between black and white
Rectangle = tuple[int, int, int, int]  # x, y, w, h


def find_codes(grey: NDArray[np.uint8], *, turns: Sequence[int] = (0, 1)) -> list[Rectangle]:
    """Where `grey` (HxW) shows codes, readable or not.

    Args:
        grey: reduced to `MOST_PIXELS` when larger.
        turns: quarter turns to look at it in; zxing tries all four itself, so two see every code eight times.
    """
    scale = min(1.0, (MOST_PIXELS / grey.size) ** 0.5)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    found: list[Rectangle] = []
    for turn in turns:
        turned = np.ascontiguousarray(np.rot90(small, turn))
        for detect in DETECTORS if turn == 0 else DETECTORS[:2]:
            found.extend(_turned_back(points, turn, small.shape[:2]) for points in detect(np.asarray(turned, np.uint8)))
    return [(round(x / scale), round(y / scale), round(w / scale), round(h / scale)) for x, y, w, h in found]


def _zxing(grey: NDArray[np.uint8]) -> list[NDArray]:
    found = []
    for code in zxingcpp.read_barcodes(grey, return_errors=True):
        place = code.position
        corners = [(p.x, p.y) for p in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)]
        if code.valid or _is_two_toned(grey, np.array(corners)):
            found.append(np.array(corners))
    return found


def _is_two_toned(grey: NDArray[np.uint8], corners: NDArray) -> bool:
    """Whether a code that could not be decoded is black and white at all: coins and bones are found too, in greys."""
    (left, top), (right, bottom) = np.maximum(corners.min(axis=0), 0), corners.max(axis=0)
    inside = grey[int(top) : int(bottom) + 1, int(left) : int(right) + 1].astype(float)
    if inside.size == 0:
        return False
    low, high = np.percentile(inside, (2, 98))
    middle = (inside > low + 0.3 * (high - low)) & (inside < high - 0.3 * (high - low))
    return bool(high - low > LEAST_CONTRAST and middle.mean() < MOST_GREY)


def _zbar(grey: NDArray[np.uint8]) -> list[NDArray]:
    codes = pyzbar.decode(grey) if pyzbar is not None else []
    return [np.array([(p.x, p.y) for p in code.polygon]) for code in codes if code.polygon]


def _quick_response(grey: NDArray[np.uint8]) -> list[NDArray]:
    found, corners = cv2.QRCodeDetector().detectMulti(grey)
    return list(corners) if found else []


DETECTORS: tuple[Callable[[NDArray[np.uint8]], list[NDArray]], ...] = (_zxing, _zbar, _quick_response)


def _turned_back(points: NDArray, turns: int, shape: tuple[int, ...]) -> Rectangle:
    """Bounding box of points seen after `turns` quarter turns to the left, in the unturned frame."""
    height, width = shape
    x, y = points[:, 0].astype(float), points[:, 1].astype(float)
    if turns == 1:
        x, y = width - 1 - y, x
    elif turns == 2:
        x, y = width - 1 - x, height - 1 - y
    elif turns == 3:
        x, y = y, height - 1 - x
    left, top = int(x.min()), int(y.min())
    return left, top, int(x.max()) - left + 1, int(y.max()) - top + 1

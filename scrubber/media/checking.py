"""Look again at what was written, with other tools than those that wrote it. Anything found means: held."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scrubber.media.covering import cover
from scrubber.media.faces import find_faces, grown
from scrubber.media.lines import Found, boxes_over, is_text, may_stay, overlap
from scrubber.media.looking import Look, codes_in, in_colour, look, within
from scrubber.media.reading import find_lines, read_line
from scrubber.media.result import Box

SHORTEST = 5  # characters: shorter strings turn up in compressed data by chance
SECOND_SCALE, SECOND_PASS = 0.75, 1_500_000  # of the frame's own size; pixels at most
SECOND_LEGIBLE = 0.5
END_MARKERS = {".jpg": b"\xff\xd9", ".png": b"\x00\x00\x00\x00IEND\xae\x42\x60\x82"}


def leftovers_in_file(path: Path, strings: Iterable[str]) -> list[str]:
    """Plain sentences on what of the original is still in the bytes of `path`; empty when nothing is."""
    data = path.read_bytes()
    found = leftovers_in_bytes(data, strings)
    end = END_MARKERS.get(path.suffix)
    if end is not None and not data.endswith(end):
        found.append("The rebuilt file does not end where its picture ends.")
    return found


def leftovers_in_bytes(data: bytes, strings: Iterable[str]) -> list[str]:
    """As `leftovers_in_file`, for the strings alone."""
    lowered = data.lower()
    if any(code in lowered for string in strings if len(string) >= SHORTEST for code in _encodings(string)):
        return ["Words of the original file are still in the rebuilt one."]
    return []


def look_twice(windows: Sequence[NDArray[np.uint8]], *, must_hide: Sequence[str] = (), photo: bool = False) -> Look:
    """`look`, then `second_look` at the covered frame: what that finds is covered too, and anything after it is a doubt."""
    first = look(windows, must_hide=must_hide, photo=photo)
    kept = [line.box for line in first.kept]
    covered = in_colour(windows[0]).copy()
    cover(covered, first.boxes)
    more = second_look(covered, first.boxes, kept=kept, must_hide=must_hide)
    if not more:
        return first
    boxes = (*first.boxes, *more)
    cover(covered, more)
    doubts = first.doubts
    if second_look(covered, boxes, kept=kept, must_hide=must_hide):
        doubts = (*doubts, "A second look still found something to cover.")
    readable = tuple(line for line in first.kept if not any(overlap(line.box, box) > 0 for box in more))
    return Look(boxes, readable, doubts)


def second_look(
    view: NDArray[np.uint8], boxes: Sequence[Box], *, kept: Sequence[Box] = (), must_hide: Sequence[str] = ()
) -> list[Box]:
    """What should be covered in a frame that was covered already.

    The frame is turned by a quarter and reduced: letters stand and measure otherwise than in the first look.

    Args:
        view: HxW or HxWx3, covered.
        boxes: what covers it; edges of the cover are not news.
        kept: lines the first look left readable.
        must_hide: words that never stay.
    """
    shown = in_colour(view)
    height, width = shown.shape[:2]
    scale = min(SECOND_SCALE, (SECOND_PASS / (height * width)) ** 0.5)
    turned = np.ascontiguousarray(np.rot90(shown, -1))
    found = []
    for quad in find_lines(turned, scale=scale):
        line = Found(quad, read_line(turned, quad))
        if is_text(line, width, height) and line.score >= SECOND_LEGIBLE and not may_stay(line, must_hide):
            found += [Box(box.y, height - box.x - box.w, box.h, box.w, why="text") for box in boxes_over(line)]
    found += codes_in(shown)
    found += [Box(*grown(face), why="face") for face in find_faces(shown[:, ::-1], photo=False)]
    known = [*boxes, *kept]
    return [box for box in within(found, height, width) if not any(overlap(box, other) > 0.5 for other in known)]


def _encodings(string: str) -> Iterator[bytes]:
    lowered = string.lower()
    for form in (lowered, lowered[::-1]):
        yield form.encode()
        yield form.encode("utf-16-le")
        yield form.encode("utf-16-be")
        yield form.encode("latin-1", "ignore") or form.encode()
    yield base64.b64encode(string.encode()).rstrip(b"=")[:-1].lower()

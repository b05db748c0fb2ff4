"""Pictures: decode to pixels, look, cover, look again, write a new file whose header we chose ourselves."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from numpy.typing import NDArray

from scrubber.media.bytes_left import leftovers_in_file
from scrubber.media.checking import second_look
from scrubber.media.covering import cover, share_covered
from scrubber.media.decoding import Decoded, decode
from scrubber.media.encoding import MIMES, write_loop, write_pages, write_still
from scrubber.media.looking import FACES_STAY, MOST_COVERED, look, union
from scrubber.media.result import Box, MediaResult, Order
from scrubber.media.skin import is_photo
from scrubber.media.windows import ordinary, renderings


def clean(source: Path, out_dir: Path, order: Order) -> MediaResult:
    """Rebuild one picture; see `cleaning.clean_file`.

    Raises:
        Refused: damaged, too large, or not what it claims to be.
    """
    picture = decode(source, order.kind)
    order = replace(order, must_hide=(*order.must_hide, *picture.words))
    masks, doubts = _masks(picture, order)
    masks = (*masks, *order.boxes)
    for index, frame in enumerate(picture.frames):
        cover(frame, masks, frame=index)
        if share_covered(frame.shape[0], frame.shape[1], [b for b in masks if b.frame in (None, index)]) > MOST_COVERED:
            doubts.append("More than a quarter of the picture had to be covered.")
    if order.keep_faces:
        doubts.append(FACES_STAY)
    files = _write(picture, out_dir)
    for file in files:
        doubts += leftovers_in_file(file, order.must_hide)
    return _result(order, picture, files, masks, tuple(dict.fromkeys(doubts)))


def _masks(picture: Decoded, order: Order) -> tuple[tuple[Box, ...], list[str]]:
    """What to cover, and why to hold. Pages are covered each for itself, frames of a loop all alike."""
    if picture.durations:
        return _found(_distinct(picture.frames), order)
    masks: list[Box] = []
    doubts: list[str] = []
    for index, frame in enumerate(picture.frames):
        found, why = _found([frame], order, index=index if len(picture.frames) > 1 else None)
        masks += found
        doubts += why
    return tuple(masks), doubts


def _found(frames: Sequence[NDArray], order: Order, *, index: int | None = None) -> tuple[tuple[Box, ...], list[str]]:
    """Look, cover, look again; what the second look finds is covered too, and then looked at once more."""
    faces = not order.keep_faces
    looks = [look(renderings(frame), must_hide=order.must_hide, photo=is_photo(frame), faces=faces) for frame in frames]
    masks = union(looks, frame=index)
    doubts = [doubt for one in looks for doubt in one.doubts]
    kept = [line.box for one in looks for line in one.kept]
    if more := _second_looks(frames, masks, kept, order):
        masks = (*masks, *(replace(box, frame=index) for box in more))
        if _second_looks(frames, masks, kept, order):
            doubts.append("A second look still found something to cover.")
    return masks, doubts


def _second_looks(frames: Sequence[NDArray], masks: Sequence[Box], kept: Sequence[Box], order: Order) -> list[Box]:
    found = []
    for frame in frames:
        covered = ordinary(frame).copy()
        cover(covered, [replace(box, frame=None) for box in masks])
        found += second_look(covered, masks, kept=kept, must_hide=order.must_hide, faces=not order.keep_faces)
    return found


def _distinct(frames: Sequence[NDArray]) -> list[NDArray]:
    """Frames of a loop that differ: each is looked at once."""
    return list({hashlib.sha256(frame.tobytes()).digest(): frame for frame in frames}.values())


def _write(picture: Decoded, out_dir: Path) -> list[Path]:
    """Pictures to show first, then, for pages, the document."""
    if picture.durations and len(picture.frames) > 1:
        return [write_loop(picture.frames, picture.durations, out_dir)]
    files = [
        write_still(frame, out_dir, lossy=picture.lossy, quality=picture.quality, subsampling=picture.subsampling)
        for frame in picture.frames
    ]
    return [*files, write_pages(picture.frames, out_dir)] if len(files) > 1 else files


def _result(
    order: Order, picture: Decoded, files: Sequence[Path], masks: Sequence[Box], doubts: tuple[str, ...]
) -> MediaResult:
    height, width = picture.frames[0].shape[:2]
    counts = {why: sum(box.why == why for box in masks) for why in ("text", "code", "face")}
    return MediaResult(
        "held" if doubts else "cleaned", tuple(files), MIMES[files[0].suffix], width, height, len(picture.frames),
        tuple(masks), doubts, {"kind": order.kind, "frames": len(picture.frames), "masks": len(masks), **counts},
    )  # fmt: skip

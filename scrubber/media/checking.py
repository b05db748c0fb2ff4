"""Look again at what was written, with other tools than those that wrote it. Anything found means: held."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scrubber.media.looking import look
from scrubber.media.result import Box

SHORTEST = 5  # characters: shorter strings turn up in compressed data by chance
END_MARKERS = {".jpg": b"\xff\xd9", ".png": b"\x00\x00\x00\x00IEND\xae\x42\x60\x82"}


def leftovers_in_file(path: Path, strings: Iterable[str]) -> list[str]:
    """Plain sentences on what of the original is still in the bytes of `path`; empty when nothing is."""
    data = path.read_bytes()
    lowered = data.lower()
    found = []
    if any(code in lowered for string in strings if len(string) >= SHORTEST for code in _encodings(string)):
        found.append("Words of the original file are still in the rebuilt one.")
    end = END_MARKERS.get(path.suffix)
    if end is not None and not data.endswith(end):
        found.append("The rebuilt file does not end where its picture ends.")
    return found


def leftovers_in_pixels(
    windows: Sequence[NDArray[np.uint8]], boxes: Sequence[Box], *, must_hide: Sequence[str] = ()
) -> list[str]:
    """Plain sentences on text, codes and faces still visible in a covered frame; empty when nothing is."""
    again = look(windows, must_hide=must_hide)
    kinds = {box.why for box in again.boxes if not _inside_any(box, boxes)}
    return [f"A second look still found {kind}s." if kind != "text" else "A second look still found text."
            for kind in sorted(kinds)]  # fmt: skip


def _encodings(string: str) -> Iterator[bytes]:
    lowered = string.lower()
    for form in (lowered, lowered[::-1]):
        yield form.encode()
        yield form.encode("utf-16-le")
        yield form.encode("utf-16-be")
        yield form.encode("latin-1", "ignore") or form.encode()
    yield base64.b64encode(string.encode()).rstrip(b"=")[:-1].lower()


def _inside_any(box: Box, others: Sequence[Box]) -> bool:
    return any(
        box.x >= other.x - 8 and box.y >= other.y - 8
        and box.x + box.w <= other.x + other.w + 8 and box.y + box.h <= other.y + other.h + 8
        for other in others
    )  # fmt: skip

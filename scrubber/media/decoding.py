"""From a picture file to plain pixels: every frame upright, opaque, without palette or profile."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pi_heif
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence

from scrubber.media.admitting import MOST_FRAMES, MOST_PIXELS, Refused
from scrubber.media.harvest import must_hide_words

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
DECODERS = {
    "jpeg": ["JPEG"], "png": ["PNG"], "gif": ["GIF"], "bmp": ["BMP"], "tiff": ["TIFF"], "webp": ["WEBP"],
    "heic": ["HEIF"],
}  # fmt: skip
MOST_PIXELS_IN_ALL = 120_000_000  # over all frames: they are in memory together
ANIMATED = frozenset({"gif", "png", "webp"})
REDUCED = 1  # TIFF 6.0, NewSubfileType bit 0: a smaller copy of another page
DAMAGED = "The file is damaged or not what it claims to be."
NEW_SUBFILE_TYPE = 254


@dataclass(frozen=True)
class Decoded:
    """Pixels of one file.

    Attributes:
        frames: each HxW uint8, HxW uint16 or HxWx3 uint8 (RGB).
        durations: milliseconds each frame of an animation is shown; empty for stills and pages.
        lossy: the pixels were already approximations.
        quality: quality of the source on the scale of the JPEG library, 0 when it has none.
        subsampling: of a JPEG's colour, as Pillow numbers it; -1 unknown.
        words: words found in the file's own metadata.
    """

    frames: list[NDArray]
    durations: tuple[int, ...]
    lossy: bool
    quality: int
    subsampling: int
    words: tuple[str, ...]


def decode(source: Path, kind: str) -> Decoded:
    """Decode every frame with the decoder of `kind` and no other.

    Raises:
        Refused: damaged, truncated, too large, or not what it claims to be.
    """
    try:
        with Image.open(source, formats=DECODERS[kind]) as picture:
            _check_sizes(picture)
            quality, subsampling = _jpeg_settings(picture) if kind == "jpeg" else (0, -1)
            words = must_hide_words(_strings(picture, source, kind))
            durations: list[int] = []
            frames = []
            for frame in _frames_of(picture, kind):
                if kind in ANIMATED and getattr(picture, "n_frames", 1) > 1:
                    durations.append(int(frame.info.get("duration") or 100))
                frames.append(_pixels(_upright(frame)))
    except Refused:
        raise
    except MemoryError:
        raise
    except Image.DecompressionBombError:
        raise Refused("The picture is larger than 40 megapixels.") from None
    except Exception:  # decoders raise anything on a damaged file
        raise Refused(DAMAGED) from None
    if not frames:
        raise Refused(DAMAGED)
    lossy = kind in {"jpeg", "heic"} or (kind == "webp" and not _is_lossless_webp(source))
    return Decoded(frames, tuple(durations), lossy, quality, subsampling, words)


def _check_sizes(picture: Image.Image) -> None:
    """By the header, before anything is unpacked."""
    frames = getattr(picture, "n_frames", 1)
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS:
        raise Refused("The picture is larger than 40 megapixels.")
    if frames > MOST_FRAMES:
        raise Refused(f"The picture has more than {MOST_FRAMES} frames.")
    if frames * pixels > MOST_PIXELS_IN_ALL:
        raise Refused("The frames of the picture are too large together.")


def _frames_of(picture: Image.Image, kind: str) -> Iterator[Image.Image]:
    """Frames and pages; of photographs the main picture only: previews, depth and gain maps are left behind."""
    if kind in {"jpeg", "heic", "bmp"}:
        picture.load()
        yield picture
        return
    for frame in ImageSequence.Iterator(picture):
        if frame.width * frame.height > MOST_PIXELS:  # pages of a TIFF differ in size
            raise Refused("The picture is larger than 40 megapixels.")
        if kind == "tiff" and frame.tag_v2.get(NEW_SUBFILE_TYPE, 0) & REDUCED:  # type: ignore[attr-defined]
            continue
        yield frame


def _upright(frame: Image.Image) -> Image.Image:
    frame.load()
    try:
        return ImageOps.exif_transpose(frame)
    except Exception:  # an EXIF block that cannot be read turns nothing
        return frame


def _pixels(frame: Image.Image) -> NDArray:
    if frame.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in frame.info:
        frame = frame.convert("RGBA")
        ground = Image.new("RGBA", frame.size, (255, 255, 255, 255))
        frame = Image.alpha_composite(ground, frame).convert("RGB")
    if frame.mode.startswith("I;16"):
        return np.asarray(frame).astype(np.uint16)
    if frame.mode in {"I", "F"}:
        return _sixteen_bits(np.asarray(frame))
    if frame.mode == "1":
        frame = frame.convert("L")
    return np.array(frame if frame.mode in {"L", "RGB"} else frame.convert("RGB"))


def _sixteen_bits(values: NDArray) -> NDArray[np.uint16]:
    """Values as they are when they fit 16 bits, else stretched over them."""
    if not np.isfinite(values).all():
        raise Refused(DAMAGED)
    low, high = float(values.min()), float(values.max())
    if values.dtype.kind == "i" and low >= 0 and high <= 65535:
        return values.astype(np.uint16)
    return np.round((values.astype(np.float64) - low) * (65535 / max(high - low, 1e-12))).astype(np.uint16)


def _jpeg_settings(picture: Any) -> tuple[int, int]:
    from PIL import JpegImagePlugin

    quality = _quality(picture.quantization.get(0))
    try:
        subsampling = JpegImagePlugin.get_sampling(picture)
    except Exception:  # CMYK and other layers
        subsampling = -1
    return quality, subsampling


# ITU-T T.81, Annex K, table K.1, in zig-zag-free (row) order: the tables nearly every encoder scales
LUMINANCE = (
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
)  # fmt: skip


def _quality(table: Iterable[int] | None) -> int:
    """The quality whose standard table is nearest: a table of the file's own could carry a message."""
    if table is None:
        return 0
    own = np.array(list(table), float)
    if own.size != len(LUMINANCE):
        return 0
    standard = np.array(LUMINANCE, float)
    percents = {q: 5000 / q if q < 50 else 200 - 2 * q for q in range(30, 101)}
    tables = {q: np.clip(np.floor((standard * p + 50) / 100), 1, 255) for q, p in percents.items()}
    return min(tables, key=lambda q: float(np.abs(tables[q] - own).sum()))


def _is_lossless_webp(source: Path) -> bool:
    with source.open("rb") as file:
        return b"VP8L" in file.read(64)


PRINTABLE = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}|(?:[\x20-\x7e]\x00){4,}|(?:\x00[\x20-\x7e]){4,}")
METADATA = frozenset((*range(0xE0, 0xF0), 0xFE))  # JPEG markers APP0 to APP15 and COM (ITU-T T.81, table B.1)
MOST_BYTES = 4_000_000


def _strings(picture: Image.Image, source: Path, kind: str) -> Iterator[str]:
    """Every piece of text the container holds, in any field."""
    yield from _texts(picture.info)
    exif = picture.getexif()
    yield from _texts(dict(exif))
    for directory in (0x8769, 0x8825, 0xA005):  # EXIF, GPS, interoperability
        yield from _texts(exif.get_ifd(directory))
    if kind in {"jpeg", "png"}:
        for part in _side_parts(source.read_bytes(), kind):
            yield from _texts(part)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        for run in PRINTABLE.findall(value[:MOST_BYTES]):
            yield run.replace(b"\0", b"").decode("utf-8", "replace")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(key)
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def _side_parts(data: bytes, kind: str) -> Iterator[bytes]:
    """Segments and chunks that are not pixels, and whatever follows the end marker."""
    position = 2 if kind == "jpeg" else 8
    while position + 8 <= len(data):
        if kind == "jpeg":
            if data[position] != 0xFF or data[position + 1] == 0xDA:
                break
            length = 2 + int.from_bytes(data[position + 2 : position + 4], "big")
            pixels = data[position + 1] not in METADATA
        else:
            length = 12 + int.from_bytes(data[position : position + 4], "big")
            pixels = data[position + 4 : position + 8] == b"IDAT"
        if not pixels:
            yield data[position : position + length]
        position += max(length, 2)
    end = data.rfind(b"\xff\xd9") if kind == "jpeg" else position
    if 0 <= end < len(data):
        yield data[end:]

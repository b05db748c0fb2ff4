"""Pictures: decode to pixels, look, cover, write a new file whose header we chose ourselves."""

import secrets
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pi_heif
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence

from scrubber.media.admitting import MOST_FRAMES, MOST_PIXELS, Refused
from scrubber.media.checking import leftovers_in_file, leftovers_in_pixels
from scrubber.media.covering import cover, share_covered
from scrubber.media.looking import MOST_COVERED, look, union
from scrubber.media.result import Box, MediaResult, Order
from scrubber.media.windows import renderings

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
JPEG_QUALITY = 92
MIMES = {".jpg": "image/jpeg", ".png": "image/png"}


def clean(source: Path, out_dir: Path, order: Order) -> MediaResult:
    """Rebuild one picture.

    Raises:
        Refused: damaged, too large, or not what it claims to be.
    """
    frames = [np.array(frame) for frame in _decode(source)]
    looks = [look(_views(frame), must_hide=order.must_hide, photo=frame.ndim == 3) for frame in frames]
    masks = (*union(looks), *order.boxes)
    doubts = [doubt for one in looks for doubt in one.doubts]
    for index, frame in enumerate(frames):
        cover(frame, masks, frame=index)
        doubts += leftovers_in_pixels(_views(frame), masks, must_hide=order.must_hide)
    if any(share_covered(frame.shape[0], frame.shape[1], masks) > MOST_COVERED for frame in frames):
        doubts.append("More than a quarter of the picture had to be covered.")
    files = [_write(Image.fromarray(frame), out_dir, lossy=order.kind in {"jpeg", "webp", "heic"}) for frame in frames]
    for file in files:
        doubts += leftovers_in_file(file, order.must_hide)
    return _result(order, frames, files, masks, tuple(dict.fromkeys(doubts)))


def _result(
    order: Order, frames: Sequence[NDArray], files: Sequence[Path], masks: Sequence[Box], doubts: tuple[str, ...]
) -> MediaResult:
    height, width = frames[0].shape[:2]
    counts = {why: sum(box.why == why for box in masks) for why in ("text", "code", "face")}
    return MediaResult(
        "held" if doubts else "cleaned", tuple(files), MIMES[files[0].suffix], width, height, len(frames), tuple(masks),
        doubts, {"kind": order.kind, "frames": len(frames), "masks": len(masks), **counts},
    )  # fmt: skip


def _views(frame: NDArray) -> list[NDArray[np.uint8]]:
    return renderings(frame) if frame.dtype != np.uint8 else [frame]


def _decode(source: Path) -> list[Image.Image]:
    """Every frame upright, opaque, without palette or profile."""
    frames = []
    try:
        with Image.open(source) as picture:
            if getattr(picture, "n_frames", 1) > MOST_FRAMES:
                raise Refused(f"The picture has more than {MOST_FRAMES} frames.")
            for frame in ImageSequence.Iterator(picture):
                frames.append(_flat(ImageOps.exif_transpose(frame)))
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused("The picture is larger than 40 megapixels.") from None
    except Exception:  # decoders raise anything on a damaged file
        raise Refused("The file is damaged or not what it claims to be.") from None
    return frames


def _flat(frame: Image.Image) -> Image.Image:
    """Opaque RGB or greyscale in a new picture that shares no metadata with the old one."""
    if frame.mode in {"RGBA", "LA", "PA"} or "transparency" in frame.info:
        frame = frame.convert("RGBA")
        ground = Image.new("RGBA", frame.size, (255, 255, 255, 255))
        frame = Image.alpha_composite(ground, frame).convert("RGB")
    wanted = frame.mode if frame.mode in {"RGB", "L", "I;16"} else "RGB"
    pixels = frame.convert(wanted)
    fresh = Image.new(wanted, pixels.size)
    fresh.paste(pixels)
    return fresh


def _write(picture: Image.Image, out_dir: Path, *, lossy: bool) -> Path:
    path = out_dir / (secrets.token_hex(16) + (".jpg" if lossy else ".png"))
    if lossy:
        picture.save(path, quality=JPEG_QUALITY)
    else:
        picture.save(path)
    return path

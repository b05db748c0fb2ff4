"""Decode to pixels, cover, write a new file whose header we chose ourselves."""

import secrets
from collections.abc import Sequence
from pathlib import Path

import pi_heif
from PIL import Image, ImageDraw, ImageOps, ImageSequence

from scrubber.media.admitting import MOST_FRAMES, MOST_PIXELS, PICTURES, kind_of
from scrubber.media.result import Box, MediaResult

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
JPEG_QUALITY = 92
MIMES = {"jpeg": "image/jpeg", "png": "image/png"}


def clean_file(
    source: Path,
    out_dir: Path,
    *,
    filename_hint: str = "",
    must_hide: Sequence[str] = (),
    extra_boxes: Sequence[Box] = (),
) -> MediaResult:
    """Rebuild one file into `out_dir` under a new random name.

    Args:
        source: the upload; its name is never used.
        must_hide: words known to identify, to be covered wherever they are read.
        extra_boxes: boxes the author drew.

    Returns:
        the verdict; on any doubt "held", on anything not on the list "rejected".
    """
    with source.open("rb") as file:
        kind = kind_of(file.read(132))
    if kind is None:
        return _refused("This kind of file is not accepted. Use a picture, DICOM or PDF.")
    if kind not in PICTURES:
        return MediaResult(
            "held", reasons=(f"{kind.upper()} files are held: a person has to look at them.",), report={"kind": kind}
        )
    try:
        frames = _decode(source)
    except Image.DecompressionBombError:
        return _refused("The picture is larger than 40 megapixels.")
    except Exception as error:  # a decoder can raise anything on a hostile file: never published
        return MediaResult(
            "rejected", reasons=("The file is damaged or not what it claims to be.",),
            report={"kind": kind, "error": type(error).__name__},
        )  # fmt: skip
    covered = [_covered(frame, index, extra_boxes) for index, frame in enumerate(frames)]
    written = [_write(frame, out_dir, lossy=kind in {"jpeg", "webp", "heic"}) for frame in covered]
    mime = MIMES["jpeg" if written[0].suffix == ".jpg" else "png"]
    return MediaResult(
        "cleaned", tuple(written), mime, *covered[0].size, len(covered), tuple(extra_boxes),
        report={"kind": kind, "frames": len(covered), "masks": len(extra_boxes)},
    )  # fmt: skip


def _decode(source: Path) -> list[Image.Image]:
    """Every frame upright, opaque, without palette or profile."""
    frames = []
    with Image.open(source) as picture:
        if getattr(picture, "n_frames", 1) > MOST_FRAMES:
            raise ValueError("too many frames")
        for frame in ImageSequence.Iterator(picture):
            frames.append(_flat(ImageOps.exif_transpose(frame)))
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


def _covered(frame: Image.Image, index: int, boxes: Sequence[Box]) -> Image.Image:
    draw = ImageDraw.Draw(frame)
    for box in boxes:
        if box.frame in (None, index):
            draw.rectangle((box.x, box.y, box.x + box.w - 1, box.y + box.h - 1), fill=0)
    return frame


def _write(frame: Image.Image, out_dir: Path, *, lossy: bool) -> Path:
    path = out_dir / (secrets.token_hex(16) + (".jpg" if lossy else ".png"))
    if lossy:
        frame.convert("RGB" if frame.mode not in {"L", "RGB"} else frame.mode).save(path, quality=JPEG_QUALITY)
    else:
        frame.save(path)
    return path


def _refused(reason: str) -> MediaResult:
    return MediaResult("rejected", reasons=(reason,), report={"reason": reason})

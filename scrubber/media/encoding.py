"""New files around plain pixels: a header of our own, the fewest fields a viewer needs."""

import secrets
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

QUALITY = 92  # where the source had none of its own
PNG_EFFORT = 3  # zlib level: 6 takes three times as long for 3 % less
MIMES = {".jpg": "image/jpeg", ".png": "image/png"}


def new_path(out_dir: Path, suffix: str) -> Path:
    """A path under a random name: the upload's name is itself an identifier."""
    return out_dir / (secrets.token_hex(16) + suffix)


def write_still(frame: NDArray, out_dir: Path, *, lossy: bool = False, quality: int = 0, subsampling: int = -1) -> Path:
    """One frame (HxW uint8/uint16 or HxWx3 uint8) as PNG, or as JPEG of the source's own quality."""
    path = new_path(out_dir, ".jpg" if lossy and frame.dtype == np.uint8 else ".png")
    picture = Image.fromarray(frame)
    if path.suffix == ".jpg":
        picture.save(path, quality=quality or QUALITY, subsampling=subsampling if subsampling in (0, 1, 2) else 0)
    else:
        picture.save(path, compress_level=PNG_EFFORT)
    return path


def write_loop(frames: Sequence[NDArray], durations: Sequence[int], out_dir: Path) -> Path:
    """Frames of one size as an animated PNG that repeats; `durations` in milliseconds."""
    path = new_path(out_dir, ".png")
    first, *others = (Image.fromarray(frame) for frame in frames)
    first.save(
        path, save_all=True, append_images=others, duration=list(durations), loop=0, disposal=0, blend=0,
        compress_level=PNG_EFFORT,
    )  # fmt: skip
    return path


def write_pages(frames: Sequence[NDArray], out_dir: Path) -> Path:
    """Pages of any size as one TIFF, packed without loss."""
    path = new_path(out_dir, ".tiff")
    first, *others = (Image.fromarray(frame) for frame in frames)
    first.save(path, save_all=True, append_images=others, compression="tiff_adobe_deflate")
    return path

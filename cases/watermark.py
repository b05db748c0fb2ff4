"""The viewer's handle over what is served, where the site asks for it: a screenshot names its source.

Drawn at every serving and never stored, so no file on disk belongs to one viewer; the answer is private to their browser.
"""

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

STRENGTH = 0.28  # share of white laid over the picture: readable, and the picture is still readable under it
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP", ".gif": "PNG"}


def marked_picture(data: bytes, suffix: str, words: str) -> tuple[bytes, str]:
    """An encoded picture with the words over it, and its type (a loop keeps its first frame)."""
    kind = FORMATS.get(suffix, "PNG")
    with Image.open(io.BytesIO(data)) as image:
        marked = over(image, words)
    buffer = io.BytesIO()
    options: dict[str, Any] = {"quality": 92} if kind == "JPEG" else {}
    marked.save(buffer, kind, **options)
    return buffer.getvalue(), f"image/{kind.lower()}"


def over(image: Image.Image, words: str) -> Image.Image:
    """The picture, 8 bits a channel, with the words over it."""
    base = image if image.mode in {"L", "RGB"} else image.convert("RGB")
    mask = Image.fromarray((_mask(base.size, words) * 255 * STRENGTH).astype(np.uint8))
    white = Image.new(base.mode, base.size, 255 if base.mode == "L" else (255, 255, 255))
    return Image.composite(white, base, mask)


def over_values(values: NDArray[Any], words: str) -> NDArray[Any]:
    """Stored values with the words lifted towards the frame's highest value, whatever window is set."""
    mask = _mask((values.shape[1], values.shape[0]), words)
    high = float(values.max())
    return (values + (high - values.astype(np.float32)) * mask * STRENGTH).astype(values.dtype)


def _mask(size: tuple[int, int], words: str) -> NDArray[np.float32]:
    """0..1, the words in rows across the picture, shifted row by row so that no crop is free of them."""
    width, height = size
    font = ImageFont.load_default(size=max(12, min(size) // 22))
    canvas = Image.new("L", size, 0)
    draw = ImageDraw.Draw(canvas)
    step_x, step_y = int(draw.textlength(words, font=font) * 1.6) + 1, max(24, min(size) // 6)
    for row, y in enumerate(range(step_y // 3, height, step_y)):
        for x in range(-(row % 2) * step_x // 2, width, step_x):
            draw.text((x, y), words, fill=255, font=font)
    return np.asarray(canvas, dtype=np.float32) / 255

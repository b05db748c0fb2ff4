"""Pictures to plant into, and text that knows the box it covers."""

import random
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Box = tuple[int, int, int, int]
DEMO = Path(__file__).resolve().parents[3] / "config" / "demo" / "pictures"
FACE = Path(__file__).with_name("astronaut.jpg")
FACE_BOX = (84, 58, 88, 118)  # of the face within that file: brow to chin, cheek to cheek


def xray(width: int, height: int, dice: random.Random) -> Image.Image:
    return _photograph("chest-nodules.jpg", width, height, dice).convert("L")


def ct(width: int, height: int, dice: random.Random) -> Image.Image:
    return _photograph("abdomen-ct.jpg", width, height, dice).convert("L")


def retina(width: int, height: int, dice: random.Random) -> Image.Image:
    return _photograph("retina-left.jpg", width, height, dice).convert("RGB")


def histology(width: int, height: int, dice: random.Random) -> Image.Image:
    return _photograph("colon-ihc.jpg", width, height, dice).convert("RGB")


def ultrasound(width: int, height: int, dice: random.Random) -> Image.Image:
    """A speckled fan on black, as an echo screen."""
    noise = np.random.default_rng(dice.randrange(1 << 30))
    y, x = np.mgrid[0:height, 0:width]
    radius = np.hypot(x - width / 2, y + height * 0.05) / height
    angle = np.abs(np.arctan2(x - width / 2, y + height * 0.05))
    tissue = 60 + 50 * np.sin(radius * 14) + 30 * np.cos(angle * 9)
    fan = (radius < 0.9) & (radius > 0.12) & (angle < 0.62)
    speckle = cv2.GaussianBlur(noise.rayleigh(1.0, (height, width)), (3, 3), 0)
    return Image.fromarray(np.where(fan, np.clip(tissue * speckle * 0.8, 0, 255), 0).astype(np.uint8))


def skin(width: int, height: int, dice: random.Random, tone: tuple[int, int, int] = (206, 160, 132)) -> Image.Image:
    """Skin under a lamp: soft shade, pores, a lesion."""
    noise = np.random.default_rng(dice.randrange(1 << 30))
    coarse = cv2.resize(noise.normal(0, 1, (12, 16)), (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
    fine = cv2.GaussianBlur(noise.normal(0, 1, (height, width)), (3, 3), 0)[..., None]
    pixels = np.clip(np.array(tone) + coarse * 7 + fine * 5, 0, 255)
    y, x = np.mgrid[0:height, 0:width]
    spot = np.exp(-((((x - width * 0.7) / (width * 0.09)) ** 2 + ((y - height * 0.65) / (height * 0.08)) ** 2) ** 2))
    return Image.fromarray((pixels * (1 - 0.45 * spot[..., None] * np.array([0.6, 1, 1]))).astype(np.uint8))


def _photograph(name: str, width: int, height: int, dice: random.Random) -> Image.Image:
    with Image.open(DEMO / name) as picture:
        picture = picture.convert("RGB")
        shift = dice.uniform(0, 0.04)
        box = tuple(round(side * part) for side, part in zip(picture.size * 2, (shift, shift, 1, 1), strict=True))
        return picture.crop(box).resize((width, height), Image.Resampling.LANCZOS)


def write(
    picture: Image.Image,
    at: tuple[int, int],
    text: str,
    *,
    size: int = 20,
    fill: object = 255,
    turn: int = 0,
    opacity: float = 1.0,
) -> Box:
    """Draw `text` and return the tight box of its ink; `turn` in degrees, counter-clockwise."""
    font = ImageFont.load_default(size)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(text))
    mask = Image.new("L", (right - left + 2, bottom - top + 2))
    ImageDraw.Draw(mask).text((1 - left, 1 - top), text, fill=255, font=font)
    return _paste(picture, at, mask, fill, turn, opacity)


def write_by_hand(
    picture: Image.Image,
    at: tuple[int, int],
    text: str,
    *,
    scale: float = 1.0,
    fill: object = 255,
    turn: float = 0,
    thickness: int = 2,
    opacity: float = 1.0,
) -> Box:
    """Draw `text` in a Hershey script, slanted and uneven, as a pen would."""
    face = cv2.FONT_HERSHEY_SCRIPT_SIMPLEX
    (width, height), base = cv2.getTextSize(text, face, scale, thickness)
    canvas = np.zeros((height + base + 24, width + 24), np.uint8)
    cv2.putText(canvas, text, (8, height + 10), face, scale, 255, thickness, cv2.LINE_AA)
    mask = Image.fromarray(canvas)
    mask = mask.crop(mask.getbbox())
    return _paste(picture, at, mask, fill, turn, opacity)


def _paste(
    picture: Image.Image, at: tuple[int, int], mask: Image.Image, fill: object, turn: float, opacity: float
) -> Box:
    mask = mask.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC if turn % 90 else Image.Resampling.NEAREST)
    ink = mask.crop(mask.getbbox())
    weak = ink.point(lambda value: round(value * opacity))
    x = max(0, min(at[0], picture.width - ink.width))
    y = max(0, min(at[1], picture.height - ink.height))
    assert ink.width <= picture.width and ink.height <= picture.height, "the text does not fit"
    picture.paste(Image.new(picture.mode, ink.size, fill), (x, y), weak)  # type: ignore[arg-type]
    return x, y, ink.width, ink.height


def face(height: int) -> tuple[Image.Image, Box]:
    """A real face, `height` pixels from brow to chin, and its box."""
    with Image.open(FACE) as picture:
        scale = height / FACE_BOX[3]
        size = (round(picture.width * scale), round(picture.height * scale))
        x, y, w, h = (round(side * scale) for side in FACE_BOX)
        return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS), (x, y, w, h)


def pixels(picture: Image.Image) -> NDArray[np.uint8]:
    return np.array(picture)


SCENES: tuple[tuple[str, Callable[[int, int, random.Random], Image.Image]], ...] = (
    ("xray", xray), ("ct", ct), ("ultrasound", ultrasound), ("retina", retina), ("histology", histology), ("skin", skin),
)  # fmt: skip

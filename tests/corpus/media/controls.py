"""Clean pictures: nothing in them may change."""

import random

import numpy as np
from PIL import Image, ImageDraw

from tests.corpus.media import containers, drawing
from tests.corpus.media.dicom_headers import plain, written
from tests.corpus.media.manifest import Corpus


def add_controls(corpus: Corpus, dice: random.Random) -> None:
    """Twelve pictures without any text, code or face."""
    for number, (scene, draw) in enumerate(drawing.SCENES):
        _add(corpus, f"control-{scene}", draw(560, 440, dice), lossless=bool(number % 2))
    _add(corpus, "control-large-retina", drawing.retina(1400, 1200, dice), lossless=False)
    _add(
        corpus,
        "control-noise",
        Image.fromarray(np.random.default_rng(7).integers(0, 255, (300, 400), dtype=np.uint8)),
        lossless=True,
    )
    _add(
        corpus,
        "control-ramp",
        Image.fromarray(np.tile(np.linspace(0, 255, 480).astype(np.uint8), (320, 1))),
        lossless=True,
    )
    _add(corpus, "control-trace", _trace(), lossless=True)
    for number in range(2):
        data, values = plain(dice)
        corpus.add(f"control-ct-{number}.dcm", written(data), "control", frames=[values], lossless=True)


def _trace() -> Image.Image:
    """An ECG-like line on squared paper."""
    picture = Image.new("RGB", (720, 300), (255, 250, 246))
    pen = ImageDraw.Draw(picture)
    for step in range(0, 720, 12):
        pen.line((step, 0, step, 300), fill=(246, 190, 180))
        pen.line((0, step, 720, step), fill=(246, 190, 180))
    beats = [
        (x, 150 - (90 if x % 120 == 60 else -18 if x % 120 == 66 else 12 if 80 < x % 120 < 98 else 0))
        for x in range(0, 720, 6)
    ]
    pen.line(beats, fill=(20, 20, 20), width=2)
    return picture


def _add(corpus: Corpus, stem: str, picture: Image.Image, *, lossless: bool) -> None:
    suffix, content = ("png", containers.png(picture)) if lossless else ("jpg", containers.jpeg(picture))
    corpus.add(f"{stem}.{suffix}", content, "control", frames=[np.array(picture)], lossless=lossless)

"""The hard tier: handwriting, ink on skin, text in a sliver of the grey range, faint text, half faces."""

import io
import random

import numpy as np
from PIL import Image

from tests.corpus.media import containers, drawing
from tests.corpus.media.burned_in import lines_of, white
from tests.corpus.media.dicom_headers import plain, put, written
from tests.corpus.media.manifest import Corpus, Planted
from tests.corpus.media.people import person

TONES = ((236, 200, 178), (206, 160, 132), (150, 104, 78), (92, 62, 48))


def add_hard(corpus: Corpus, dice: random.Random) -> None:
    """Twenty-six files with some eighty identifiers; held counts as found."""
    for number in range(6):
        _handwriting(corpus, dice, number)
    for number, tone in enumerate(TONES):
        _tattoo(corpus, dice, number, tone)
    for number in range(5):
        _narrow_window(corpus, dice, number)
    for number in range(5):
        _faint(corpus, dice, number)
    for number in range(4):
        _half_face(corpus, dice, number)
    _vertical_letters(corpus, dice)
    _busy(corpus, dice)


def _handwriting(corpus: Corpus, dice: random.Random, number: int) -> None:
    """A pen on paper, or a grease pencil on a film."""
    paper = number % 2 == 0
    picture = Image.new("RGB", (640, 480), (240, 236, 226)) if paper else drawing.xray(640, 480, dice)
    ink = [(30, 40, 120), (20, 20, 20), (150, 30, 40)][number % 3] if paper else 250
    planted = []
    for line, (text, kind) in enumerate(lines_of(person(dice), dice)):
        at, scale = (30, 40 + 100 * line), 0.9 + 0.15 * (number % 3)
        box = drawing.write_by_hand(
            picture, at, text, scale=scale, fill=ink, turn=dice.uniform(-5, 5), thickness=1 + number % 2
        )
        planted.append(Planted(text, f"handwritten {kind}", box))
    corpus.add(f"hard-handwriting-{number}.jpg", containers.jpeg(picture), "hard", planted, frames=[np.array(picture)])


def _tattoo(corpus: Corpus, dice: random.Random, number: int, tone: tuple[int, int, int]) -> None:
    picture = drawing.skin(640, 480, dice, tone)
    who = person(dice)
    ink = tuple(round(level * 0.35) for level in tone)
    planted = [
        Planted(who.first, "tattooed name", drawing.write_by_hand(picture, (60, 80), who.first, scale=2.0, fill=ink, turn=dice.uniform(-12, 12), thickness=3, opacity=0.8)),
        Planted(f"{who.born[2]}.{who.born[1]}.{who.born[0]}", "tattooed date",
                drawing.write(picture, (300, 330), f"{who.born[2]}.{who.born[1]}.{who.born[0]}", size=34, fill=ink, opacity=0.75)),
    ]  # fmt: skip
    corpus.add(f"hard-tattoo-{number}.jpg", containers.jpeg(picture), "hard", planted, frames=[np.array(picture)])


def _narrow_window(corpus: Corpus, dice: random.Random, number: int) -> None:
    """Sixteen bits deep; the text differs from its ground by a handful of stored values."""
    picture = drawing.ct(560, 420, dice)
    values = np.array(picture).astype(np.uint16) * 200 + 300
    planted = []
    for line, (text, kind) in enumerate(lines_of(person(dice), dice)[:3]):
        layer = Image.new("L", picture.size)
        x, y, w, h = drawing.write(layer, (20, 20 + 130 * line), text, size=24)
        ground = (0, 20, 300, 52_000, 64_000)[number]
        values[max(0, y - 8) : y + h + 8, max(0, x - 8) : x + w + 8] = ground
        values += (np.array(layer) > 128).astype(np.uint16) * (24, 30, 60, 80, 120)[number]
        planted.append(Planted(text, f"narrow-window {kind}", (x, y, w, h)))
    if number % 2:
        data, _ = plain(dice)
        put(data, values, bits=16)
        corpus.add(f"hard-narrow-{number}.dcm", written(data), "hard", planted, frames=[values], lossless=True)
        return
    stream = io.BytesIO()
    Image.fromarray(values).save(stream, "PNG")
    corpus.add(f"hard-narrow-{number}.png", stream.getvalue(), "hard", planted, frames=[values], lossless=True)


def _faint(corpus: Corpus, dice: random.Random, number: int) -> None:
    scene, draw = drawing.SCENES[number]
    picture = draw(640, 480, dice)
    planted = []
    for line, (text, kind) in enumerate(lines_of(person(dice), dice)[:3]):
        box = drawing.write(
            picture, (40, 40 + 150 * line), text, size=(16, 22, 30)[line], fill=white(picture), opacity=0.16
        )
        planted.append(Planted(text, f"faint {kind} on {scene}", box))
    corpus.add(
        f"hard-faint-{number}.png", containers.png(picture), "hard", planted, frames=[np.array(picture)], lossless=True
    )


def _half_face(corpus: Corpus, dice: random.Random, number: int) -> None:
    """Half out of the frame, or with the eyes behind a bar."""
    picture = Image.new("RGB", (480, 400), (86, 104, 122))
    portrait, (x, y, w, h) = drawing.face(150)
    if number < 2:
        left = -x - w // 2 if number == 0 else 480 - x - w // 2
        picture.paste(portrait, (left, 40))
        box = (0 if number == 0 else 480 - w // 2, 40 + y, w // 2, h)
    elif number == 2:
        picture.paste(portrait, (60, 40))
        picture.paste((0, 0, 0), (60 + x - 8, 40 + y + h // 4, 60 + x + w + 8, 40 + y + h // 2))
        box = (60 + x, 40 + y, w, h)
    else:
        picture.paste(portrait.crop((0, 0, portrait.width, y + h // 2)), (60, 400 - y - h // 2))
        box = (60 + x, 400 - h // 2, w, h // 2)
    corpus.add(
        f"hard-half-face-{number}.jpg",
        containers.jpeg(picture),
        "hard",
        [Planted("face", "half face", box)],
        frames=[np.array(picture)],
    )


def _vertical_letters(corpus: Corpus, dice: random.Random) -> None:
    picture = drawing.xray(480, 560, dice)
    who = person(dice)
    boxes = [
        drawing.write(picture, (30, 20 + 34 * index), letter, size=26, fill=255)
        for index, letter in enumerate(who.last.upper()[:14])
    ]
    right, bottom = max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    planted = [Planted(who.last, "stacked letters", (left, top, right - left, bottom - top))]
    corpus.add("hard-stacked.png", containers.png(picture), "hard", planted, frames=[np.array(picture)], lossless=True)


def _busy(corpus: Corpus, dice: random.Random) -> None:
    """Dark text over dark, coloured tissue."""
    picture = drawing.histology(640, 480, dice)
    planted = []
    for line, (text, kind) in enumerate(lines_of(person(dice), dice)[:3]):
        planted.append(
            Planted(
                text,
                f"{kind} on busy tissue",
                drawing.write(picture, (40, 40 + 150 * line), text, size=22, fill=(90, 50, 40)),
            )
        )
    corpus.add("hard-busy.png", containers.png(picture), "hard", planted, frames=[np.array(picture)], lossless=True)

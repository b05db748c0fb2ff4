"""Pictures with identifiers drawn into their pixels: captions, stickers, codes, faces, single frames of loops."""

import random

import numpy as np
from PIL import Image

from tests.corpus.media import containers, drawing
from tests.corpus.media.manifest import Benign, Corpus, Planted
from tests.corpus.media.people import Person, person

BENIGN = (
    ("L", "5 cm"), ("R", "AP"), ("MI 1.2", "TIs 0.4"), ("PA", "ERECT"), ("120 kV", "5.0 mm"), ("FR 42Hz", "10 cm"),
    ("SUPINE", "PORTABLE"), ("LAT", "R"), ("25 mm/s", "10 mm/mV"), ("T2", "FLAIR"), ("aVR", "V5"), ("II", "aVF"),
    ("MLO", "2 cm"), ("AXIAL", "3 mm"), ("W 350 L 40", "R"), ("Gain 60 dB", "8 cm"), ("Lt", "1.5T"), ("DWI", "ADC"), ("TE 90", "TR 4000"),
)  # fmt: skip
SIZES = (14, 18, 22, 28)


def add_burned_in(corpus: Corpus, dice: random.Random) -> None:
    """Text on every kind of ground and at every angle, then codes, faces and loops."""
    for number, benign in enumerate(BENIGN):
        _add_captioned(corpus, dice, number, benign)
    for number, style in enumerate(
        ("turned", "upside-down", "mirrored", "low-contrast", "on-noise", "tiny", "colour", "sticker")
    ):
        _add_styled(corpus, dice, number, style)
    for kind in ("QRCode", "DataMatrix", "Code128", "Aztec", "PDF417"):
        _add_code(corpus, dice, kind)
    for number, (height, turn) in enumerate(((60, 0), (110, 0), (160, 0), (90, 90), (100, 180), (36, 0), (120, 0))):
        _add_face(corpus, dice, number, height, turn)
    _add_large(corpus, dice)
    for kind, suffix in (("GIF", "gif"), ("PNG", "png"), ("WEBP", "webp"), ("TIFF", "tif")):
        _add_loop(corpus, dice, kind, suffix)


def lines_of(who: Person, dice: random.Random) -> list[tuple[str, str]]:
    """Some lines as scanners write them: (text, kind)."""
    lines = [
        (who.name.upper(), "name"), (f"{who.last}, {who.first}", "name"), (f"MRN {who.number}", "number"), (f"DOB {who.born_slashed}", "date"),
        (who.hospital, "place"), (f"Dr {who.doctor}", "clinician"), (f"Acc {who.accession}", "number"), ("17-Mar-2024 11:42", "date"),
        (who.phone, "phone"),
    ]  # fmt: skip
    return dice.sample(lines, 4)


def white(picture: Image.Image) -> object:
    return 255 if picture.mode == "L" else (255, 255, 255)


def _add_captioned(corpus: Corpus, dice: random.Random, number: int, benign: tuple[str, str]) -> None:
    scene, draw = drawing.SCENES[number % 5]
    picture = draw(640, 480, dice)
    size = SIZES[number % len(SIZES)]
    planted = []
    for line, (text, kind) in enumerate(lines_of(person(dice), dice)):
        at = (12, 12 + line * (size + 14)) if line < 2 else (12, 480 - (line - 1) * (size + 18))
        planted.append(
            Planted(
                text, f"burned-in {kind} on {scene}", drawing.write(picture, at, text, size=size, fill=white(picture))
            )
        )
    kept = [
        Benign(text, drawing.write(picture, (545, 40 + 330 * line), text, size=20, fill=white(picture)))
        for line, text in enumerate(benign)
    ]
    suffix, content = ("jpg", containers.jpeg(picture)) if number % 2 else ("png", containers.png(picture))
    corpus.add(
        f"burned-{scene}-{number:02}.{suffix}",
        content,
        "image",
        planted,
        kept,
        frames=[np.array(picture)],
        lossless=suffix == "png",
    )


def _add_styled(corpus: Corpus, dice: random.Random, number: int, style: str) -> None:
    _scene, draw = drawing.SCENES[(number + 2) % 5]
    picture = draw(600, 460, dice)
    planted = []
    texts = lines_of(person(dice), dice)[:2]
    for line, (text, kind) in enumerate(texts):
        box = _styled(picture, text, style, line, dice)
        planted.append(Planted(text, f"{style} {kind}", box))
    corpus.add(
        f"styled-{style}.png", containers.png(picture), "image", planted, frames=[np.array(picture)], lossless=True
    )


def _styled(picture: Image.Image, text: str, style: str, line: int, dice: random.Random) -> drawing.Box:
    grey = picture.mode == "L"
    if style == "turned":
        return drawing.write(picture, (20 + 540 * line, 30), text, size=22, fill=white(picture), turn=90 - 180 * line)
    if style == "upside-down":
        return drawing.write(picture, (30, 40 + 330 * line), text, size=24, fill=white(picture), turn=180)
    if style == "mirrored":
        layer = Image.new("L", picture.size)
        x, y, w, h = drawing.write(layer, (30, 40 + 330 * line), text, size=26)
        picture.paste(
            Image.new(picture.mode, picture.size, white(picture)),
            (0, 0),
            layer.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        )
        return picture.width - x - w, y, w, h
    if style == "low-contrast":
        return drawing.write(picture, (30, 40 + 330 * line), text, size=26, fill=white(picture), opacity=0.3)
    if style == "on-noise":
        noise = np.random.default_rng(line).integers(0, 255, (60, 420) if grey else (60, 420, 3), dtype=np.uint8)
        picture.paste(Image.fromarray(noise), (20, 20 + 330 * line))
        return drawing.write(picture, (30, 34 + 330 * line), text, size=30, fill=white(picture))
    if style == "tiny":
        return drawing.write(picture, (30, 40 + 330 * line), text, size=11, fill=white(picture))
    if style == "colour":
        return drawing.write(
            picture,
            (30, 40 + 330 * line),
            text,
            size=24,
            fill=200 if grey else (255, 220, 0) if line else (40, 200, 255),
        )
    sticker = Image.new(picture.mode, (360, 44), white(picture))  # type: ignore[arg-type]
    picture.paste(sticker, (20, 30 + 330 * line))
    return drawing.write(picture, (30, 40 + 330 * line), text, size=24, fill=0 if grey else (0, 0, 0))


def _add_code(corpus: Corpus, dice: random.Random, kind: str) -> None:
    picture = drawing.histology(560, 460, dice)
    code = containers.barcode(person(dice).number, kind, 3).convert("RGB")
    picture.paste(code, (120, 90))
    left, top, right, bottom = code.convert("L").point(lambda value: 255 - value).getbbox()  # without the quiet zone
    box = (120 + left, 90 + top, right - left, bottom - top)
    corpus.add(
        f"code-{kind.lower()}.png",
        containers.png(picture),
        "image",
        [Planted(kind, "code", box)],
        frames=[np.array(picture)],
        lossless=True,
    )


def _add_face(corpus: Corpus, dice: random.Random, number: int, height: int, turn: int) -> None:
    picture = Image.new("RGB", (640, 520), (86, 104, 122))
    portrait, (x, y, w, h) = drawing.face(height)
    if turn:
        portrait = portrait.rotate(turn, expand=True)
        for _ in range(turn // 90):
            x, y, w, h = y, portrait.height - x - w, h, w
    left, top = 40 + 30 * number % 200, 60
    picture.paste(portrait, (left, top))
    if number == 6:
        picture = picture.convert("L")
    box = (left + x, top + y, w, h)
    corpus.add(
        f"face-{height}px-{turn}deg.jpg",
        containers.jpeg(picture),
        "image",
        [Planted("face", "face", box)],
        frames=[np.array(picture)],
    )


def _add_loop(corpus: Corpus, dice: random.Random, kind: str, suffix: str) -> None:
    """Six frames; the name appears in the fourth only."""
    frames = [drawing.ultrasound(320, 260, dice) for _ in range(6)]
    who = person(dice)
    box = drawing.write(frames[3], (10, 12), who.name, size=20)
    options = {"lossless": True} if kind == "WEBP" else {}
    content = containers.animated(frames, kind, **options)
    corpus.add(f"loop-{kind.lower()}.{suffix}", content, "image", [Planted(who.name, f"one frame of a {kind} loop", box, frame=3)],
               frames=[np.array(frame) for frame in frames])  # fmt: skip


def _add_large(corpus: Corpus, dice: random.Random) -> None:
    """A telephone's 12 megapixels, with a sticker in a corner."""
    picture = drawing.retina(4000, 3000, dice)
    who = person(dice)
    planted = [Planted(text, "burned-in on a large picture", drawing.write(picture, (60, 60 + 90 * line), text, size=52, fill=white(picture)))
               for line, text in enumerate((who.name, f"MRN {who.number}"))]  # fmt: skip
    corpus.add("large-retina.jpg", containers.jpeg(picture), "image", planted, frames=[np.array(picture)])

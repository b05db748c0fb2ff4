"""Writing on skin holds a photograph; wounds, labels, captions and a camera's date do not."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from scrubber.media.cleaning import clean_file
from scrubber.media.lines import Found
from scrubber.media.reading import Reading
from scrubber.media.skin import has_ink
from tests.unit.scrubber_media.picture_files import saved


def line(text: str, score: float, x: int, y: int, w: int, h: int) -> Found:
    corners = np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], np.float32)
    return Found(corners, Reading(text, score))


def on_skin(ink: tuple[int, int, int], ground: tuple[int, int, int] = (205, 150, 120)) -> np.ndarray:
    picture = Image.new("RGB", (640, 480), (205, 150, 120))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((180, 190, 480, 260), fill=ground)
    draw.text((200, 200), "Perpetua", fill=ink, font=ImageFont.load_default(40))
    return np.asarray(picture)


@pytest.mark.parametrize(
    ("ink", "ground", "text", "found"),
    [
        ((60, 60, 70), (205, 150, 120), "", True),
        ((60, 60, 70), (205, 150, 120), "Perpetua", True),
        ((120, 40, 30), (205, 150, 120), "", False),
        ((120, 40, 30), (205, 150, 120), "Perpetua", True),
        ((30, 30, 30), (240, 222, 212), "Perpetua", False),
        ((30, 30, 30), (250, 248, 170), "Perpetua", False),
        ((255, 255, 255), (205, 150, 120), "Perpetua", False),
    ],
    ids=[
        "ink",
        "tattoo that is read",
        "a wound",
        "red letters",
        "a label in warm light",
        "a yellow label",
        "a caption",
    ],
)
def test_ink_is_dark_on_skin_and_written_or_greyer_than_skin(ink, ground, text, found):
    assert has_ink(on_skin(ink, ground), line(text, 0.9, 195, 200, 200, 50)) is found


def test_a_day_stamped_by_a_camera_is_no_ink_and_one_in_the_middle_may_be_a_tattoo():
    stamp, tattoo = line("2023-01-27 10:55", 0.99, 430, 440, 200, 30), line("27.01.2023", 0.99, 195, 200, 200, 50)
    skin = on_skin((120, 90, 80)).copy()
    skin[445:465, 440:620:4] = (120, 90, 80)
    assert not has_ink(skin, stamp)
    assert has_ink(skin, tattoo)
    name = line("Perpetua Okafor", 0.99, 430, 440, 200, 30)
    assert has_ink(skin, name)


def test_print_on_a_beige_screen_is_no_ink():
    screen = np.full((480, 640, 3), (232, 220, 208), np.uint8)
    screen[205:245, 200:390:6] = (40, 40, 40)
    assert not has_ink(screen, line("Perpetua", 0.9, 195, 200, 200, 50))


@pytest.mark.parametrize(
    ("ground", "outcome"), [((205, 150, 120), "held"), ((240, 238, 236), "cleaned")], ids=["skin", "label"]
)
def test_a_photograph_of_skin_with_writing_on_it_is_held_and_one_with_a_label_is_covered(tmp_path, ground, outcome):
    source = tmp_path / "upload.png"
    source.write_bytes(saved(Image.fromarray(on_skin((50, 50, 58), ground)), "PNG"))
    result = clean_file(source, tmp_path)
    assert result.outcome == outcome
    assert any("writing on skin" in reason for reason in result.reasons) == (outcome == "held")
    assert result.masks, "the name is covered in either"

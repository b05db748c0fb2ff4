"""What only resembles text or a code stays, so that a picture is of use; what stands among it is found all the same."""

import cv2
import numpy as np
import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from scrubber.media import checking, codes, looking, patterns
from scrubber.media.checking import second_look
from scrubber.media.cleaning import clean_file
from scrubber.media.codes import find_codes
from scrubber.media.faint import beyond_ends
from scrubber.media.lines import Found, boxes_over, is_text, may_stay
from scrubber.media.reading import Reading
from scrubber.media.result import Box
from scrubber.media.windows import renderings
from tests.unit.scrubber_media.picture_files import saved

HEIGHT, WIDTH = 640, 1100


def line(text: str, score: float, x: int, y: int, w: int, h: int) -> Found:
    corners = np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], np.float32)
    return Found(corners, Reading(text, score))


def cells(seed: int = 4, count: int = 550) -> Image.Image:
    """A stained section: dark ovals on pink."""
    dice = np.random.default_rng(seed)
    picture = Image.new("RGB", (800, 700), (236, 200, 222))
    draw = ImageDraw.Draw(picture)
    for x, y in dice.integers(0, (800, 700), (count, 2)):
        wide, high = dice.integers(7, 15, 2)
        draw.ellipse((x, y, x + wide, y + high), fill=(96, 60, 140))
    return picture


@pytest.mark.parametrize(
    ("text", "score", "width", "height"),
    [
        ("nha nba nha nhr nha nh", 0.46, 651, 80),
        ("abnbbbbb", 0.56, 652, 91),
        ("baabrabrababaabr", 0.64, 629, 96),
        ("nonbenbennena nn", 0.28, 629, 70),
        ("25-bbbbbbb", 0.5, 629, 86),
        ("imnnnr", 0.45, 570, 60),
    ],
)
def test_the_beats_of_an_ecg_are_no_text(text, score, width, height):
    assert not is_text(line(text, score, 0, 300, width, height), HEIGHT, WIDTH)


def test_a_name_of_the_same_letters_is_text_where_it_is_read_with_certainty_or_short():
    assert is_text(line("hannah brennan", 0.93, 0, 300, 651, 80), HEIGHT, WIDTH)
    assert is_text(line("hannah brennan", 0.6, 0, 300, 300, 40), HEIGHT, WIDTH)
    assert is_text(line("hannah kowalski", 0.6, 0, 300, 651, 70), HEIGHT, WIDTH)
    assert is_text(line("moira", 0.6, 0, 300, 500, 70), HEIGHT, WIDTH)


def test_rows_of_bones_are_no_text_and_a_number_of_usual_height_is():
    assert not is_text(line("00000", 0.99, 130, 590, 355, 180), 800, 620)
    assert is_text(line("10010", 0.99, 130, 590, 120, 30), 800, 620)
    assert is_text(line("18273", 0.99, 130, 590, 355, 180), 800, 620)


def test_what_is_taller_than_print_is_text_only_where_it_is_read_with_certainty():
    assert not is_text(line("6reaa", 0.51, 200, 34, 314, 87), 400, 400)
    assert is_text(line("Moira", 0.85, 20, 34, 314, 87), 400, 400)
    assert is_text(line("Moira", 0.51, 20, 34, 214, 60), 400, 400)


@pytest.mark.parametrize(("seed", "count"), [(1, 900), (2, 550), (3, 550), (4, 900)])
def test_a_label_among_cells_is_covered(seed, count):
    picture = cells(seed, count)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((138, 636, 274, 682), fill="white")
    draw.text((146, 642), "S24-1827", font=ImageFont.load_default(28), fill="black")
    covered = np.zeros((700, 800), bool)
    for box in looking.look(renderings(np.asarray(picture)), photo=True, faces=False).boxes:
        covered[box.y : box.y + box.h, box.x : box.x + box.w] = True
    assert covered[646:672, 148:266].all()


@pytest.mark.parametrize(("seed", "count"), [(1, 550), (1, 1100), (5, 1200), (14, 1300)])
def test_cells_are_no_codes(seed, count):
    assert find_codes(np.asarray(cells(seed, count).convert("L"))) == []


def test_a_slanted_bar_code_is_covered_to_the_ends_of_its_bars(tmp_path):
    made = zxingcpp.create_barcode("38189351", zxingcpp.BarcodeFormat.Code128)
    bars = np.asarray(Image.fromarray(np.array(zxingcpp.write_barcode_to_image(made, scale=3))).resize((320, 110)))
    sheet = np.full((420, 640), 255, np.uint8)
    sheet[140:250, 150:470] = bars
    turn = cv2.getRotationMatrix2D((320, 200), 9, 1)
    picture = cv2.warpAffine(sheet, turn, (640, 420), borderValue=255)
    (tmp_path / "upload").write_bytes(saved(Image.fromarray(picture), "PNG"))
    result = clean_file(tmp_path / "upload", tmp_path)
    left = np.asarray(Image.open(result.files[0]).convert("L"))
    rows = [line for line in left if np.count_nonzero(np.diff((line < 128).astype(np.int8))) > 12]
    assert rows == []


def test_corners_of_a_slanted_code_move_along_its_bars_and_those_of_an_upright_one_stay():
    upright = np.array([(10, 0), (260, 0), (260, 110), (10, 110)])
    slanted = np.array([(44, 0), (294, 0), (260, 110), (10, 110)])
    assert (codes._to_ends_of_bars(upright) == upright).all()
    moved = codes._to_ends_of_bars(slanted)
    assert moved[:2, 1].max() < -30
    assert moved[2:, 1].min() > 140


def test_one_dark_spot_is_no_code_that_could_not_be_decoded():
    dice = np.random.default_rng(3)
    spot = np.full((60, 60), 220, np.uint8)
    cv2.circle(spot, (30, 30), 18, 40, -1)
    squares = cv2.resize(
        dice.integers(0, 2, (14, 14), dtype=np.uint8) * 200 + 20, (60, 60), interpolation=cv2.INTER_NEAREST
    )
    corners = np.array([(0, 0), (59, 0), (59, 59), (0, 59)])
    assert not codes._is_two_toned(spot, corners)
    assert codes._is_two_toned(squares, corners)


def test_a_number_goes_with_the_covered_words_before_it():
    date, year, far = (
        line("18 Dec", 0.95, 369, 603, 98, 41),
        line("20.4", 0.98, 472, 606, 60, 33),
        line("20.4", 0.98, 72, 606, 60, 33),
    )
    covered, kept = looking._sorted_out([date, year, far], (), 700)
    assert covered == [date]
    assert kept == [far]


def test_a_loose_misreading_around_a_clinical_word_does_not_cover_it():
    word, loose, longer = (
        line("T2", 1.0, 465, 9, 39, 30),
        line("12", 0.76, 450, 4, 56, 44),
        line("12 Rua", 0.76, 450, 4, 56, 44),
    )
    assert looking._sorted_out([word, loose], (), 512) == ([], [word])
    assert looking._sorted_out([word, longer], (), 512)[0] == [longer]


def test_a_second_look_knows_a_line_that_stays_though_it_finds_it_loosely(monkeypatch):
    picture = np.zeros((300, 300), np.uint8)
    tall = line("", 0, 97, 55, 70, 45).quad  # (x, y) of the frame turned by a quarter: y, 300 - x
    monkeypatch.setattr(checking, "find_lines", lambda view, *, scale: [tall])
    monkeypatch.setattr(checking, "read_line", lambda view, quad: Reading("0S7", 0.95))
    (found,) = {(box.x, box.y, box.w, box.h) for box in second_look(picture, [], faces=False)}
    x, y, w, h = found
    within = Box(x + w // 4, y + h // 5, w // 2, h * 3 // 5)
    assert second_look(picture, [], kept=[within], faces=False) == []
    assert second_look(picture, [], kept=[Box((x + 150) % 300, y, w // 2, h // 2)], faces=False) != []


def test_an_area_around_a_mark_in_which_nothing_else_was_read_does_not_cover_it():
    mark, wide, other = (
        line("V2", 1.0, 538, 340, 37, 30),
        line("v2", 0.6, 532, 335, 88, 39),
        line("V2 Ng", 0.6, 532, 335, 88, 39),
    )
    assert looking._sorted_out([mark, wide], (), WIDTH) == ([], [mark])
    assert looking._sorted_out([mark, other], (), WIDTH)[0] == [other]
    far = line("v2", 0.6, 400, 335, 250, 39)
    assert looking._sorted_out([mark, far], (), WIDTH)[0] == [far], "much may stand in it that was not read"


def test_a_mark_read_as_a_name_of_the_same_strokes_stays_and_the_name_alone_goes():
    mark, name = line("V1", 0.85, 536, 141, 38, 29), line("vi", 0.87, 539, 140, 29, 27)
    assert looking._sorted_out([mark, name], (), WIDTH) == ([], [mark])
    assert looking._sorted_out([name], (), WIDTH)[0] == [name]


def test_reference_values_stay_in_the_row_of_what_they_belong_to_and_not_alone():
    values, unit = line("11.7-15.3", 1.0, 717, 206, 87, 32), line("g/dL", 1.0, 537, 204, 55, 36)
    assert looking._sorted_out([values, unit], (), WIDTH)[0] == []
    assert looking._sorted_out([line("0.05-150 Hz", 1.0, 530, 730, 120, 30)], (), WIDTH)[0] == []
    number, below = line("11.2", 1.0, 361, 204, 55, 36), line("mg/L", 1.0, 537, 290, 60, 38)
    assert looking._sorted_out([values, number, below], (), WIDTH)[0] == [values], "two days without a year look so too"


def test_a_line_of_little_slope_is_covered_by_one_upright_box_and_a_steep_one_by_several():
    def sloping(rise: int) -> list[Box]:
        corners = np.array([[0, rise], [250, 0], [250, 25], [0, rise + 25]], np.float32)
        return boxes_over(Found(corners, Reading("Nguyen", 0.99)))

    ((box,), several) = sloping(30), sloping(180)
    assert (box.x <= 0, box.y <= 0, box.x + box.w >= 250, box.y + box.h >= 55) == (True,) * 4
    assert len(several) > 4


def ruler(step: float, *, across: int = 600) -> np.ndarray:
    """A paper ruler on brown skin: short lines at even steps, every fifth longer."""
    picture = np.full((300, across + 100), 90, np.uint8)
    picture[120:180, 40 : across + 60] = 240
    for mark in range(int(across / step)):
        left = 50 + round(mark * step)
        picture[122 : 150 if mark % 5 == 0 else 138, left : left + 2] = 20
    return picture


@pytest.mark.parametrize("step", [5.0, 6.5, 8.0])
def test_a_ruler_is_no_bar_code(step):
    assert find_codes(ruler(step)) == []


def test_bars_at_even_steps_are_no_code_and_those_of_several_widths_are_one():
    def bars(steps: list[int]) -> np.ndarray:
        page = np.full((300, 400), 255, np.uint8)
        for left in np.cumsum([60, *steps]):
            page[60:220, left : left + 6] = 0
        return page

    assert patterns.find_patterns(bars([12] * 20)) == []
    assert patterns.find_patterns(bars([9, 16, 11, 14, 10] * 4)) != []


def test_a_bar_code_is_no_ruler():
    bars = np.array(
        zxingcpp.write_barcode_to_image(zxingcpp.create_barcode("OKAFOR4482", zxingcpp.BarcodeFormat.Code128), scale=2)
    )
    assert not patterns.is_ruler(bars, (0, 0, bars.shape[1], bars.shape[0]))
    squares = np.array(
        zxingcpp.write_barcode_to_image(
            zxingcpp.create_barcode("OKAFOR4482", zxingcpp.BarcodeFormat.DataMatrix), scale=4
        )
    )
    assert not patterns.is_ruler(squares, (0, 0, squares.shape[1], squares.shape[0]))


def test_bright_bone_with_noise_is_no_pattern():
    slice_of_ct = np.full((400, 400), 118, np.uint8)
    cv2.ellipse(slice_of_ct, (200, 200), (40, 36), 0, 0, 360, 225, -1)
    noisy = np.clip(slice_of_ct + np.random.default_rng(3).normal(0, 9, slice_of_ct.shape), 0, 255).astype(np.uint8)
    assert patterns.find_patterns(noisy) == []


def test_thin_print_on_white_is_covered_no_longer_than_it_is():
    page = Image.new("RGB", (600, 160), (248, 249, 250))
    ImageDraw.Draw(page).text((200, 60), "ALAT", fill=(40, 40, 40), font=ImageFont.load_default(18))
    views = renderings(np.asarray(page))
    colour = [np.repeat(view[:, :, None], 3, axis=2) if view.ndim == 2 else view for view in views]
    assert beyond_ends(line("ALAT", 1.0, 194, 54, 58, 36), colour[0], colour[1]) == (0, 0)


@pytest.mark.parametrize(
    ("text", "score", "legible"),
    [
        ("Nhn", 0.5, False),
        ("ndp", 0.5, False),
        ("ndp", 0.7, True),
        ("hhnm", 0.7, False),
        ("hhnm", 0.9, True),
        ("Okafor", 0.55, True),
    ],
)
def test_a_second_look_trusts_words_more_than_a_few_letters_of_an_ecg(text, score, legible):
    assert checking._is_legible(line(text, score, 0, 0, 90, 50)) is legible


def test_pairs_of_cells_read_as_noughts_are_no_text():
    assert not is_text(line("00", 0.57, 668, 3, 23, 13), 700, 900)
    assert not is_text(line("41", 0.5, 581, 228, 21, 18), 640, 700), "glints"
    assert is_text(line("10", 0.95, 668, 3, 23, 13), 700, 900)


@pytest.mark.parametrize(("text", "score", "more"), [("Kov", 0.6, 0), ("Okafor", 0.55, 1)])
def test_a_second_look_covers_what_it_trusts(monkeypatch, text, score, more):
    corners = np.array([[60, 40], [150, 40], [150, 70], [60, 70]], np.float32)
    monkeypatch.setattr(checking, "find_lines", lambda *_, **__: [corners])
    monkeypatch.setattr(checking, "read_line", lambda *_: Reading(text, score))
    assert len(second_look(np.full((200, 300, 3), 120, np.uint8), [], faces=False)) == more


def test_the_unit_of_a_scale_bar_stays_with_less_certainty_than_a_word():
    assert may_stay(line("μm", 0.74, 740, 629, 36, 20), [])
    assert not may_stay(line("μm", 0.55, 740, 629, 36, 20), [])
    assert not may_stay(line("AP", 0.74, 740, 629, 36, 20), [])

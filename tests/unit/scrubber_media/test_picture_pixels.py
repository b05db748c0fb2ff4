"""What stands in the pixels: text, codes and faces are covered; a few clinical words stay; the rest is untouched."""

import importlib
import itertools
import sys
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from scrubber.media import codes, looking, reading
from scrubber.media.cleaning import clean_file
from scrubber.media.faint import beyond_ends
from scrubber.media.lines import Found, boxes_over, is_text, may_stay
from scrubber.media.reading import OVERLAP, TILE, Reading, bands_of, find_lines, parts_of
from scrubber.media.result import Box
from scrubber.media.skin import share_of_skin
from scrubber.media.windows import contrast, evened, renderings
from tests.corpus.media.drawing import DEMO
from tests.unit.scrubber_media.picture_files import DATA, captioned, saved, texture


def cleaned(data: bytes, tmp_path: Path, **asked):
    source, out = tmp_path / "upload", tmp_path / "out"
    source.write_bytes(data)
    out.mkdir(exist_ok=True)
    return clean_file(source, out, **asked)


def covered(result, x: int, y: int, w: int, h: int) -> float:
    """Part of an area that is flat black in the first rebuilt picture."""
    pixels = np.asarray(Image.open(result.files[0]).convert("L"))[y : y + h, x : x + w]
    return float((pixels < 12).mean())


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    """A scan with a name, a number and four clinical labels, cleaned once."""
    picture = captioned(
        ("HENDRIKSEN, Paula", 20, 14), ("ID 4482193  12.03.1961", 20, 60), ("L", 440, 150), ("5 cm", 20, 150),
        ("MI 1.2", 20, 280), ("25 mm/s", 350, 280),
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("scan")
    return picture, cleaned(saved(picture, "PNG"), folder)


def test_names_and_numbers_burned_into_a_picture_are_covered(scan):
    _, result = scan
    assert result.outcome == "cleaned"
    assert covered(result, 20, 18, 180, 18) == 1.0
    assert covered(result, 20, 64, 230, 18) == 1.0


def test_clinical_labels_stay_and_nothing_else_changes(scan):
    picture, result = scan
    before, after = np.asarray(picture), np.asarray(Image.open(result.files[0]))
    changed = (before != after).any(axis=2)
    for box in result.masks:
        changed[box.y : box.y + box.h, box.x : box.x + box.w] = False
    assert not changed.any()
    for x, y in ((440, 150), (20, 150), (20, 280), (350, 280)):
        assert np.array_equal(before[y : y + 30, x : x + 60], after[y : y + 30, x : x + 60])


def test_a_clinical_word_that_is_also_a_name_of_this_case_is_covered(tmp_path):
    data = saved(captioned(("PHASE", 150, 150), size=30), "PNG")
    assert covered(cleaned(data, tmp_path, must_hide=["Phase"]), 152, 156, 80, 20) == 1.0
    assert covered(cleaned(data, tmp_path), 152, 156, 80, 20) < 0.1


def test_text_a_few_grey_levels_above_its_ground_is_covered(tmp_path):
    picture = Image.new("L", (480, 320), 60)
    ImageDraw.Draw(picture).text((60, 140), "Kowalczyk Maria", font=ImageFont.load_default(28), fill=66)
    result = cleaned(saved(picture, "PNG"), tmp_path)
    assert covered(result, 62, 146, 190, 20) == 1.0 or result.outcome == "held"


def test_text_no_ordinary_window_shows_is_covered_in_sixteen_bits(tmp_path):
    values = np.linspace(2000, 60000, 480 * 320).reshape(320, 480)
    values[120:200] = 40000
    caption = Image.new("L", (480, 320))
    ImageDraw.Draw(caption).text((60, 145), "Kowalczyk Maria", font=ImageFont.load_default(28), fill=255)
    values[np.asarray(caption) > 128] += 40
    result = cleaned(saved(Image.fromarray(values.astype(np.uint16)), "PNG"), tmp_path)
    assert result.outcome == "held" or covered(result, 62, 150, 190, 20) == 1.0


def test_what_one_frame_of_a_loop_shows_is_covered_in_all(tmp_path):
    frames = [captioned(), captioned(("Yamamoto Aiko", 40, 40), size=28), captioned()]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[80, 90, 100], loop=0)
    result = cleaned(data, tmp_path)
    rebuilt = Image.open(result.files[0])
    for index in range(rebuilt.n_frames):
        rebuilt.seek(index)
        assert np.asarray(rebuilt.convert("L"))[46:66, 44:200].max() < 12


def test_codes_are_covered_readable_or_not(tmp_path):
    code = Image.fromarray(np.asarray(zxingcpp.create_barcode("4482193", zxingcpp.QRCode).to_image(scale=5)))
    code = code.crop((20, 20, code.width - 20, code.height - 20))  # without its quiet zone
    picture = texture(400, 300)
    picture.paste(code, (120, 60))
    torn = picture.copy()
    torn.paste((255, 255, 255), (155, 95, 180, 120))
    for case in (picture, torn):
        result = cleaned(saved(case, "PNG"), tmp_path)
        assert covered(result, 122, 62, code.width - 4, code.height - 4) > 0.95


def test_a_face_is_covered_and_more_than_its_box(tmp_path):
    result = cleaned((DATA / "astronaut.jpg").read_bytes(), tmp_path)
    assert covered(result, 118, 62, 80, 110) > 0.95
    assert covered(result, 20, 280, 60, 30) < 0.5


def test_a_face_that_is_the_clinical_point_stays_and_the_picture_is_held(tmp_path):
    result = cleaned((DATA / "astronaut.jpg").read_bytes(), tmp_path, keep_faces=True)
    assert result.outcome == "held"
    assert covered(result, 118, 62, 80, 110) < 0.2


def test_half_a_face_is_covered_or_held(tmp_path):
    half = Image.open(DATA / "astronaut.jpg").crop((0, 0, 160, 300))
    result = cleaned(saved(half, "PNG"), tmp_path)
    assert result.outcome == "held" or covered(result, 120, 70, 40, 100) > 0.9


def test_a_picture_without_text_codes_or_faces_comes_out_unchanged(tmp_path):
    for seed in (1, 2):
        picture = texture(480, 320, seed=seed)
        result = cleaned(saved(picture, "PNG"), tmp_path)
        assert (result.outcome, result.masks) == ("cleaned", ())
        assert np.array_equal(np.asarray(Image.open(result.files[0])), np.asarray(picture))


def test_a_picture_that_has_to_be_covered_for_the_most_part_is_held(tmp_path):
    lines = [(f"Okafor Ngozi born {year}", 10, 8 + 38 * row) for row, year in enumerate(range(1960, 1968))]
    result = cleaned(saved(captioned(*lines, width=420, height=310, size=32), "PNG"), tmp_path)
    assert result.outcome == "held"
    assert result.files, "its author sees what would be shown"


def test_the_paper_of_an_ecg_is_not_skin():
    paper = np.full((200, 300, 3), (239, 199, 192), np.uint8)
    skin = np.full((200, 300, 3), (224, 180, 155), np.uint8)
    assert share_of_skin(paper) < 0.1
    assert share_of_skin(skin) > 0.9


def test_a_stained_section_has_the_colour_of_skin_and_is_none():
    def section(deviation: float) -> np.ndarray:
        cells = np.array([190, 150, 120]) + np.random.default_rng(5).normal(0, deviation, (66, 100, 1))
        return np.repeat(np.repeat(cells.clip(0, 255).astype(np.uint8), 3, axis=0), 3, axis=1)

    assert share_of_skin(section(2)) > 0.9
    assert share_of_skin(section(30)) < 0.1


def test_the_beats_and_leads_of_an_ecg_stay(tmp_path):
    result = cleaned((DEMO / "ecg-deep-t.png").read_bytes(), tmp_path)
    assert (result.outcome, result.masks) == ("cleaned", ())


def line(text: str, score: float, long: int, high: int) -> Found:
    corners = np.array([[0, 0], [long, 0], [long, high], [0, high]], np.float32)
    return Found(corners, Reading(text, score))


def test_traces_read_as_a_few_letters_are_no_text_and_a_name_is():
    assert not is_text(line("hhnhymm", 0.24, 1000, 89), 624, 1048)
    assert not is_text(line("nababababa", 0.68, 1000, 150), 768, 1024)
    assert not is_text(line("nlrbre", 0.22, 294, 47), 624, 1048)
    assert not is_text(line("wnnnnnhhh", 0.54, 567, 49), 624, 1048)
    assert not is_text(line("wwwhhd", 0.48, 597, 104), 624, 1048)
    assert is_text(line("Hannum", 0.54, 120, 28), 624, 1048), "a name of such letters, as close as print"
    assert not is_text(line("I", 0.99, 28, 28), 624, 1048)
    assert not is_text(line("ⅢI", 0.67, 28, 28), 624, 1048), "a lead"
    assert is_text(line("Holloway", 0.3, 150, 28), 624, 1048)
    assert is_text(line("Li", 0.6, 28, 28), 624, 1048), "a name of two letters"


def test_a_label_cut_by_the_right_edge_stays_and_the_same_letters_elsewhere_go():
    corners = np.array([[170, 71], [199, 71], [199, 95], [170, 95]], np.float32)
    found = Found(corners, Reading("PWF", 0.99))
    assert may_stay(found, [], width=200)
    assert not may_stay(found, [], width=260)
    assert not may_stay(found, ["Pwf"], width=200)


def faint_line(text: str, found_until: int) -> tuple[Found, np.ndarray, np.ndarray]:
    """A faint line at (60, 40) of which the detector saw only the part left of `found_until`."""
    shown = np.asarray(captioned((text, 60, 40), width=400, height=120).convert("L"))
    faint = np.repeat((shown.astype(int) // 4 + 80).astype(np.uint8)[:, :, None], 3, axis=2)
    even = np.repeat(evened(faint)[:, :, None], 3, axis=2)
    corners = np.array([[60, 42], [found_until, 42], [found_until, 64], [60, 64]], np.float32)
    return Found(corners, Reading(text, 0.98)), faint, even


def test_a_faint_line_is_covered_as_far_as_its_strokes_go_on():
    part, shown, even = faint_line("17-Mar-2024 11:42", 160)
    before, after = beyond_ends(part, shown, even)
    assert 160 + after >= 238, "where it ends"
    assert before < after
    ordinary, longer = boxes_over(part)[0], boxes_over(part, beyond=(before, after))[0]
    assert longer.h == ordinary.h
    assert longer.w == pytest.approx(ordinary.w + before + after, abs=1)


def test_a_faint_line_is_covered_two_letters_beyond_its_ends_in_any_case():
    before, after = beyond_ends(*faint_line("17-Mar-2024", 185))
    assert before == after == pytest.approx(2.5 * 22)


def test_a_clear_line_is_covered_no_longer_whatever_stands_beside_it():
    part, _, even = faint_line("17-Mar-2024 11:42", 160)
    clear = np.asarray(captioned(("17-Mar-2024 11:42", 60, 40), width=400, height=120))
    assert contrast(clear, even, Box(60, 40, 110, 22)) > 90
    assert beyond_ends(part, clear, even) == (0, 0)


@pytest.mark.parametrize("length", [1, 400, TILE, TILE + 1, 2000, 4001])
def test_tiles_cover_a_picture_with_lines_whole_at_their_edges(length):
    parts = parts_of(length)
    assert parts[0][0] == 0
    assert sum(parts[-1]) == length
    assert max(part for _, part in parts) <= TILE
    for (start, part), (following, _) in itertools.pairwise(parts):
        assert start + part - following >= OVERLAP - 1


def test_without_the_zbar_library_codes_are_still_covered_and_the_report_says_so(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyzbar", None)
    picture = texture(300, 260)
    made = zxingcpp.create_barcode("4482193", zxingcpp.BarcodeFormat.QRCode)
    code = np.array(zxingcpp.write_barcode_to_image(made, scale=4))
    picture.paste(Image.fromarray(code), (60, 60))
    try:
        importlib.reload(codes)
        result = cleaned(saved(picture, "PNG"), tmp_path)
    finally:
        monkeypatch.undo()
        importlib.reload(codes)
    assert result.report["code_readers"] == ["zxing-cpp", "opencv"]
    assert covered(result, 76, 76, 84, 84) == 1, "within its quiet zone"


def test_blank_rows_between_lines_are_not_searched_and_no_line_is_cut():
    page = np.full((900, 600, 3), 255, np.uint8)
    page[100:120, 50:300], page[160:180, 50:300], page[700:720, 50:300] = 0, 0, 0
    assert bands_of(page) == [(76, 204), (676, 744)]
    assert bands_of(np.full((90, 60, 3), 7, np.uint8)) == []
    page[:, 599] = 254
    assert bands_of(page) == [(0, 900)]


def test_a_ramp_from_side_to_side_holds_no_line():
    ramp = np.repeat(np.arange(200, dtype=np.uint8)[None, :, None], 90, axis=0).repeat(3, axis=2)
    assert find_lines(ramp) == []
    assert find_lines(np.ascontiguousarray(ramp.transpose(1, 0, 2))) == []


def test_broken_strokes_of_faint_writing_are_found_in_the_evened_view_only(monkeypatch):
    asked = []
    monkeypatch.setattr(looking, "find_lines", lambda view, *, scale, faint: asked.append(faint) or [])
    looking.look(renderings(np.zeros((90, 120), np.uint16)), faces=False)
    assert asked == [False, True, False]


def test_less_certainty_is_asked_of_faint_writing_and_of_that_alone():
    blank = np.zeros((64, 64, 3), np.uint8)
    for faint, least in ((True, reading.FAINT), (False, reading.CLEAR)):
        find_lines(blank, faint=faint)
        asked = reading._engine().text_det.postprocess_op.usual
        assert (asked.thresh, asked.box_thresh) == least

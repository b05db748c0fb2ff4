"""The last look at what was written finds what should not be in it, however it is spelled."""

import base64

import pytest

from scrubber.media import bytes_left
from scrubber.media.bytes_left import leftovers_in_file
from scrubber.media.harvest import must_hide_words
from tests.unit.scrubber_media.picture_files import NAME, chunk, exif, saved, segment, texture, with_segments

WORD = NAME.split()[1]
JPEG, PNG = saved(texture(), "JPEG"), saved(texture(), "PNG")
SPELLINGS = {
    "utf-8": WORD.encode(), "utf-16-le": WORD.encode("utf-16-le"), "utf-16-be": WORD.encode("utf-16-be"),
    "capitals": WORD.upper().encode(), "reversed": WORD[::-1].encode(), "base64": base64.b64encode(WORD.encode()),
}  # fmt: skip
MORE = {
    "comment.jpg": with_segments(JPEG, segment(0xFE, b"x")), "trailing.jpg": JPEG + b"x", "cut.jpg": JPEG[:-2],
    "text.png": PNG[:33] + chunk(b"tEXt", b"a\0b") + PNG[33:], "trailing.png": PNG + b"x",
}  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_word_of_the_original_is_found_in(spelling, tmp_path):
    path = tmp_path / "rebuilt.tiff"
    path.write_bytes(b"II*\0...." + SPELLINGS[spelling] + b"....")
    assert leftovers_in_file(path, [WORD])
    assert not leftovers_in_file(path, ["Somebody"])


@pytest.mark.parametrize("name", MORE)
def test_anything_beside_the_pixels_is_found_in(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(MORE[name])
    assert leftovers_in_file(path, [])


@pytest.mark.parametrize("name", ["plain.jpg", "plain.png"])
def test_a_plain_picture_passes(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(JPEG if name.endswith("jpg") else PNG)
    assert leftovers_in_file(path, ["456789", WORD]) == []


@pytest.mark.services
@pytest.mark.parametrize("way", ["its library", "its program"])
def test_exiftool_is_asked_too_through(way, tmp_path, monkeypatch):
    if way == "its program":
        monkeypatch.setattr(bytes_left, "GROUPS_OF_TAGS", "exit 1")
    plain, told = tmp_path / "plain.jpg", tmp_path / "told.jpg"
    plain.write_bytes(JPEG)
    told.write_bytes(saved(texture(), "JPEG", exif=exif()))
    assert leftovers_in_file(plain, []) == []
    assert "Another tool found metadata in the rebuilt file." in leftovers_in_file(told, [])


def test_the_words_of_the_format_are_not_left_of_an_upload_that_is_named_by_them(tmp_path):
    path = tmp_path / "rebuilt.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Pages /Count 1 >> endobj xref trailer")
    assert not leftovers_in_file(path, ["Pages", "report", "trailer"])
    path.write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Pages /Title (Twelve Pages) >> endobj")
    assert leftovers_in_file(path, ["Pages"])


def test_the_tables_of_a_jpeg_are_ours_whatever_word_they_read_as(tmp_path):
    path = tmp_path / "picture.jpg"
    path.write_bytes(JPEG)
    table = JPEG.index(b"\xff\xdb") + 5
    assert leftovers_in_file(path, [JPEG[table : table + 9].decode("latin-1")]) == []


def test_a_preview_of_one_colour_gives_no_words_to_hide():
    assert must_hide_words(["Okafor 5OOOOOOOOOOOOOOO Brennan"]) == ("Okafor", "Brennan")

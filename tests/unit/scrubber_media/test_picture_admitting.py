"""What is let in, and what is turned away before it can do harm."""

import struct
import zlib

import pytest

from scrubber.media.admitting import agrees, kind_of
from scrubber.media.cleaning import clean_file
from tests.unit.scrubber_media.picture_files import chunk, saved, texture

JPEG, PNG = saved(texture(), "JPEG"), saved(texture(), "PNG")


def huge_png(side: int) -> bytes:
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return PNG[:8] + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(side))) + chunk(b"IEND", b"")


HOSTILE = {
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "page.html": b"<html><script>alert(1)</script></html>",
    "archive.zip": b"PK\x03\x04" + bytes(60),
    "program": b"\x7fELF" + bytes(60),
    "empty.png": b"",
    "page-as-picture.jpg": b"\xff\xd8\xff<html><script>alert(1)</script></html>",
    "cut.jpg": JPEG[: len(JPEG) // 2],
    "cut.png": PNG[: len(PNG) // 2],
    "half-header.gif": b"GIF89a\x01",
    "bomb.png": huge_png(30_000),
    "picture.html": JPEG,
    "really-a-png.jpg": PNG,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_is_refused_with_a_reason_and_no_file(name, tmp_path):
    source, out = tmp_path / "upload", tmp_path / "out"
    source.write_bytes(HOSTILE[name])
    out.mkdir()
    result = clean_file(source, out, filename_hint=name)
    assert result.outcome == "rejected"
    assert result.files == () and list(out.iterdir()) == []
    assert result.reasons[0].endswith(".")


def test_more_than_three_hundred_frames_are_refused(tmp_path):
    frames = [texture(8, 8, seed=index).convert("P") for index in range(302)]
    source = tmp_path / "upload"
    source.write_bytes(saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=20))
    assert clean_file(source, tmp_path).outcome == "rejected"


def test_a_file_that_is_two_things_at_once_is_what_its_strictest_reader_says():
    assert kind_of(b"II*\x00" + bytes(124) + b"DICM") == "dicom"
    assert kind_of(JPEG) == "jpeg"


def test_the_ending_of_the_name_must_agree_where_it_says_anything():
    assert agrees("scan.JPEG", "jpeg") and agrees("IM0001", "png") and agrees("1.2.840.113", "dicom")
    assert not agrees("scan.exe", "jpeg") and not agrees("scan.png", "jpeg")

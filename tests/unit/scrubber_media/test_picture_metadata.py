"""Nothing a picture file says beside its pixels survives, whatever field it stands in."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scrubber.media.cleaning import clean_file
from tests.unit.scrubber_media.picture_files import NAME, NUMBER, carriers, exif, saved, texture

CARRIERS = carriers()


def cleaned(data: bytes, tmp_path: Path, **asked):
    source, out = tmp_path / "upload", tmp_path / "out"
    source.write_bytes(data)
    out.mkdir(exist_ok=True)
    return clean_file(source, out, **asked)


def traces(data: bytes) -> list[bytes]:
    words = (*NAME.split(), NUMBER)
    forms = [form for word in words for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))]
    return [form for form in forms if form in data]


@pytest.mark.parametrize("name", CARRIERS)
def test_an_identifier_is_gone_from(name, tmp_path):
    assert name in {"alpha.png", "text.png", "profile.jpg"} or traces(CARRIERS[name]), "nothing was planted"
    result = cleaned(CARRIERS[name], tmp_path, filename_hint=name)
    assert result.outcome == "cleaned", result
    assert traces(result.files[0].read_bytes()) == []
    with Image.open(result.files[0]) as rebuilt:
        assert not set(rebuilt.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert not dict(rebuilt.getexif())


def test_the_rebuilt_file_has_a_name_of_its_own(tmp_path):
    result = cleaned(saved(texture(), "PNG"), tmp_path, filename_hint=f"{NAME}.png")
    assert NAME.split()[0].lower() not in result.files[0].name.lower()
    assert len(result.files[0].stem) == 32


def test_the_pixels_of_a_lossless_picture_stay_as_they_are(tmp_path):
    picture = texture()
    result = cleaned(saved(picture, "PNG", exif=exif()), tmp_path)
    assert result.masks == ()
    assert np.array_equal(np.asarray(Image.open(result.files[0])), np.asarray(picture))


def test_a_photograph_is_turned_upright_and_keeps_its_quality(tmp_path):
    turned = Image.Exif()
    turned[0x0112] = 6
    result = cleaned(saved(texture(160, 120), "JPEG", exif=turned.tobytes(), quality=77), tmp_path)
    upright = np.asarray(texture(160, 120)).astype(int)
    with Image.open(result.files[0]) as rebuilt:
        assert rebuilt.size == (120, 160)
        assert np.abs(np.asarray(rebuilt.rotate(90, expand=True)).astype(int) - upright).mean() < 3


def test_sixteen_bits_stay_sixteen_bits(tmp_path):
    values = np.linspace(0, 60000, 96 * 64).astype(np.uint16).reshape(64, 96)
    result = cleaned(saved(Image.fromarray(values), "PNG"), tmp_path)
    assert result.outcome == "cleaned"
    assert np.array_equal(np.asarray(Image.open(result.files[0])), values)


def test_print_colours_and_palettes_become_plain_colours(tmp_path):
    for data in (saved(texture().convert("CMYK"), "JPEG"), saved(texture().convert("P"), "PNG")):
        result = cleaned(data, tmp_path)
        assert Image.open(result.files[0]).mode == "RGB"


def test_reports_hold_counts_and_no_values(tmp_path):
    result = cleaned(CARRIERS["exif.jpg"], tmp_path, must_hide=[NAME])
    assert traces(repr((result.reasons, result.report)).encode()) == []

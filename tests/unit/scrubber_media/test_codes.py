"""Codes are found whatever their turn, size and place, whole or torn; what only resembles one is not."""

import itertools

import cv2
import numpy as np
import pytest
import zxingcpp
from PIL import Image

from scrubber.media import codes
from scrubber.media.codes import find_codes
from scrubber.media.patterns import find_patterns
from tests.unit.scrubber_media.picture_files import captioned, texture

SIZE = 420, 340


def code(kind: str, module: int) -> np.ndarray:
    """A code cut out to its last module: no quiet zone helps a reader."""
    made = zxingcpp.create_barcode("4482193", getattr(zxingcpp.BarcodeFormat, kind))
    pixels = np.array(zxingcpp.write_barcode_to_image(made, scale=module))
    rows, columns = np.where(pixels < 128)
    return pixels[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1][:120]


def pasted(pixels: np.ndarray, seed: int, turn: float) -> tuple[np.ndarray, np.ndarray]:
    """A grey picture with the code somewhere in it, and where exactly."""
    dice = np.random.default_rng(seed)
    label, shape = (
        Image.fromarray(layer).rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
        for layer in (pixels, np.full_like(pixels, 255))
    )
    at = tuple(int(dice.integers(0, whole - part)) for whole, part in zip(SIZE, label.size, strict=True))
    picture, place = texture(*SIZE, seed=seed).convert("L"), Image.new("L", SIZE)
    picture.paste(label, at, shape)
    place.paste(shape, at)
    return np.array(picture), np.array(place) > 128


def part_found(picture: np.ndarray, place: np.ndarray, margin: int = 8) -> float:
    found = np.zeros_like(place)
    for x, y, w, h in find_codes(picture):
        found[max(0, y - margin) : y + h + margin, max(0, x - margin) : x + w + margin] = True
    return float(found[place].mean())


QR = list(itertools.product((0, 7, 33, 90, 180, 271), (3, 4, 5, 6), (1, 2)))


@pytest.mark.parametrize(("turn", "module", "seed"), QR)
def test_a_qr_code_without_its_quiet_zone_is_found(turn, module, seed):
    assert part_found(*pasted(code("QRCode", module), seed, turn)) > 0.95


@pytest.mark.parametrize("turn", [0, 12, 90, 200])
def test_a_torn_qr_code_is_found(turn):
    torn = code("QRCode", 5).copy()
    torn[35:60, 35:60] = 255
    torn[:20, 60:] = 255
    for seed in (3, 4):
        assert part_found(*pasted(torn, seed, turn)) > 0.9


@pytest.mark.parametrize("kind", ["QRCode", "Aztec", "DataMatrix", "PDF417", "Code128"])
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_a_code_of_any_kind_is_found_in_its_quiet_zone(kind, turn):
    pixels = code(kind, 3)
    quiet = np.pad(pixels, 12, constant_values=255)
    picture, place = pasted(quiet, 7, turn)
    rows, columns = np.where(place)
    inner = np.zeros_like(place)
    inner[rows.min() + 12 : rows.max() - 11, columns.min() + 12 : columns.max() - 11] = True
    assert part_found(picture, inner) > 0.9


def test_a_code_that_no_reader_knows_is_found_by_its_pattern():
    squares = np.random.default_rng(5).integers(0, 2, (18, 18), dtype=np.uint8) * 230 + 10
    label = cv2.resize(squares, None, fx=5, fy=5, interpolation=cv2.INTER_NEAREST)
    for seed, turn in ((1, 0), (2, 30), (3, 90)):
        assert part_found(*pasted(label, seed, turn)) > 0.9


def test_text_noise_a_grid_and_a_colour_scale_are_no_codes():
    lines = [("Kowalczyk Maria MRN 4482193", 20, 14 + 30 * row) for row in range(9)]
    grid = np.full((300, 400), 235, np.uint8)
    grid[::8], grid[:, ::8], grid[::40], grid[:, ::40] = 190, 190, 120, 120
    noise = np.random.default_rng(1).integers(0, 255, (300, 400), dtype=np.uint8)
    scale = np.full((200, 300), 20, np.uint8)
    scale[40:100, 200:220] = np.abs(np.linspace(-235, 235, 60)).astype(np.uint8)[:, None]
    for picture in (
        np.array(captioned(*lines).convert("L")),
        grid,
        noise,
        scale,
        np.array(texture(400, 300).convert("L")),
    ):
        assert find_codes(picture) == []


def test_covers_over_close_lines_are_no_code_in_a_second_look():
    page = np.full((300, 400), 255, np.uint8)
    for top in np.cumsum([60, *[11, 15, 9, 14, 12, 10, 16] * 2]):
        page[top : top + 7, 50:330] = 0
    assert find_patterns(page) != []
    assert find_codes(page, readable_only=True) == []


def test_dense_print_that_was_read_is_no_code_and_a_code_beside_print_is_one():
    squares = np.random.default_rng(5).integers(0, 2, (18, 18), dtype=np.uint8) * 230 + 10
    picture, _ = pasted(cv2.resize(squares, None, fx=5, fy=5, interpolation=cv2.INTER_NEAREST), 1, 0)
    ((x, y, w, h), *_) = find_codes(picture)
    assert find_codes(picture, printed=[(x, y, w, h // 2)]) == []
    assert find_codes(picture, printed=[(x, y, w, h // 8)]) != []


def test_a_code_is_found_without_the_zbar_library(monkeypatch):
    monkeypatch.setattr(codes, "pyzbar", None)
    assert part_found(*pasted(code("QRCode", 4), 9, 0)) > 0.95

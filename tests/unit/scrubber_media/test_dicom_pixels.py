"""What happens to DICOM pixels: decoded, covered, written again, and identical everywhere else."""

import numpy as np
import pydicom
import pytest
from pydicom.data import get_testdata_file
from pydicom.uid import ExplicitVRBigEndian, JPEG2000Lossless, JPEGLSLossless, RLELossless

from scrubber.media.dicom import cleaning
from scrubber.media.dicom.pixels import codestream_size, stored_values
from scrubber.media.looking import FACES_STAY, Look
from scrubber.media.result import Box
from tests.corpus.media.dicom_headers import written
from tests.corpus.media.dicom_pixels import compress
from tests.unit.scrubber_media.dicom_files import Cleaner, with_pixels

NOISE = np.random.default_rng(3)
BOX = Box(4, 6, 20, 8, why="text")


@pytest.mark.parametrize(
    ("kind", "bits"), [("uint8", 8), ("uint16", 12), ("uint16", 16), ("int16", 12), ("int16", 16), ("uint32", 32)]
)
def test_stored_values_come_back_identical(dicom: Cleaner, kind: str, bits: int) -> None:
    low, high = (-(1 << bits - 1), 1 << bits - 1) if kind.startswith("i") else (0, 1 << min(bits, 31))
    values = NOISE.integers(low, high, (40, 50)).astype(kind)
    assert np.array_equal(dicom.clean(with_pixels(values, bits=bits)).pixel_array, values)


@pytest.mark.parametrize("syntax", [RLELossless, JPEG2000Lossless, JPEGLSLossless])
def test_lossless_compression_changes_nothing(dicom: Cleaner, syntax: str) -> None:
    values = NOISE.integers(0, 4096, (40, 50)).astype(np.uint16)
    data = with_pixels(values, bits=12)
    if syntax == JPEGLSLossless:
        source = get_testdata_file("MR_small_jpeg_ls_lossless.dcm")
        values, content = pydicom.dcmread(get_testdata_file("MR_small.dcm")).pixel_array, open(source, "rb").read()  # noqa: PTH123, SIM115
    else:
        compress(data, syntax)
        content = written(data, syntax=syntax)
    assert np.array_equal(dicom.clean(content).pixel_array, values)


@pytest.mark.parametrize("kind", [">u2", ">i2"])
def test_big_endian_values_are_not_swapped(dicom: Cleaner, kind: str) -> None:
    values = NOISE.integers(0, 4096, (40, 50)).astype(kind)
    data = with_pixels(values.astype(kind[1:]), bits=16)
    data.PixelData = values.tobytes()
    assert np.array_equal(dicom.clean(data, syntax=ExplicitVRBigEndian).pixel_array, values)


def test_bits_above_the_picture_are_gone(dicom: Cleaner) -> None:
    values = NOISE.integers(0, 4096, (40, 50)).astype(np.uint16)
    clean = dicom.clean(with_pixels(values | 0xA000, bits=12))
    assert np.array_equal(np.frombuffer(clean.PixelData, "<u2").reshape(40, 50), values)


def test_the_sign_is_kept_when_high_bits_go() -> None:
    values = np.array([[-5, 5]], np.int16)
    smuggled = (values & 0x0FFF) | 0x3000
    assert stored_values(smuggled, bits=12, signed=True).tolist() == [[-5, 5]]


@pytest.mark.parametrize(("photometric", "black"), [("MONOCHROME2", 17), ("MONOCHROME1", 209)])
def test_a_box_shows_black_and_touches_nothing_else(dicom: Cleaner, photometric: str, black: int) -> None:
    values = NOISE.integers(17, 210, (60, 80)).astype(np.uint8)
    values[0, :2] = 17, 209
    dicom.seen = [Look((BOX,))]
    clean = dicom.clean(with_pixels(values, bits=8, photometric=photometric)).pixel_array
    inside = np.zeros((60, 80), bool)
    inside[6:14, 4:24] = True
    assert (clean[inside] == black).all()
    assert np.array_equal(clean[~inside], values[~inside])


def test_boxes_of_one_frame_cover_all_frames(dicom: Cleaner) -> None:
    values = NOISE.integers(1, 255, (3, 60, 80)).astype(np.uint8)
    dicom.seen = [Look(), Look((BOX,)), Look()]
    clean = dicom.clean(with_pixels(values, bits=8, frames=3)).pixel_array
    assert [np.unique(frame[6:14, 4:24]).size for frame in clean] == [1, 1, 1]


def test_equal_frames_are_looked_at_once(dicom: Cleaner) -> None:
    frame = NOISE.integers(0, 255, (40, 50)).astype(np.uint8)
    dicom.clean(with_pixels(np.stack([frame] * 5), bits=8, frames=5))
    assert len(dicom.looked_at) == 1


def test_frames_nobody_had_time_for_hold_the_loop(dicom: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "MOST_SECONDS", 0)
    values = NOISE.integers(1, 255, (5, 60, 80)).astype(np.uint8)
    assert dicom.result(with_pixels(values, bits=8, frames=5)).outcome == "held"
    assert len(dicom.looked_at) == 1


def test_every_frame_of_a_long_loop_is_looked_at(dicom: Cleaner) -> None:
    values = NOISE.integers(1, 255, (20, 30, 40)).astype(np.uint8)
    dicom.clean(with_pixels(values, bits=8, frames=20))
    assert len(dicom.looked_at) == 20


def test_the_authors_own_box_covers_its_frame(dicom: Cleaner) -> None:
    values = NOISE.integers(1, 255, (2, 60, 80)).astype(np.uint8)
    clean = dicom.clean(with_pixels(values, bits=8, frames=2), boxes=(Box(4, 6, 20, 8, frame=1),)).pixel_array
    assert np.array_equal(clean[0], values[0]) and np.unique(clean[1][6:14, 4:24]).size == 1


def test_deep_grey_data_is_looked_at_in_several_windows(dicom: Cleaner) -> None:
    values = NOISE.integers(0, 60_000, (40, 50)).astype(np.uint16)
    values[10:20, 10:20] += NOISE.integers(0, 9, (10, 10)).astype(np.uint16)
    dicom.clean(with_pixels(values, bits=16))
    assert len(dicom.looked_at[0]) >= 3


def test_palette_indices_and_colours_are_both_looked_at(dicom: Cleaner) -> None:
    values = NOISE.integers(0, 200, (40, 50)).astype(np.uint8)
    data = with_pixels(values, bits=8, photometric="PALETTE COLOR")
    for colour in ("Red", "Green", "Blue"):
        setattr(data, f"{colour}PaletteColorLookupTableDescriptor", [256, 0, 16])
        table = np.arange(256, dtype="<u2") * 200
        table[250:] = np.frombuffer(b"Quorndon 482", "<u2")
        setattr(data, f"{colour}PaletteColorLookupTableData", table.tobytes())
    clean = dicom.clean(data)
    assert np.array_equal(clean.pixel_array, values)
    assert len(dicom.looked_at[0]) == 2
    assert b"Quorndon" not in clean.RedPaletteColorLookupTableData  # in entries that no pixel uses


def test_a_name_of_the_upload_that_is_a_word_of_the_standard_holds_nothing(dicom: Cleaner) -> None:
    data = with_pixels(NOISE.integers(0, 8, (60, 80)).astype(np.uint8), bits=8, photometric="PALETTE COLOR")
    for colour in ("Red", "Green", "Blue"):
        setattr(data, f"{colour}PaletteColorLookupTableDescriptor", [8, 0, 16])
        setattr(data, f"{colour}PaletteColorLookupTableData", np.arange(0, 64000, 8000, dtype="<u2").tobytes())
    assert dicom.result(data, hide=("palette",)).reasons == ()


def test_colour_and_ybr_are_kept_as_they_are(dicom: Cleaner) -> None:
    values = NOISE.integers(0, 255, (40, 50, 3)).astype(np.uint8)
    for photometric in ("RGB", "YBR_FULL"):
        dicom.seen = [Look((BOX,))]
        clean = dicom.clean(with_pixels(values, bits=8, photometric=photometric))
        stored = np.frombuffer(clean.PixelData, np.uint8).reshape(40, 50, 3)
        assert clean.PhotometricInterpretation == photometric and np.array_equal(stored[20:], values[20:])
        assert stored[8, 8].tolist() == ([0, 0, 0] if photometric == "RGB" else [0, 128, 128])


def test_a_face_gets_its_code(dicom: Cleaner) -> None:
    dicom.seen = [Look((Box(4, 6, 20, 8, why="face"),))]
    clean = dicom.clean(with_pixels(NOISE.integers(0, 255, (60, 80)).astype(np.uint8), bits=8))
    assert "113102" in [code.CodeValue for code in clean.DeidentificationMethodCodeSequence]
    assert clean.ImageType[0] == "DERIVED"


def test_a_doubt_holds_and_promises_nothing(dicom: Cleaner) -> None:
    dicom.seen = [Look(doubts=("There may be ink on skin.",))]
    result = dicom.result(with_pixels(NOISE.integers(0, 255, (60, 80)).astype(np.uint8), bits=8))
    assert (result.outcome, result.reasons) == ("held", ("There may be ink on skin.",))
    assert pydicom.dcmread(result.files[0]).BurnedInAnnotation == "YES"


def test_a_picture_mostly_covered_is_held(dicom: Cleaner) -> None:
    dicom.seen = [Look((Box(0, 0, 60, 60),))]
    assert dicom.result(with_pixels(NOISE.integers(0, 255, (60, 80)).astype(np.uint8), bits=8)).outcome == "held"


def test_a_codestream_tells_its_own_size() -> None:
    for name, size in (
        ("examples_jpeg2k.dcm", (480, 640)),
        ("SC_rgb_jpeg_dcmtk.dcm", (100, 100)),
        ("MR_small_jpeg_ls_lossless.dcm", (64, 64)),
    ):
        data = pydicom.dcmread(get_testdata_file(name))
        fragment = next(part for part in pydicom.encaps.generate_fragments(data.PixelData) if len(part) > 8)
        assert codestream_size(fragment) == size


def test_faces_that_are_the_clinical_point_stay_and_hold(dicom: Cleaner) -> None:
    result = dicom.result(with_pixels(NOISE.integers(0, 255, (60, 80)).astype(np.uint8), bits=8), keep_faces=True)
    assert (result.outcome, result.reasons) == ("held", (FACES_STAY,))
    assert dicom.options[0]["faces"] is False

"""Frames of a rebuilt DICOM file: the window as PS3.3 has it, sizes fit for a page, and the watermark."""

import numpy as np
import pytest
from PIL import Image

from cases import frames
from cases.watermark import over, over_values
from tests.files import dicom_stack


@pytest.fixture
def path(tmp_path):
    return dicom_stack(tmp_path / "stack.dcm")


def test_a_study_says_how_many_frames_and_which_window(path):
    study = frames.study_of(path)
    assert (study.frames, study.rows, study.columns, study.grey) == (3, 6, 8, True)
    assert (study.center, study.width, study.slope, study.intercept) == (40, 400, 1, -1024)


def test_the_window_is_linear_between_its_edges(path):
    study = frames.study_of(path)
    values = np.array([[0, 864, 1064, 1263, 4000]], dtype=np.uint16)  # −1024, −160, 40, 239, 2976 HU
    shown = frames.windowed(values, study, center=40, width=400)
    assert list(shown[0]) == [0, 0, 127, 255, 255]


def test_monochrome1_is_shown_the_other_way_round(tmp_path):
    path = dicom_stack(tmp_path / "inverted.dcm", inverted=True)
    assert frames.picture(path, 0).getpixel((0, 0)) == 255
    assert frames.picture(path, 0).getpixel((1, 0)) == 0


def test_a_frame_outside_the_stack_is_an_index_error(path):
    for number in (-1, 3):
        with pytest.raises(IndexError):
            frames.stored_values(path, number)


def test_large_frames_are_averaged_down_by_a_whole_factor():
    values = np.arange(4000 * 3, dtype=np.uint16).reshape(3, 4000)
    assert frames._smaller(np.repeat(values, 1000, axis=0)).shape == (1000, 1333)


def test_the_watermark_stays_visible_under_every_window_and_spares_most_of_the_picture():
    values = np.full((200, 200), 1000, dtype=np.uint16)
    values[0, 0] = 3000
    marked = over_values(values, "dr-hollis")
    changed = (marked != values).mean()
    assert 0.005 < changed < 0.35
    assert marked.dtype == values.dtype


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_the_watermark_names_its_viewer(mode):
    ground = Image.new(mode, (300, 200))
    assert over(ground, "dr-hollis").tobytes() != over(ground, "dr-imai").tobytes()
    assert over(ground, "dr-hollis").size == ground.size

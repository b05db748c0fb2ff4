"""Where there is text in a picture, and what it says. Models come inside the `rapidocr` wheel; nothing is downloaded.

PP-OCRv6 covers 95 % of burned-in text at its own scale and more at twice the scale; areas it reports are tight, so
they are grown by 35 % of the line's height before they are covered.
"""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_det.utils import DBPostProcess, DetPreProcess

from scrubber.media.weights import pinned

# Pixels a side. The detector weighs every place by the whole of what it sees: on a frame of 1,800 pixels it overlooks
# lines that it finds with certainty in a third of it.
TILE = 960
OVERLAP = 160  # a line cut by one tile's edge is whole in the next
AROUND = 24  # pixels of blank ground left around what is not blank
LOWEST_TEXT_SCORE = 0.0
# Certainty of a pixel, and mean of a line, from which the detector reports a line. Strokes of faint writing are broken: with
# less, two of 140 hard lines more are found on two corpora of the generator, and no control is touched.
CLEAR, FAINT = (0.2, 0.4), (0.1, 0.25)
# The same for a label that stands out, and its least height in pixels: echoes and grains are smaller. Of 16 labels among cells
# drawn in any number ten were covered without, 13 with (0.6, 0.6) and 15 with these.
STERN, LEAST_LABEL = (0.8, 0.7), 14
ALIKE = 0.5  # shared part of the area of two findings of one line
LEAST_SIDE = 32  # pixels; smaller tiles are enlarged for the detector
MIDDLE = 127.5  # grey levels: black is -1 to the detector, white 1
LINE = (48, 96)  # pixels: height a line is read at and least width, to which shorter ones are filled up

Quad = NDArray[np.float32]  # 4x2: corners of a line from its top left, clockwise, in pixels of the frame


@dataclass(frozen=True)
class Reading:
    text: str
    score: float  # 0 to 1


UNREAD = Reading("", 0.0)


class _SinglePrecision(DetPreProcess):
    """The detector's input as rapidocr makes it, without its detour over numbers of double precision: a twentieth of the time."""

    def __call__(self, img: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        resized = self.resize(img)
        if resized is None:
            return None
        return np.asarray(cv2.dnn.blobFromImage(resized, 1 / MIDDLE, mean=(MIDDLE, MIDDLE, MIDDLE)), np.float32)


class _TwoLevels:
    """Lines from the detector's certainties, and those that stand out at a higher level.

    Cells of a stained section look like letters: with little certainty they and a label among them are one line.
    """

    def __init__(self, usual: DBPostProcess) -> None:
        self.usual, self.stern = usual, copy.copy(usual)
        self.stern.thresh, self.stern.box_thresh = STERN

    def ask_for(self, *, faint: bool) -> None:
        """How certain lines must be from now on; what is faint does not stand out."""
        self.usual.thresh, self.usual.box_thresh = FAINT if faint else CLEAR

    def __call__(self, certainties: NDArray, shape: tuple[int, int]) -> tuple[Any, Any]:
        quads, scores = self.usual(certainties, shape)
        if self.usual.thresh == FAINT[0]:
            return quads, scores
        known = [cv2.boundingRect(np.asarray(quad, np.float32)) for quad in quads]
        more = [
            found
            for found in zip(*self.stern(certainties, shape), strict=True)
            if min(cv2.minAreaRect(np.asarray(found[0], np.float32))[1]) >= LEAST_LABEL and _is_new(found[0], known)
        ]
        return np.array([*quads, *(quad for quad, _ in more)]), [*scores, *(score for _, score in more)]


def _is_new(quad: NDArray, known: Sequence[Sequence[int]]) -> bool:
    """Whether no rectangle (x, y, w, h) of `known` is about as large and where `quad` is."""
    x, y, w, h = cv2.boundingRect(np.asarray(quad, np.float32))
    for left, top, wide, high in known:
        shared = max(0, min(x + w, left + wide) - max(x, left)) * max(0, min(y + h, top + high) - max(y, top))
        if shared > ALIKE * (w * h + wide * high - shared):
            return False
    return True


@cache
def _engine() -> Any:
    cv2.setNumThreads(1)
    models = Path(rapidocr.__file__).parent / "models"
    engine: Any = RapidOCR(
        params={
            "Global.log_level": "critical", "Global.use_cls": False, "Global.text_score": LOWEST_TEXT_SCORE,
            "Global.max_side_len": 4 * TILE, "Global.min_side_len": 1, "Det.limit_side_len": LEAST_SIDE,
            "Rec.rec_img_shape": [3, *LINE], "Det.thresh": CLEAR[0], "Det.box_thresh": CLEAR[1],
            "Det.model_path": str(pinned(models / "PP-OCRv6_det_small.onnx")),
            "Rec.model_path": str(pinned(models / "PP-OCRv6_rec_small.onnx")),
            "EngineConfig.onnxruntime.intra_op_num_threads": 1, "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )  # fmt: skip
    blank = np.zeros((64, 64, 3), np.uint8)
    engine(blank, use_det=True, use_cls=False, use_rec=False)  # it makes its parts at their first use
    engine.text_det.postprocess_op = _TwoLevels(engine.text_det.postprocess_op)
    engine.text_det.get_preprocess = lambda: _SinglePrecision(LEAST_SIDE)
    engine(blank, use_det=False, use_cls=False, use_rec=True)
    return engine


def load() -> None:
    """Load the models now instead of at the first picture."""
    _engine()


def find_lines(view: NDArray[np.uint8], *, scale: float = 1.0, faint: bool = False) -> list[Quad]:
    """Corners of every line of text in `view` (HxWx3), looked for at `scale` times its size; `faint`: in a view that shows faint writing."""
    shown = _resized(view, scale)
    _engine().text_det.postprocess_op.ask_for(faint=faint)
    found: list[Quad] = []
    for top, left, tile in _tiles(shown):
        answer: Any = _engine()(tile, use_det=True, use_cls=False, use_rec=False)
        if answer.boxes is not None:
            corner = np.array([left, top], np.float32)
            found.extend((np.asarray(quad, np.float32) + corner) / scale for quad in answer.boxes)
    return found


def read_line(view: NDArray[np.uint8], quad: Quad) -> Reading:
    """What stands in the quadrilateral `quad` of `view`, turned upright (a tall one is read from its side)."""
    width = max(1, round(max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[3] - quad[2]))))
    height = max(1, round(max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))))
    goal = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    turn = cv2.getPerspectiveTransform(np.asarray(quad, np.float32), goal)
    line = cv2.warpPerspective(view, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    if height >= 1.5 * width:
        line = np.ascontiguousarray(np.rot90(line))
    answer: Any = _engine()(line, use_det=False, use_cls=False, use_rec=True)
    if not answer.txts:
        return UNREAD
    return Reading(answer.txts[0].strip(), float(answer.scores[0]))


def _resized(view: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    if scale == 1.0:
        return view
    how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    return cv2.resize(view, None, fx=scale, fy=scale, interpolation=how).astype(np.uint8, copy=False)


def _tiles(view: NDArray[np.uint8]) -> Iterator[tuple[int, int, NDArray[np.uint8]]]:
    """Top, left and pixels of overlapping parts no larger than `TILE`, blank rows and edges left out."""
    for first, last in bands_of(view):
        left_edge, right_edge = _busy_columns(view[first:last])
        for top, high in parts_of(last - first):
            for left, wide in parts_of(right_edge - left_edge) if right_edge else ():
                above, before = first + top, left_edge + left
                yield above, before, view[above : above + high, before : before + wide]


def bands_of(view: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """First and last row (not included) of parts of `view` between blank rows, which hold one colour from edge to edge."""
    busy = np.flatnonzero((view != view[:, :1]).reshape(len(view), -1).any(axis=1))
    if not busy.size:
        return []
    breaks = np.flatnonzero(np.diff(busy) > 2 * AROUND)
    starts, ends = [busy[0], *busy[breaks + 1]], [*busy[breaks], busy[-1]]
    return [
        (max(0, int(start) - AROUND), min(len(view), int(end) + 1 + AROUND))
        for start, end in zip(starts, ends, strict=True)
    ]


def _busy_columns(band: NDArray[np.uint8]) -> tuple[int, int]:
    """First and last column (not included) around what is not the same from top to bottom; equal when all of it is."""
    busy = np.flatnonzero((band.max(axis=0) != band.min(axis=0)).any(axis=-1))
    if not busy.size:
        return 0, 0
    return max(0, int(busy[0]) - AROUND), min(band.shape[1], int(busy[-1]) + 1 + AROUND)


def parts_of(length: int) -> list[tuple[int, int]]:
    """Start and length of as few equal parts as cover `length`."""
    count = max(1, -(-(length - OVERLAP) // (TILE - OVERLAP)))
    part = -(-(length + (count - 1) * OVERLAP) // count)
    return [(round(index * (length - part) / max(count - 1, 1)), part) for index in range(count)]

"""Lines of text in a picture: which are text at all, which must be covered, which may stay."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scrubber.media.reading import Quad, Reading
from scrubber.media.result import Box
from scrubber.media.vocabulary import is_clinical, is_cut_word

GROW = 0.35  # of the line's height, on every side: what the detector reports is tight
SURE = 0.8  # a clinical word stays only when it was read with at least this
LENGTHS, SURE_OF_A_UNIT = frozenset({"mm", "cm", "µm", "μm", "um"}), 0.6  # of a scale bar, set apart from its number
LEGIBLE = 0.2  # two letters or digits read with less are no text
LEGIBLE_PAIR = 0.55  # the same without other lines to go by: glints of an endoscope are read as "41" with 0.5
TALL, TALLEST = 0.10, 0.16  # of the picture: taller lines are mostly traces and outlines of anatomy taken for letters
LEGIBLE_TALL = 0.45
SPARSE = 0.9  # heights a letter: twice as wide as print; what traces of an ECG and edges of anatomy are read as
LEGIBLE_SPARSE = 0.6  # letters of beats twice as far apart as print
WIDEST_TALL = 0.85  # of the picture: traces of an ECG are read as "nanana" across all of it
SAME_PLACE, LETTER = 0.7, 0.4  # shared part of either box; heights a narrow letter takes
COMB = frozenset("mnhwrudobMNHWUe1")  # what the beats of an ECG are read as, one after the other
BEATS = COMB | frozenset("abiltyA")  # the same with what beats of other shapes are read as
MOSTLY = 0.75  # of the letters: a mark on the trace is read with it
LONG_TRACE, MOST_BEATS = 0.4, 0.5  # of the picture's width; kinds of letters a letter
SHAPES = frozenset("01oO")  # what rows of bones or cells are read as
LITTLE_MORE = 2.6  # times the area of a slanted line: then one upright box is taken, for the slope is an estimate
WORD_SPACE = 1.0  # heights between words of one line at most
STROKES = frozenset("Il1iⅠⅡⅢ")  # what leads I, II and III are read as
SAME_WORD = 0.8  # likeness (Ratcliff/Obershelp) of two spellings of one name


@dataclass(frozen=True)
class Found:
    """A line of text as detected: its corners, what was read, and the box to cover."""

    quad: Quad
    reading: Reading

    @property
    def text(self) -> str:
        return self.reading.text

    @property
    def score(self) -> float:
        return self.reading.score

    @property
    def sides(self) -> tuple[float, float]:
        """Length and height in pixels, the longer first."""
        across, down = np.linalg.norm(self.quad[0] - self.quad[1]), np.linalg.norm(self.quad[0] - self.quad[3])
        return float(max(across, down)), float(min(across, down))

    @property
    def box(self) -> Box:
        """Upright box around the line, as found."""
        return _around(self.quad)


def is_text(line: Found, height: int, width: int) -> bool:
    """Whether a detection in a picture of that size is text: a letter or up to three strokes alone name nobody."""
    letters = [letter for letter in line.text if letter.isalnum()]
    strokes = len(letters) <= 3 and STROKES.issuperset(letters)
    if len(letters) < 2 or strokes or line.score < LEGIBLE or _is_trace(line, letters, width):
        return False
    long, high = line.sides
    side = min(height, width)
    if SHAPES.issuperset(letters) and (high > TALL * side + 8 or line.score < SURE):
        return False
    if high <= TALL * side + 8 or line.score > 0.9:
        return line.score >= SURE or len(set(letters)) > 2 or (len(letters) == 2 and line.score >= LEGIBLE_PAIR)
    tallest = high > TALLEST * side + 8
    legible = SURE if tallest else LEGIBLE_TALL
    return line.score >= legible and len(set(letters)) > 2 and not (tallest and long >= WIDEST_TALL * side)


def _is_trace(line: Found, letters: Sequence[str], width: int) -> bool:
    """Whether the beats of an ECG were taken for letters: few kinds of them, far apart or across much of the picture."""
    long, high = line.sides
    sparse = long > SPARSE * high * len(letters)
    legible = SURE if COMB.issuperset(letters) else LEGIBLE_SPARSE if BEATS.issuperset(letters) else LEGIBLE_TALL
    if sparse and line.score < legible:
        return True
    of_beats = sum(letter in BEATS for letter in letters) >= MOSTLY * len(letters)
    again = len(set(letters)) <= MOST_BEATS * len(letters)
    return of_beats and again and line.score < SURE and long > LONG_TRACE * width


def may_stay(line: Found, hidden: Sequence[str], *, width: int | None = None) -> bool:
    """Whether the line is clinical, read with certainty, and none of the words to hide.

    `width` of the picture: a label may run out of it at the right, its last letter cut and misread.
    """
    cut = width is not None and line.box.x + line.box.w >= width - 1
    clinical = is_clinical(line.text) or (cut and is_cut_word(line.text))
    sure = SURE_OF_A_UNIT if line.text.lower() in LENGTHS else SURE
    return line.score >= sure and clinical and not names(line.text, hidden)


def is_same_place(line: Found, other: Found) -> bool:
    """Whether `line` is where `other` is, and no longer by as much as a letter: one more letter may be a name's."""
    return (
        overlap(line.box, other.box) > SAME_PLACE
        and overlap(other.box, line.box) > SAME_PLACE
        and line.sides[0] <= other.sides[0] + LETTER * other.sides[1]
    )


def is_in_row_of(line: Found, other: Found) -> bool:
    """Whether `other` names or measures what stands in the row of a table in which `line` stands."""
    shared = min(line.box.y + line.box.h, other.box.y + other.box.h) - max(line.box.y, other.box.y)
    return shared > 0.5 * min(line.box.h, other.box.h) and any(map(str.isalpha, other.text))


def goes_on(line: Found, other: Found) -> bool:
    """Whether two lines stand beside each other like parts of one: "18 Dec" and "2019"."""
    mine, its = line.box, other.box
    shared = min(mine.y + mine.h, its.y + its.h) - max(mine.y, its.y)
    gap = max(mine.x, its.x) - min(mine.x + mine.w, its.x + its.w)
    return shared > 0.5 * min(mine.h, its.h) and gap < WORD_SPACE * max(mine.h, its.h)


def names(text: str, hidden: Sequence[str]) -> bool:
    """Whether a word to hide is in `text`, misread letters allowed for."""
    said = re.findall(r"\w{3,}", text.casefold())
    for word in (part for item in hidden for part in re.findall(r"\w{3,}", item.casefold())):
        for token in said:
            if token == word or (len(word) >= 4 and difflib.SequenceMatcher(None, token, word).ratio() >= SAME_WORD):
                return True
    return False


def boxes_over(line: Found, *, beyond: tuple[float, float] = (0.0, 0.0)) -> list[Box]:
    """Upright boxes that together cover the line and `GROW` of its height around; a slanted line needs several.

    `beyond`: pixels covered before its start and after its end as well.
    """
    quad = line.quad if is_lying(line.quad) else np.roll(line.quad, -1, axis=0)
    along, down = _unit(quad[1] - quad[0]), _unit(quad[3] - quad[0])
    length, height = line.sides
    beside = GROW * height
    before, after = ((beside + more) * along for more in beyond)
    down = beside * down
    corners = quad + np.array([-before - down, after - down, after + down, -before + down])
    slant = min(abs(along[0]), abs(along[1]))
    upright = _around(corners)
    own = (length + 2 * beside + sum(beyond)) * (height + 2 * beside)
    little = slant < 0.06 or upright.w * upright.h <= LITTLE_MORE * own
    pieces = 1 if little else max(1, round((length + 2 * beside + sum(beyond)) / max(height, 1)))
    steps = np.linspace(0, 1, pieces + 1)
    top = [corners[0] + step * (corners[1] - corners[0]) for step in steps]
    bottom = [corners[3] + step * (corners[2] - corners[3]) for step in steps]
    return [_around(np.array([top[i], top[i + 1], bottom[i + 1], bottom[i]])) for i in range(pieces)]


def overlap(one: Box, other: Box) -> float:
    """Shared area as a part of `one`, 0 to 1."""
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return max(wide, 0) * max(high, 0) / max(one.w * one.h, 1)


def is_lying(quad: Quad) -> bool:
    """Whether a line runs along its first side, not down its second."""
    return bool(np.linalg.norm(quad[0] - quad[1]) >= np.linalg.norm(quad[0] - quad[3]))


def _unit(vector: Quad) -> Quad:
    return vector / max(float(np.linalg.norm(vector)), 1e-6)


def _around(corners: Quad) -> Box:
    left, top = (int(edge) for edge in np.floor(corners.min(axis=0)))
    right, bottom = (int(edge) for edge in np.ceil(corners.max(axis=0)))
    return Box(left, top, right - left + 1, bottom - top + 1, why="text")

"""What is read again after a text was written: the lines around what was replaced. The rest reads as it did before."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from scrubber import unidentifying
from scrubber.findings import ScrubResult
from scrubber.spans import Span

#: how far a token can change what is read, in characters; whole lines are taken
_NEAR = 120
#: between excerpts: nothing reads across it
_GAP = "\n\n"
#: an excerpt of more than this share of the text is the whole text
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text`` to read, put together of ``pieces``: (offset in the excerpt, offset in the whole text, length, lead).

    The ``lead`` is the line before, there for its last word; what is found in it does not count.
    """

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]

    def placed(self, start: int, end: int) -> Span | None:
        """A span of the excerpt in the whole text; None for what lies in a lead or across two pieces."""
        at, whole, length, lead = self.pieces[bisect_right(self.pieces, start, key=lambda piece: piece[0]) - 1]
        if start < at + lead or end > at + length:
            return None
        return start - at + whole, end - at + whole


def excerpt(result: ScrubResult, *, whole: bool) -> Excerpt:
    """The lines of the safe text within reach of a token, and those around a month standing alone; or the ``whole`` text.

    A month is an identifier when the text speaks of somebody near it (:func:`unidentifying.season`): that reaches farther.
    """
    text = result.text
    if whole:
        return Excerpt(text, ((0, 0, len(text), 0),))
    reached = [(item.out_start - _NEAR, item.out_end + _NEAR) for item in result.findings]
    far = unidentifying.NEAR + _NEAR
    reached += [(match.start() - far, match.end() + far) for match in unidentifying.MONTH.finditer(text)]
    lines = _whole_lines(text, sorted(reached))
    if sum(end - start for start, end, _ in lines) > _MOST * len(text):
        return Excerpt(text, ((0, 0, len(text), 0),))
    pieces, at = [], 0
    for start, end, lead in lines:
        pieces.append((at, start, end - start, lead))
        at += end - start + len(_GAP)
    return Excerpt(_GAP.join(text[start:end] for start, end, _ in lines), tuple(pieces))


def _whole_lines(text: str, reached: list[Span]) -> list[tuple[int, int, int]]:
    """(start, end, lead) of stretches of whole lines, joined where they touch."""
    lines: list[tuple[int, int, int]] = []
    for low, high in reached:
        start = text.rfind("\n", 0, max(0, low)) + 1
        end = text.find("\n", min(high, len(text)))
        end = len(text) if end < 0 else end
        before = len(text[:start].rstrip("\n"))
        lead = start - (text.rfind("\n", 0, before) + 1) if before else start
        if lines and start - lead <= lines[-1][1]:
            first, last, own = lines[-1]
            lines[-1] = (first, max(last, end), own)
        else:
            lines.append((start - lead, end, lead))
    return lines

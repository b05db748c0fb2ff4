"""Half-open spans with answers in logarithmic time: a text of a million characters may hold a hundred thousand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]


class Spans:
    """Spans ``(start, end)`` in any order, overlapping or not."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def cover(self, start: int, end: int) -> bool:
        """Whether one span holds all of ``start..end``."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end

    def touch(self, start: int, end: int) -> bool:
        """Whether any span shares a character with ``start..end``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def cut_from(self, start: int, end: int) -> list[Span]:
        """What is left of ``start..end`` outside all spans."""
        left: list[Span] = []
        index = bisect_right(self._reach, start)
        while index < len(self._spans) and self._starts[index] < end:
            low, high = self._spans[index]
            if start < low:
                left.append((start, low))
            start = max(start, high)
            index += 1
        if start < end:
            left.append((start, end))
        return left

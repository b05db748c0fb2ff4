"""The best passage of a text and the words that matched, the same for both engines."""

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.words import stems as stems_of

LONGEST = 260  # characters of a passage
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def best_passage(text: str, words: Iterable[str]) -> SafeString:
    """About 260 characters around the densest cluster of matches, matches marked, everything escaped."""
    stems = {stem for word in words for stem in stems_of(word)}
    matches = [match for match in _WORD.finditer(text) if not stems.isdisjoint(_stems(match.group()))]
    if not matches:
        return mark_safe(escape(_cut(text, 0)))
    best = max(matches, key=lambda first: _density(matches, first.start()))
    start = _start_of_sentence(text, best.start())
    passage = _cut(text, start)
    return _marked(passage, [m for m in matches if start <= m.start() and m.end() <= start + len(passage)], start)


@lru_cache(maxsize=50_000)
def _stems(word: str) -> frozenset[str]:
    return frozenset(stems_of(word))


def _density(matches: list[re.Match[str]], start: int) -> int:
    return len({m.group().lower() for m in matches if start <= m.start() < start + LONGEST - 60})


def _start_of_sentence(text: str, at: int) -> int:
    earliest = max(0, at - 90)
    stop = max(text.rfind(mark, earliest, at) for mark in (". ", "\n", "? "))
    if stop >= earliest:
        return stop + 1
    return earliest if earliest == 0 else text.find(" ", earliest) + 1


def _cut(text: str, start: int) -> str:
    passage = text[start : start + LONGEST]
    return passage if start + LONGEST >= len(text) else passage.rsplit(" ", 1)[0] + " …"


def _marked(passage: str, matches: list[re.Match[str]], offset: int) -> SafeString:
    parts, at = [], 0
    for match in matches:
        start, end = match.start() - offset, match.end() - offset
        parts += [escape(passage[at:start]), "<mark>", escape(passage[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*parts, escape(passage[at:])]))

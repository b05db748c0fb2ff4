"""Names of several words that identify nobody: programmes, charities, devices, eponyms of two people ("Hydrofera Blue")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import ahocorasick

from scrubber import lexicon
from scrubber.spans import Span


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for line in (lexicon.FOLDER / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            automaton.add_word(line.lower(), len(line))
    automaton.make_automaton()
    return automaton


def known(text: str) -> Iterator[Span]:
    """Where one of them stands as whole words, in any letter case."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two characters: offsets would be wrong
        return
    for last, length in _automaton().iter(lowered):
        start, end = last + 1 - length, last + 1
        if not lowered[start - 1 : start].isalnum() and not lowered[end : end + 1].isalnum():
            yield start, end

"""How thick a passage is with names of medicine: where many stand, an unknown name is one more of them."""

from __future__ import annotations

import re

from scrubber import lexicon

_CAPITAL = re.compile(r"(?<![\w@])[A-Z\u00c0-\u00de][\w\u00c0-\u024f]{2,20}")
#: so many different names of medicine within so many characters on either side make a passage thick
_MANY, _AROUND = 3, 160


def thick_with_medicine(text: str, start: int, end: int) -> bool:
    """Whether many eponyms, brands and abbreviations that few people are called by stand around ``start..end``."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    found = {
        match.group()
        for match in _CAPITAL.finditer(text, low, high)
        if not start <= match.start() < end and _of_medicine(match.group())
    }
    return len(found) >= _MANY


def _of_medicine(word: str) -> bool:
    lowered = word.lower()
    if lexicon.is_abbreviation(word):
        return False
    return lexicon.is_rare_name(lowered) and (lexicon.is_clinical_name(lowered) or lexicon.is_drug(lowered))


def nobodys(words: list[str]) -> bool:
    """No word that very many people are called by."""
    return all(lexicon.surname(word) < 6 and lexicon.first_name(word) < 4 for word in words)

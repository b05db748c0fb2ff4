"""Single names in posts: "discharged Kowalczyk yesterday", "Shaniqua's rash"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.registry import Document

_NAME = r"([A-Z\u00c0-\u00de][a-z\u00df-\u024f]{2,20}(?:[-'’][A-Z][a-z]{2,15})?)"
#: what is done to people and to nothing else
_HANDLED = re.compile(
    r"\b(?:discharged|readmitted|consented|clerked|extubated|intubated|reassured|counsel+ed|phoned|texted|bleeped|restrained|sectioned|escorted|hoisted|"
    r"bathed|warned|reminded|convinced|persuaded|begged|comforted|nursed|babysat|chaperoned|repatriated)\s"
    + _NAME
    + r"(?=\s(?:yesterday|today|tonight|home|from|to|at|on|this|last|that|who|again|and|about|after|before|in|for|back|because|when|is|was|twice|early|myself)\b|"
    r"[.,;!?]|\s?$)",
    re.MULTILINE,
)
_OWNED = re.compile(r"(?<![\w'’-])" + _NAME + r"(?=['’]s\s[a-z]{3,})")


class BareNameRecognizer:
    """Names without title or surname, by what was done to their bearer or belongs to them."""

    name = "bare_names"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        text = document.view.text
        for match in _HANDLED.finditer(text):
            if _can_be_called(match.group(1).lower()):
                why = "A name follows what is done to a person."
                yield document.candidate(*match.span(1), "NAME", 0.75, "name.handled", why)
        for match in _OWNED.finditer(text):
            if _is_first_name(match.group(1).lower()):
                yield document.candidate(
                    *match.span(1), "NAME", 0.75, "name.owner", "Something belongs to this person."
                )


def _can_be_called(word: str) -> bool:
    """No word of English or of medicine; a known name, or in no list at all."""
    if lexicon.word_class(word) or lexicon.is_medical(word) or lexicon.is_drug(word) or lexicon.is_clinical_name(word):
        return False
    return lexicon.first_name(word) >= 2 or lexicon.surname(word) >= 2 or not lexicon.bits(word)


def _is_first_name(word: str) -> bool:
    """A first name far more than a surname: signs and diseases are called after surnames."""
    return _can_be_called(word) and lexicon.first_name(word) >= 4 and lexicon.first_name(word) > lexicon.surname(word)


RECOGNIZER = BareNameRecognizer()

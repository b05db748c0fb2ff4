"""A statistical guess is believed in company only: text about a person seldom holds one identifier and no other.

On the hand-labelled corpus no document with identifiers had only one or two guesses of this kind and nothing surer,
while half of the words wrongly taken from text without identifiers were such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from scrubber import lexicon, operators
from scrubber.findings import Candidate

#: a document with more guesses than these is about somebody
MOST = 2
#: guesses at least this sure need no company
SURE = 0.95
#: words; in a shorter text, such as a title, there is no room for company: what medicine knows by that name is a guess, "Chagas"
SHORT = 12
#: words; in a question as short as this a word that no list of names holds is a word: "quokka"
BARE = 2
#: how common (0 to 7) a name is that is believed alone: "thanks Johnson"
COMMON = 6
#: the score of a guess that is shown to a reviewer instead
DOUBT = 0.45
#: two long words or more: "Bhuvaneshwari Ramanathapuram"
_FOREIGN = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{4,}(?:[\s-][A-Z\u00c0-\u00de][^\W\d_]{4,})+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def are_all(fields: Mapping[str, str], accepted: Iterable[tuple[str, Candidate]]) -> bool:
    """Whether the accepted findings of a document, with their fields, are one or two guesses and nothing else."""
    found = list(accepted)
    if not 0 < len(found) <= MOST or any(any(operators.written_before(text)) for text in fields.values()):
        return False
    size = sum(len(text.split()) for text in fields.values())
    if size <= BARE and all(_is_in_no_list(fields[field], item) for field, item in found):
        return True
    is_guess = _names_a_disease if size < SHORT else _is_guess
    return all(is_guess(fields[field], item) for field, item in found)


def doubted(item: Candidate) -> Candidate:
    """The guess as a doubt."""
    return replace(item, score=min(item.score, DOUBT))


def _is_guess(text: str, item: Candidate) -> bool:
    if not item.rule.startswith(("tagger.", "propagated")) or item.score >= SURE:
        return False
    if _is_foreign(text, item):
        return False
    return item.category != "NAME" or not any(map(_known, _LETTERS.findall(text[item.start : item.end].lower())))


def _is_foreign(text: str, item: Candidate) -> bool:
    """Whether it is long words that mean nothing in English or medicine."""
    if not _FOREIGN.fullmatch(text, item.start, item.end):
        return False
    words = _LETTERS.findall(text[item.start : item.end].lower())
    means = any(
        lexicon.word_class(word) or lexicon.is_medical(word) or lexicon.is_clinical_name(word) for word in words
    )
    return not means


def _is_in_no_list(text: str, item: Candidate) -> bool:
    words = _LETTERS.findall(text[item.start : item.end].lower())
    known = any(lexicon.first_name(word) or lexicon.surname(word) or lexicon.place(word) for word in words)
    return item.rule.startswith(("tagger.", "propagated")) and bool(words) and not known


#: too little to tell anybody by where nothing else is said: "Case number 3"
_SMALL_NUMBER = re.compile(r"\d{1,2}")
_UNCUED = ("tagger.", "propagated", "name.small", "name.given", "name.pair")


def _names_a_disease(text: str, item: Candidate) -> bool:
    """Whether nothing but the name itself speaks for a person or place, and all of it is a name in medicine, and no common one."""
    if item.rule.startswith("tagger.") and item.score < SURE and _SMALL_NUMBER.fullmatch(text, item.start, item.end):
        return True
    words = _LETTERS.findall(text[item.start : item.end].lower())
    if not item.rule.startswith(_UNCUED) or not words or not all(map(lexicon.is_clinical_name, words)):
        return False
    return len(words) > 1 or max(lexicon.surname(words[0]), lexicon.first_name(words[0])) < COMMON


def _known(word: str) -> bool:
    """A name that people bear, and nothing else."""
    if (
        lexicon.is_clinical_name(word)
        or lexicon.is_medical(word)
        or lexicon.word_class(word)
        or lexicon.place(word) > 1
    ):
        return False
    return lexicon.first_name(word) >= 3 or lexicon.surname(word) >= 3

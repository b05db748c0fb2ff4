"""People in lists and handovers, where neither a title nor a verb says so: "Patel R, Singh A on call", "Benally - d/c"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.recognizers.bare_names import NO_PERSON, RARE
from scrubber.registry import Document, watch

_NAME = r"[A-Z\u00c0-\u00de][a-z\u00df-\u024f'’]{1,20}(?:[-'’]?[A-Z][a-z]{1,15})?"
_BEHIND_INITIALS = rf"{_NAME}\s[A-Z]{{1,2}}"
#: "Patel R, Singh A and O'Leary M"
_STAFF = re.compile(rf"(?<![\w'’.]){_BEHIND_INITIALS}(?:(?:,|;|\s/|\s&|\sand)\s{_BEHIND_INITIALS})+(?![\w'’-])")
_ONE_OF_STAFF = re.compile(_BEHIND_INITIALS)
#: what follows the authors of a paper: a year, a journal's volume, "et al."
_CITED = re.compile(r"[^\n]{0,200}?(?:\bet\sal\b|(?<!\d)(?:19|20)\d\d(?!\d)|\d;\s?\d|\bdoi\b|\beds?\b\.)")
#: "Okafor N. presented", at the beginning of a sentence
_WITH_INITIAL = re.compile(rf"(?:^|\n|[.;:]\s)\s{{0,3}}({_NAME}\s[A-Z]\.)(?=\s|$)")
#: "1. Pemberton, 77, day 2" in a numbered list; "Case 2 Wojciechowska: angioplasty"
_NUMBERED = re.compile(
    rf"(?:(?:^|\n)\s{{0,4}}\d{{1,2}}[.)]\s{{1,2}}({_NAME})(?=,\s\d{{1,3}}\b)|\b[Cc]ase\s\d{{1,2}}:?\s({_NAME})(?=:|,|\s\d{{3,}}))"
)
#: "Benally - d/c", at the beginning of a line or behind another item
_ITEM = re.compile(rf"(?:^|\n|[,;:.]\s)\s{{0,3}}({_NAME})(?=\s(?:--?|–|—)\s|\s?[→>]\s)")
#: "Goldberg: smear", as meetings and lessons are written down
_SPEAKER = re.compile(rf"(?:^|\n|[.?!]\s)\s{{0,3}}({_NAME})(?=:\s)")
#: "Okafor, 2019 admission"
_RECORDS = re.compile(
    rf"(?<![\w'’-])({_NAME})(?=,?\s(?:19|20)\d\d\s(?:admission|notes?|file|records?|clinic|films?|scans?|bloods|letters?|op\b|operation|episode|CT|MRI|echo|stay))"
)
#: "Darlene and Leland Manygoats"
_COUPLE = re.compile(
    r"(?<![\w'’-])([A-Z][a-z]{2,14}\s(?:and|&)\s[A-Z][a-z]{2,14}\s[A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,15})?)(?![\w'’-])"
)
#: "The Hendersons want a meeting"
_FAMILY = re.compile(
    r"\b[Tt]he\s([A-Z][a-z]{3,18}s)(?=\s(?:want|wants|are|were|have|had|live|lived|came|come|asked|ask|agree|refuse|know|say|said|went|will|would|all|both|family)\b|['’]\s[a-z])"
)
#: "Pt H.O. (Hauwa)", "his twin (Kehinde)"
_BRACKETED = re.compile(rf"(?<=\s)\(({_NAME})\)")


#: "Pappas febrile", "Ito sundowning", "Nez CIWA", "DeShields NPO": believed where two of them stand
_BRIEF = re.compile(
    r"(?:^|\n|[.;,:]\s|\d[.)]?\s)\s{0,3}([A-Z][a-z\u00df-\u024f'’]{1,15}(?:[A-Z][a-z]{2,12})?)(?=\s(?:[a-z][a-z/]{2,14}|[A-Z]{2,6})(?:[,.;\s]|$))"
)


def _stands_for_nothing_else(word: str) -> bool:
    """No word of English or medicine, no day, country or town."""
    if word in NO_PERSON or 0 < lexicon.word_class(word) < RARE or lexicon.place(word) > 1:
        return False
    return not (
        lexicon.is_medical(word)
        or lexicon.is_drug(word)
        or lexicon.is_clinical_name(word)
        or lexicon.is_technical(word)
    )


def _known(word: str, least: int) -> bool:
    """A name that at least so many people bear, and nothing else."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    plain = word.replace("'", "").replace("-", "")
    borne = max(lexicon.surname(plain), lexicon.first_name(plain), lexicon.surname(word), lexicon.first_name(word))
    return borne >= least and _stands_for_nothing_else(word)


def _given(word: str) -> bool:
    """A first name more than a surname: what stands in brackets in papers are surnames."""
    return lexicon.first_name(word.lower()) > lexicon.surname(word.lower())


def _staff(document: Document) -> Iterator[tuple[int, int]]:
    """Names with initials behind them, unless they are the authors of a paper."""
    text = document.view.text
    for match in document.matches(_STAFF):
        names = list(_ONE_OF_STAFF.finditer(text, *match.span()))
        known = sum(_known(name.group().split()[0], 3) for name in names)
        if 2 * known >= len(names) and not _CITED.match(text, match.end()):
            yield from (name.span() for name in names)


def _briefly(text: str) -> list[re.Match[str]]:
    """Items of a list in which at least two begin with a known name; then those in no list of words are names too."""
    items = list(_BRIEF.finditer(text))
    known = {match.group(1) for match in items if _known(match.group(1), 4)}
    if len(known) < 2:
        return []
    return [match for match in items if match.group(1) in known or _unlisted(match.group(1).lower())]


def _unlisted(word: str) -> bool:
    return not lexicon.bits(word) and not lexicon.is_derived(word) and _stands_for_nothing_else(word)


def _couple(first: re.Match[str]) -> bool:
    one, _, other, last = first.group(1).split()
    if min(lexicon.first_name(one.lower()), lexicon.first_name(other.lower())) < 4:
        return False
    return _stands_for_nothing_else(last.lower()) or lexicon.surname(last.lower()) >= 5


class RosterRecognizer:
    """Names by their place in a list."""

    name = "rosters"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        text = document.view.text
        for span in _staff(document):
            yield document.candidate(*span, "NAME", 0.75, "name.staff", "A list of names with initials.")
        for pattern, least, rule, why in (
            (_ITEM, 4, "name.listed", "A name at the head of an item."),
            (_SPEAKER, 5, "name.speaker", "A name before what was said."),
            (_RECORDS, 3, "name.records", "A name before the year of a record."),
            (_BRACKETED, 3, "name.bracketed", "A name in brackets."),
        ):
            for match in document.matches(pattern):
                if _known(match.group(1), least) and (rule != "name.bracketed" or _given(match.group(1))):
                    yield document.candidate(*match.span(1), "NAME", 0.7, rule, why)
        for match in document.matches(_WITH_INITIAL):
            if _known(match.group(1).split()[0], 4) and not _CITED.match(text, match.end()):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.staff", "A surname with an initial.")
        for match in document.matches(_NUMBERED):
            group = match.lastindex or 1
            if _known(match.group(group), 2) or _unlisted(match.group(group).lower()):
                yield document.candidate(
                    *match.span(group), "NAME", 0.75, "name.numbered", "A name in a numbered list."
                )
        for match in _briefly(text):
            yield document.candidate(*match.span(1), "NAME", 0.65, "name.brief", "A name at the head of an item.")
        for match in document.matches(_COUPLE):
            if _couple(match):
                yield document.candidate(*match.span(1), "NAME", 0.78, "name.couple", "Two people of one surname.")
        for match in document.matches(_FAMILY):
            family = match.group(1)[:-1].lower()
            if lexicon.surname(family) >= 5 and not lexicon.word_class(family):
                yield document.candidate(*match.span(1), "NAME", 0.75, "name.family", "The name of a family.")


watch(_STAFF, _ITEM, _SPEAKER, _RECORDS, _BRACKETED, _WITH_INITIAL, _NUMBERED, _COUPLE, _FAMILY)
RECOGNIZER = RosterRecognizer()

"""Eponyms that stand alone: "no Cullen or Grey Turner", "Kocher and Kelly clamps", "Koebner at elbows"."""

from __future__ import annotations

import re

from scrubber import lexicon, persons
from scrubber.spans import Span

_OWNING = re.compile(r"['’]s?$")
_NAME = re.compile(r"(?<![\w.@/])[A-Z\u00c0-\u00de][\w\-]{2,30}+(?:['’]s?(?!\w))?")
_TITLE_BEFORE = re.compile(
    r"\b(?:Drs?|Mrs?|Ms|Miss|Mx|Prof|Professor|Doctor|Nurse|Sister|Father|Officer|Coach|baby|little|named|called|met|told|saw|paged?)\.?\s$|"
    r"\b(?:MRS?|MS)\.\s$|\b(?:MRS|DRS?|PROF|NURSE)\s$"
)
#: whose name follows, when many people bear it
_KIN_BEFORE = re.compile(
    r"\b(?:son|daughter|wife|husband|partner|mom|mum|dad|brother|niece|nephew|aunt|uncle|cousin|grand(?:son|daughter|ma|pa)|friend|neighbou?r|roommate)\s$"
)
#: a person or a thing may follow; believed before a name that people bear
_PERSON_PERHAPS = re.compile(r"\b(?:with|from|to|for|by)\s$")
#: what follows a person who is known by a name that many bear
_PERSON_AFTER = re.compile(r",?\s(?:is|was|has|had|will|does|did|remains)\b")
#: what follows a sign, a test or a tool
_FINDING_AFTER = re.compile(
    r"\s?(?:neg\b|negative|pos\b|positive|absent|present\b|equivocal|[+\-–−]|[<>≤≥=]|\d{1,3}\s?(?:min|%|mm|cm)|clamps?|forceps|scissors|retractors?)"
)
#: "her Graves", "his Crohn's"
_OWNED = re.compile(r"\b(?:her|his|their|my|your|its)\s$", re.I)
_BETWEEN = re.compile(
    r"(?:['’]s)?(?:\s(?:[IVX]{1,4}[A-C]?|[A-C]|\d[\w\-]{0,6}))?(?:,\s(?:and\s|or\s|the\s)?|\s(?:and|or|vs\.?|versus|then|not)\s|\s?/\s?|\s[&+>]\s)"
)

#: how far away, in characters, an eponym gives another one company
_NEAR = 60
#: where so many rare ones stand within so many characters, or one among so many of any kind, medicine is taught
_MANY_RARE, _MANY, _AROUND = 3, 5, 250
#: what even there only a person does
_SURELY_ACTS = re.compile(
    r",?\s(?:says?|said|told|tells|denies|lives|lived|asked|asks|agrees|refused|admitted|aged|DOB|MRN|\(?\d{1,3}\s?(?:[yMF]\b|yo\b|y/o|year))"
)


def bare(text: str) -> list[Span]:
    """Spans of single eponyms that are neither titled nor followed by what a person does.

    Words that are common names of people or also places need company: a finding, an article, a grade, or an eponym
    nobody is called by near them. A list of such names alone may be a list of patients.
    """
    found: list[tuple[int, int, bool]] = []
    for match in _NAME.finditer(text):
        word = _OWNING.sub("", match.group())
        if not _medical(word) or _TITLE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        rare = _rare(word)
        if lexicon.first_name(word.lower()) >= 5 and _KIN_BEFORE.search(
            text, max(0, match.start() - 16), match.start()
        ):
            continue
        perhaps = not rare and _PERSON_PERHAPS.search(text, max(0, match.start() - 6), match.start())
        if not perhaps or persons.beside_a_thing(text, *match.span()):
            found.append((match.start(), match.end(), rare))
    return [(start, end) for index, (start, end, _) in enumerate(found) if _shielded(text, found, index)]


def _shielded(text: str, found: list[tuple[int, int, bool]], index: int) -> bool:
    start, end, rare = found[index]
    if (
        _FINDING_AFTER.match(text, end)
        or _OWNED.search(text, max(0, start - 8), start)
        or persons.beside_a_thing(text, start, end)
    ):
        return True
    if _taught(found, index) and not _SURELY_ACTS.match(text, end):
        return True
    if not rare and not _in_company(text, found, index):
        return False
    return _in_list(text, found, index) or not _acts(text, end, rare=rare)


def _taught(found: list[tuple[int, int, bool]], index: int) -> bool:
    """Whether many other eponyms stand around this one, and not only such as are common names."""
    start = found[index][0]
    beside = found[max(0, index - 6) : index] + found[index + 1 : index + 7]
    near = [rare for low, _, rare in beside if abs(low - start) < _AROUND]
    return sum(near) >= _MANY_RARE or (any(near) and len(near) >= _MANY)


def _acts(text: str, end: int, *, rare: bool) -> bool:
    """Whether what follows is what people do; "Kussmaul is paradoxical" is a sign, "Murphy is here" may be a patient."""
    if persons.AFTER.match(text, end) or persons.LISTED_AFTER.match(text, end):
        return True
    return not rare and bool(_PERSON_AFTER.match(text, end))


def _in_company(text: str, found: list[tuple[int, int, bool]], index: int) -> bool:
    start, end, _ = found[index]
    near = found[max(0, index - 3) : index] + found[index + 1 : index + 4]
    return any(rare and low - end < _NEAR and start - high < _NEAR for low, high, rare in near)


def _in_list(text: str, found: list[tuple[int, int, bool]], index: int) -> bool:
    """Whether the neighbour in a list is an eponym too."""
    start, end, _ = found[index]
    return (index > 0 and bool(_BETWEEN.fullmatch(text, found[index - 1][1], start))) or (
        index + 1 < len(found) and bool(_BETWEEN.fullmatch(text, end, found[index + 1][0]))
    )


def _medical(word: str) -> bool:
    parts = [part for part in word.split("-") if part]
    known = [part for part in parts if lexicon.is_clinical_name(part.lower())]
    return bool(known) and all(part in known or part.isupper() for part in parts)


def _rare(word: str) -> bool:
    """No name that many people bear, and no town; a hyphenated pair of eponyms is nobody's name."""
    parts = word.lower().split("-")
    if len(parts) > 1:
        return True
    return lexicon.surname(parts[0]) < 5 and lexicon.first_name(parts[0]) < 4 and not lexicon.place(parts[0])

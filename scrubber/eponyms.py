"""Eponyms that stand alone: "no Cullen or Grey Turner", "Kocher and Kelly clamps", "Koebner at elbows"."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.spans import Span

_NAME = re.compile(r"(?<![\w.@/])[A-Z\u00c0-\u00de][\w\-]{2,30}+(?:['’]s?(?!\w))?")
_TITLE_BEFORE = re.compile(
    r"\b(?:Drs?|Mrs?|Ms|Miss|Mx|Prof|Professor|Doctor|Nurse|Sister|Father|Officer|Coach|baby|little|named|called|met|with|from|to|for|by|told|saw|paged?)\.?\s$"
)
#: what follows a person
_PERSON_AFTER = re.compile(
    r",?\s(?:was|is|has|had|says?|said|told|called|calls|denies|denied|reports?|reported|came|comes|went|goes|presented|presents|lives|lived|wants|wanted|"
    r"asked|asks|will|does|did|agrees|refuses|refused|states|stated|born|needs|took|takes|feels|felt|family|visited|remains|admitted|aged|age|DOB|MRN|"
    r"a?\s?\d{1,3}\s?(?:[yMF]\b|yo\b|year))|\s\(?\d{1,3}\s?(?:[yMF]\b|yo\b|y/o|year)|,\s[A-Z][a-z]"
)
#: what follows a sign, a test or a tool
_FINDING_AFTER = re.compile(
    r"\s?(?:neg\b|negative|pos\b|positive|absent|present\b|equivocal|[+\-–−]|[<>≤≥=]|\d{1,3}\s?(?:min|%|mm|cm)|clamps?|forceps|scissors|retractors?)"
)
_BETWEEN = re.compile(
    r"(?:['’]s)?(?:\s(?:[IVX]{1,4}[A-C]?|[A-C]|\d[\w\-]{0,6}))?(?:,\s(?:and\s|or\s|the\s)?|\s(?:and|or|vs\.?|versus|then|not)\s|\s?/\s?|\s[&+>]\s)"
)

#: how far away, in characters, an eponym gives another one company
_NEAR = 60


def bare(text: str) -> list[Span]:
    """Spans of single eponyms that are neither titled nor followed by what a person does.

    Words that are common names of people or also places need company: a finding, or an eponym nobody is called by near
    them. A list of such names alone may be a list of patients.
    """
    found: list[tuple[int, int, bool]] = []
    for match in _NAME.finditer(text):
        word = re.sub(r"['’]s?$", "", match.group())
        if not _medical(word) or _TITLE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        found.append((match.start(), match.end(), _rare(word)))
    spans: list[Span] = []
    for index, (start, end, rare) in enumerate(found):
        if _FINDING_AFTER.match(text, end) or (
            (rare or _in_company(text, found, index))
            and (_in_list(text, found, index) or not _PERSON_AFTER.match(text, end))
        ):
            spans.append((start, end))
    return spans


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

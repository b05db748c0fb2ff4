"""Initials of somebody whose name stands in the same text: "Rocky Hogg was seen. RH denied pain."."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scrubber import lexicon, persons
from scrubber.findings import Candidate
from scrubber.propagation import pieces
from scrubber.spans import Span

_WHY = "These are the initials of a name in the text."
_CAPITALS = re.compile(r"(?<![\w./-])[A-Z](?:\.?[A-Z]){1,3}(?![\w/-])")
#: who and what else speaks, acts and is reviewed in a record: roles, departments, services, findings that are reported
OTHERS = frozenset(
    "PT OT MD DO RN NP PA SW RT GP DR RD ED ER OR EMS ICU CCU NICU PICU MICU SICU IR ID NS GI GU ENT OB PCP HCA SHO SPR LPN CNA PCT CM MA PHD "
    "CT MR MRI EEG ECG EKG EMG CXR PM AM US UK EU IT HR DC LA NY".split()
)
#: what only a person does: with it even "PE" is Peter Ellis
_SURELY_DOES = re.compile(
    r"\.?\s(?:says?|said|den(?:ies|ied)|states|stated|told|asked|asks|refuse[sd]|reports?|reported|lives|agrees|agreed|rang|wants|wanted|understands|understood|smokes|"
    r"drinks|sleeps|slept|walked|cried|thinks|felt|feels)\b"
)
_DOES = re.compile(
    r"\.?\s(?:(?:is|was|has\sbeen|will\sbe)\s(?:start|giv|tak|advis|told|ask|seen|well|feel|due\sback)|to\s(?:return|call|rtc|come|see)\b|(?:remains|needs|presents|presented)\b)"
)
_DONE_WITH = re.compile(
    r"\b(?:(?:discussed|spoke|seen|met|reviewed)\s(?:with|to|by)|d/w|told|asked|per|saw|from)\s$", re.I
)


def repeated(text: str, names: Iterable[str]) -> Iterator[Candidate]:
    """Candidates for the initials of ``names`` where they speak and act; everywhere when they stand beside the name and explain it."""
    bearers = {initials: name for name in names for initials in _of(name)}
    places: dict[str, list[Span]] = defaultdict(list)
    for match in _CAPITALS.finditer(text) if bearers else ():
        if (initials := match.group().replace(".", "")) in bearers:
            places[initials].append(match.span())
    for initials, standing in places.items():
        for start, end in _of_somebody(text, bearers[initials], initials, standing):
            yield Candidate(start, end, "INITIALS", 0.8, "propagated.initials", _WHY)


def _of(name: str) -> set[str]:
    """ "RH" of "Rocky Hogg", "JC" and "JTC" of "Janelle Tex Coffin"; none of one word."""
    letters = [piece[0].upper() for piece in pieces(name) if not piece.islower()]
    if not 2 <= len(letters) <= 4:
        return set()
    return {letters[0] + letters[-1], "".join(letters)} - OTHERS


def _of_somebody(text: str, name: str, initials: str, places: Sequence[Span]) -> Sequence[Span]:
    """Those of ``places`` at which the initials mean the person."""
    if any(_is_explained(text, name, *place) for place in places):
        return places
    sure = {place for place in places if _SURELY_DOES.match(text, place[1])}
    if not sure and lexicon.is_abbreviation(initials):
        return ()
    return [place for place in places if place in sure or _acts(text, *place)]


def _is_explained(text: str, name: str, start: int, end: int) -> bool:
    """ "Rocky Hogg (RH)", "RH (Rocky Hogg", "RH = Rocky Hogg", "Rocky Hogg = RH"."""
    if any(text.endswith(name + between, 0, start) for between in (" = ", "=")):
        return True
    if any(text.startswith(between + name, end) for between in (" (", " = ", "=", ": ", " - ", " – ")):
        return True
    return text.endswith(f"{name} (", 0, start) and text.startswith(")", end)


def _acts(text: str, start: int, end: int) -> bool:
    behind = _DOES.match(text, end) or persons.AFTER.match(text, end)
    return bool(behind or _DONE_WITH.search(text, max(0, start - 20), start))

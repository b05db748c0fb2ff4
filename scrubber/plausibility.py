"""Second thoughts about what the tagger proposes: a likely identifier that cannot be one where it stands."""

from __future__ import annotations

import re

from scrubber import lexicon

_WORDS = re.compile(r"[^\W\d_]{2,}")
_NAMING = frozenset({"NAME", "PLACE", "HOSP", "WORK", "WEB"})
_NUMBERS = frozenset({"ID", "PHONE", "WEB"})
#: how sure the tagger must be that an eponym is a person here
_SURE = 0.75
_IMPLAUSIBLE, _DOUBTFUL = 0.1, 0.4
#: a day of the week alone is a relative time
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun on the last next this and to "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays morning afternoon evening night week".split()
)
_CALLS_FOR_A_NUMBER = re.compile(
    r"(?:#|\b(?:no|nr|num|number|id|mrn|pin|code|ext|x|extension|pager|page|paged|beeper|phone|tel|call|cell|fax|acct|account|badge|locker|"
    r"unit|bed|room|lot|serial|ending|last (?:four|4)|ssn|policy|member|record|chart|case|ticket|tag|plate|study|accession)\b)"
    r"[^\n]{0,14}$",
    re.I,
)
#: "day 143 4100, day 183 3600"
_VALUES_BY_DAY = re.compile(r"(?:(?:day\s-?)?\d{1,4}(?:\.\d+)?[,;\s]*)+", re.I)
_RELATIVE_DAY = re.compile(r"\bday\s-?\d*\s*$", re.I)
_MEASURED_BEFORE = re.compile(
    r"\b(?:pressure|saturations?|sats?|spo2|rate|hr|bp|map|pulse|ratio|titre|titer|levels?|score|ref|e?gfr|below|above|under|over|than|"
    r"day\s-?\d+)\W{0,3}(?:is|was|of|at|to|the)?\s*$",
    re.I,
)
_MEASURED_AFTER = re.compile(r"\s?(?:%|mm|mg|ml|mmol|g/|u/|bpm|kg|cm|ng|pg|iu\b|units?\b|/)", re.I)
_ACUITY = re.compile(r"\b(?:vision|visual|acuity|eyes?|od|os|ou|va|snellen)\b[^\n]{0,30}$", re.I)
_WORK_BEFORE = re.compile(
    r"\b(?:works?|worked|working|jobs?|occupation|employ\w*|profession|retired|career|former|business|owns?|owned|runs|ran|drives?|drove|teach\w*|"
    r"plays?|played|coach\w*|serves?|served|volunteers?|hired|shift|training|trained|studies|colleagues?|boss|manager|trade|"
    r"(?:he|she|who|they|i|patient|husband|wife|mother|father|mom|dad|son|daughter|brother|sister|partner|man|woman|lady|gentleman)(?:'s|\s(?:is|was))?)"
    r"\b[^.\n]{0,40}$|^\s*$",
    re.I,
)


def capped(label: str, text: str, start: int, end: int, score: float) -> float:
    """The score after a look at the words and their surroundings; never higher than before.

    Args:
        label: of the tagger, such as "NAME" or "PHONE".
        text: the document as the tagger read it; ``start`` and ``end`` are offsets in it.
    """
    span = text[start:end]
    words = _WORDS.findall(span.lower())
    if words:
        return min(score, _limit_of_words(label, text, start, span, words, score))
    return min(score, _limit_of_number(label, text, start, end))


def _limit_of_words(label: str, text: str, start: int, span: str, words: list[str], score: float) -> float:
    if label == "DATE" and not any(map(str.isdigit, span)) and _WEEKDAYS.issuperset(words):
        return _IMPLAUSIBLE
    if label in _NUMBERS and set(words) == {"day"} and _VALUES_BY_DAY.fullmatch(span):
        return _IMPLAUSIBLE
    if label not in _NAMING:
        return 1.0
    if all(lexicon.is_drug(word) or lexicon.is_technical(word) for word in words):
        return _IMPLAUSIBLE
    if label == "NAME" and score < _SURE and all(map(lexicon.is_named_after, words)):
        return _DOUBTFUL
    if span.islower() and _written_with_capitals(text, start):
        if label in {"HOSP", "PLACE"} and max(map(lexicon.place, words)) < 2:
            return _IMPLAUSIBLE
        if label == "WORK" and not _WORK_BEFORE.search(text[max(0, start - 60) : start]):
            return _IMPLAUSIBLE
    return 1.0


def _written_with_capitals(text: str, start: int) -> bool:
    """Whoever writes capitals elsewhere would have written this name with one."""
    near = text[max(0, start - 200) : start]
    return sum(map(str.isupper, near)) >= 2


def _limit_of_number(label: str, text: str, start: int, end: int) -> float:
    before, behind, span = text[max(0, start - 40) : start], text[end : end + 8], text[start:end]
    digits = sum(map(str.isdigit, span))
    if label in _NUMBERS and digits <= 4 and not _CALLS_FOR_A_NUMBER.search(before[-24:]):
        return _IMPLAUSIBLE
    if label in {*_NUMBERS, "AGE", "DATE"} and _RELATIVE_DAY.search(before):
        return _IMPLAUSIBLE
    if label == "AGE" and (_MEASURED_BEFORE.search(before) or _MEASURED_AFTER.match(behind)):
        return _IMPLAUSIBLE
    if label == "DATE" and re.fullmatch(r"(?:6|20)/\d{1,3}", span) and _ACUITY.search(before):
        return _IMPLAUSIBLE
    return 1.0

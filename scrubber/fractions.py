"""Scores, doses, settings and parts of a whole that are written like a day and a month: "Apgars 8/9", "PS 10/5", "cycle 4/6"."""

from __future__ import annotations

import re

#: what is measured, set, counted or given, right before two or three numbers; other pairs may stand between
_MEASURED = re.compile(
    r"(?:\b(?:apgars?|bpp|bishop|sve|cvx|cord(?:\sgas)?|gas|ph|ps|psv|peep|cpap|bi-?pap|bilevel|ipap|epap|ipap/epap|vpap|avaps|simv|prvc|aprv|niv|nippv|vent|settings?|pressures?|"
    r"doses?|pain|cycles?|fractions?|fx|rt|gy|rounds?|course|insulin|units|novolog|humalog|fiasp|apidra|novorapid|strength|power|motor|grip|reflexes|dtrs?|pulses|grade|score[ds]?|rated|"
    r"drs|mrs|fim|tug|berg|tinetti|braden|morse|waterlow|barthel|katz|lawton|odi|ndi|vas|nrs|cpot|flacc|rass|gcs|nihss|mmse|moca|slums|phq|gad|audit|cage|asrs|ess|stop-?bang|"
    r"sofa|curb|timi|heart|wells|perc|saps|apache|centor|alvarado|meld|asdas|basdai|das28|easi|pasi|scorad|dlqi|"
    r"bp|murmur|systolic|diastolic|thrill|bruit|"
    r"jp|drains?|hemovac|blake|i/?o|intake|output|uop|iop|iops|schirmer|ishihara|va|c/d|cdr|ratio|stations?|lvl|level|quiz|exam score|"
    r"nodes?|cores?|sentinel|margins?|mitoses|er|pr|allred|gleason|series|shot|tab(?:let)?s?|bmi|percentile|site|ate|diet|meals?)"
    r"|\b[A-Z]{2,5}-?\d{1,2})[\s:=]{1,2}(?:(?:of|at|to|was|is|were|a|are|then|now)\s)?(?:\d{1,3}(?:/\d{1,3}){1,3}(?:\sand|,|;|\sto|\s->)?\s){0,3}$",
    re.I,
)
_PARTS = re.compile(r"\d+(?:[./]\d+)+")
_BEFORE = re.compile(r"(?<![\d/.])(\d{1,4})/(\d{1,4})[,;]?\s$")
_BEHIND = re.compile(r"[,;]?\s(\d{1,4})/(\d{1,4})(?![/\d])")
#: right behind two numbers
_COUNTED = re.compile(
    r"\s?(?:HPF|hpf|nodes?|cores?|positive|sentinel|stations?|cycles?|doses?|fractions?|points?|correct|on the|of the|percentile|tabs?)\b"
)


#: what lasts so many twelfths: "memory decline 18/12"
_LASTING = re.compile(
    r"\b(?:decline|history|hx|duration|over|past|last|for|x|symptoms|sx|every|after|within|course|progressive|worsening|pain|cough|loss)\s(?:the\s)?(?:last\s|past\s)?$",
    re.I,
)


def lasts(text: str, start: int) -> bool:
    """Whether it is said before ``start`` that something lasts."""
    return bool(_LASTING.search(text, max(0, start - 24), start))


def is_no_date(text: str, start: int, end: int) -> bool:
    """Whether the numbers at ``start..end`` are parts of something else than a date, by their shape or by what stands beside them."""
    span = text[start:end]
    if span.endswith(("/7", "/12", "/52")) and lasts(text, start):
        return True
    return _is_misshapen(text, start, end, span) or _has_bad_company(text, start, end) or is_measured(text, start, end)


def is_measured(text: str, start: int, end: int) -> bool:
    """Whether what was measured, set or counted stands before them, or behind."""
    return bool(_MEASURED.search(text, max(0, start - 60), start) or _COUNTED.match(text, end))


def _is_misshapen(text: str, start: int, end: int, span: str) -> bool:
    """ "0/19", "G3P1/0/1/1", "62.5/25", "7.22/7.31", "C3/6", "5/1000", "24/7"."""
    if not _PARTS.fullmatch(span.lstrip("/")):
        return False
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if span == "24/7" or span.startswith("/") or re.search(r"(?:^|/)0+(?:/|$)", span):
        return True
    if before[-1:].isalpha() or re.search(r"\d[./]$", before) or re.match(r"[./]\d", behind):
        return True
    if "/" in span and "." in span:
        return True
    parts = re.split(r"[./]", span)
    return len(parts) > 3 or (len(parts[-1]) > 2 and not re.fullmatch(r"(?:19|20)\d\d", parts[-1]))


def _has_bad_company(text: str, start: int, end: int) -> bool:
    """In a list with what cannot be a date: "60/30, 20/5"."""
    for found in (_BEFORE.search(text, max(0, start - 12), start), _BEHIND.match(text, end)):
        if found and not _may_be_day_and_month(int(found[1]), int(found[2])):
            return True
    return False


def _may_be_day_and_month(first: int, second: int) -> bool:
    return (1 <= first <= 12 and 1 <= second <= 31) or (1 <= first <= 31 and 1 <= second <= 12) or second > 1900

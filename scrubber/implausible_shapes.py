"""What is no identifier by its shape, however sure the taggers are: years, units, analytes, days of an illness, ages with a sex."""

from __future__ import annotations

import re

from scrubber.plausible_numbers import NAMING

#: a year alone is no identifier (45 CFR 164.514(b)(2)(i)(C))
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
#: "5-HIAA" is no day of a month
_ANALYTE = re.compile(r"\d{1,2}-(?!JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{2,6}(?!\w)")
#: of a value: "Chromogranin A (ug/L)"
_UNIT = re.compile(r"(?<![\w.])(?:[mukn]?(?:mol|g|l|IU|U)|mcg|pg|pmol|fl)/(?:m?mol|k?g|[md]?l|min|h|hr|day|d)\b", re.I)
#: a day of the course of an illness: "Day -21: diarrhoea"
_OF_THE_COURSE = re.compile(r"(?:day|week|month|hour|pod)\s?[-–−+]?\d", re.I)
#: "Twelve-lead ECG"
_COMPOUND = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:lead|hour|day|week|month|year|fold|step|point|vessel|chamber)",
    re.I,
)
#: "Cryobiopsy", "Caeruloplasmin", opening a sentence
_MADE_OF_MEDICINE = re.compile(r"[A-Z]?[a-z]{3,14}(?:plasmin|biops(?:y|ies)|globulin|glycan|protein|scintigraphy)")
#: "Stroke ward 3/7": three days there
_SO_LONG = re.compile(r"\d/(?:7|12|52)$")
#: "58M": an age up to 89 and a sex, which are none (older ones are found by a rule)
_AGE_AND_SEX = re.compile(r"[1-8]?\d\s?(?:yo|y/o|y)?\s?[MFmf]")
#: "p.r.n.", "b.i.d", "80 m.p.h", "e.g."; in capitals they may be somebody's initials
_DOTTED = re.compile(
    r"(?:p\.r\.n|[btq]\.i\.d|q\.[dh]|q\.h\.s|h\.s|p\.o|i\.[vm]|a\.c|p\.c|e\.g|i\.e|[ap]\.m|m\.?p\.h|s\.c|s\.l|p\.?\.h|D\.O\.[ABD]?)\.?"
)
_LONGEST = 8
_SEX_BEFORE = re.compile(r"\b(?:sex|gender)\s?:?\s{0,3}$", re.I)
#: an age that is no identifier; those from 90 are
_UP_TO_89 = re.compile(r"[1-8]?\d")
#: "below 100 with a paradox of 22"
_COMPARED = re.compile(r"(?:\b(?:below|under|above|exceeds?)|[<>=≤≥/])\s?$", re.I)
#: "Hepatitis A, B, C"
_LETTERS_IN_A_ROW = re.compile(r"[A-H](?:(?:,\s|\s?[&/]\s?)[A-H])+")
#: "Day -360", "an index of 13"
_COUNTED_BEFORE = re.compile(
    r"\b(?:day|days|week|weeks|month|months|hour|pod|comes to|index|scores?|of|is|was)\s[-–−+]?$", re.I
)
#: "d 6/7": the sixth of seven days
_DAY_OF = re.compile(r"\bd(?:ay)?\s?$", re.I)
#: "Son Kiarash, 9, is with a neighbour"
_AGED = re.compile(r"(?<=[a-z],\s)\d{1,2}(?=,)")
#: pregnancies and births: "G2P1"
_OBSTETRIC = re.compile(r"G\d{1,2}(?:\s?P\d[\d+-]{0,4})?")
#: "Co. Mayo": the word before the county's name
_COUNTY = re.compile(r"Co\.?(?=\s[A-Z])")
#: a community of a site, no account: "r/medicine"
_COMMUNITY = re.compile(r"(?<!\w)r/$")
#: "90/day", "1 day": how often and how long
_BY_THE_DAY = re.compile(r"\d{1,3}\s?(?:/|per\s)?\s?(?:day|week|month)s?", re.I)
#: "\n4. 11:10": the number of an item
_OF_AN_ITEM = re.compile(r"(?:(?<=\n)|(?<![\s\S]))\d{1,2}[.)]\s")
#: "room 3.18", "my room was 317"
_ROOM_BEFORE = re.compile(r"\b(?:room|rm|bed|bay|chair|ward)\s(?:was\s|is\s|no\.?\s|number\s)?[\d.]*$", re.I)
#: "beefy, 7.1x4.0", "is 188 %": part of a measure
_OF_A_MEASURE = re.compile(r"(?<=\d\.)\d+|\d+(?=\.\d|\s?%)")
#: "the 4th and 5th fingers"
_ORDINAL = re.compile(r"(?:[Tt]he\s)?(?:\d{1,2}(?:st|nd|rd|th)?|[a-z]{3,9}(?:st|nd|rd|th|ieth))")
_COUNTED = re.compile(
    r"(?:st|nd|rd|th)?(?:\s(?:and|to|or|through)\s\d{1,2}(?:st|nd|rd|th))?\s(?:fingers?|toes?|digits?|rays?|metacarpals?|metatarsals?|ribs?|interspaces?|intercostal|ventricles?|cranial|nerves?|percentiles?|degree|trimester|generation|edition|webspace|grade|lumbar|thoracic|cervical|times?|years?|weeks?|holes?|months?|visits?|attempts?|doses?|cycles?|child|baby|pregnancy|episodes?|lines?|floor|ECG|opinion|stage)\b"
)


def is_none(label: str, text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, which the taggers take for a ``label``, is written as only something else is."""
    span = text[start:end]
    if _OF_THE_COURSE.match(text, start) or _UNIT.match(text, start) or (label != "AGE" and _YEAR.fullmatch(span)):
        return True
    if label == "DATE":
        return _is_no_date(text, start, end)
    if label == "AGE":
        return bool(_UP_TO_89.fullmatch(span) or _COMPARED.search(text, max(0, start - 9), start))
    if label == "ROOM":
        return _is_no_room(text, start, end)
    if label == "NAME" and (
        _LETTERS_IN_A_ROW.fullmatch(span) or (len(span) == 1 and _SEX_BEFORE.search(text, max(0, start - 8), start))
    ):
        return True
    return label in NAMING and _is_nobody(text, start, end)


def _is_no_date(text: str, start: int, end: int) -> bool:
    span = text[start:end]
    if _ORDINAL.fullmatch(span) and counts_a_part(text, end):
        return True
    if _BY_THE_DAY.fullmatch(span) or (span.isdigit() and _OF_AN_ITEM.match(text, start)):
        return True
    if "/" in span and _DAY_OF.search(text, max(0, start - 5), start):
        return True
    return bool(_ANALYTE.match(text, start) or _COMPOUND.match(text, start))


def _is_no_room(text: str, start: int, end: int) -> bool:
    span = text[start:end]
    if _AGE_AND_SEX.fullmatch(span) or _SO_LONG.search(text, max(0, start - 3), end):
        return True
    if _ROOM_BEFORE.search(text, max(0, start - 16), start):
        return False
    if span.isdigit() and _COUNTED_BEFORE.search(text, max(0, start - 12), start):
        return True
    part = _OF_A_MEASURE.match(text, start) or _AGED.match(text, start)
    return part is not None and part.end() == end


def _is_nobody(text: str, start: int, end: int) -> bool:
    """Of what was read as the name of a person, place, firm or account."""
    span = text[start:end]
    if _DOTTED.fullmatch(_run_around(text, start, end)) or _begins_with_dots(span):
        return True
    if _OBSTETRIC.fullmatch(span) or _COUNTY.match(text, start) or _COMMUNITY.search(text, max(0, start - 3), start):
        return True
    return bool(_AGE_AND_SEX.fullmatch(span) or _MADE_OF_MEDICINE.fullmatch(span))


def _begins_with_dots(span: str) -> bool:
    """ "b.i.d., e": an abbreviation and the beginning of the next."""
    return _DOTTED.match(span) is not None and span.islower()


def counts_a_part(text: str, end: int) -> bool:
    """Whether an ordinal number that ends there tells which finger, rib or percentile, and no day."""
    return bool(_COUNTED.match(text, end))


def _run_around(text: str, start: int, end: int) -> str:
    """The letters and full stops ``text[start:end]`` stands in, up to the longest abbreviation."""
    while start > 0 and end - start < _LONGEST and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    while end < len(text) and end - start < _LONGEST and (text[end].isalpha() or text[end] == "."):
        end += 1
    return text[start:end]

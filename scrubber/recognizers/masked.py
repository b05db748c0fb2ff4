"""Names and numbers taken apart by signs: "Mar(i)a", "N**y*n", "M a r c h 2 2", "[617] 555 [0142]"."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_LONG_MONTHS = "January February March April June July August September October November December".split()
_SPREAD_MONTH = "(?:" + "|".join(r"\s?".join(month) for month in _LONG_MONTHS) + ")"
_OPEN, _SHUT = r"[(\[{]?", r"[)\]}]?"
_SIGN = rf"\s?{_OPEN}(?:dash|dot|hyphen|minus|point|period|space){_SHUT}\s?"
_WHY_NAME = "A name with signs between its letters."
_WHY_NUMBER = "A number with signs between its digits."


def _spread(match: re.Match[str]) -> bool:
    """At least two of its letters stand apart."""
    return bool(re.search(r"[A-Za-z]\s[a-z]", match.group()))


def _name_in_pieces(match: re.Match[str]) -> bool:
    """Its letters spell a known name, and what is left as it stands is no word."""
    letters = re.sub(r"[^a-z]", "", match.group(1).lower())
    return max(lexicon.first_name(letters), lexicon.surname(letters)) >= 4 and not lexicon.is_medical(letters)


def _joined(match: re.Match[str]) -> bool:
    first, last = match.group(1).lower(), match.group(2).lower()
    return lexicon.first_name(first) >= 3 and (lexicon.surname(last) >= 2 or not lexicon.bits(last))


RECOGNIZER = PatternRecognizer(
    "masked",
    (
        Rule("masked.brackets", "NAME", re.compile(r"(?<![\w(])([A-Z][a-z]{0,8}\([a-z]{1,3}\)[a-z]{1,8})(?![\w(])"), 0.8, _WHY_NAME, 1, _name_in_pieces),
        Rule("masked.stars", "NAME", re.compile(r"\b(?:pt|patient|dr|mr|mrs|ms|miss|name|named|called)\.?:?\s([A-Za-z][A-Za-z]*[*•#]{1,8}[A-Za-z*•#]*)", _I), 0.8, _WHY_NAME, 1, None),
        Rule("masked.joined", "NAME", re.compile(r"(?<![\w/.@-])([A-Z][a-z]{2,12})[_.]([A-Z][a-z]{2,14})(?:_?\d{1,8})?(?![\w@]|\.\w)"), 0.75, _WHY_NAME, check=_joined),
        Rule("masked.month", "DATE", re.compile(rf"(?<!\w){_SPREAD_MONTH}\s?(?:\d\s?){{1,2}}(?!\w)"), 0.85, "A date with its letters spread out.", check=_spread, digits=True),
        Rule("masked.date", "DATE", re.compile(r"(?<![\w|])(?:0?[1-9]|[12]\d|3[01])\s?\|\s?(?:0?[1-9]|[12]\d|3[01])\s?\|\s?(?:19|20)\d\d(?![\w|]|\s?(?:m[lL]|mg|%))"), 0.85, "A date with other signs.", digits=True),
        Rule("masked.dob", "DATE", re.compile(r"\b(?:dob|born|birth)\D{0,6}(\d{1,2},\s?\d{1,2},\s?(?:19|20)\d\d)|(?<!\d)(\d{1,2},\d{1,2},(?:19|20)\d\d)(?=\s(?:dob|birth))", _I), 0.85, "A date of birth.", digits=True),
        Rule("masked.phone", "PHONE", re.compile(rf"(?<![\w.]){_OPEN}\d{{3}}{_SHUT}(?:{_SIGN}{_OPEN}\d{{2,4}}{_SHUT}){{2,3}}(?!\w)|(?<![\w.])\[\d{{3}}\][\s-]{{0,2}}\[?\d{{3}}\]?[\s-]{{0,2}}\[?\d{{4}}\]?(?!\w)", _I), 0.88, _WHY_NUMBER, digits=True),
    ),
)  # fmt: skip

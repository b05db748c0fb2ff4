"""Dates, years, ages and numbers written in words, or with letters that look like digits."""

from __future__ import annotations

import re
from datetime import date

from scrubber.recognizers.dates import MONTH, ORDINAL_WORDS
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_GAP = r"(?:\s|-|,\s)"
#: 1 to 31 as one counts
_DAY = rf"(?:(?:twenty|thirty){_GAP}{_ONES}|{_TEENS}|twenty|thirty|(?:(?:oh|zero)\s)?{_ONES})"
_LAST_TWO = rf"(?:{_TENS}(?:{_GAP}{_ONES})?|{_TEENS}|(?:oh|o)[\s-]{_ONES}|hundred)"
#: "nineteen fifty-one", "twenty twenty-four", "two thousand and nine"
YEAR = rf"(?:(?:nineteen|twenty){_GAP}{_LAST_TWO}|two\sthousand(?:{_GAP}(?:and\s)?(?:{_TENS}(?:{_GAP}{_ONES})?|{_TEENS}|{_ONES}))?)"
_NUMBER_WORD = rf"(?:{_ONES}|{_TEENS}|{_TENS}|zero|oh|hundred|double|triple)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "teen", "twenty", "thirty")  # fmt: skip
_WHY_DATE = "A date spelled out."
_WHY_LOOKALIKE = "Letters stand for digits."
_OLDEST_AGE = 89
_VALUE = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}  # fmt: skip
_VALUE |= {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}  # fmt: skip
#: what makes a month and a number word something else: "may two patients", "in March two doses"
_COUNTED = (
    r"(?!\s?(?:of|or|to|and|times|doses?|cases|patients|people|days?|weeks?|months?|years?|hours?|more|other|out)\b)"
)
#: "O3/l4/1951": at least one digit and one letter among them
_D = r"[\dOolI]"


def _tells_an_age_over_89(match: re.Match[str]) -> bool:
    """45 CFR 164.514(b)(2)(i)(C): a year indicative of an age over 89 goes too, spelled out or not."""
    century, *rest = re.split(r"[\s,-]+", match.group(1).lower())
    if century != "nineteen":
        return False
    return date.today().year - 1900 - sum(_VALUE.get(word, 0) for word in rest) > _OLDEST_AGE


def _mixed(match: re.Match[str]) -> bool:
    """Digits with look-alike letters between them, and no word."""
    found = match.group()
    return sum(map(str.isdigit, found)) >= 3 and any(char in "OolI" for char in found)


RECOGNIZER = PatternRecognizer(
    "spelled",
    (
        Rule("date.words.year", "DATE", re.compile(
            rf"\b(?:the\s)?(?:(?:{ORDINAL_WORDS}|{_DAY}|\d{{1,2}}(?:st|nd|rd|th)?)\s(?:day\s)?(?:of\s)?{MONTH}|{MONTH}\s(?:the\s)?(?:{ORDINAL_WORDS}|{_DAY}|\d{{1,2}}(?:st|nd|rd|th)?)|{MONTH}),?\s(?:of\s)?{YEAR}\b", _I),
            0.93, _WHY_DATE),
        Rule("date.words.day", "DATE", re.compile(rf"\b(?:the\s)?(?:{_DAY}|{ORDINAL_WORDS})\s(?:of\s)?{MONTH}\b(?!-)"), 0.85, _WHY_DATE, check=lambda m: _no_verb(m), lowered=True),
        Rule("date.words.day", "DATE", re.compile(rf"\b(?!may\b){MONTH}\s(?:the\s)?{_DAY}\b(?!-){_COUNTED}"), 0.8, _WHY_DATE, check=lambda m: _no_verb(m), lowered=True),
        Rule("date.words.day", "DATE", re.compile(rf"\bMarch\s(?:the\s)?{_DAY}\b(?!-){_COUNTED}"), 0.8, _WHY_DATE),
        Rule("date.words.year", "DATE", re.compile(rf"\b{MONTH}\s(?:the\s)?{ORDINAL_WORDS},?\s(?:{_TENS}(?:{_GAP}{_ONES})?|\d{{2,4}})\b(?!\s?(?:%|per|mg|ml|patients|years?|of))", _I), 0.9, _WHY_DATE),
        Rule("date.words.the", "DATE", re.compile(r"\b(?:on|since|by|until|till|from)\s(?:the\s)((?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th|(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))(?!-|\s(?:week|day|month|time|floor|rib|patient|century|percentile|centile))", _I), 0.75, _WHY_DATE, 1),
        Rule("date.words.cued", "DATE", re.compile(rf"\b(?:surgery|seen|admitted|discharged|operated|dated?|visit|on|of)[\s:]{{1,2}}({_DAY}\s?[\s/-]\s?{_DAY}\s?[\s/-]\s?(?:{YEAR}|twenty[\s-]{_ONES}))\b(?!\s?(?:mg|ml|units|times|patients|percent|per|beats))", _I), 0.8, _WHY_DATE, 1),
        Rule("date.words.born", "DATE", re.compile(
            rf"\b(?:dob|d\.o\.b\.?|born(?:\son)?|date of birth|birth ?(?:day|date))[\s:=-]{{1,3}}(?:is\s|was\s|on\s)?((?:the\s)?(?:{_DAY}|{ORDINAL_WORDS})\s(?:of\s)?{MONTH},?\s{_TENS}(?:{_GAP}{_ONES})?|{_DAY}[\s,/-]{{1,2}}{_DAY}[\s,/-]{{1,2}}(?:{YEAR}|{_TENS}(?:{_GAP}{_ONES})?|(?:oh|zero)\s{_ONES}))\b", _I),
            0.93, "A date of birth spelled out.", 1),
        Rule("age.born.words", "AGE", re.compile(rf"\b(?:born|birth|dob|yob)[\s:]{{1,3}}(?:in\s|was\s|is\s|around\s|about\s){{0,2}}({YEAR})\b", _I), 0.9,
            "A year of birth that tells an age over 89.", 1, _tells_an_age_over_89),
        Rule("date.lookalike", "DATE", re.compile(rf"(?<![\w/.-]){_D}{{1,2}}\s?([/.-])\s?{_D}{{1,2}}\s?\1\s?(?:[12]{_D}{{3}}|{_D}{{2}})(?![\w/]|[.-]\w)"), 0.9, _WHY_LOOKALIKE, check=_mixed, digits=True),
        Rule("ssn.lookalike", "SSN", re.compile(rf"(?<![\w-]){_D}{{3}}[\s/.-]{{1,3}}{_D}{{2}}[\s/.-]{{1,3}}{_D}{{4}}(?![\w-])"), 0.9, _WHY_LOOKALIKE, check=lambda m: _mixed(m) or _labelled_ssn(m), digits=True),
        Rule("phone.partly", "PHONE", re.compile(
            rf"\b(?:phones?|tel|cell|mobile|mob|call|text|ring|number|fax|pager|bleep)\b[\w\s]{{0,14}}?[\s:.#]{{1,3}}(\d{{3,6}}(?:[\s,-]{{1,2}}(?:{_NUMBER_WORD}|\d{{1,4}})){{2,9}})(?![\w-])", _I),
            0.85, "A number spelled out in part.", 1, lambda m: bool(re.search(r"[a-z]", m.group(1), _I)), digits=True),
        Rule("street.words", "STREET", re.compile(
            rf"\b(?:lives?|living|stays?|address|home|house|found)\s(?:at|is)?\s?({_NUMBER_WORD}(?:[\s-]{{1,2}}{_NUMBER_WORD}){{0,4}}\s(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?[A-Z][a-z']{{2,15}}(?:\s[A-Z][a-z']{{2,15}}){{0,2}})(?!\w)"),
            0.85, "A street address spelled out.", 1),
        Rule("street.words", "STREET", re.compile(
            rf"\b({_NUMBER_WORD}(?:[\s-]{_NUMBER_WORD}){{0,4}}\s(?:[A-Z][a-z']{{2,15}}\s){{1,3}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Close|Crescent|Place|Terrace|Way|Boulevard|Blvd)\b\.?(?:\s(?:apartment|apt|flat|unit|number)\s(?:{_NUMBER_WORD}|\d{{1,4}}))?)", 0),
            0.85, "A street address spelled out.", 1),
        Rule("street.house", "STREET", re.compile(rf"\bhouse\s(?:number|no\.?)\s({_NUMBER_WORD}(?:[\s-]{_NUMBER_WORD}){{0,3}}|\d{{1,5}}[A-Za-z]?)(?!\w)", _I), 0.8, "Part of a postal address.", 1),
        Rule("age.spaced", "AGE", re.compile(r"(?<![\w.,/])(9\s\d)(?=[\s-]{0,2}(?:years?[\s-]old|y/?o\b|yrs?\sold))", _I), 0.85, "An age over 89 with its digits spread out.", 1, digits=True),
        Rule("age.broken", "AGE", re.compile(rf"\b(n[i1]n[e3]-?ty(?:[\s-]{_ONES})?)(?=[\s-]{{1,2}}(?:years?[\s-]old|y/?o\b|yrs?\b))", _I), 0.85, "An age over 89, disguised.", 1),
        Rule("postcode.spread", "ZIP", re.compile(
            rf"\b(?:post ?code|postal code|zip(?: code)?)[\s:]{{1,3}}(?:is\s)?((?-i:[A-Z](?:[\s.-]{{0,2}}[A-Z0-9]){{4,7}})|[A-Z]{{1,2}}\s?{_NUMBER_WORD}(?:[\s-](?:{_NUMBER_WORD}|\d)){{1,3}}\s[A-Z]{{2}})(?!\w)", re.I),
            0.88, "A post code written so that it looks like words.", 1, lambda m: bool(re.search(rf"\d|{_NUMBER_WORD}", m.group(1), _I))),
    ),
)  # fmt: skip


def _no_verb(match: re.Match[str]) -> bool:
    """ "second may help", "one may be late", "march two miles": "may" and "march" must be said to be months."""
    found = match.group()
    if re.search(r"\bof\s[a-z]+\.?$", found):
        return True
    return not re.search(r"\b(?:may|march|mar|dec|jan|sun|sat)$", found) and not re.match(r"(?:march|mar|may)\b", found)


def _labelled_ssn(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 24) : match.start()].lower()
    return bool(re.search(r"\b(?:ssn|social)\b", before)) and "/" in match.group()

"""More disguises: digits glued to number words, the radio alphabet, addresses in capitals, letters apart with digits among them."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.recognizers.dates import MONTH
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_SPELLED = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|niner?|double|triple|hundred)"
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_COUNT = rf"(?:(?:twenty|thirty)[\s-]{_ONES}|{_TEENS}|twenty|thirty|(?:(?:oh|zero)[\s-])?{_ONES})"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
_RADIO = r"(?:alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiske?y|x-?ray|yankee|zulu)"
_SUFFIX = r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Close|Crescent|Terrace|Way|Boulevard|Blvd|Circle|Trail|Row)"
_WHY = "A number partly in words."
_UNIT = re.compile(rf"{_SPELLED}|\d", _I)
_LEET = str.maketrans("013457", "oieast")


def _glued(match: re.Match[str]) -> bool:
    """Seven figures or more, some in words, and some of them glued together or to digits."""
    found = match.group()
    units = len(_UNIT.findall(found))
    words = len(re.findall(_SPELLED, found, _I))
    if units < 7 or not words:
        return False
    if words == found.count("OH"):  # hydroxyl, orthostatic
        return False
    mixed = words < units or bool(re.search(rf"{_SPELLED}{_SPELLED}", found, _I))
    return mixed or "hundred" in found.lower() or "double" in found.lower() or "triple" in found.lower()


def _spoken(match: re.Match[str]) -> bool:
    """Two words of the radio alphabet and two figures, or four words."""
    found = match.group().lower()
    words, figures = len(re.findall(rf"\b{_RADIO}\b", found)), len(_UNIT.findall(found))
    return words >= 4 or (words >= 2 and figures >= 2)


def _spaced_leet(match: re.Match[str]) -> bool:
    """ "Z 0 e y": without the blanks and with letters for digits it is a known name."""
    letters = match.group(1).replace(" ", "").lower()
    plain = letters.translate(_LEET)
    return sum(map(str.isalpha, letters)) >= 3 and max(lexicon.first_name(plain), lexicon.surname(plain)) >= 3


def _looks_dialled(match: re.Match[str]) -> bool:
    found = match.group()
    return any(char in "OolI" for char in found) and sum(map(str.isdigit, found)) >= 6


_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_PAIRED = re.compile(rf"{_TENS}[\s-]{_ONES}|{_TENS}|{_TEENS}", _I)


def _dictated(match: re.Match[str]) -> bool:
    """ "six seventeen, five fifty five, oh one twenty two": as many figures as a telephone or insurance number has."""
    found = match.group().lower()
    pairs = len(_PAIRED.findall(found))
    ones = len(re.findall(rf"\b{_SPELLED}\b", _PAIRED.sub(" ", found)))
    return pairs > 0 and 7 <= 2 * pairs + ones <= 13 and ones >= 2


def _month(match: re.Match[str]) -> bool:
    """ "0ct 3", "Ju1y 4th": a month with a figure or sign for a letter."""
    word = match.group(1).lower()
    if word.isalpha():
        return False
    return any(re.fullmatch(MONTH, word.translate(table)) for table in (_LIKE_L, _LIKE_I))


_LIKE_L, _LIKE_I = str.maketrans("0134@", "olea" + "a"), str.maketrans("0134@", "oiea" + "a")


def _blurred(match: re.Match[str]) -> bool:
    """A house number or street with letters and figures in each other's place."""
    number, name = match.group(1), match.group(2)
    return any(map(str.isalpha, number[:-1])) or bool(re.search(r"[a-z][\d@$!][a-z]|[A-Z][\d@$!][a-z]", name))


_DOT = r"(?:\s?(?:\.|[(\[{<]\s?(?:d[o0]t|period|punto|point|\.)\s?[)\]}>])\s?|\s(?:d[o0]t|period|punto|d\so\st)\s)"
_AT = r"(?:\sA\sT\s|\s?[(\[{<]\s?(?:at|a|@|at[\s-]sign|arroba)\s?[)\]}>]\s?)"

RECOGNIZER = PatternRecognizer(
    "veiled",
    (
        Rule("veiled.dictated", "PHONE", re.compile(rf"(?<![\w-])(?:(?:{_SPELLED}|{_TENS}|{_TEENS})[\s,.-]{{1,2}}){{4,12}}(?:{_SPELLED}|{_TENS}|{_TEENS})(?![\w-])"), 0.85, _WHY, check=_dictated, lowered=True),
        Rule("veiled.month", "DATE", re.compile(r"(?<![\w/.-])([A-Za-z0134@]{3,9})\.?\s\d{1,2}(?:st|nd|rd|th)?(?![\w.:/%])"), 0.85, "A date with figures for letters.", check=_month, digits=True),
        Rule("veiled.street", "STREET", re.compile(rf"(?<![\w.,/-])([\dlOI]{{2,5}}[A-Za-z]?)\s((?:[A-Z][\w@$!'’]{{2,15}}\s){{1,3}}){_SUFFIX}(?!\w)"), 0.85, "A street address.", check=_blurred, digits=True),
        Rule("veiled.titled", "NAME", re.compile(r"\b(?:[Dd]r|[Mm]rs?|[Mm]s|[Nn]urse|[Pp]rof)\.?\s([A-Z][a-z]{0,8}[|!$@103][a-z|!$@103]{1,12})(?!\w)"), 0.85, "A name with signs for letters.", 1),
        Rule("veiled.stars", "NAME", re.compile(r"\b(?:name|named|called|patient|pt)(?:['’]s|\sis|\swas)?:?\s([A-Z][a-z]{0,8}[*•][a-z*•]{1,12})(?!\w)"), 0.8, "A name with signs between its letters.", 1),
        Rule("veiled.email", "EMAIL", re.compile(r"(?<![\w.])[\w.]{2,30}(?:@[\w-]{2,30},\s?|\sat\s[a-z]{2,20}\s[a-z]{2,20}\sdot\s)(?:com|org|net|edu|gov|example|co|io|uk|health)(?!\w)"), 0.9, "An e-mail address in words."),
        Rule("veiled.handle", "HANDLE", re.compile(r"(?<!\w)at\s(?:sign\s)?[a-z\d]{2,20}(?:\s(?:dot|underscore)\s[a-z\d]{1,20}){1,4}(?!\w)"), 0.85, "A user name in words."),
        Rule("veiled.handle", "HANDLE", re.compile(r"(?<!\w)(?:[a-z\d]\s){2,20}under\s?score(?:\s[a-z\d]){1,20}(?!\w)", _I), 0.9, "A user name with its letters spread out."),
        Rule("veiled.email", "EMAIL", re.compile(r"(?<![\w.])[\w-]{1,30}(?:\s(?:dot|dash|underscore)\s[\w-]{1,30}){1,3}(?:\s[\w-]{1,20}){0,2}\sat\s(?:gmail|icloud|hotmail|yahoo|outlook|proton(?:mail)?|aol|gmx|nhs)(?!\w)", _I), 0.9, "An e-mail address in words."),
        Rule("veiled.email", "EMAIL", re.compile(r"(?<![\w.])[\w-]{1,30}(?:\s(?:point|dot|punto|ponto|punkt|tiret|guion)\s[\w-]{1,30}){0,3}\s(?:arobase|arobas|arroba|chiocciola|klammeraffe)\s[\w-]{1,30}(?:\s(?:moins|tiret|guion|trattino|minus)\s[\w-]{1,30}){0,3}\s(?:point|dot|punto|ponto|punkt)\s[a-z]{2,6}(?!\w)", _I), 0.93, "An e-mail address in words."),
        Rule("veiled.number", "PHONE", re.compile(rf"(?<![\w.])[(+]?(?:(?:{_SPELLED}|\d)[\s().,\-–/_·]{{0,3}}){{6,20}}(?:{_SPELLED}|\d)(?!\w)", _I), 0.88, _WHY, check=_glued, needs=_WORDS),
        Rule("veiled.radio", "OTHERID", re.compile(rf"(?<![\w-])(?:{_RADIO}|{_SPELLED}|\d)(?:[\s,.-]{{1,2}}(?:{_RADIO}|{_SPELLED}|{_TEENS}|{_TENS}|\d)){{2,16}}(?![\w-])"), 0.85, "A code in the radio alphabet.", check=_spoken, lowered=True),
        Rule("veiled.date", "DATE", re.compile(rf"(?<![\w-]){_COUNT}\s?[/.]\s?{_COUNT}\s?[/.]\s?(?:(?:nineteen|twenty)[\s-])?(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]{_ONES})?|{_TEENS}|(?:oh|zero)[\s-]{_ONES})(?![\w-])"), 0.88, "A date spelled out.", lowered=True),
        Rule("veiled.date", "DATE", re.compile(rf"\b(?:the\s)?(?:{_ORDINAL}|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[\s-]{_ORDINAL})\sof\sthe\s{_ORDINAL}(?:,?\s(?:(?:nineteen|twenty)[\s-])?{_TENS}(?:[\s-]{_ONES})?)?(?!\s(?:rib|floor|week|month|nerve|cranial|decade|century|kind|year|toe|finger|digit|ward|patients?|dose))(?!\w)"), 0.75, "A date spelled out.", lowered=True),
        Rule("veiled.month", "DATE", re.compile(r"(?<![\w-])[A-Z](?:[-._*][a-z]){2,8}\s?\d{1,2}(?!\w)"), 0.85, "A date with signs between its letters.", check=lambda m: bool(re.fullmatch(MONTH, re.sub(r"[^a-z]", "", m.group().lower()))), digits=True),
        Rule("veiled.street", "STREET", re.compile(rf"(?<![\w-])(?:(?:{_SPELLED}|{_TEENS}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-]){{1,5}}(?:[A-Z][\w'’-]{{2,18}}\s){{1,3}}{_SUFFIX}(?!\w)"), 0.85, "A street address, its number in words."),
        Rule("veiled.email", "EMAIL", re.compile(r"(?<![\w.])[a-z][a-z0-9._]{1,30}(?:AT|_AT_|-AT-)[a-z0-9]{2,30}(?:DOT|_DOT_|-DOT-)[a-z]{2,10}(?!\w)"), 0.93, "An e-mail address in words."),
        Rule("veiled.email", "EMAIL", re.compile(r"(?<![\w.])[\w+\-]{1,40}(?:\s?(?:\.|[(\[{<]\s?d[o0]t\s?[)\]}>]|\sd[o0]t\s)\s?[\w+\-]{1,40}){0,2}\s?(?:[(\[{</]\s?(?:at|a|@|at[\s-]sign)\s?[)\]}>/]|\sat[\s-]sign\s|\s?＠\s?)\s?[\w\-]{1,40}(?:\s?(?:\.|[(\[{<]\s?d[o0]t\s?[)\]}>]|\s(?:d[o0]t|period|DOT)\s)\s?[\w\-]{2,30}){1,3}(?!\w)", _I), 0.9, "An e-mail address in words."),
        Rule("veiled.email", "EMAIL", re.compile(rf"(?<![\w.])[\w+\-]{{2,40}}(?:{_DOT}[\w+\-]{{1,40}}){{0,2}}(?:{_AT}|\sAT\s)[\w\-]{{2,40}}(?:{_DOT}[\w\-]{{1,30}}){{0,2}}(?:\s?[(\[{{<]\s?(?:dot|d[o0]t|period|punto|point|\.)\s?[)\]}}>]\s?|\s(?:d[o0]t|period|punto|d\so\st)\s)[a-z]{{2,10}}(?!\w)", _I), 0.9, "An e-mail address in words."),
        Rule("veiled.url", "URL", re.compile(r"(?<!\w)h\s?[tx]\s?[tx]\s?p\s?s?\s?:\s?/\s?/\s?[\w\-]{1,40}(?:(?:\s[./]\s?|[./])[\w\-]{1,40}){1,8}", _I), 0.93, "A web address with blanks in it."),
        Rule("veiled.url", "URL", re.compile(r"(?<![\w.])[\w\-]{2,40}\s?[(\[{<]\s?(?:dot|d0t|\.)\s?[)\]}>]\s?[a-z]{2,10}(?:\s?(?:/|\bslash\b|[(\[{<]\s?(?:dot|slash|/)\s?[)\]}>])\s?[\w\-.]{0,40}){0,5}(?![\w])", _I), 0.88, "A web address in words."),
        Rule("veiled.phone", "PHONE", re.compile(r"(?<![\w.])\+?(?:1[\s.\-]{1,2})?\(?[\dOolI]{3}\)?(?:[\s.\-]{0,2}[\dOolI]){7}(?!\w)"), 0.88, "Letters stand for digits in a telephone number.", check=_looks_dialled, digits=True),
        Rule("veiled.name", "NAME", re.compile(r"(?<![\w'.])([A-Za-z](?:\s[A-Za-z013457]){2,14})(?![\w'])"), 0.8, "A name with its letters spread out.", 1, lambda m: any(map(str.isdigit, m.group())) and _spaced_leet(m), digits=True),
        Rule("veiled.stars", "NAME", re.compile(r"(?<![\w*])([A-Z][a-z]{0,8}[*•][a-z*•]{1,10}\s[A-Z][a-z]{0,8}[*•][a-z*•]{1,10})(?![\w*])"), 0.8, "A name with signs between its letters.", 1),
    ),
)  # fmt: skip

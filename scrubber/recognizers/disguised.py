"""Identifiers that were disguised: spelled-out digits, "dot" and "at", spaced letters, zero-width characters."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
#: also with figures for letters: "f1ve", "zer0"
_FIGURES = r"z[e3]r[o0]|[o0]n[e3]|tw[o0]|thr[e3]{2}|f[o0]ur|f[i1!]v[e3]|s[i1!]x|s[e3]v[e3]n|[e3][i1!]ght|n[i1!]n[e3]r?"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_NUM = rf"(?:{_FIGURES}|oh|ten|eleven|twelve|{_TENS}|double|triple|o\d?|\d{{1,4}})"
_SPELLED = rf"(?:{_FIGURES}|oh|double|triple)"
_GAP = r"(?:[\s.,\-/_*·()]{1,3}|\s(?:dash|dot|hyphen|slash|point|space)\s)"
_AT = r"\s?(?:@|[(\[{<]\s?(?:at|a|@)\s?[)\]}>]|\s(?:at|AT)\s|_at_|-at-)\s?"
_DOT = r"\s?(?:\.|[(\[{<]\s?(?:dot|\.)\s?[)\]}>]|\s(?:dot|DOT|d0t|period|punto)\s|_dot_|-dot-)\s?"
_TLD = r"(?:com|org|net|edu|gov|io|co|us|uk|ca|de|fr|health|med|info|me|c[0o]m|example|test|fm|tv|ie|au|nz|eu|app|blog)"
_WHY_NUMBER = "A number spelled out or spaced so that it looks like words."


def _enough_digits(match: re.Match[str]) -> bool:
    words = re.findall(rf"{_SPELLED}|[a-z]+|\d", match.group(), _I)
    spelled = len(re.findall(_SPELLED, match.group(), _I))
    return len(words) >= 5 and (spelled >= 4 or (spelled >= 3 and len(words) >= 7))


#: words that are spaced out for emphasis
_SPELT_OUT = frozenset(
    "call cell phone text email mail home work stat please help note urgent never stop hold none normal negative positive plan draft final secret private confidential copy void "
    "allergy allergies caution warning danger important not done this that with from page fax contact".split()
)


def _spaced_name(match: re.Match[str]) -> bool:
    """Spaced letters spell a known name or at least no ordinary word."""
    letters = re.sub(r"[^A-Za-z]", "", match.group()).lower()
    if letters in "abcdefghijklmnopqrstuvwxyz":  # "plan A B C D"
        return False
    if letters in _SPELT_OUT and lexicon.first_name(letters) < 4:
        return False
    return len(letters) >= 4


def _is_no_series(match: re.Match[str]) -> bool:
    """Strengths of muscles, doses of a week and values one after the other: "5/5/4/5/5/4/5", "1.8 / 2.4 / 4.6"."""
    found = match.group()
    return not (re.fullmatch(r"[0-5](?:\s?/?\s?[0-5])+", found) and "/" in found) and not re.fullmatch(
        r"\d\.\d(?:\s?[/,]\s?\d\.\d)+", found
    )


_LEET = str.maketrans("013457@$!|", "oieastasil")


def _leet(match: re.Match[str]) -> bool:
    return _is_leet(match.group())


def _is_leet(word: str) -> bool:
    """ "J0hn", "M4ria": a digit stands for a letter of a known name."""
    if re.fullmatch(
        r"\d+(?:st|nd|rd|th|am|pm|ish|ch|fr|hr|min)|[A-Z]x\d|[A-Za-z]+!|[a-z]{2,3}\d", word, _I
    ):  # "7am", "14Ch", "Ax1", "do!", "emm1"
        return False
    if not re.search(r"[a-z]{2}|[A-Z][a-z]", word) or re.fullmatch(r"[A-Z]+\d+[A-Za-z]?", word):
        return False
    plain = word.lower().translate(_LEET)
    alternative = word.lower().replace("1", "l").translate(_LEET)
    return any(lexicon.first_name(name) >= 2 or lexicon.surname(name) >= 3 for name in (plain, alternative))


def _leet_pair(match: re.Match[str]) -> bool:
    """ "T0und3 0l4niy4n": both words mix letters and digits, and one of them is a known name."""
    words = match.group().split()
    mixed = all(
        re.search(r"[a-z]\d[a-z]|^\d[a-z]+\d?[a-z]", word, _I) and len(re.findall(r"[a-z]", word, _I)) >= 2
        for word in words
    )
    return mixed and any(_is_leet(word) for word in words)


def _backwards(word: str) -> bool:
    """In no list as it stands, and a known name from its end; only looked for where a text speaks of such writing."""
    lowered = word.lower()
    if lexicon.bits(lowered):
        return False
    name = lowered[::-1]
    return max(lexicon.first_name(name), lexicon.surname(name)) >= 3


RECOGNIZER = PatternRecognizer(
    "disguised",
    (
        Rule("spelled.number", "PHONE", re.compile(r"\b" + _NUM + r"(?:" + _GAP + _NUM + r"){4,24}(?:" + _GAP + r"(?:(?-i:[SBIlO])|\d)\b){0,4}", _I), 0.9, _WHY_NUMBER, check=_enough_digits),
        Rule("spelled.labelled", "OTHERID", re.compile(r"\b(?:ext(?:ension)?|pager|room|bed|mrn|code|badge|apartment|locker|pin|phone|fax|ends? in|ending)\.?\s(?:number\s|is\s|no\.?\s)?(" + _SPELLED + r"(?:[\s,\-]{1,2}" + _SPELLED + r"){1,9})\b(?!\s(?:of|to|or|times|days|weeks|hours|minutes|patients))", _I), 0.85, _WHY_NUMBER, 1),
        Rule("handle.spelled", "HANDLE", re.compile(r"(?<!\w)(?:@\s(?:[a-z0-9]{2,20}\s){0,2}|@|at\s)?[a-z0-9]{2,20}(?:\s(?:underscore|under score|[(\[]\s?(?:underscore|dot)\s?[)\]])\s[a-z0-9]{1,20}){1,4}(?:\sat\s(?:gmail|hotmail|yahoo|outlook|icloud|proton|protonmail|aol|gmx|nhs|live))?(?!\w)", _I), 0.9, "A user name written in words."),
        Rule("spaced.digits", "OTHERID", re.compile(r"(?<![\w.])\(?\d(?:[\s.\-_*·()/]{1,3}\d){6,20}(?![\w])"), 0.88, _WHY_NUMBER, check=_is_no_series, digits=True),
        Rule("spaced.groups", "PHONE", re.compile(r"(?<![\w.])\(?\d{3}\)?\s?[\s.\-_*·/()]{1,4}\s?\d{3}\s?[\s.\-_*·/()]{1,4}\s?\d{4}(?!\w)"), 0.88, _WHY_NUMBER, digits=True),
        Rule("letter.digits", "PHONE", re.compile(r"(?<![\w.\-])\(?(?=[\d()\-.\s]{0,14}[OolIi])[2-9OolIi][\dOolIi]{2}\)?[\s.\-]{1,2}[\dOolIiS]{3}[\s.\-]{1,2}[\dOolIiSB]{4}(?!\w)"), 0.9, "Letters stand for digits in a telephone number.", check=lambda m: sum(c.isdigit() for c in m.group()) >= 4),
        Rule("dotted.email", "EMAIL", re.compile(r"(?<![\w.])[\w+\-]{1,40}(?:" + _DOT + r"[\w+\-]{1,40}){0,2}" + _AT + r"[\w\-]{1,40}(?:" + _DOT + r"[\w\-]{1,30}){0,2}" + _DOT + _TLD + r"\b", _I), 0.93, "An e-mail address written in words.", check=lambda m: not re.fullmatch(r"[\w+\-]+ at [\w\-]+\. ?\w+", m.group(), _I)),
        Rule("spaced.email", "EMAIL", re.compile(r"(?<!\w)(?:[\w.]\s){2,30}@(?:\s[\w-]){2,30}\s\.(?:\s[a-z]){2,4}(?!\w)", _I), 0.95, "An e-mail address with its letters spread out."),
        Rule("dotted.url", "URL", re.compile(r"(?<![\w.])(?:www" + _DOT + r")?[\w\-]{2,40}(?:\s?[(\[{<]\s?(?:dot|\.)\s?[)\]}>]\s?|\s(?:dot|d0t)\s)(?:[\w\-]{2,40}\s(?:dot)\s)?" + _TLD + r"\b(?:\s?(?:/|(?:forward\s)?slash)\s?[\w\-]{2,40}(?:\s" + _NUM + r"\b){0,3})?", _I), 0.9, "A web address written in words."),
        Rule("spaced.letters", "NAME", re.compile(r"(?<![\w'.])[A-Za-z](?:(?:[\s.\-_*·]{1,2}|\s[\-_*·]\s)[A-Za-z]){3,24}(?![\w'])"), 0.85, "A name with its letters spread out.", check=lambda m: _spaced_name(m)),
        Rule("leet", "NAME", re.compile(r"(?<![\w\-])(?=[A-Za-z]{0,12}[013457@$!])[A-Za-z@$!0134579]{3,16}(?![\w\-])"), 0.8, "A name with digits in place of letters.", check=_leet),
        Rule("leet.pair", "NAME", re.compile(r"(?<![\w\-])(?=[a-z013457]{3,16}\s[a-z013457]{3,16}(?![\w\-]))[a-z]{0,12}[013457][a-z013457]{0,15}\s[a-z]{0,12}[013457][a-z013457]{0,15}", _I), 0.8, "Names with digits in place of letters.", check=_leet_pair, digits=True),
        Rule("reversed", "NAME", re.compile(r"(?<![\w-])([A-Za-z]{3,16})(?![\w-])"), 0.85, "A name written backwards.", check=lambda m: _backwards(m.group()), needs=("backward", "in reverse", "reversed")),
        Rule("spaced.date", "DATE", re.compile(r"(?<![\w.])\d(?:\s\d)?\s?[/\-.]\s?\d(?:\s\d)?\s?[/\-.]\s?\d\s\d(?:\s\d\s\d)?(?!\w)"), 0.9, "A date with its digits spread out.", digits=True),
        Rule("spelled.date", "DATE", re.compile(r"\b(?:zero|oh|o)?[\s-]?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:slash|dash|/|-)\s[\w\s-]{3,30}?(?:\s(?:slash|dash|/|-)\s(?:twenty|nineteen|two thousand)[\s-][\w-]{2,12}(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)?\b", _I), 0.85, "A date spelled out.", needs=("slash", "dash")),
        Rule("spelled.date.whole", "DATE", re.compile(r"\b(?:(?:zero|oh|o)[\s-])?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:slash|dash|stroke)\s(?:[a-z]{2,9}[\s-]){1,3}(?:slash|dash|stroke)\s[a-z]{2,9}(?:[\s-](?:hundred|thousand|and|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)){0,4}\b", _I), 0.9, "A date spelled out."),
        Rule("masked", "SECRET", re.compile(r"(?<![\w+/=])(?=[A-Za-z0-9+/]{0,40}\d)(?=[A-Za-z0-9+/]{0,40}[a-z])(?=[A-Za-z0-9+/]{0,40}[A-Z])[A-Za-z0-9+/]{24,400}={0,2}(?![\w+/=])"), 0.7, "An encoded passage that nobody can read."),
    ),
)  # fmt: skip

"""Who the patient is: age, sex, traits others notice, small communities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber.risk import base_rates as rates
from scrubber.risk.detail import Detail, one_in
from scrubber.risk.traits import PATTERNS

_AGE_LONG = re.compile(
    r"(?P<article>\b[Aa]n?\s+)?(?<![\d.-])(?P<number>\d{1,2})(?:[\s-]?(?P<unit>year|yr|month|week|day)s?)[\s-]?olds?\b(?!s)",
    re.I,
)
_AGE_SHORT = re.compile(
    r"(?<![\w./-])(?P<number>\d{1,2})\s?(?:(?:yo|y/o|y\.o\.|yrs?|y)\b(?=\.?[\s,;]*(?:old\s)?(?P<sex>[MFmf]\b|male|female|man|woman|boy|girl)?)|(?P<sexed>[MF])\b)"
)


def ages(text: str) -> Iterator[Detail]:
    for match in _AGE_LONG.finditer(text):
        unit = match["unit"].lower()
        years = (
            int(match["number"])
            if unit in {"year", "yr"}
            else int(match["number"]) // {"month": 12, "week": 52, "day": 366}[unit]
        )
        band = rates.age_band_of(years)
        exact = band.share / (band.high - band.low + 1) if unit in {"year", "yr"} else rates.age_band_of(0).share / 12
        article = match["article"]
        lead = "" if article is None else _article(article, band.words)
        yield _age(match.start(), match.end(), exact, band, lead + band.words, years)
    for match in _AGE_SHORT.finditer(text):
        years = int(match["number"])
        if years < 18:
            continue
        band = rates.age_band_of(years)
        words = f"{band.low // 10 * 10}s" if years >= 20 else "18 to 29"
        suggestion = f"{words} {match['sexed']}" if match["sexed"] else words
        yield _age(match.start(), match.end(), band.share / (band.high - band.low + 1), band, suggestion, years)


def _age(start: int, end: int, exact: float, band: rates.AgeBand, suggestion: str, years: int) -> Detail:
    why = f"An exact age: {one_in(exact)} people have it. A band of ages holds {one_in(band.share)}."
    return Detail(start, end, "age", f"{years}", why, share=exact, suggestion=suggestion)


def _article(article: str, words: str) -> str:
    """``A `` or ``An ``, as the words that follow want it, in the letter case it had."""
    wanted = "an " if words.startswith(("infant", "18", "80")) else "a "
    return wanted.capitalize() if article[0] == "A" else wanted


_MAN = re.compile(r"\b(?:man|male|gentleman|boy|he|his)\b|(?<=\d)\s?M\b|(?<=\d)yo?\s?M\b", re.I)
_WOMAN = re.compile(r"\b(?:woman|female|lady|girl|she|her|pregnant|G\dP\d)\b|(?<=\d)\s?F\b|(?<=\d)yo?\s?F\b", re.I)


def sexes(text: str) -> Iterator[Detail]:
    """The sex the text speaks of first, and only that: later words are often about relatives."""
    found = [
        (match.start(), match.end(), sex)
        for sex, pattern in (("male", _MAN), ("female", _WOMAN))
        if (match := pattern.search(text))
    ]
    if found:
        start, end, sex = min(found)
        share = rates.MALE if sex == "male" else rates.FEMALE
        yield Detail(start, end, "sex", sex, "The sex: half of all people.", share=share)


def features(text: str) -> Iterator[Detail]:
    for pattern, feature in PATTERNS:
        for match in pattern.finditer(text):
            why = f"{feature.words}: about {one_in(feature.share)} people."
            yield Detail(*match.span(), "feature", feature.words, why, share=feature.share, suggestion=feature.broader)


_ANCESTRY = re.compile(
    r"\b(?P<group>"
    + "|".join(map(re.escape, rates.ANCESTRY))
    + r")\b(?!\s+(?:Nation|Reservation|neurohepatopathy|brittle))"
)


def ancestries(text: str) -> Iterator[Detail]:
    for match in _ANCESTRY.finditer(text):
        community = rates.ANCESTRY[match["group"]]
        why = f"A small community: about {one_in(community.share)} people in the United States."
        yield Detail(
            *match.span(), "ancestry", match["group"], why, share=community.share, suggestion=community.broader
        )

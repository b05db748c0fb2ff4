"""Dates become days relative to the case's own first date, so that the course stays readable and the calendar is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name: index for index, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WORD_DATE = re.compile(
    r"(?i)(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s)?)?(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s\-/.,]*(?:the\s)?(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?!\d))?[\s,\-/.]*(?:of\s)?(?P<y>(?:19|20)\d{2}|'?\d{2})?"
)
_NUMERIC = re.compile(r"(?P<a>\d{1,2})\s?[/.\-]\s?(?P<b>\d{1,2})(?:\s?[/.\-]\s?(?P<y>\d{4}|'?\d{2}))?$")
_ISO = re.compile(r"(?P<y>(?:19|20)\d{2})\s?[/.\-]?\s?(?P<a>\d{1,2})\s?[/.\-]?\s?(?P<b>\d{2}|\d)(?!\d)")


_WEEKDAY = re.compile(r"^\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A full day; ``year`` is None when the text gave none."""

    month: int
    day: int
    year: int | None


def parse(text: str) -> ParsedDate | None:
    """The day written in ``text``, or None when it is a month, a range, a holiday or unreadable."""
    text = _WEEKDAY.sub("", text)
    if match := _ISO.match(text):
        return _checked(int(match["a"]), int(match["b"]), int(match["y"]))
    if match := _WORD_DATE.search(text):
        day = match["d1"] or match["d2"]
        return _checked(_MONTHS[match["m"].lower()], int(day), _year(match["y"])) if day else None
    if match := _NUMERIC.match(text.strip()):
        first, second = int(match["a"]), int(match["b"])
        if first > 12:
            first, second = second, first
        return _checked(first, second, _year(match["y"]))
    return None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.strip("'"))
    return number if number > 99 else 2000 + number if number < 50 else 1900 + number


def _checked(month: int, day: int, year: int | None) -> ParsedDate | None:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return None
    return ParsedDate(month, day, year)


class Timeline:
    """One origin for a whole case: its earliest clinical date is day 1.

    Dates without a year take the year of the nearest dated neighbour. A date more than three years from the rest
    (a birth, an old operation) does not become the origin and is written as ``[date]``.
    """

    def __init__(self, dates: Iterable[ParsedDate]) -> None:
        known = list(dates)
        years = [item.year for item in known if item.year]
        self._year = max(years) if years else 2024
        days = sorted(day for item in known if (day := self._resolve(item)) is not None)
        recent = [day for day in days if days[-1] - day <= timedelta(days=400)]
        self.origin = recent[0] if recent else None

    def _resolve(self, item: ParsedDate) -> date | None:
        try:
            return date(item.year or self._year, item.month, item.day)
        except ValueError:
            return None

    def label(self, item: ParsedDate | None) -> str:
        """``day 3`` or ``[date]``."""
        day = self._resolve(item) if item else None
        if day is None or self.origin is None or not 0 <= (day - self.origin).days <= 400:
            return "[date]"
        return f"day {(day - self.origin).days + 1}"


_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
OLDEST_AGE = 89


def year_left(text: str) -> str:
    """The year a written date may keep, or "": none, several, or one that tells an age over 89.

    Source: 45 CFR 164.514(b)(2)(i)(C): all elements of dates except year, and no year indicative of an age over 89.
    """
    years = _A_YEAR.findall(text)
    if len(years) != 1 or date.today().year - int(years[0]) > OLDEST_AGE:
        return ""
    return years[0]

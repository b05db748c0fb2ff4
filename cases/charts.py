"""Reads the light syntax of case texts into rows for charts. Lines that do not fit stay text; nothing is invented."""

import re
from dataclasses import dataclass

_PERCENT = re.compile(r"^[-•\s]*(?P<name>[^:%\n]{2,80}?)\s*[:–—-]\s*(?P<percent>\d{1,3})\s*%")
_DAY = re.compile(r"^[-•\s]*\[?day (?P<day>-?\d{1,4})\]?\s*[:,–—-]\s*(?P<what>.+)$", re.IGNORECASE)
_SERIES = re.compile(
    r"^[-•\s]*(?P<name>[^:(\n]{2,40}?)\s*\((?P<unit>[^;)]*?)(?:;\s*ref\s*(?P<low>[\d.]*)\s*[-–]\s*(?P<high>[\d.]+))?\)"
    r"\s*:\s*(?P<points>.+)$",
    re.IGNORECASE,
)
_POINT = re.compile(r"day\s*(-?\d{1,4})\s*[:=]?\s*(\d+(?:\.\d+)?)", re.IGNORECASE)


@dataclass(frozen=True)
class Diagnosis:
    """A differential diagnosis and how likely its author finds it, in percent."""

    name: str
    percent: int


@dataclass(frozen=True)
class Event:
    """What happened on a day relative to the first."""

    day: int
    what: str


@dataclass(frozen=True)
class Series:
    """A laboratory value over relative days, with the reference band when given."""

    name: str
    unit: str
    low: float | None
    high: float | None
    points: tuple[tuple[int, float], ...]


def differential_rows(text: str) -> list[Diagnosis]:
    """Lines like "Giant cell arteritis: 60%", most likely first."""
    rows = []
    for line in text.splitlines():
        match = _PERCENT.match(line)
        if match and int(match["percent"]) <= 100:
            rows.append(Diagnosis(match["name"].strip(), int(match["percent"])))
    return sorted(rows, key=lambda row: -row.percent)


def timeline_events(text: str) -> list[Event]:
    """Lines like "Day 3: fever 39.1", in order of days."""
    matches = (_DAY.match(line) for line in text.splitlines())
    events = [Event(int(match["day"]), match["what"].strip()) for match in matches if match]
    return sorted(events, key=lambda event: event.day)


def lab_series(text: str) -> list[Series]:
    """Lines like "Troponin T (ng/L; ref 0-14): day 1 12, day 2 40" with at least two points."""
    found = []
    for line in text.splitlines():
        match = _SERIES.match(line)
        if not match:
            continue
        points = tuple((int(day), float(value)) for day, value in _POINT.findall(match["points"]))
        if len(points) < 2:
            continue
        high = float(match["high"]) if match["high"] else None
        low = float(match["low"]) if match["low"] else (0.0 if high is not None else None)
        found.append(Series(match["name"].strip(), match["unit"].strip(), low, high, points))
    return found


def text_without_charts(section: str, text: str) -> str:
    """The lines of a section that no chart shows, so that nothing is said twice and nothing is lost."""
    drawn = {"differential": differential_rows, "timeline": timeline_events, "investigations": lab_series}[section]
    return "\n".join(line for line in text.splitlines() if not drawn(line)).strip()

"""The case by relative day: a strip to scale, and below it what happened, in words."""

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.web.charts.drawing import EMPTY, canvas, day_words, dot, figure, join, line, number, percent, text

HEIGHT = 46
LEFT, RIGHT = 0.07, 0.96  # the strip keeps room for the words of its first and last day
CLOSEST = 0.13  # labels nearer than this share of the width would run into each other on a phone


class Event(Protocol):
    """What happened on a day relative to the first."""

    @property
    def day(self) -> int: ...

    @property
    def what(self) -> str: ...


def case_timeline(events: Sequence[Event], *, caption: str = "Course by day", uid: str = "timeline") -> SafeString:
    """Events in order of days. The list below the strip is the table: it says the same in words."""
    if not events:
        return EMPTY
    ordered = sorted(events, key=lambda event: event.day)
    days = [(day, [event.what for event in group]) for day, group in groupby(ordered, key=lambda event: event.day)]
    strip = _strip(days, uid) if len(days) > 1 else EMPTY
    return figure(caption=caption, body=format_html("{}{}", strip, _list(days)), css="chart--timeline")


def _strip(happened: list[tuple[int, list[str]]], uid: str) -> SafeString:
    days = [day for day, _ in happened]
    first, last = days[0], days[-1]
    places = {day: LEFT + (RIGHT - LEFT) * (day - first) / (last - first) for day in days}
    parts = [line(percent(LEFT), 14, percent(RIGHT), 14, css="c-axis", width=2)]
    if 0 in places:  # the day everything is counted from
        parts.append(line(percent(places[0]), 2, percent(places[0]), 26, css="c-axis", width=2))
    for day, whats in happened:
        words = f"{day_words(day)}: {'; '.join(whats)}"
        parts.append(dot(percent(places[day]), 14, radius=6, words=words))
    parts += [
        text(percent(places[day]), 40, f"day {number(day)}" if day in (0, first) else number(day), css="c-muted")
        for day in _labelled(days, places)
    ]
    span = f"{len(days)} moments from {day_words(first).lower()} to {day_words(last).lower()}"
    body = join(parts)
    return canvas(uid=uid, height=HEIGHT, title="Timeline to scale", description=span, body=body)


def _labelled(days: list[int], places: dict[int, float]) -> list[int]:
    """First and last day, day 0, and those between that leave room."""
    chosen = [days[0], days[-1]]
    for day in [0, *days] if 0 in places else days:
        if all(abs(places[day] - places[other]) >= CLOSEST for other in chosen):
            chosen.append(day)
    return sorted(chosen)


def _list(days: list[tuple[int, list[str]]]) -> SafeString:
    rows = []
    before: int | None = None
    for day, whats in days:
        gap = day - before if before is not None else 0
        later = format_html('<span class="timeline__gap">+{} days</span>', gap) if gap > 1 else EMPTY
        words = format_html_join("", "<p>{}</p>", ((what,) for what in whats))
        rows.append(
            format_html('<li><span class="timeline__day">{}{}</span><div>{}</div></li>', day_words(day), later, words)
        )
        before = day
    return format_html('<ol class="timeline">{}</ol>', join(rows))

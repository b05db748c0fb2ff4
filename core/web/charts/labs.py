"""Laboratory series: one sparkline each, over relative days, with the reference band."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.web.charts.drawing import (
    EMPTY,
    canvas,
    day_words,
    dot,
    figure,
    join,
    line,
    number,
    percent,
    table,
    text,
    triangle,
)

HEIGHT, TOP, BOTTOM = 108, 22.0, 78.0  # pixels; values are drawn between TOP and BOTTOM
LEFT, RIGHT = 0.08, 0.92
MOST_LABELS = 6
CLOSEST = 0.12


class Series(Protocol):
    """A value over relative days; `low` and `high` bound the reference band where known."""

    @property
    def name(self) -> str: ...

    @property
    def unit(self) -> str: ...

    @property
    def low(self) -> float | None: ...

    @property
    def high(self) -> float | None: ...

    @property
    def points(self) -> Sequence[tuple[int, float]]: ...


def lab_sparklines(series: Sequence[Series], *, uid: str = "lab") -> SafeString:
    """All series side by side where there is room, and behind a switch the table a ward would keep: a column a day.

    `uid` keeps ids apart when a page shows several sets.
    """
    if not series:
        return EMPTY
    return format_html(
        '<div class="labs"><div class="chart-grid">{}</div>{}</div>',
        join(_figure(one, f"{uid}-{n}") for n, one in enumerate(series)), _table(series),
    )  # fmt: skip


def _table(series: Sequence[Series]) -> SafeString:
    """Every value by day; what lies outside its band says so with an arrow."""
    days = sorted({day for one in series for day, _ in one.points})
    rows = []
    for one in series:
        values = dict(one.points)
        cells = [_cell(one, values[day]) if day in values else "" for day in days]
        rows.append(
            (f"{one.name}{f' ({one.unit})' if one.unit else ''}", *cells, _band_words(one).removeprefix("ref "))
        )
    return table("Laboratory values by day", ["", *(day_words(day) for day in days), "Reference"], rows)


def _cell(series: Series, value: float) -> SafeString:
    arrow, words = {1: ("▲", "above"), -1: ("▼", "below")}.get(_side(series, value), ("", ""))
    if not words:
        return format_html("{}", number(value))
    return format_html('{} {}<span class="visually-hidden"> {}</span>', number(value), arrow, words)


def _figure(series: Series, uid: str) -> SafeString:
    ordered = sorted(series.points)
    day, value = ordered[-1]
    band = _band_words(series)
    side = _side(series, value)
    caption = format_html(
        '<span class="lab__name">{}</span> <span class="lab__last{}">{} {}{}</span> <span class="lab__band">{}</span>',
        series.name, " lab__last--out" if side else "", number(value), series.unit,
        {1: " ▲ above", -1: " ▼ below"}.get(side, ""), f"{day_words(day)} · {band}" if band else day_words(day),
    )  # fmt: skip
    drawing = canvas(
        uid=f"{uid}-{series.name}",
        height=HEIGHT,
        title=f"{series.name} over time",
        description=_description(series, ordered, band),
        body=_drawing(series, ordered),
    )
    return figure(caption=caption, body=drawing)


def _drawing(series: Series, points: Sequence[tuple[int, float]]) -> SafeString:
    days = [day for day, _ in points]
    x = {day: LEFT + (RIGHT - LEFT) * ((day - days[0]) / ((days[-1] - days[0]) or 1)) for day in days}
    lowest, highest = _extent(series, [value for _, value in points])

    def y(value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (value - lowest) / ((highest - lowest) or 1)

    parts = [_band(series, y), line("0%", BOTTOM + 8, "100%", BOTTOM + 8, css="c-grid")]
    for (day, value), (next_day, next_value) in pairwise(points):
        parts.append(line(percent(x[day]), y(value), percent(x[next_day]), y(next_value), css="c-line", width=2))
    spoken = _spoken(points, x)
    for day, value in points:
        side = _side(series, value)
        parts.append(triangle(percent(x[day]), y(value), up=side > 0) if side else dot(percent(x[day]), y(value)))
        if day in spoken:
            parts.append(text(percent(x[day]), y(value) - 10, number(value), css="c-strong"))
            parts.append(text(percent(x[day]), HEIGHT - 6, f"d {number(day)}", css="c-muted"))
    return join(parts)


def _band(series: Series, y: object) -> SafeString:
    if series.high is None:
        return EMPTY
    top, bottom = y(series.high), y(series.low or 0.0)  # type: ignore[operator]
    return format_html(
        '<rect x="0" y="{}" width="100%" height="{}" class="c-band"/>', f"{top:.1f}", f"{max(2.0, bottom - top):.1f}"
    )


def _extent(series: Series, values: list[float]) -> tuple[float, float]:
    edges = values + [edge for edge in (series.low, series.high) if edge is not None]
    return min(edges), max(edges)


def _spoken(points: Sequence[tuple[int, float]], x: dict[int, float]) -> set[int]:
    """Days whose value is written out: all of a short series; else ends and extremes, as far as there is room."""
    by_value = sorted(points, key=lambda point: point[1])
    wanted = [points[-1][0], by_value[-1][0], by_value[0][0], points[0][0]]
    if len(points) <= MOST_LABELS:
        wanted += [day for day, _ in points]
    chosen: set[int] = set()
    for day in wanted:
        if all(day == other or abs(x[day] - x[other]) >= CLOSEST for other in chosen):
            chosen.add(day)
    return chosen


def _side(series: Series, value: float) -> int:
    """1 above the band, -1 below, 0 inside or unknown."""
    if series.high is not None and value > series.high:
        return 1
    return -1 if series.low is not None and value < series.low else 0


def _band_words(series: Series) -> str:
    if series.high is None:
        return ""
    return f"ref {number(series.low or 0.0)}–{number(series.high)}"


def _description(series: Series, points: Sequence[tuple[int, float]], band: str) -> str:
    values = "; ".join(f"{day_words(day).lower()}: {number(value)} {series.unit}" for day, value in points)
    return f"{values}. {band or 'No reference band given'}."

"""Small multiples for the moderation dashboard: one measure each, with its target."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.web.charts.drawing import EMPTY, canvas, dot, figure, join, line, number, percent, table, text

HEIGHT, TOP, BOTTOM = 96, 16.0, 68.0
LEFT, RIGHT = 0.03, 0.97


def trend(
    title: str,
    points: Sequence[tuple[str, float]],
    *,
    unit: str = "",
    target: float | None = None,
    href: str = "",
    uid: str = "trend",
) -> SafeString:
    """One measure over time. `points`: (label, value), oldest first; `target` becomes a dashed line."""
    if not points:
        return figure(
            caption=format_html('<span class="lab__name">{}</span>', title),
            body=format_html('<p class="muted small">{}</p>', "No figures yet."),
        )
    last_label, last = points[-1]
    heading = format_html('<a href="{}">{}</a>', href, title) if href else title
    caption = format_html(
        '<span class="lab__name">{}</span> <span class="trend__now">{}{}</span> <span class="lab__band">{}{}</span>',
        heading, number(last), _unit(unit), last_label,
        f" · target {number(target)}{_unit(unit)}" if target is not None else "",
    )  # fmt: skip
    spoken = "; ".join(f"{label}: {number(value)}{_unit(unit)}" for label, value in points)
    drawing = canvas(
        uid=f"{uid}-{title}",
        height=HEIGHT,
        title=f"{title} over time",
        description=spoken,
        body=_drawing(points, target),
    )
    rows = [(label, f"{number(value)}{_unit(unit)}") for label, value in points]
    return figure(caption=caption, body=drawing, behind=table(title, ["When", title], rows))


def trends(measures: Iterable[dict[str, Any]]) -> SafeString:
    """Several measures side by side; each a dict of `trend`'s arguments."""
    return format_html('<div class="chart-grid">{}</div>', join(trend(**measure) for measure in measures))


def _unit(unit: str) -> str:
    return f" {unit}" if unit else ""


def _drawing(points: Sequence[tuple[str, float]], target: float | None) -> SafeString:
    values = [value for _, value in points] + ([target] if target is not None else [])
    highest, lowest = max(*values, 0.0), min(*values, 0.0)
    steps = max(1, len(points) - 1)
    places = [LEFT + (RIGHT - LEFT) * n / steps for n in range(len(points))]

    def y(value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (value - lowest) / ((highest - lowest) or 1)

    parts = [line("0%", y(0.0), "100%", y(0.0), css="c-grid")]
    if target is not None:
        parts.append(line("0%", y(target), "100%", y(target), css="c-warn c-dash", width=1.5))
    for n in range(len(points) - 1):
        parts.append(
            line(
                percent(places[n]), y(points[n][1]), percent(places[n + 1]), y(points[n + 1][1]), css="c-line", width=2
            )
        )
    parts.append(dot(percent(places[-1]), y(points[-1][1])))
    parts.append(text("0%", HEIGHT - 6, points[0][0], anchor="start", css="c-muted"))
    parts.append(text("100%", HEIGHT - 6, points[-1][0], anchor="end", css="c-muted") if len(points) > 1 else EMPTY)
    return join(parts)

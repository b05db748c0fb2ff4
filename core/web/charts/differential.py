"""The differential: one bar a diagnosis, as likely as its author finds it."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.web.charts.drawing import EMPTY, figure, join, table


class Diagnosis(Protocol):
    """A diagnosis and how likely its author finds it, in percent (0 to 100)."""

    @property
    def name(self) -> str: ...

    @property
    def percent(self) -> int: ...


def differential_bars(rows: Sequence[Diagnosis], *, caption: str = "How likely the author finds each") -> SafeString:
    """Bars in the given order. Percentages need not add up to 100: each is drawn against its own whole."""
    if not rows:
        return EMPTY
    items = join(_bar(row.name, max(0, min(100, row.percent))) for row in rows)
    body = format_html('<ul class="bars">{}</ul>', items)
    behind = table(caption, ["Diagnosis", "Likelihood"], [(row.name, f"{row.percent} %") for row in rows])
    return figure(caption=caption, body=body, behind=behind)


def _bar(name: str, share: int) -> SafeString:
    return format_html(
        '<li><span class="bars__name">{}</span><span class="bars__value">{} %</span>'
        '<svg width="100%" height="12" aria-hidden="true" focusable="false">'
        '<rect width="100%" height="12" rx="2" class="c-bar--rest"/>'
        '<rect width="{}%" height="12" rx="2" class="c-bar"/>'
        "</svg></li>",
        name, share, share,
    )  # fmt: skip

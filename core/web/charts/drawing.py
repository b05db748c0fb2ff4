"""The few strokes all charts share."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify

EMPTY = SafeString("")


def number(value: float) -> str:
    """A value as read aloud: no trailing zeros, thousands parted by a thin space."""
    whole = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
    return whole.replace(",", "\u202f").replace("-", "\u2212")


def day_words(day: int) -> str:
    """Day 3, day −2 (before the first)."""
    return f"Day {number(day)}"


def percent(share: float) -> str:
    """A share of the width, 0..1, as an SVG percentage."""
    return f"{share * 100:.2f}%"


def join(parts: Iterable[SafeString]) -> SafeString:
    """Safe parts in a row."""
    return format_html_join("", "{}", ((part,) for part in parts))


def text(x: str, y: float, words: str, *, anchor: str = "middle", css: str = "c-text", size: int = 14) -> SafeString:
    """Words at a place; `x` in percent, `y` and `size` in pixels."""
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" class="{}" font-size="{}">{}</text>', x, y, anchor, css, size, words
    )


def line(x1: str, y1: float, x2: str, y2: float, *, css: str, width: float = 1) -> SafeString:
    """A straight stroke."""
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}" stroke-width="{}"/>',
        x1, f"{y1:.1f}", x2, f"{y2:.1f}", css, width,
    )  # fmt: skip


def dot(x: str, y: float, *, radius: float = 4.5, css: str = "c-dot", words: str = "") -> SafeString:
    """A round mark: a value inside its band, or one without a band; `words` shown when pointed at."""
    said = format_html("<title>{}</title>", words) if words else EMPTY
    return format_html(
        '<circle cx="{}" cy="{}" r="{}" class="{}" stroke-width="1.5">{}</circle>', x, f"{y:.1f}", radius, css, said
    )


def triangle(x: str, y: float, *, up: bool, css: str = "c-dot c-dot--high") -> SafeString:
    """A mark that points the way a value lies outside its band."""
    path = "M-6 4.5 6 4.5 0 -6Z" if up else "M-6 -4.5 6 -4.5 0 6Z"
    return format_html(
        '<svg x="{}" y="{}" overflow="visible"><path d="{}" class="{}" stroke-width="1.5"/></svg>',
        x, f"{y:.1f}", path, css,
    )  # fmt: skip


def canvas(*, uid: str, height: int, title: str, description: str, body: SafeString) -> SafeString:
    """The drawing, `height` pixels tall and as wide as its place, with its title and description."""
    name = slugify(uid)[:40] or "chart"
    return format_html(
        '<svg width="100%" height="{}" role="img" aria-labelledby="{}-t {}-d">'
        '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>',
        height, name, name, name, title, name, description, body,
    )  # fmt: skip


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> SafeString:
    """The numbers behind a switch."""
    top = format_html_join("", '<th scope="col">{}</th>', ((words,) for words in head))
    body = join(
        format_html(
            '<tr><th scope="row">{}</th>{}</tr>',
            row[0], format_html_join("", "<td>{}</td>", ((cell,) for cell in row[1:])),
        )
        for row in rows
    )  # fmt: skip
    return format_html(
        '<details class="chart-table no-print"><summary>Show as a table'
        '<span class="visually-hidden">: {0}</span></summary><div class="wide"><table>'
        '<caption class="visually-hidden">{0}</caption><thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div></details>',
        caption, top, body,
    )  # fmt: skip


def figure(*, caption: SafeString | str, body: SafeString, behind: SafeString = EMPTY, css: str = "") -> SafeString:
    """Caption, drawing and table as one figure."""
    classes = f"chart {css}".strip()
    return format_html('<figure class="{}"><figcaption>{}</figcaption>{}{}</figure>', classes, caption, body, behind)

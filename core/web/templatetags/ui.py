"""Template tags of the interface; built in everywhere, so no `{% load %}` is needed.

{% icon "check" %} · {% pill topic.label %} · {% when post.created_at %} · {% due item.due_at %} · {% person user %}
{% disc user.handle %} · {% field form.title rows=6 %} · {% marked text findings prefix="history" %}
{{ text|tokens }} · {{ finding.category|kind }} · charts: see below and `core/web/charts.py`.
"""

from datetime import datetime
from typing import Any

from django import template
from django.forms import Field
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from core.web import charts, fields, redactions, relative
from core.web.words import kind_words, pill_of

register = template.Library()

_NOTHING = SafeString("")


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """One icon of the sprite. `size`: "", "l", "xl". Silent to assistive technology unless `label` is given."""
    spoken: Any = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    kind = f"icon icon--{size}" if size else "icon"
    href = f"{static('icons/sprite.svg')}#{name}"
    return format_html('<svg class="{}" {} focusable="false"><use href="{}"></use></svg>', kind, spoken, href)


@register.simple_tag
def pill(state: Any, word: str = "") -> SafeString:
    """A state as icon and word; `word` replaces the usual word. Nothing for an empty state."""
    if state in (None, ""):
        return _NOTHING
    shown = pill_of(str(state))
    tone = f"pill pill--{shown.tone}" if shown.tone else "pill"
    return format_html('<span class="{}">{}{}</span>', tone, icon(shown.icon), word or shown.word)


@register.simple_tag
def when(moment: datetime | None, prefix: str = "") -> SafeString:
    """A moment as `<time>`: relative words, the exact time (UTC) in the title. Nothing for None."""
    if not moment:
        return _NOTHING
    exact = f"{date_format(moment, 'j M Y, H:i')} {moment.tzname() or ''}".strip()
    words = relative.ago(moment, now=timezone.now())
    return format_html('{}<time datetime="{}" title="{}" data-when>{}</time>', prefix, moment.isoformat(), exact, words)


@register.simple_tag
def due(moment: datetime | None, soon_hours: int = 2) -> SafeString:
    """A running clock towards a due time: plain, amber when near, red when late; the words say so too."""
    if not moment:
        return _NOTHING
    left = (moment - timezone.now()).total_seconds()
    tone = " clock--late" if left < 0 else " clock--soon" if left < soon_hours * 3600 else ""
    exact = f"{date_format(moment, 'j M Y, H:i')} {moment.tzname() or ''}".strip()
    return format_html(
        '<span class="clock{}">{}<time datetime="{}" title="{}" data-due>{}</time></span>',
        tone, icon("clock"), moment.isoformat(), exact, relative.until(moment, now=timezone.now()),
    )  # fmt: skip


@register.simple_tag
def left(moment: datetime | None) -> SafeString:
    """How long something still lasts, e.g. a claim: "29 min left"; "ran out" when it is over."""
    if not moment:
        return _NOTHING
    exact = f"{date_format(moment, 'j M Y, H:i')} {moment.tzname() or ''}".strip()
    words = relative.left(moment, now=timezone.now())
    return format_html('<time datetime="{}" title="{}" data-left>{}</time>', moment.isoformat(), exact, words)


@register.simple_tag
def disc(handle: str, size: str = "", own: bool = False) -> SafeString:
    """Initials disc. Decorative: the handle always stands beside it."""
    classes = "disc" + (f" disc--{size}" if size else "") + (" disc--own" if own else "")
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, initials(handle))


@register.filter
def initials(handle: str) -> str:
    """Two letters of a handle: first letters of its first two words, or its first two letters."""
    words = [word for word in str(handle or "?").replace("_", "-").replace(".", "-").split("-") if word]
    letters = words[0][0] + words[1][0] if len(words) > 1 else (words or ["?"])[0][:2]
    return letters.upper()


@register.simple_tag
def person(user: Any, size: str = "", own: bool = False, inline: bool = False) -> SafeString:
    """Disc, handle, "Physician · Cardiology" and the tick that says what was verified. "Former member" for None."""
    if not user:
        return mark_safe('<span class="person"><span class="person__handle muted">Former member</span></span>')
    role = " · ".join(part for part in (getattr(user, "role_title", ""), getattr(user, "specialty_label", "")) if part)
    words = format_html('<span class="person__handle">{}</span> {}', user.handle, verified(user))
    if role:
        words = format_html('{}<span class="person__role">{}{}</span>', words, " · " if inline else "", role)
    classes = "person person--inline" if inline else "person"
    initials_disc = _NOTHING if inline else disc(user.handle, size=size, own=own)
    return format_html('<span class="{}">{}<span class="person__words">{}</span></span>', classes, initials_disc, words)


@register.simple_tag
def verified(user: Any) -> SafeString:
    """The tick beside a verified person's handle, in words: what was verified and until when."""
    until = getattr(user, "verified_until", None)
    if not until or not getattr(user, "is_verified", True):
        return _NOTHING
    words = f"Identity and licence verified, valid until {date_format(until, 'j M Y')}"
    return format_html('<span class="verified" title="{}">{}</span>', words, icon("verified", label=words))


@register.simple_tag
def field(bound: Any, **options: Any) -> SafeString:
    """A form field with label, hint, error and control. Options: see `core.web.fields.render_field`."""
    return fields.render_field(bound, error_icon=icon("warn"), **options)


@register.simple_tag
def risk_scale(level: str, score: Any = None) -> SafeString:
    """Where a text stands between "many people fit" and "one person"; decoration, the words stand beside it.

    `score` is logarithmic, 0..1 (see `scrubber.risk`); without it the middle of the level is shown.
    """
    at = score if isinstance(score, int | float) else {"low": 0.3, "raised": 0.75, "high": 1.0}.get(level, 0.0)
    return format_html(
        '<svg class="risk__scale" viewBox="0 0 300 38" aria-hidden="true" focusable="false">'
        '<rect class="risk__zone--low" x="0" y="8" width="179" height="10"/>'
        '<rect class="risk__zone--raised" x="181" y="8" width="89" height="10"/>'
        '<rect class="risk__zone--high" x="272" y="8" width="28" height="10"/>'
        '<path class="risk__marker" d="M{} 4 v18"/>'
        '<text x="0" y="35">100,000 people</text><text x="181" y="35" text-anchor="middle">100</text>'
        '<text x="300" y="35" text-anchor="end">1</text></svg>',
        f"{2 + 296 * at:.0f}",
    )


@register.simple_tag
def marked(text: str, findings: Any = (), doubtful: Any = (), prefix: str = "f") -> SafeString:
    """Safe text with every replacement outlined and named, and doubtful spans lit (offsets of the safe text)."""
    return redactions.mark_findings(text, findings, doubtful=doubtful, prefix=prefix)


@register.filter(is_safe=True)
def tokens(text: str) -> SafeString:
    """Text whose placeholders ([person], [hospital] …) are shown as redaction tokens. Escapes everything else."""
    return redactions.mark_placeholders(conditional_escape(text))


@register.filter
def kind(category: str) -> str:
    """The words of an identifier's category: MRN → "record number"."""
    return kind_words(str(category))


@register.simple_tag
def attributes(**values: Any) -> SafeString:
    """HTML attributes from keyword arguments: underscores become dashes, empty and False ones are left out."""
    kept = {name: value for name, value in values.items() if value not in ("", None, False)}
    pairs = ((name.strip("_").replace("_", "-"), "" if value is True else value) for name, value in kept.items())
    return format_html_join("", ' {}="{}"', pairs)


@register.filter
def get_item(mapping: Any, key: Any) -> Any:
    """`mapping[key]`, or empty."""
    try:
        return mapping[key]
    except (KeyError, IndexError, TypeError):
        return ""


@register.filter
def cut_words(text: str) -> list[str]:
    """The words of a text, for short literal lists in templates."""
    return str(text).split()


@register.simple_tag
def error_list(form: Any) -> list[dict[str, str]]:
    """The errors of a form in the order of its fields: {target, text}; target is empty for errors of the whole form.

    Away from its field Django's "This field is required." says nothing, so there it names the field.
    """
    if not getattr(form, "is_bound", False):
        return []
    rows = [{"target": "", "text": str(error)} for error in form.non_field_errors()]
    for bound in form:
        for error in map(str, bound.errors):
            text = f"{bound.label}: {error}" if error == Field.default_error_messages["required"] else error
            rows.append({"target": fields.error_target(bound), "text": text})
    return rows


@register.simple_tag
def error_summary(form: Any) -> SafeString:
    """The box above a form that lists its errors and leads to the fields; nothing when there are none."""
    return mark_safe(render_to_string("components/error-summary.html", {"form": form}))


@register.simple_tag
def differential_chart(rows: Any) -> SafeString:
    """Bars of a differential: rows with `name` and `percent`."""
    return charts.differential_bars(rows or ())


@register.simple_tag
def timeline_chart(events: Any) -> SafeString:
    """The case by relative day: events with `day` and `what`."""
    return charts.case_timeline(events or ())


@register.simple_tag
def lab_chart(series: Any) -> SafeString:
    """Sparklines with reference bands: series with `name`, `unit`, `low`, `high`, `points`."""
    return charts.lab_sparklines(series or ())


@register.simple_tag
def trend_chart(title: str, points: Any, unit: str = "", target: float | None = None, href: str = "") -> SafeString:
    """One measure over time: points are (label, value), oldest first."""
    return charts.trend(title, points or (), unit=unit, target=target, href=href)

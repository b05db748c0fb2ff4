"""The review queue."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.models import User
from accounts.specialties import SPECIALTIES
from core.web.access import moderator_required
from moderation.registry import kinds
from moderation.selectors import QueueFilter, queue_page, tab_counts
from moderation.selectors.queue import live_by
from moderation.states import Severity

KEYS = [
    {"key": "j", "does": "next"},
    {"key": "k", "does": "previous"},
    {"key": "Enter", "does": "open"},
    {"key": "?", "does": "all keys"},
]


@moderator_required
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Most severe first, then the shortest clock; filters are links."""
    chosen = QueueFilter.from_query(request.GET)
    page = queue_page(viewer=request.user, chosen=chosen, after=request.GET.get("after", ""))
    context = {
        "page": page,
        "labels": kinds(),
        "chosen": chosen,
        "here": chosen.query(),
        "next_href": chosen.query(after=page.after) if page.after else "",
        "facets": facets(chosen),
        "tabs": tabs(request.user, "mine" if chosen.mine else "late" if chosen.late else "waiting"),
        "keys": KEYS,
    }
    return render(request, "moderation/queue.html", context)


def tabs(viewer: User, current: str) -> list[dict[str, Any]]:
    """The tabs of every moderation page, with the numbers one can act on."""
    counts = tab_counts(viewer)
    queue_href = reverse("moderation:queue")
    rows = [
        ("waiting", "Waiting", queue_href),
        ("mine", "Mine", f"{queue_href}?mine=1"),
        ("late", "Late", f"{queue_href}?late=1"),
        ("appeals", "Appeals", reverse("moderation:appeals")),
        ("dashboard", "Dashboard", reverse("moderation:dashboard")),
        ("outbox", "Parked jobs", reverse("moderation:outbox")),
    ]
    return [
        {"label": label, "href": href, "count": counts.get(name), "current": name == current}
        for name, label, href in rows
    ]


def facets(chosen: QueueFilter) -> list[dict[str, Any]]:
    """Filters with counts, as links; the current one leads back to all."""
    labels = kinds()
    by_kind = [(value, labels.get(value, value.capitalize()), number) for value, number in live_by("kind")]
    by_specialty = [(value, SPECIALTIES.get(value, value), number) for value, number in live_by("specialty")]
    severities = [(str(value), label, None) for value, label in reversed(Severity.choices)]
    return [
        _group("Severity", "severity", chosen, severities),
        _group("Kind", "kind", chosen, by_kind),
        _group("Specialty", "specialty", chosen, by_specialty),
    ]


def _group(title: str, name: str, chosen: QueueFilter, rows: list[tuple[str, str, int | None]]) -> dict[str, Any]:
    current = getattr(chosen, name)
    items = [
        {
            "label": label,
            "count": number,
            "current": value == current,
            "href": chosen.query(**{name: "" if value == current else value}) or "?",
        }
        for value, label, number in rows
    ]
    return {"title": title, "items": items}

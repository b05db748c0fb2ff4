"""The figures moderators act on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from core.web.access import moderator_required
from moderation.selectors import figures
from moderation.selectors.figures import Day
from moderation.views.queue import tabs


@moderator_required
@require_GET
def dashboard(request: HttpRequest) -> HttpResponse:
    """Backlog against the clock, inflow, time to decision, overturn rate; each leads to the queue."""
    context = {
        "backlog": figures.backlog(),
        "measures": _measures(figures.flow()),
        "speed": figures.speed(),
        "overturns": figures.overturns(),
        "overturned_by_month": figures.overturned_by_month(),
        "incidents": figures.open_incidents()[:20],
        "tabs": tabs(request.user, "dashboard"),
    }
    return render(request, "moderation/dashboard.html", context)


def _measures(days: list[Day]) -> list[dict[str, Any]]:
    """Small multiples: one measure each, over the last fourteen days."""
    queue = reverse("moderation:queue")
    labels = [f"{row.day:%-d %b}" for row in days]
    hours = [
        (label, round(row.median_hours, 1))
        for label, row in zip(labels, days, strict=True)
        if row.median_hours is not None
    ]
    return [
        {
            "title": "Waiting",
            "points": list(zip(labels, (row.waiting for row in days), strict=True)),
            "href": queue,
        },
        {"title": "Came in", "points": list(zip(labels, (row.opened for row in days), strict=True))},
        {"title": "Decided", "points": list(zip(labels, (row.decided for row in days), strict=True))},
        {"title": "Median time to decision", "points": hours, "unit": "h"},
    ]

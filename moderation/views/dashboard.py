"""The figures moderators act on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.web.access import moderator_required
from moderation.selectors import figures
from moderation.views.queue import tabs


@moderator_required
@require_GET
def dashboard(request: HttpRequest) -> HttpResponse:
    """Backlog against the clock, inflow, time to decision, overturn rate; each leads to the queue."""
    context = {
        "backlog": figures.backlog(),
        "flow": figures.flow(),
        "speed": figures.speed(),
        "overturns": figures.overturns(),
        "incidents": figures.open_incidents()[:20],
        "tabs": tabs(request.user, "dashboard"),
    }
    return render(request, "moderation/dashboard.html", context)

"""Side effects that failed too often: seen and retried by a person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from core.errors import Stale
from core.web.access import moderator_required
from moderation.selectors.figures import parked_rows
from moderation.services import retry_outbox_row
from moderation.views.queue import tabs

PAGE = 100


@moderator_required
@require_GET
def parked(request: HttpRequest) -> HttpResponse:
    """Parked rows, oldest first: topic, id and class of the error, never content."""
    rows = list(parked_rows()[: PAGE + 1])
    context = {"rows": rows[:PAGE], "more": len(rows) > PAGE, "tabs": tabs(request.user, "outbox")}
    return render(request, "moderation/outbox.html", context)


@moderator_required
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one back to work."""
    try:
        retry_outbox_row(pk=pk, by=request.user)
    except Stale as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "It will be tried again now.")
    return redirect("moderation:outbox")

"""The front door: the landing page for visitors, the home page for members."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from cases.selectors import outcomes_due, own_cases
from cases.states import CaseState
from community.selectors import recently_solved, unanswered_topics, unread_topics
from config.demo.progress import demo_progress
from config.transparency import transparency
from core.notifications.models import Notice
from core.notifications.notifying import notices_of
from core.notifications.subjects import grouped, with_subjects
from core.web.access import open_to_anyone

A_FEW = 6
MANY = 50


@open_to_anyone
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Landing page, the person's own verification, or what needs the member."""
    if not request.user.is_authenticated:
        return render(request, "landing.html", {"figures": transparency(), "demo_progress": demo_progress()})
    if not request.user.is_member:
        return redirect("registrar:queue" if request.user.is_registrar else "verification:status")
    context = _needs_you(request) | _to_read(request) | {"demo_progress": demo_progress()}
    return render(request, "home.html", context)


def _needs_you(request: HttpRequest) -> dict[str, object]:
    """What waits for this member: returned cases, outcomes due, unread notices."""
    returned = [case for case in own_cases(request.user) if case.state == CaseState.RETURNED]
    return {
        "returned": returned,
        "outcomes_due": outcomes_due(request.user)[:A_FEW],
        "unread": _unread(request)[:A_FEW],
    }


def _unread(request: HttpRequest) -> list[Notice]:
    """Unread notices, several of a kind about one case as one line, with the title of what they are about."""
    unread = notices_of(request.user).filter(read_at=None)[:MANY]
    return with_subjects(grouped(unread), request.user)


def _to_read(request: HttpRequest) -> dict[str, object]:
    """Unanswered in one's specialty, news, lately solved: rows of topics."""
    viewer = request.user
    return {
        "unanswered": unanswered_topics(viewer, specialty=viewer.specialty, limit=A_FEW),
        "news": unread_topics(viewer, limit=A_FEW),
        "solved": recently_solved(viewer, limit=A_FEW),
    }

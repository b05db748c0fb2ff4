"""The case page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from cases.models import Case
from cases.policies import can_edit, can_record_outcome, can_withdraw
from cases.selectors import access_case, attachments_for
from cases.services import withdraw_case
from cases.views.charts import case_charts
from cases.views.pictures import picture_rows
from community.views.discussing import shown_discussion
from core.web.access import member_required


@member_required
@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Question first, then the sections, pictures, charts, and the answers."""
    case = access_case(viewer=request.user, pk=pk)
    published = case.published_revision
    revision = published if published and case.author_id != request.user.pk else published or case.latest_revision()
    context = {
        "case": case,
        "revision": revision,
        "outcome": getattr(case, "outcome", None),
        "pictures": picture_rows(attachments_for(case=case, viewer=request.user), request.user),
        "can_edit": can_edit(request.user, case),
        "can_record_outcome": can_record_outcome(request.user, case),
        "can_withdraw": can_withdraw(request.user, case),
        "charts": case_charts(revision) if revision else {},
    }
    if case.topic:
        context |= shown_discussion(request, case.topic)
    return render(request, "cases/detail.html", context)


@member_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    case: Case = access_case(viewer=request.user, pk=pk)
    withdraw_case(case=case, by=request.user)
    messages.success(request, "Withdrawn. Nobody else sees it any more.")
    return redirect("cases:mine")

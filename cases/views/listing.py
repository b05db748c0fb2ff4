"""Lists of cases."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET

from accounts.specialties import SPECIALTIES
from cases.models import Case
from cases.selectors import own_cases, published_cases
from core.web.access import member_required

PAGE = 25


@member_required
@require_GET
def case_list(request: HttpRequest) -> HttpResponse:
    """Published cases, newest first, by keyset; filtered by specialty and by whether they are solved."""
    cases = published_cases(request.user)
    specialty, label = request.GET.get("specialty", ""), request.GET.get("label", "")
    if specialty in SPECIALTIES:
        cases = cases.filter(specialty=specialty)
    if label in {"solved", "unsolved", "case_study"}:
        cases = cases.filter(topic__label=label)
    before = _before(request.GET.get("before", ""))
    if before:
        cases = cases.filter(published_at__lt=before)
    rows: list[Case] = list(cases[: PAGE + 1])
    more = rows[PAGE - 1].published_at.isoformat() if len(rows) > PAGE else ""
    context = {
        "cases": rows[:PAGE],
        "more": more,
        "specialties": SPECIALTIES.items(),
        "specialty": specialty,
        "label": label,
    }
    return render(request, "cases/list.html", context)


@member_required
@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """One's own cases in every state, and what each waits for."""
    return render(request, "cases/mine.html", {"cases": own_cases(request.user)})


def _before(value: str) -> datetime | None:
    try:
        return parse_datetime(value)
    except ValueError:
        return None

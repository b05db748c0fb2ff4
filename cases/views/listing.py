"""Lists of cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.specialties import SPECIALTIES
from cases.selectors import own_cases, published_cases
from core.web.access import member_required
from core.web.paging import page_of

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
    rows, more = page_of(cases, by="published_at", before=request.GET.get("before", ""), size=PAGE)
    context = {
        "cases": rows,
        "more": more,
        "specialties": SPECIALTIES.items(),
        "specialty": specialty,
        "label": label,
    }
    return render(request, "cases/list.html", context)


@member_required
@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """One's own cases in every state, and what each waits for, the latest change first."""
    rows, more = page_of(own_cases(request.user), by="updated_at", before=request.GET.get("before", ""), size=PAGE)
    return render(request, "cases/mine.html", {"cases": rows, "more": more})

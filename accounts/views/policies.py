"""The policies, readable by anyone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.training import TITLES, policy_text
from core.web.access import open_to_anyone


@open_to_anyone
@require_GET
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    if slug not in TITLES:
        raise Http404
    return render(request, "accounts/policy.html", {"policy": policy_text(slug)})

"""Hints for what a member is typing: identifiers, anywhere in the product, and the colleagues an @ may mean."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from community.addressing import handles_beginning, scrub_but_colleagues
from core.scrubbing import scrub
from core.web.access import member_required
from core.web.words import kind_words

LONGEST_HINT = 8000


@member_required
@never_cache
@require_POST
def hints(request: HttpRequest) -> HttpResponse:
    """Kinds and places of what would be removed (offsets in code points); nothing is stored, nothing echoed."""
    result = scrub_but_colleagues(request.POST.get("text", "")[:LONGEST_HINT], scrub)
    found = [
        {"start": finding.start, "end": finding.end, "kind": kind_words(finding.category), "reason": finding.reason}
        for finding in result.findings
    ]
    return JsonResponse({"findings": found})


@member_required
@never_cache
@require_POST
def colleagues(request: HttpRequest) -> HttpResponse:
    """Handles of members that begin as what was written behind an @; nothing is stored."""
    return JsonResponse({"handles": handles_beginning(request.POST.get("begun", ""), but=request.user.handle)})

"""A moderator's word on a file, beside the review of the text."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from cases.selectors import access_attachment
from cases.services import judge_file
from core.web.access import moderator_required


@moderator_required
@require_POST
def judge(request: HttpRequest, key: str) -> HttpResponse:
    attachment = access_attachment(viewer=request.user, key=key)
    approve = request.POST.get("decision") == "approve"
    judge_file(attachment=attachment, approve=approve, by=request.user)
    messages.success(request, "File approved." if approve else "File declined and deleted.")
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The review item the moderator came from, never another host."""
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return target
    return reverse("moderation:queue")

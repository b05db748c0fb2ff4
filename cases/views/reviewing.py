"""What a moderator decides on beside the text: files and disputed redactions."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from cases.models import Dispute
from cases.selectors import access_attachment, access_case
from cases.services import decide_dispute, judge_file
from core.web.access import moderator_required


@moderator_required
@require_POST
def judge(request: HttpRequest, key: str) -> HttpResponse:
    attachment = access_attachment(viewer=request.user, key=key)
    approve = request.POST.get("decision") == "approve"
    judge_file(attachment=attachment, approve=approve, by=request.user)
    messages.success(request, "File approved." if approve else "File declined and deleted.")
    return redirect(_back(request))


@moderator_required
@require_POST
def dispute(request: HttpRequest, pk: int) -> HttpResponse:
    found = Dispute.objects.select_related("revision__case").filter(pk=pk).first()
    if found is None:
        raise Http404
    access_case(viewer=request.user, pk=found.revision.case_id)
    accept = request.POST.get("decision") == "accept"
    decide_dispute(dispute=found, accept=accept, by=request.user)
    messages.success(request, "The redaction was lifted." if accept else "The redaction stays.")
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The review item the moderator came from, never another host."""
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return target
    return reverse("moderation:queue")

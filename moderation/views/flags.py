"""Reporting content."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from core.errors import NotAllowed, Refused
from core.web.access import member_required
from moderation.forms import FlagForm
from moderation.policies import check_can_flag
from moderation.registry import NotThere, reviewable
from moderation.services import flag_content
from moderation.states import FlagReason


@member_required
@require_http_methods(["GET", "POST"])
def flag(request: HttpRequest, kind: str, target_id: str) -> HttpResponse:
    """A form of one question and a note; a refusal keeps what was typed."""
    adapter = reviewable(kind)
    check_can_flag(request.user, adapter, target_id)
    back = _back(request)
    form = FlagForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            flag_content(kind=kind, target_id=target_id, by=request.user, **form.cleaned_data)
        except (NotAllowed, NotThere):
            raise
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            return _thanked(request, hidden=form.cleaned_data["reason"] == FlagReason.PATIENT_IDENTIFIER, back=back)
    context = {"form": form, "label": adapter.label, "back": back}
    return render(request, "moderation/flag.html", context, status=422 if request.method == "POST" else 200)


def _thanked(request: HttpRequest, *, hidden: bool, back: str) -> HttpResponse:
    if hidden:
        messages.success(request, "Thank you. It is hidden now; a moderator looks at it, usually within an hour.")
        return redirect("home")  # the page one came from may not exist for this person any more
    messages.success(request, "Thank you. A moderator will look at it and you will be told.")
    return redirect(back)


def _back(request: HttpRequest) -> str:
    given = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(given, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return given if safe else reverse("home")

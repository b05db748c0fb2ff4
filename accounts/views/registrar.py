"""The registrar's queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.forms import DecisionForm
from accounts.models import User, Verification
from accounts.selectors import all_claims, current_claims, register_row, waiting_claims
from accounts.services import decide_verification, revoke_verification
from core.errors import Refused
from core.web.access import registrar_required

PAGE, MOST_WAITING = 50, 200


@registrar_required
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Claims that wait, oldest first; below, who is verified now, by keyset (`?before=<id>`)."""
    current = current_claims()
    before = request.GET.get("before", "")
    if before.isdigit():
        current = current.filter(pk__lt=int(before))
    rows = list(current[: PAGE + 1])
    context = {
        "claims": waiting_claims()[:MOST_WAITING],
        "current": rows[:PAGE],
        "more": rows[PAGE - 1].pk if len(rows) > PAGE else None,
    }
    return render(request, "accounts/registrar_queue.html", context)


@registrar_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """One claim beside its register row, and the decision; a verification that holds can be ended."""
    claim = get_object_or_404(all_claims(), pk=pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _decide(claim, by=request.user, **form.cleaned_data)
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, "Decided. The person was told.")
            return redirect("registrar:queue")
    context = {"claim": claim, "row": register_row(claim.npi), "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/registrar_decide.html", context, status=status)


def _decide(claim: Verification, *, decision: str, rationale: str, by: User) -> None:
    if decision == "revoke":
        revoke_verification(verification=claim, rationale=rationale, by=by)
    else:
        decide_verification(verification=claim, approve=decision == "approve", rationale=rationale, by=by)

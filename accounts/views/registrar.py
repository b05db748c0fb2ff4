"""The registrar's queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.forms import DecisionForm
from accounts.selectors import all_claims, register_row, waiting_claims
from accounts.services import decide_verification
from core.errors import Refused
from core.web.access import registrar_required


@registrar_required
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Claims that wait, oldest first."""
    return render(request, "accounts/registrar_queue.html", {"claims": waiting_claims()})


@registrar_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """One claim beside its register row, and the decision."""
    claim = get_object_or_404(all_claims(), pk=pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            decide_verification(
                verification=claim,
                approve=form.cleaned_data["decision"] == "approve",
                rationale=form.cleaned_data["rationale"],
                by=request.user,
            )
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, "Decided. The person was told.")
            return redirect("registrar:queue")
    context = {"claim": claim, "row": register_row(claim.npi), "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/registrar_decide.html", context, status=status)

"""Where a person stands on the way to membership, and the two steps they take themselves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_POST

from accounts.forms import ClaimForm
from accounts.models import User
from accounts.policies import can_claim
from accounts.services import accept_policy, claim_profession
from accounts.training import CURRENT_POLICY, policy_text
from core.errors import Refused
from core.web.access import signed_in_required


def _page(request: HttpRequest, form: ClaimForm, status_code: int = 200) -> HttpResponse:
    user = request.user
    context = {
        "form": form,
        "claim": user.verifications.first(),
        "can_claim": can_claim(user),
        "policy": policy_text("members"),
        "policy_accepted": user.accepted_policy == CURRENT_POLICY,
        "steps": _steps(user),
    }
    return render(request, "accounts/verification.html", context, status=status_code)


def _until(user: User) -> str:
    if not user.is_verified or user.verified_until is None:
        return "For a year at a time"
    return f"Until {date_format(user.verified_until, 'j F Y')}"


def _steps(user: User) -> list[dict[str, str]]:
    """Claimed, checked, trained, current: done, now or to do, with a line of words each."""
    claim = user.verifications.first()
    trained = user.accepted_policy == CURRENT_POLICY
    refused = claim is not None and claim.state in {"declined", "revoked", "expired"}
    rows = [
        ("Claimed", claim is not None, f"NPI ending in {claim.npi[-4:]}" if claim else "Tell us your NPI"),
        (
            "Checked",
            user.is_verified,
            "By a registrar" if user.is_verified else "A registrar compares it with the register",
        ),
        ("Trained", trained, f"Policy {CURRENT_POLICY} accepted" if trained else "Read and accept the policy"),
        ("Current", user.is_member, _until(user)),
    ]
    steps: list[dict[str, str]] = []
    for label, done, text in rows:
        state = "done" if done else "todo" if any(step["state"] in {"now", "stopped"} for step in steps) else "now"
        if label == "Checked" and refused and not done:
            state, text = "stopped", claim.get_state_display()
        steps.append({"label": label, "state": state, "text": text})
    return steps


@signed_in_required
@require_GET
def status(request: HttpRequest) -> HttpResponse:
    """Claimed, checked, current: one line, and what is missing."""
    return _page(request, ClaimForm())


@signed_in_required
@require_POST
def claim(request: HttpRequest) -> HttpResponse:
    form = ClaimForm(request.POST)
    if form.is_valid():
        try:
            claim_profession(npi=form.cleaned_data["npi"], by=request.user)
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, "Your claim is with the registrar. We tell you by e-mail, usually within a day.")
            return redirect("verification:status")
    return _page(request, form, 422)


@signed_in_required
@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    accept_policy(version=request.POST.get("version", ""), by=request.user)
    return redirect("home" if request.user.is_member else "verification:status")

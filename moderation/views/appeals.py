"""The statement of reasons, and appeals against it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.errors import NotAllowed, Refused
from core.web.access import moderator_required, signed_in_required
from moderation import services
from moderation.forms import AppealDecisionForm, AppealForm
from moderation.models import Appeal, Decision
from moderation.policies import can_appeal, can_decide_appeal, can_moderate
from moderation.registry import NotThere, Snapshot, reviewable
from moderation.selectors import access_appeal, access_decision, waiting_appeals
from moderation.views.queue import tabs
from moderation.words import TO_REPORTER, statement


@signed_in_required
@require_GET
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """The author sees the statement of reasons and may appeal; who flagged it sees what became of it."""
    shown = access_decision(viewer=request.user, pk=pk)
    return _decision_page(request, shown, form=AppealForm())


@signed_in_required
@require_POST
def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the appeal; a refusal keeps what was typed."""
    shown = access_decision(viewer=request.user, pk=pk)
    form = AppealForm(request.POST)
    if form.is_valid():
        try:
            services.appeal(decision=shown, statement=form.cleaned_data["statement"], by=request.user)
        except NotAllowed:
            raise
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, "Sent. Another moderator decides and you will be told.")
            return redirect("moderation:decision", pk=pk)
    return _decision_page(request, shown, form=form, status=422)


@moderator_required
@require_GET
def appeals(request: HttpRequest) -> HttpResponse:
    """Appeals that wait, oldest first."""
    rows = [{"appeal": row, "own": row.decision.by_id == request.user.pk} for row in waiting_appeals()[:100]]
    return render(request, "moderation/appeals.html", {"rows": rows, "tabs": tabs(request.user, "appeals")})


@moderator_required
@require_http_methods(["GET", "POST"])
def decide_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision, what the author says, the content, and the second decision."""
    shown = access_appeal(viewer=request.user, pk=pk)
    form = AppealDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.decide_appeal(
                appeal=shown,
                overturn=form.cleaned_data["verdict"] == "overturn",
                rationale=form.cleaned_data["rationale"],
                by=request.user,
            )
        except NotAllowed:
            raise
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, "Decided. The author was told.")
            return redirect("moderation:appeals")
    status = 422 if request.method == "POST" else 200
    return render(request, "moderation/appeal.html", _appeal_context(request, shown, form), status=status)


def _decision_page(request: HttpRequest, shown: Decision, *, form: AppealForm, status: int = 200) -> HttpResponse:
    label = reviewable(shown.item.kind).label
    full = shown.item.author_id == request.user.pk or can_moderate(request.user)
    context: dict[str, Any] = {
        "decision": shown,
        "label": label,
        "is_author": shown.item.author_id == request.user.pk,
        "statement": _statement(shown, label) if full else None,
        "to_reporter": TO_REPORTER[shown.outcome],
        "appeal": getattr(shown, "appeal", None) if full else None,
        "can_appeal": can_appeal(request.user, shown),
        "form": form,
    }
    return render(request, "moderation/decision.html", context, status=status)


def _appeal_context(request: HttpRequest, shown: Appeal, form: AppealDecisionForm) -> dict[str, Any]:
    item = shown.decision.item
    label = reviewable(item.kind).label
    return {
        "appeal": shown,
        "item": item,
        "label": label,
        "statement": _statement(shown.decision, label),
        "snapshot": _snapshot(shown.decision),
        "can_decide": can_decide_appeal(request.user, shown),
        "own": shown.decision.by_id == request.user.pk,
        "form": form,
        "tabs": tabs(request.user, "appeals"),
    }


def _statement(shown: Decision, label: str) -> Any:
    return statement(outcome=shown.outcome, ground=shown.ground, rationale=shown.rationale, label=label)


def _snapshot(shown: Decision) -> Snapshot | None:
    """None once the content was erased."""
    try:
        return reviewable(shown.item.kind).snapshot(shown.item.target_id, shown.revision_id)
    except NotThere:
        return None

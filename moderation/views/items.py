"""One item: looking, claiming, deciding."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from core.errors import NotAllowed, Refused, Stale
from core.scrubbing import scrubbed
from core.web.access import moderator_required
from moderation import services
from moderation.forms import DecisionForm
from moderation.models import ReviewItem
from moderation.policies import holds_claim
from moderation.receipts import counted
from moderation.registry import NotThere, SettlesDisputes, Snapshot, reviewable
from moderation.selectors import QueueFilter, access_item, earlier_decisions, next_for, queue_page
from moderation.views.queue import tabs
from moderation.words import Statement, statement

KEYS = [
    {"key": "j", "does": "next"},
    {"key": "k", "does": "previous"},
    {"key": "c", "does": "claim"},
    {"key": "r", "does": "release"},
    {"key": "d", "does": "decide"},
    {"key": "w", "does": "write the reason"},
    {"key": "p", "does": "preview"},
    {"key": "e", "does": "thirty more minutes"},
    {"key": "o", "does": "open its page"},
    {"key": "q", "does": "queue"},
    {"key": "?", "does": "all keys"},
]


@moderator_required
@require_GET
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Three panes: the list, the item, the decision."""
    shown = access_item(viewer=request.user, pk=pk)
    return _page(request, shown, form=_form(shown))


@moderator_required
@require_POST
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Hold it for thirty minutes."""
    return _acted(request, pk, lambda shown: services.claim(item=shown, by=request.user))


@moderator_required
@require_POST
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Thirty more minutes."""
    return _acted(request, pk, lambda shown: services.extend(item=shown, by=request.user))


@moderator_required
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it back."""
    return _acted(request, pk, lambda shown: services.release(item=shown, by=request.user))


@moderator_required
@require_POST
def settle(request: HttpRequest, pk: int, dispute_id: str) -> HttpResponse:
    """Lift or keep one disputed redaction."""
    accept = request.POST.get("verdict") == "accept"
    return _acted(
        request,
        pk,
        lambda shown: services.settle_dispute(item=shown, dispute_id=dispute_id, accept=accept, by=request.user),
    )


@moderator_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide, preview the message, or claim again; whatever was typed stays in the form."""
    shown = access_item(viewer=request.user, pk=pk)
    form = _form(shown, request.POST)
    try:
        if "claim" in request.POST:
            shown = services.claim(item=shown, by=request.user)
            return _page(request, shown, form=_form(shown, initial=request.POST.dict()))
        if "preview" in request.POST:
            preview = _preview(shown, form) if form.is_valid() else None
            return _page(request, shown, form=form, preview=preview, status=200 if preview else 422)
        if form.is_valid():
            services.decide(item=shown, by=request.user, **form.cleaned_data)
            return _to_next(request, shown)
    except NotAllowed:
        raise
    except Stale as error:
        return _look_again(request, pk, error)
    except Refused as error:
        form.add_error(error.field or None, str(error))
    return _page(request, shown, form=form, status=422)


def _look_again(request: HttpRequest, pk: int, error: Stale) -> HttpResponse:
    """The item as it is now, with what was typed; sending it again decides on what is shown."""
    shown = access_item(viewer=request.user, pk=pk)
    form = _form(shown, request.POST.dict() | {"revision_id": shown.revision_id})
    form.add_error(None, str(error))
    return _page(request, shown, form=form, status=error.status)


def _to_next(request: HttpRequest, shown: ReviewItem) -> HttpResponse:
    messages.success(request, "Decided. Those concerned were told.")
    chosen = QueueFilter.from_query(request.GET)
    following = next_for(request.user, chosen, but=shown.pk)
    if following is None:
        return redirect(reverse("moderation:queue") + chosen.query())
    return redirect(_address(following.pk, chosen))


def _acted(request: HttpRequest, pk: int, act: Any) -> HttpResponse:
    """Do it and come back to the item; a lost race is said there."""
    shown = access_item(viewer=request.user, pk=pk)
    try:
        act(shown)
    except Stale as error:
        messages.error(request, str(error))
    return redirect(_address(pk, QueueFilter.from_query(request.GET)))


def _page(
    request: HttpRequest, shown: ReviewItem, *, form: DecisionForm, preview: Statement | None = None, status: int = 200
) -> HttpResponse:
    adapter, chosen = reviewable(shown.kind), QueueFilter.from_query(request.GET)
    page, snapshot = queue_page(viewer=request.user, chosen=chosen), _snapshot(shown)
    context = {
        "item": shown,
        "kind_label": adapter.label,
        "snapshot": snapshot,
        "removed": counted(snapshot.receipt) if snapshot else [],
        "here": _address(shown.pk, chosen),
        "settles_disputes": isinstance(adapter, SettlesDisputes),
        "flags": shown.flags.all(),
        "earlier": earlier_decisions(shown)[:5],
        "own_decisions": shown.decisions.select_related("by"),
        "held_by_viewer": holds_claim(request.user, shown),
        "form": form,
        "preview": preview,
        "page": page,
        "around": _around(page.items, shown.pk, chosen),
        "query": chosen.query(),
        "tabs": tabs(request.user, "waiting"),
        "keys": KEYS,
    }
    return render(request, "moderation/item.html", context, status=status)


def _form(shown: ReviewItem, *args: Any, **kwargs: Any) -> DecisionForm:
    return DecisionForm(*args, item=shown, flagged=shown.flags.exists(), **kwargs)


def _snapshot(shown: ReviewItem) -> Snapshot | None:
    """None once the content was erased."""
    try:
        return reviewable(shown.kind).snapshot(shown.target_id, shown.revision_id)
    except NotThere:
        return None


def _preview(shown: ReviewItem, form: DecisionForm) -> Statement:
    """The author's message as it would be sent: scrubbed. Raises Refused like the decision itself."""
    return statement(
        outcome=form.cleaned_data["outcome"],
        ground=form.cleaned_data["ground"],
        rationale=scrubbed(form.cleaned_data["rationale"], field="rationale"),
        label=reviewable(shown.kind).label,
    )


def _around(items: list[ReviewItem], pk: int, chosen: QueueFilter) -> dict[str, str]:
    """Addresses of the neighbours in the list, for the keys j and k."""
    ids = [row.pk for row in items]
    if pk not in ids:
        return {"next": _address(ids[0], chosen) if ids else "", "previous": ""}
    at = ids.index(pk)
    following = _address(ids[at + 1], chosen) if at + 1 < len(ids) else ""
    return {"next": following, "previous": _address(ids[at - 1], chosen) if at else ""}


def _address(pk: int, chosen: QueueFilter) -> str:
    return reverse("moderation:item", args=[pk]) + chosen.query()

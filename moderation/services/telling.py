"""Telling author and reporters. Content apps do not: the words and the link to the decision come from here."""

from django.urls import reverse

from core.notifications.notifying import notify
from moderation.models import Appeal, Decision, ReviewItem
from moderation.registry import reviewable
from moderation.states import Outcome

# Outcome -> notice kind, where the content's adapter names none of its own.
GENERAL_WORDS: dict[str, str] = {
    Outcome.APPROVE: "content.approved",
    Outcome.RETURN: "content.returned",
    Outcome.REJECT: "content.rejected",
    Outcome.HIDE: "content.hidden",
    Outcome.REMOVE: "content.removed",
    Outcome.PURGE: "content.removed",
    Outcome.RESTORE: "content.restored",
}


def tell_author(decision: Decision) -> None:
    """One notice with a link to the statement of reasons; nothing where nothing changed for the author."""
    item, outcome = decision.item, decision.outcome
    if outcome == Outcome.NO_ACTION and item.hidden_at:
        outcome = Outcome.RESTORE
    adapter = reviewable(item.kind)
    kind = adapter.notices.get(outcome) or GENERAL_WORDS.get(outcome)
    if kind is None:
        return
    approved = outcome == Outcome.APPROVE
    url = adapter.snapshot(item.target_id, item.revision_id).url if approved else _page(decision)
    notify(to=item.author, kind=kind, url=url, facts={"decision": decision.pk, "outcome": str(outcome)})


def tell_reporters(decision: Decision) -> None:
    """Everybody who flagged it learns that it was decided."""
    for flag in decision.item.flags.select_related("reporter"):
        notify(to=flag.reporter, kind="flag.decided", url=_page(decision), facts={"decision": decision.pk})


def tell_hidden(item: ReviewItem, *, url: str) -> None:
    """The author learns at once that a flag hid the content; never who flagged it."""
    notify(to=item.author, kind="content.hidden", url=url, facts={"item": item.pk})


def tell_appellant(appeal: Appeal) -> None:
    """The author learns what became of the appeal."""
    notify(to=appeal.by, kind="appeal.decided", url=_page(appeal.decision), facts={"state": str(appeal.state)})


def _page(decision: Decision) -> str:
    return reverse("moderation:decision", args=[decision.pk])

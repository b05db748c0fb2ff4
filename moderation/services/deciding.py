"""The decision, what it does to the content, and who is told."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.audit.recording import record
from core.errors import Refused, Stale
from core.scrubbing import scrubbed
from moderation.models import Decision, Incident, ReviewItem
from moderation.models.incident import NOTIFY_WITHIN
from moderation.policies import check_can_review, check_holds_claim
from moderation.registry import Reviewable, SettlesDisputes, reviewable
from moderation.services.moving import move
from moderation.services.telling import tell_author, tell_reporters
from moderation.states import WITHOUT_RATIONALE, Ground, Outcome


@transaction.atomic
def decide(
    *, item: ReviewItem, outcome: str, rationale: str, by: User, ground: str = "", revision_id: str | None = None
) -> Decision:
    """Decide a claimed item: the content's adapter acts, author and reporters are told.

    Args:
        outcome: one of `states.Outcome` that this item allows.
        rationale: required except to approve; scrubbed; the author reads it.
        ground: category of the statement of reasons, one of `states.Ground`.
        revision_id: the revision the moderator looked at; None means that of the `item` given.

    Raises:
        NotAllowed: not a moderator, own content, own flag.
        Stale: not claimed (any more) by this person, already decided, or a newer revision arrived.
        Refused: no rationale, or one that cannot be made safe, or an outcome this item does not allow.
    """
    seen = item.revision_id if revision_id is None else revision_id
    item = ReviewItem.objects.select_for_update().get(pk=item.pk)
    check_can_review(by, item)
    check_holds_claim(by, item)
    if seen != item.revision_id:
        raise Stale("The author sent a newer revision while you read. Look at it again.")
    outcome = _allowed(item, outcome)
    rationale = scrubbed(rationale, field="rationale")
    if not rationale and outcome not in WITHOUT_RATIONALE:
        raise Refused("Say why, so that the author knows what to do.", field="rationale")
    move(item, "decide")
    item.decided_at = timezone.now()
    decision = Decision.objects.create(
        item=item,
        revision_id=item.revision_id,
        outcome=outcome,
        ground=_ground(ground, outcome),
        rationale=rationale,
        by=by,
    )
    record(by=by, action="review.decide", target=decision, facts={"item": item.pk, "outcome": str(outcome)})
    carry_out(decision, adapter=reviewable(item.kind), by=by)
    item.save()
    tell_author(decision)
    tell_reporters(decision)
    return decision


@transaction.atomic
def settle_dispute(*, item: ReviewItem, dispute_id: str, accept: bool, by: User) -> None:
    """Lift or keep one disputed redaction of a claimed item.

    Raises:
        NotAllowed, Stale: as `decide`.
        Refused: this kind of content has no disputes.
    """
    item = ReviewItem.objects.select_for_update().get(pk=item.pk)
    check_can_review(by, item)
    check_holds_claim(by, item)
    adapter = reviewable(item.kind)
    if not isinstance(adapter, SettlesDisputes):
        raise Refused("Redactions of this kind of content cannot be disputed.")
    adapter.settle_dispute(item.target_id, dispute_id=dispute_id, accept=accept, by=by)
    record(by=by, action="review.settle_dispute", target=item, facts={"dispute": dispute_id, "accepted": accept})


def carry_out(decision: Decision, *, adapter: Reviewable, by: User) -> None:
    """Let the content's adapter act on the decision. Called with the item locked."""
    item, outcome, revision, reason = decision.item, decision.outcome, decision.revision_id, decision.rationale
    if outcome == Outcome.APPROVE:
        adapter.approve(item.target_id, revision_id=revision, by=by, decision_id=decision.pk)
    elif outcome == Outcome.RETURN:
        adapter.return_to_author(item.target_id, revision_id=revision, by=by, decision_id=decision.pk, rationale=reason)
    elif outcome == Outcome.REJECT:
        adapter.reject(item.target_id, revision_id=revision, by=by, decision_id=decision.pk, rationale=reason)
    elif outcome == Outcome.HIDE:
        adapter.hide(item.target_id, by=by)
    elif outcome == Outcome.REMOVE:
        adapter.remove(item.target_id, by=by)
    elif outcome == Outcome.PURGE:
        _erase(decision, adapter=adapter, by=by)
    shown_again = item.hidden_at and outcome in {Outcome.APPROVE, Outcome.NO_ACTION}
    if outcome == Outcome.RESTORE or shown_again:
        adapter.restore(item.target_id, by=by)


def _erase(decision: Decision, *, adapter: Reviewable, by: User) -> None:
    """A confirmed exposure: erase the content, blank our own copies, open the incident with its clock."""
    item = decision.item
    receipt = adapter.purge(item.target_id, by=by)
    ReviewItem.objects.filter(kind=item.kind, target_id=item.target_id).update(title="", excerpt="")
    item.title = item.excerpt = ""
    first_flag = item.flags.order_by("created_at").first()
    discovered = first_flag.created_at if first_flag else item.opened_at
    incident = Incident.objects.create(
        decision=decision, discovered_at=discovered, notify_by=discovered + NOTIFY_WITHIN, purge_receipt=receipt
    )
    record(by=by, action="incident.open", target=incident, facts={"decision": decision.pk})


def _allowed(item: ReviewItem, outcome: str) -> Outcome:
    if outcome not in item.outcomes(flagged=item.flags.exists()):
        raise Refused("Choose one of the decisions offered.", field="outcome")
    return Outcome(outcome)


def _ground(ground: str, outcome: Outcome) -> str:
    if ground and ground not in Ground.values:
        raise Refused("Choose one of the grounds offered.", field="ground")
    if outcome in {Outcome.APPROVE, Outcome.NO_ACTION, Outcome.RESTORE}:
        return ""
    if outcome == Outcome.PURGE:
        return Ground.PATIENT_IDENTIFIER
    return ground or Ground.OTHER

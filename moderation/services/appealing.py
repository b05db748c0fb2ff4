"""A second pair of eyes."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from core.audit.recording import record
from core.errors import Refused
from core.scrubbing import scrubbed
from moderation.models import Appeal, Decision, ReviewItem
from moderation.policies import check_can_appeal, check_can_decide_appeal
from moderation.registry import reviewable
from moderation.services.deciding import carry_out
from moderation.services.moving import move_appeal
from moderation.services.telling import tell_appellant
from moderation.states import OVERTURNED_TO


@transaction.atomic
def appeal(*, decision: Decision, statement: str, by: User) -> Appeal:
    """Ask another moderator to look again.

    Raises:
        NotAllowed: not the author.
        Refused: no statement, a statement that cannot be made safe, appealed already, too late, or not appealable.
    """
    decision = Decision.objects.select_for_update().select_related("item").get(pk=decision.pk)
    check_can_appeal(by, decision)
    statement = scrubbed(statement, field="statement")
    if not statement:
        raise Refused("Say what the moderator should look at again.", field="statement")
    try:
        with transaction.atomic():
            asked = Appeal.objects.create(decision=decision, by=by, statement=statement)
    except IntegrityError:
        raise Refused("You appealed already. You will be told when it is decided.") from None
    record(by=by, action="appeal.open", target=asked, facts={"decision": decision.pk})
    return asked


@transaction.atomic
def decide_appeal(*, appeal: Appeal, overturn: bool, rationale: str, by: User) -> Appeal:
    """Uphold or overturn. Overturning writes a new decision by this moderator and the content's adapter acts on it.

    Raises:
        NotAllowed: the moderator who took the decision, its author, a reporter, or no moderator.
        Stale: decided meanwhile.
        Refused: no rationale.
    """
    appeal = Appeal.objects.select_for_update().get(pk=appeal.pk)
    item = ReviewItem.objects.select_for_update().get(pk=appeal.decision.item_id)
    check_can_decide_appeal(by, appeal)
    rationale = scrubbed(rationale, field="rationale")
    if not rationale:
        raise Refused("Say why, so that the author knows.", field="rationale")
    move_appeal(appeal, "overturn" if overturn else "uphold")
    appeal.decided_by, appeal.decided_at, appeal.rationale = by, timezone.now(), rationale
    appeal.save()
    record(by=by, action="appeal.decide", target=appeal, facts={"overturned": overturn})
    if overturn:
        _undo(appeal.decision, item=item, rationale=rationale, by=by)
    tell_appellant(appeal)
    return appeal


def _undo(decision: Decision, *, item: ReviewItem, rationale: str, by: User) -> None:
    undone = Decision.objects.create(
        item=item, revision_id=decision.revision_id, outcome=OVERTURNED_TO[decision.outcome], rationale=rationale, by=by
    )
    record(by=by, action="review.overturn", target=undone, facts={"item": item.pk, "outcome": str(undone.outcome)})
    carry_out(undone, adapter=reviewable(item.kind), by=by)

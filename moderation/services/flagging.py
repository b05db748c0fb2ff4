"""Members report content."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.audit.recording import record
from core.errors import Refused
from core.scrubbing import scrubbed
from moderation.models import Flag, ReviewItem
from moderation.models.item import LIVE_STATES
from moderation.policies import check_can_flag
from moderation.registry import reviewable
from moderation.services.opening import open_review
from moderation.services.telling import tell_hidden
from moderation.states import FLAG_SEVERITY, FlagReason, Reason

LONGEST_NOTE = 1000


@transaction.atomic
def flag_content(*, kind: str, target_id: str | int, reason: str, note: str = "", by: User) -> Flag:
    """Report a target. A possible patient identifier hides it at once for everybody but author and moderators.

    Args:
        reason: one of `states.FlagReason`.
        note: what the moderator should look at; scrubbed before it is stored.

    Raises:
        NotAllowed: not a member.
        NotThere: unknown kind, or content this person cannot see.
        Refused: unknown reason, a note that cannot be made safe, or reported already (a second report by the
            same person counts only when it is the more urgent one).
    """
    adapter, target_id = reviewable(kind), str(target_id)
    check_can_flag(by, adapter, target_id)
    if reason not in FlagReason.values:
        raise Refused("Choose a reason.", field="reason")
    note = scrubbed(note, field="note", longest=LONGEST_NOTE)
    waiting = (
        ReviewItem.objects.select_for_update().filter(kind=kind, target_id=target_id, state__in=LIVE_STATES).first()
    )
    item = open_review(
        kind=kind,
        target_id=target_id,
        revision_id=waiting.revision_id if waiting else "",
        reason=Reason.FLAG,
        severity=FLAG_SEVERITY[reason],
        by=by,
    )
    flag = _flag(item, reason=reason, note=note, by=by)
    record(by=by, action="content.flag", target=flag, facts={"item": item.pk, "reason": reason})
    if reason == FlagReason.PATIENT_IDENTIFIER and item.hidden_at is None:
        adapter.hide(target_id, by=by)
        item.hidden_at = timezone.now()
        item.save(update_fields=["hidden_at"])
        tell_hidden(item, url=adapter.snapshot(target_id, item.revision_id).url)
    return flag


def _flag(item: ReviewItem, *, reason: str, note: str, by: User) -> Flag:
    earlier = Flag.objects.filter(item=item, reporter=by).first()
    if earlier is None:
        return Flag.objects.create(item=item, reporter=by, reason=reason, note=note)
    if FLAG_SEVERITY[reason] <= FLAG_SEVERITY[earlier.reason]:
        raise Refused("You reported this already. You will be told what a moderator decides.")
    earlier.reason, earlier.note = reason, note or earlier.note
    earlier.save(update_fields=["reason", "note"])
    return earlier

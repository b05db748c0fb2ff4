"""Putting content in front of a moderator."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from core.audit.recording import SYSTEM, record
from moderation.models import ReviewItem
from moderation.models.item import LIVE_STATES
from moderation.registry import Snapshot, reviewable
from moderation.services.moving import move
from moderation.states import CLOCKS, Reason, Severity


@transaction.atomic
def open_review(
    *, kind: str, target_id: str | int, revision_id: str | int, reason: str, severity: int = Severity.ROUTINE, by: Any
) -> ReviewItem:
    """Queue a target, or raise the item that waits for it already. Call it in the transaction that writes the content.

    Args:
        kind: of a registered adapter.
        target_id: id of the content, stored as text.
        revision_id: the revision to judge; "" for content without revisions.
        reason: one of `states.Reason`.
        severity: 1 routine (24 h), 2 raised (4 h), 3 urgent (1 h). An item is never lowered.
        by: whoever caused it, or `SYSTEM`.

    Raises:
        NotThere: unknown kind or target.
        ValueError: unknown reason or severity.
    """
    reason, severity = Reason(reason), Severity(severity)
    adapter = reviewable(kind)
    snapshot = adapter.snapshot(str(target_id), str(revision_id))
    item = _locked(kind, str(target_id))
    if item is None:
        item = ReviewItem(kind=kind, target_id=str(target_id), reason=reason, severity=severity)
        item.author = adapter.author(str(target_id))
        item.due_at = timezone.now() + CLOCKS[severity]
    _describe(item, snapshot, revision_id=str(revision_id))
    _raise_to(item, reason=reason, severity=severity)
    created = item.pk is None
    try:
        with transaction.atomic():
            item.save()
    except IntegrityError:  # another transaction queued the same target first: raise that one
        if not created:
            raise
        return open_review(
            kind=kind, target_id=target_id, revision_id=revision_id, reason=reason, severity=severity, by=by
        )
    action = "review.open" if created else "review.raise"
    record(by=by, action=action, target=item, facts={"reason": str(reason), "severity": int(severity)})
    return item


@transaction.atomic
def close_review(*, kind: str, target_id: str | int, by: Any) -> bool:
    """Take a target off the queue because it is gone (withdrawn by its author). Says whether anything waited."""
    item = _locked(kind, str(target_id))
    if item is None:
        return False
    move(item, "close")
    item.claimed_by = item.lease_until = None
    item.decided_at = timezone.now()
    item.save()
    record(by=by or SYSTEM, action="review.close", target=item)
    return True


def _locked(kind: str, target_id: str) -> ReviewItem | None:
    live = ReviewItem.objects.select_for_update().filter(kind=kind, target_id=target_id, state__in=LIVE_STATES)
    return live.first()


def _describe(item: ReviewItem, snapshot: Snapshot, *, revision_id: str) -> None:
    item.revision_id = revision_id
    item.title, item.excerpt = snapshot.title[:200], snapshot.excerpt[:200]
    item.specialty = snapshot.specialty


def _raise_to(item: ReviewItem, *, reason: str, severity: int) -> None:
    """A new cause never lowers severity or moves the clock back; a flag does not hide that a revision waits."""
    if severity > item.severity:
        item.severity = severity
    item.due_at = min(item.due_at, timezone.now() + CLOCKS[severity])
    if item.reason == Reason.FLAG:
        item.reason = reason

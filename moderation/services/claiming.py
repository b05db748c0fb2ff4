"""Holding an item while one looks at it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.audit.recording import record
from core.errors import Stale
from moderation.models import ReviewItem
from moderation.policies import check_can_review, check_holds_claim
from moderation.services.moving import move
from moderation.states import ItemState

LEASE = timedelta(minutes=30)


@transaction.atomic
def claim(*, item: ReviewItem, by: User) -> ReviewItem:
    """Hold an item for 30 minutes. Claiming one's own claim again changes nothing but the lease.

    Raises:
        NotAllowed: not a moderator, own content, own flag.
        Stale: another moderator holds it, or it is decided.
    """
    item = _locked(item)
    check_can_review(by, item)
    if item.is_held and item.claimed_by_id != by.pk:
        raise Stale("Another moderator holds this now.")
    if item.is_held:
        return _lease(item, "extend")
    if item.state == ItemState.CLAIMED:  # nobody sweeps leases: a lapsed one ends when the next person comes
        move(item, "lapse")
    item.claimed_by = by
    _lease(item, "claim")
    record(by=by, action="review.claim", target=item)
    return item


@transaction.atomic
def extend(*, item: ReviewItem, by: User) -> ReviewItem:
    """Thirty more minutes from now.

    Raises:
        Stale: the claim ran out or is somebody else's.
    """
    item = _locked(item)
    check_can_review(by, item)
    check_holds_claim(by, item)
    return _lease(item, "extend")


@transaction.atomic
def release(*, item: ReviewItem, by: User) -> ReviewItem:
    """Give a claim back to the queue.

    Raises:
        Stale: the claim ran out or is somebody else's.
    """
    item = _locked(item)
    check_holds_claim(by, item)
    move(item, "release")
    item.claimed_by = item.lease_until = None
    item.save(update_fields=["state", "claimed_by", "lease_until"])
    record(by=by, action="review.release", target=item)
    return item


def _locked(item: ReviewItem) -> ReviewItem:
    return ReviewItem.objects.select_for_update().get(pk=item.pk)


def _lease(item: ReviewItem, verb: str) -> ReviewItem:
    move(item, verb)
    item.lease_until = timezone.now() + LEASE
    item.save(update_fields=["state", "claimed_by", "lease_until"])
    return item

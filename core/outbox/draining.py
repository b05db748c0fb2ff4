"""Taking rows, doing their work, giving them back on failure."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from core.outbox.models import OutboxRow
from core.outbox.queueing import handler_of, ring

log = logging.getLogger("consilium.outbox")
LEASE = timedelta(minutes=5)  # longer than the longest job: cleaning a file may take three minutes on a busy machine
ATTEMPTS_BEFORE_PARKING = 8
LONGEST_BACKOFF = timedelta(minutes=15)


def drain(limit: int = 100) -> int:
    """Do up to `limit` due rows, oldest first.

    Returns:
        how many were finished.
    """
    finished = 0
    for _ in range(limit):
        row = _lease_next()
        if row is None:
            break
        finished += _do(row)
    return finished


def retry_parked(*, pk: int) -> bool:
    """Give a parked row a fresh set of attempts. False when it is not parked any more."""
    with transaction.atomic():
        row = OutboxRow.objects.select_for_update().filter(pk=pk, state=OutboxRow.State.PARKED).first()
        if row is None:
            return False
        _put_back(row, attempts=0, delay=timedelta())
        transaction.on_commit(ring)
    return True


def release_all_leases() -> int:
    """At the start of the only working process: whatever a killed predecessor held is free at once."""
    with transaction.atomic():
        rows = list(OutboxRow.objects.select_for_update().filter(state=OutboxRow.State.LEASED))
        for row in rows:
            _put_back(row, attempts=row.attempts, delay=timedelta())
    return len(rows)


def _lease_next() -> OutboxRow | None:
    now = timezone.now()
    due = Q(state=OutboxRow.State.WAITING, available_at__lte=now)
    lost = Q(state=OutboxRow.State.LEASED, lease_until__lt=now)
    with transaction.atomic():
        row = OutboxRow.objects.select_for_update(skip_locked=True).filter(due | lost).order_by("id").first()
        if row is None:
            return None
        row.state = OutboxRow.State.LEASED
        row.lease_until = now + LEASE
        row.fence += 1
        row.attempts += 1
        row.save()
    return row


def _do(row: OutboxRow) -> bool:
    try:
        handler_of(row.topic)(row.object_id)
    except Exception as error:  # every failure must come back as a row, whatever its kind
        log.warning("outbox %s %s failed: %s", row.topic, row.object_id, type(error).__name__)
        _give_back(row, error)
        return False
    # Only the holder of the current lease may finish the row; an overtaken worker changes nothing.
    OutboxRow.objects.filter(pk=row.pk, fence=row.fence).delete()
    return True


def _give_back(row: OutboxRow, error: Exception) -> None:
    with transaction.atomic():
        current = OutboxRow.objects.select_for_update().filter(pk=row.pk, fence=row.fence).first()
        if current is None:
            return
        current.last_error = type(error).__name__[:120]
        if current.attempts >= ATTEMPTS_BEFORE_PARKING or (isinstance(error, KeyError) and not _is_handled(current)):
            current.state = OutboxRow.State.PARKED
            current.lease_until = None
            current.save()
            return
        _put_back(
            current, attempts=current.attempts, delay=min(timedelta(seconds=2**current.attempts), LONGEST_BACKOFF)
        )


def _put_back(row: OutboxRow, *, attempts: int, delay: timedelta) -> None:
    """Wait again, unless a newer row of the same key already waits: that one will do the work."""
    twin = OutboxRow.objects.select_for_update().filter(dedupe_key=row.dedupe_key, state=OutboxRow.State.WAITING)
    if twin.exclude(pk=row.pk).exists():
        row.delete()
        return
    row.state = OutboxRow.State.WAITING
    row.attempts = attempts
    row.available_at = timezone.now() + delay
    row.lease_until = None
    row.save()


def _is_handled(row: OutboxRow) -> bool:
    try:
        handler_of(row.topic)
    except KeyError:
        return False
    return True

"""Taking rows, doing their work, giving them back on failure."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from core.outbox.models import OutboxRow
from core.outbox.queueing import NotNow, batch_handler_of, handler_of, ring

log = logging.getLogger("consilium.outbox")
LEASE = timedelta(minutes=5)  # longer than the longest job: cleaning a file may take three minutes on a busy machine
ATTEMPTS_BEFORE_PARKING = 8
LONGEST_BACKOFF = timedelta(minutes=15)


def drain(limit: int = 100) -> int:
    """Do up to `limit` due rows, oldest first.

    Returns:
        how many were finished.
    """
    finished = taken = 0
    while taken < limit:
        row = _lease_next()
        if row is None:
            break
        rows = [row, *_lease_more(row, limit - taken - 1)]
        taken += len(rows)
        finished += _do_batch(rows) if len(rows) > 1 else _do(row)
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


def _lease_more(first: OutboxRow, at_most: int) -> list[OutboxRow]:
    """Rows that can be done together with the first one."""
    batch = batch_handler_of(first.topic)
    wanted = min(at_most, batch[1] - 1) if batch else 0
    if wanted < 1:
        return []
    with transaction.atomic():
        due = OutboxRow.objects.filter(
            topic=first.topic, state=OutboxRow.State.WAITING, available_at__lte=timezone.now()
        )
        rows = list(due.select_for_update(skip_locked=True).order_by("id")[:wanted])
        for row in rows:
            row.state, row.lease_until = OutboxRow.State.LEASED, first.lease_until
            row.fence += 1
            row.attempts += 1
        OutboxRow.objects.bulk_update(rows, ["state", "lease_until", "fence", "attempts"])
    return rows


def _do_batch(rows: list[OutboxRow]) -> int:
    batch = batch_handler_of(rows[0].topic)
    if batch is None:
        raise ValueError("only rows of a batch topic are leased together")
    try:
        batch[0]([row.object_id for row in rows])
    except NotNow as later:
        _postpone(rows, later)
        return 0
    except Exception as error:  # one of them may be poison: each shows by itself whether it is
        log.warning("outbox %s: a batch failed (%s), one by one now", rows[0].topic, type(error).__name__)
        return sum(_do(row) for row in rows)
    held = Q()
    for row in rows:
        held |= Q(pk=row.pk, fence=row.fence)
    OutboxRow.objects.filter(held).delete()
    return len(rows)


def _postpone(rows: list[OutboxRow], later: NotNow) -> None:
    """Every row of the topic waits: those in hand, and those that would only run into the same wall."""
    with transaction.atomic():
        for row in rows:
            current = OutboxRow.objects.select_for_update().filter(pk=row.pk, fence=row.fence).first()
            if current is not None:
                _put_back(current, attempts=current.attempts - 1, delay=later.delay)
        until = timezone.now() + later.delay
        waiting = OutboxRow.objects.filter(topic=rows[0].topic, state=OutboxRow.State.WAITING, available_at__lt=until)
        waiting.update(available_at=until)


def _do(row: OutboxRow) -> bool:
    try:
        handler_of(row.topic)(row.object_id)
    except NotNow as later:
        _postpone([row], later)
        return False
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

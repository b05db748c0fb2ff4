"""Writing and checking the audit chain."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from core.audit.models import AuditEvent


class _System:
    """The actor of acts no person asked for (sweeps, expiries)."""

    pk = None


SYSTEM = _System()
FIRST_HASH = "0" * 64
_CHAIN_LOCK = 0x434F4E53  # any fixed number; names the advisory lock that serialises the chain on PostgreSQL
_LONGEST_FACT = 80


def record(*, by: Any, action: str, target: models.Model, facts: Mapping[str, Any] | None = None) -> AuditEvent:
    """Append one event, inside the transaction of the write it describes.

    Args:
        by: the user who acts, or `SYSTEM`. No actor, no write.
        action: dotted verb, e.g. "case.publish".
        target: the object acted upon.
        facts: ids, counts, categories. Strings over 80 characters are refused: they would be prose.

    Raises:
        ValueError: without an actor, or when a fact looks like prose.
        TransactionManagementError: outside a transaction.
    """
    if by is None or (by is not SYSTEM and by.pk is None):
        raise ValueError("an audit event needs an actor")
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("audit events belong to the transaction they describe")
    facts = dict(facts or {})
    if any(isinstance(value, str) and len(value) > _LONGEST_FACT for value in facts.values()):
        raise ValueError("audit facts hold ids, counts and categories, not prose")
    _lock_chain()
    last = AuditEvent.objects.order_by("-id").values_list("hash", flat=True).first()
    event = AuditEvent(
        at=timezone.now(),
        actor_id=by.pk,
        action=action,
        target_kind=target._meta.label_lower,
        target_id=str(target.pk),
        facts=facts,
        previous_hash=last or FIRST_HASH,
    )
    event.hash = _digest(event)
    event.save(force_insert=True)
    return event


def verify_chain() -> int:
    """Recompute every hash in order.

    Returns:
        the number of events checked.

    Raises:
        ValueError: naming the first event that does not fit.
    """
    previous, count = FIRST_HASH, 0
    for event in AuditEvent.objects.order_by("id").iterator(chunk_size=1000):
        if event.previous_hash != previous or event.hash != _digest(event):
            raise ValueError(f"audit chain broken at event {event.pk}")
        previous, count = event.hash, count + 1
    return count


def _lock_chain() -> None:
    """One writer at a time: SQLite has only one anyway; PostgreSQL takes a lock that ends with the transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])


def _digest(event: AuditEvent) -> str:
    row = [
        event.previous_hash,
        event.at.isoformat(),
        event.actor_id,
        event.action,
        event.target_kind,
        event.target_id,
        event.facts,
    ]
    return hashlib.sha256(json.dumps(row, sort_keys=True, separators=(",", ":")).encode()).hexdigest()

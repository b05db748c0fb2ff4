"""Sending live events from services."""

from collections.abc import Mapping
from typing import Any

import orjson
from django.db import connection, transaction

from core.realtime.bus import RIGHTS_GROUP, bus
from core.realtime.frames import event_frame


def publish(*, group: str, seq: int, kind: str, ids: Mapping[str, Any], html: str | None = None) -> None:
    """Tell everybody who watches `group`, once the surrounding transaction commits. A lost hint loses no event.

    Args:
        group: "topic:12", "channel:3" or "user:7".
        seq: position in the group's log; 0 for hints outside a log (notice counts).
        kind: past-tense verb, e.g. "post.created".
        ids: what it concerns. Events that hide or remove carry nothing else.
        html: the fragment, the same for every viewer.

    Raises:
        TransactionManagementError: outside a transaction.
    """
    _send_on_commit(group, event_frame(group=group, seq=seq, kind=kind, ids=ids, html=html).text.encode())


def announce_rights(*, user_id: int) -> None:
    """Make every process re-read what this person may see, once the surrounding transaction commits.

    Raises:
        TransactionManagementError: outside a transaction.
    """
    _send_on_commit(RIGHTS_GROUP, orjson.dumps({"user": user_id}))


def _send_on_commit(group: str, frame: bytes) -> None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("live events belong to the transaction they tell of")
    transaction.on_commit(lambda: bus().publish(group, frame), robust=True)

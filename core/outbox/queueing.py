"""Writing outbox rows and naming what handles them."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from core.outbox.models import OutboxRow

Handler = Callable[[str], None]
BatchHandler = Callable[[Sequence[str]], None]
_handlers: dict[str, Handler] = {}
_batch_handlers: dict[str, tuple[BatchHandler, int]] = {}


class NotNow(Exception):
    """What the work needs cannot be reached. The topic's rows wait a while and keep their attempts."""

    def __init__(self, delay: timedelta) -> None:
        super().__init__(f"again in {delay}")
        self.delay = delay


def handler(topic: str) -> Callable[[Handler], Handler]:
    """Register the function that does a topic's work.

    It receives the object id, must be idempotent, and raises to be tried again (`NotNow` when nothing is wrong with the
    row itself).

    Raises:
        ValueError: when two functions claim one topic.
    """

    def register(function: Handler) -> Handler:
        if _handlers.get(topic, function) is not function:
            raise ValueError(f"outbox topic {topic} has two handlers")
        _handlers[topic] = function
        return function

    return register


def batch_handler(topic: str, *, at_most: int) -> Callable[[BatchHandler], BatchHandler]:
    """Register a function that does several rows of a topic at once: it receives up to `at_most` object ids.

    When it fails, the rows are done one by one, so that one poisoned row keeps no other from being done.

    Raises:
        ValueError: when two functions claim one topic.
    """

    def register(function: BatchHandler) -> BatchHandler:
        handler(topic)(lambda object_id: function([object_id]))
        _batch_handlers[topic] = (function, at_most)
        return function

    return register


def batch_handler_of(topic: str) -> tuple[BatchHandler, int] | None:
    """The registered batch function and how many rows it takes; None for a topic done row by row."""
    return _batch_handlers.get(topic)


def handler_of(topic: str) -> Handler:
    """The registered function. Raises KeyError for a topic nobody handles (its rows are parked)."""
    return _handlers[topic]


def enqueue(
    *, topic: str, object_id: str | int, dedupe_key: str | None = None, delay: timedelta | None = None
) -> OutboxRow:
    """Write a row in the current transaction and ring the doorbell once it commits.

    A row that still waits under the same key is enough: it is locked until commit, so no worker can take it
    before this transaction's data is visible.

    Args:
        topic: names the handler.
        object_id: what the handler works on; it re-loads everything else.
        dedupe_key: defaults to "topic:object_id".
        delay: earliest start from now.

    Raises:
        TransactionManagementError: outside a transaction.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("outbox rows belong to the transaction that causes them")
    key = dedupe_key or f"{topic}:{object_id}"
    available_at = timezone.now() + (delay or timedelta())
    while True:
        waiting = OutboxRow.objects.select_for_update().filter(dedupe_key=key, state=OutboxRow.State.WAITING).first()
        if waiting:
            if available_at < waiting.available_at:
                waiting.available_at = available_at
                waiting.save(update_fields=["available_at"])
            row = waiting
            break
        row = OutboxRow(topic=topic, object_id=str(object_id), dedupe_key=key, available_at=available_at)
        OutboxRow.objects.bulk_create([row], ignore_conflicts=True)
    transaction.on_commit(ring)
    return row


def ring() -> None:
    """Tell a worker that there may be work. Losing the ring loses nothing: sweepers look again."""
    import_string(settings.OUTBOX_DOORBELL).ring()

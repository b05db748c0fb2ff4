"""Writing and reading notices."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from core.notifications import kinds
from core.notifications.models import Notice
from core.outbox.queueing import enqueue
from core.realtime.publishing import publish

MOST_COUNTED = 100


def notify(*, to: Any, kind: str, url: str, facts: Mapping[str, Any] | None = None) -> Notice:
    """Tell a person, in the transaction of the event. Important kinds also leave as mail through the outbox.

    Raises:
        KeyError: for a kind without words in `kinds.py`.
    """
    kinds.sentence(kind)
    notice = Notice.objects.create(recipient=to, kind=kind, url=url, facts=dict(facts or {}))
    if kinds.goes_by_mail(kind):
        enqueue(topic="notice.mail", object_id=notice.pk)
    publish(**count_event(to.pk, unread_count(to.pk)))
    return notice


def notices_of(user: Any) -> QuerySet[Notice]:
    """A person's own notices, newest first."""
    return Notice.objects.filter(recipient=user)


def mark_all_read(*, by: Any) -> int:
    """Mark everything read; returns how many were unread."""
    return Notice.objects.filter(recipient=by, read_at=None).update(read_at=timezone.now())


def unread_count(user_id: int) -> int:
    """Unread notices, counted up to 100."""
    return len(Notice.objects.filter(recipient_id=user_id, read_at=None).values_list("pk")[:MOST_COUNTED])


def count_event(user_id: int, unread: int) -> dict[str, Any]:
    """The hint a person's open tabs get: a number, outside any log."""
    return {"group": f"user:{user_id}", "seq": 0, "kind": "notices.counted", "ids": {"unread": unread}}

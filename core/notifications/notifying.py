"""Writing and reading notices."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from core.notifications import kinds
from core.notifications.live import tell_count
from core.notifications.models import Notice
from core.outbox.queueing import enqueue


def notify(*, to: Any, kind: str, url: str, facts: Mapping[str, Any] | None = None) -> Notice:
    """Tell a person, in the transaction of the event. Important kinds also leave as mail through the outbox.

    Raises:
        KeyError: for a kind without words in `kinds.py`.
    """
    kinds.sentence(kind)
    notice = Notice.objects.create(recipient=to, kind=kind, url=url, facts=dict(facts or {}))
    if kinds.goes_by_mail(kind):
        enqueue(topic="notice.mail", object_id=notice.pk)
    tell_count(to)
    return notice


def notices_of(user: Any) -> QuerySet[Notice]:
    """A person's own notices, newest first."""
    return Notice.objects.filter(recipient=user)


def mark_all_read(*, by: Any) -> int:
    """Mark everything read; returns how many were unread."""
    return Notice.objects.filter(recipient=by, read_at=None).update(read_at=timezone.now())

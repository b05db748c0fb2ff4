"""Saved searches asked of every new document, in the outbox worker. Rights are checked when it is found and when it is told."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core.notifications.notifying import notices_of, notify
from core.outbox.queueing import enqueue, handler
from search.alert_query import all_words
from search.documents import Document
from search.engines.base import Ask
from search.engines.choosing import engine
from search.loading import load
from search.models import Frequency, SavedSearch, SavedSearchHit
from search.query import Query
from search.ranking import read
from search.selectors import readable_by
from search.viewers import audience_of, topics_of

DIGEST_HOUR = 6  # UTC


class NotIndexedYet(Exception):
    """The document is newer than the index; the row is tried again, later each time."""


@handler("search.alerts")
def evaluate(object_id: str) -> None:
    """Ask every active saved search of one document; what it matches is told once."""
    document = load(object_id)
    if document is None:
        return
    waiting = (
        SavedSearch.objects.filter(is_paused=False, created_at__lte=document.updated)
        .exclude(hits__document_id=object_id)
        .exclude(owner__handle=document.author)
        .select_related("owner")
    )
    searches = [saved for saved in waiting if saved.owner.is_member]
    if searches and not _finds(searches[0].owner, Query(), object_id):
        raise NotIndexedYet
    for saved in searches:
        if _finds(saved.owner, all_words(read(saved.text)), object_id):
            _found(saved, document)


@handler("search.digest")
def send_digest(object_id: str) -> None:
    """Tell an owner of everything that waits, e.g. "12:daily", as far as they may read it now."""
    owner_id, _, frequency = object_id.partition(":")
    owner = User.objects.filter(pk=owner_id).first()
    waiting = SavedSearchHit.objects.filter(
        saved__owner_id=owner_id, saved__frequency=frequency, saved__is_paused=False, is_told=False
    )
    with transaction.atomic():
        ids = [hit.document_id for hit in waiting.select_for_update()]
        readable = readable_by(owner, ids) if owner and owner.is_member else frozenset()
        waiting.exclude(document_id__in=readable).delete()
        if waiting.update(is_told=True) and owner:
            notify(to=owner, kind="search.digest", url=reverse("search:saved"))


def _finds(owner: Any, query: Query, document_id: str) -> bool:
    ask = Ask(
        query, audience_of(owner), owner.handle, topics_of(owner, query),
        limit=1, only=(document_id,), facets=False,
    )  # fmt: skip
    return bool(engine().ask(ask).hits)


@transaction.atomic
def _found(saved: SavedSearch, document: Document) -> None:
    if not readable_by(saved.owner, [document.id]):
        return
    at_once = saved.frequency == Frequency.AT_ONCE
    _, is_new = SavedSearchHit.objects.get_or_create(
        saved=saved, document_id=document.id, defaults={"is_told": at_once}
    )
    if not is_new:
        return
    if not at_once:
        enqueue(
            topic="search.digest",
            object_id=f"{saved.owner_id}:{saved.frequency}",
            delay=_until_digest(saved.frequency, timezone.now()),
        )
        return
    url = reverse("search:open_saved", args=[saved.pk])
    if not notices_of(saved.owner).filter(kind="search.alert", url=url, read_at=None).exists():
        notify(to=saved.owner, kind="search.alert", url=url)


def _until_digest(frequency: str, now: datetime) -> timedelta:
    """Until six in the morning UTC, or until Monday at six."""
    at = now.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    at += timedelta(days=1 if at <= now else 0)
    if frequency == Frequency.WEEKLY:
        at += timedelta(days=(7 - at.weekday()) % 7)
    return at - now

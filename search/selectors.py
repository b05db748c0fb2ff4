"""Asking for a viewer: trimmed in the engine, then every row loaded again through `visible_to`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.models import User
from accounts.selectors import members
from cases.models import Case
from community.models import Post, Topic
from community.subjects import topic_url
from search.engines.base import Answer, Ask, Hit
from search.engines.choosing import engine
from search.loading import load
from search.passages import best_passage
from search.query import Query
from search.viewers import audience_of, topics_of

PAGE = 20


@dataclass(frozen=True)
class Row:
    """A hit as the page shows it."""

    kind: str
    title: str
    url: str
    label: str
    line: str
    excerpt: SafeString
    author: Any
    at: Any


def ask_for(viewer: Any, query: Query, *, after: str = "") -> tuple[Answer, list[Row]]:
    """The engine's answer and its rows. A stale index can miss; what the viewer may not see is dropped here."""
    if query.is_empty:
        return Answer([]), []
    answer = engine().ask(
        Ask(query, audience_of(viewer), viewer.handle, topics_of(viewer, query), limit=PAGE, after=after)
    )
    return answer, _rows(viewer, query, answer.hits)


def _rows(viewer: Any, query: Query, hits: Sequence[Hit]) -> list[Row]:
    loaded = _load(viewer, hits)
    return [_row(hit.id, loaded[hit.id], query) for hit in hits if hit.id in loaded]


def _load(viewer: Any, hits: Sequence[Hit]) -> dict[str, Any]:
    """Every hit's object that this viewer may see, in one query a kind."""
    by_kind: dict[str, list[str]] = {}
    for hit in hits:
        kind, _, pk = hit.id.partition(":")
        by_kind.setdefault(kind, []).append(pk)
    querysets = {
        "case": Case.objects.visible_to(viewer).select_related("author", "topic", "published_revision", "outcome"),
        "topic": Topic.objects.visible_to(viewer).select_related("author", "channel"),
        "post": Post.objects.visible_to(viewer).select_related("author", "topic"),
        "member": members(),
    }
    return {f"{kind}:{item.pk}": item for kind, pks in by_kind.items() for item in querysets[kind].filter(pk__in=pks)}


def _row(document_id: str, item: Any, query: Query) -> Row:
    document = load(document_id)
    text = "\n".join(part for part in (document.outcome, document.body) if part) if document else ""
    excerpt = best_passage(text, query.words())
    if isinstance(item, Case):
        revision = item.published_revision
        url = reverse("cases:detail", args=[item.pk])
        return Row(
            "case",
            revision.title,
            url,
            item.topic.label,
            revision.patient_line,
            excerpt,
            item.author,
            item.published_at,
        )
    if isinstance(item, Post):
        url = f"{topic_url(item.topic)}#post-{item.pk}"
        return Row("post", item.topic.title, url, item.topic.label, "Reply", excerpt, item.author, item.created_at)
    if isinstance(item, User):
        url = f"{reverse('search:results')}?{urlencode({'q': f'from:{item.handle} sort:new'})}"
        return Row("member", item.handle, url, "", "Member", excerpt, item, item.created_at)
    return Row(
        "topic", item.title, topic_url(item), item.label, item.channel.name, excerpt, item.author, item.created_at
    )

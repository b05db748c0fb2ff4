"""Objects behind hits and a member's own searches, always as the viewer may see them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from accounts.selectors import members
from cases.models import Case
from community.models import Channel, Post, Topic
from search.engines.base import Hit
from search.models import RecentSearch, SavedSearch


def load_visible(viewer: Any, hits: Sequence[Hit]) -> dict[str, Any]:
    """Every hit's object that this viewer may see, in one query a kind."""
    return _visible(viewer, [hit.id for hit in hits])


def readable_by(viewer: Any, ids: Iterable[str]) -> frozenset[str]:
    """Those of the document ids that this viewer may read now."""
    return frozenset(_visible(viewer, ids)) if viewer.is_member else frozenset()


def _visible(viewer: Any, ids: Iterable[str]) -> dict[str, Any]:
    by_kind: dict[str, list[str]] = {}
    for document_id in ids:
        kind, _, pk = document_id.partition(":")
        by_kind.setdefault(kind, []).append(pk)
    querysets = {
        "case": Case.objects.visible_to(viewer).select_related("author", "topic", "published_revision", "outcome"),
        "topic": Topic.objects.visible_to(viewer).select_related("author", "channel"),
        "post": Post.objects.visible_to(viewer).select_related("author", "topic"),
        "member": members(),
    }
    return {f"{kind}:{item.pk}": item for kind, pks in by_kind.items() for item in querysets[kind].filter(pk__in=pks)}


def saved_searches(owner: Any) -> QuerySet[SavedSearch]:
    """A member's own, with how many results are new."""
    return SavedSearch.objects.filter(owner=owner).annotate(
        new=Count("hits", filter=Q(hits__is_seen=False, hits__is_told=True))
    )


def own_saved(*, viewer: Any, pk: int) -> SavedSearch:
    """One of the member's own. Raises Http404 for anybody else's."""
    saved = SavedSearch.objects.filter(owner=viewer, pk=pk).first()
    if saved is None:
        raise Http404
    return saved


def recent_searches(owner: Any, typed: str = "", limit: int = 5) -> list[str]:
    """A member's own last questions that hold what is typed, the latest first."""
    held = RecentSearch.objects.filter(owner=owner, text__icontains=typed)
    return list(held.values_list("text", flat=True)[:limit])


def channels_named(typed: str, limit: int = 3) -> list[Channel]:
    """Channels whose name holds what is typed."""
    return list(Channel.objects.filter(name__icontains=typed)[:limit]) if typed else []


def members_named(typed: str, limit: int = 3) -> list[Any]:
    """Members whose handle begins with what is typed."""
    typed = typed.lstrip("@")
    return list(members().filter(handle__istartswith=typed)[:limit]) if len(typed) > 1 else []


def channel_names() -> dict[str, str]:
    """Name by slug, for facets."""
    return dict(Channel.objects.values_list("slug", "name"))

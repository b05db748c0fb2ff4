"""What a search must know about who asks."""

from typing import Any

from django.db.models import F

from community.models import Topic
from search.documents import MEMBERS
from search.query import Query

MOST_TOPICS = 10_000  # the latest ones; beyond, is:following and is:unread forget


def audience_of(viewer: Any) -> tuple[str, ...]:
    """The tokens of a viewer; nobody but members has any."""
    return (MEMBERS,) if getattr(viewer, "is_authenticated", False) and viewer.is_member else ()


def topics_of(viewer: Any, query: Query) -> dict[str, frozenset[str]]:
    """For is:following and is:unread, as far as the query asks: the ids of the topics they mean for this viewer."""
    wanted, topics = query.viewer_conditions(), Topic.objects.visible_to(viewer).order_by("-bumped_at")
    found = {}
    if "following" in wanted:
        found["following"] = topics.filter(posts__author=viewer) | topics.filter(author=viewer)
    if "unread" in wanted:
        read = topics.filter(reads__user=viewer, reads__seq__gte=F("last_seq")).order_by().values("pk")
        found["unread"] = topics.filter(bumped_at__gt=viewer.created_at).exclude(pk__in=read)
    return {
        name: frozenset(map(str, ids.distinct().values_list("pk", flat=True)[:MOST_TOPICS]))
        for name, ids in found.items()
    }

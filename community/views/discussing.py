"""The discussion part of a page: a topic's own page and the pages of its subjects share it."""

from collections import Counter
from typing import Any

from django.http import HttpRequest

from community.mentions import cases_in, references_in
from community.models import Post, Topic
from community.policies import can_read_topic
from community.selectors import discussion
from community.services import mark_read
from community.states import PostState
from core.notifications.subjects import titles_of


def shown_discussion(request: HttpRequest, topic: Topic) -> dict[str, Any]:
    """Context of `community/discussion.html` for this request (`?before=<number>` for earlier posts).

    Looking at the latest posts also moves the member's read mark.
    """
    before = request.GET.get("before", "")
    context = discussion(topic, request.user, before=int(before) if before.isdigit() else None)
    if context["at_end"] and context["has_news"] and can_read_topic(request.user, topic):
        mark_read(topic=topic, seq=topic.last_seq, by=request.user)
    return context | _beside(request, topic, context["posts"])


def _beside(request: HttpRequest, topic: Topic, posts: list[Post]) -> dict[str, Any]:
    """The rail: who took part, which cases are linked, which works are named. Of the posts shown only."""
    visible = [post for post in posts if post.state == PostState.VISIBLE]
    writers = Counter(post.author_id for post in visible)
    by_id = {post.author_id: post.author for post in visible}
    linked = titles_of("cases", cases_in(visible), request.user)
    return {
        "participants": [
            {"person": by_id[pk], "replies": count, "asked": pk == topic.author_id}
            for pk, count in writers.most_common()
        ],
        "linked_cases": [{"title": title, "url": f"/cases/{pk}/"} for pk, title in linked.items()],
        "references": references_in(visible),
    }

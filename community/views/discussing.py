"""The discussion part of a page: a topic's own page and the pages of its subjects share it."""

from typing import Any

from django.http import HttpRequest

from community.models import Topic
from community.policies import can_read_topic
from community.selectors import discussion
from community.services import mark_read


def shown_discussion(request: HttpRequest, topic: Topic) -> dict[str, Any]:
    """Context of `community/discussion.html` for this request (`?before=<number>` for earlier posts).

    Looking at the latest posts also moves the member's read mark.
    """
    before = request.GET.get("before", "")
    context = discussion(topic, request.user, before=int(before) if before.isdigit() else None)
    if context["at_end"] and context["has_news"] and can_read_topic(request.user, topic):
        mark_read(topic=topic, seq=topic.last_seq, by=request.user)
    return context

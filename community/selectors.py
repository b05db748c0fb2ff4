"""Reading the forum. Everything goes through `visible_to(viewer)`."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from community.models import Channel, Topic

TOPICS_A_PAGE = 30
POSTS_A_PAGE = 100


def channels() -> QuerySet[Channel]:
    """Every channel, in order."""
    return Channel.objects.all()


def channel_for(specialty: str) -> Channel:
    """The channel of a specialty, or the general one."""
    return Channel.objects.filter(Q(specialty=specialty) | Q(slug="general")).order_by("-specialty").first()


@dataclass(frozen=True)
class TopicRow:
    """A topic in a list, and how much of it the viewer has not seen."""

    topic: Topic
    url: str
    unread: bool

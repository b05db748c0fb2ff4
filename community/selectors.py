"""Reading the forum. Everything a member sees goes through `visible_to(viewer)`."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from community.forms import LabelForm, ReplyForm
from community.models import Channel, ChannelEvent, Post, Topic, TopicEvent, TopicRead
from community.policies import can_reply, can_set_label
from community.states import PostState
from community.subjects import topic_url

TOPICS_A_PAGE = 30
POSTS_A_PAGE = 100
SAME_BREATH = timedelta(minutes=15)


@dataclass(frozen=True)
class TopicRow:
    """A topic in a list, where it is shown, and whether something in it is new to the viewer."""

    topic: Topic
    url: str
    unread: bool


@dataclass(frozen=True)
class TopicPage:
    """Rows by latest activity. `next_cursor` goes into `?before=` of the next page; "" on the last one."""

    rows: list[TopicRow]
    next_cursor: str


def channel_for(specialty: str) -> Channel:
    """The channel of a specialty, or the general one."""
    return Channel.objects.filter(Q(specialty=specialty) | Q(specialty="")).order_by("-specialty")[0]


def channels() -> QuerySet[Channel]:
    """Every channel, in order."""
    return Channel.objects.all()


def channels_with_news(viewer: Any) -> list[Channel]:
    """Every channel with `topic_count` and `unread_count` for the viewer (two queries, however many topics)."""
    counted = _with_read_marks(Topic.objects.visible_to(viewer), viewer).values("channel_id").order_by()
    counts = {
        row["channel_id"]: row
        for row in counted.annotate(topics=Count("pk"), unread=Count("pk", filter=_is_unread(viewer)))
    }
    found = list(channels())
    for channel in found:
        row = counts.get(channel.pk, {"topics": 0, "unread": 0})
        channel.topic_count, channel.unread_count = row["topics"], row["unread"]
    return found


def topics_in(viewer: Any, channel: Channel, *, label: str = "", before: str = "") -> TopicPage:
    """One page of a channel, latest activity first.

    Args:
        label: only topics with this label; "" for all.
        before: `next_cursor` of the previous page.
    """
    topics = Topic.objects.visible_to(viewer).for_rows().filter(channel=channel)
    if label:
        topics = topics.filter(label=label)
    return _page(topics, viewer, before)


def unread_topics(viewer: Any, *, limit: int = 20) -> list[TopicRow]:
    """Topics with news for the viewer, latest first."""
    topics = _with_read_marks(Topic.objects.visible_to(viewer).for_rows(), viewer).filter(_is_unread(viewer))
    return rows_of(topics.order_by("-bumped_at", "-id")[:limit], viewer)


def unanswered_topics(viewer: Any, *, specialty: str, limit: int = 10) -> list[TopicRow]:
    """Open questions of a specialty that nobody replied to, the oldest first."""
    topics = Topic.objects.visible_to(viewer).for_rows().filter(label="unsolved", channel__specialty=specialty)
    topics = topics.filter(reply_count=0).exclude(author=viewer)
    return rows_of(_with_read_marks(topics, viewer).order_by("created_at", "id")[:limit], viewer)


def recently_solved(viewer: Any, *, limit: int = 10) -> list[TopicRow]:
    """Solved topics, latest activity first."""
    topics = Topic.objects.visible_to(viewer).for_rows().filter(label="solved")
    return rows_of(_with_read_marks(topics, viewer).order_by("-bumped_at", "-id")[:limit], viewer)


def rows_of(topics: Iterable[Topic], viewer: Any) -> list[TopicRow]:
    """Rows of topics that came through `_with_read_marks`."""
    return [
        TopicRow(topic, topic_url(topic), topic.last_seq > topic.read_seq and topic.bumped_at > viewer.created_at)
        for topic in topics
    ]


def visible_topics(viewer: Any) -> QuerySet[Topic]:
    """Topics the viewer may know of, with author and channel."""
    return Topic.objects.visible_to(viewer).for_rows()


def visible_posts(viewer: Any) -> QuerySet[Post]:
    """Posts the viewer may read, with author and topic."""
    return Post.objects.visible_to(viewer).select_related("author", "topic__channel", "topic__author")


def titles_for(viewer: Any, ids: Collection[int]) -> dict[int, str]:
    """Titles of the topics among these that the viewer may see."""
    return dict(Topic.objects.visible_to(viewer).filter(pk__in=ids).values_list("pk", "title"))


def visible_post_ids(viewer: Any, ids: Iterable[int]) -> set[int]:
    """Which of these posts the viewer may read (for search)."""
    return set(Post.objects.visible_to(viewer).filter(pk__in=ids).values_list("pk", flat=True))


def post_for_index(post_id: int) -> Post | None:
    """A post any member may read, with topic and author; None when it is gone or hidden."""
    posts = Post.objects.select_related("author", "topic__channel", "topic__author")
    return posts.filter(pk=post_id, state=PostState.VISIBLE, topic__state="open").first()


def discussion(topic: Topic, viewer: Any, *, before: int | None = None) -> dict[str, Any]:
    """Context of `community/discussion.html`: the latest posts, the unread line, the composer (three queries).

    Args:
        topic: a topic the viewer may read.
        before: show the posts before this number instead of the latest.
    """
    posts = Post.objects.visible_to(viewer).filter(topic=topic).select_related("author")
    if before is not None:
        posts = posts.filter(number__lt=before)
    latest = list(posts.order_by("-number")[: POSTS_A_PAGE + 1])
    earlier = len(latest) > POSTS_A_PAGE
    shown = latest[:POSTS_A_PAGE][::-1]
    for before_it, post in zip([None, *shown], shown, strict=False):
        post.topic = topic
        post.follows = before_it is not None and _goes_on(before_it, post)
    read_seq = TopicRead.objects.filter(user=viewer, topic=topic).values_list("seq", flat=True).first() or 0
    unread = [post for post in shown if post.seq > read_seq and post.author_id != viewer.pk]
    return {
        "topic": topic,
        "topic_page": topic_url(topic),
        "posts": shown,
        "earlier_before": shown[0].number if earlier else None,
        "at_end": before is None,
        "has_news": topic.last_seq > read_seq,
        "first_unread": unread[0].pk if read_seq and unread else None,
        "unread_total": len(unread) if read_seq else 0,
        "live_group": f"topic:{topic.pk}",
        "live_after": topic.last_seq,
        "can_reply": can_reply(viewer, topic),
        "reply_form": ReplyForm(),
        "label_form": LabelForm(initial={"label": topic.label}) if can_set_label(viewer, topic) else None,
    }


def _goes_on(before: Post, post: Post) -> bool:
    """Whether one author goes on within minutes: such replies are shown as one group."""
    soon = post.created_at - before.created_at <= SAME_BREATH
    return post.author_id == before.author_id and soon and before.state == post.state == PostState.VISIBLE


def events_after(topic_id: int, after: int) -> QuerySet[TopicEvent]:
    """A topic's log behind a seq, ascending, with what a fragment needs."""
    events = TopicEvent.objects.filter(topic_id=topic_id, seq__gt=after)
    return events.select_related("topic", "post__author").order_by("seq")


def channel_events_after(channel_id: int, after: int) -> QuerySet[ChannelEvent]:
    """A channel's log behind a seq, ascending, with what a row needs."""
    events = ChannelEvent.objects.filter(channel_id=channel_id, seq__gt=after)
    return events.select_related("topic__author").order_by("seq")


def heads(model: type[Topic] | type[Channel], pks: Sequence[int]) -> dict[int, int]:
    """Latest seq of each topic or channel."""
    return dict(model.objects.filter(pk__in=pks).values_list("pk", "last_seq"))


def _page(topics: QuerySet[Topic], viewer: Any, before: str) -> TopicPage:
    position = _parse_cursor(before)
    if position is not None:
        at, pk = position
        topics = topics.filter(Q(bumped_at__lt=at) | Q(bumped_at=at, pk__lt=pk))
    found = list(_with_read_marks(topics, viewer).order_by("-bumped_at", "-id")[: TOPICS_A_PAGE + 1])
    shown = found[:TOPICS_A_PAGE]
    last = shown[-1] if len(found) > TOPICS_A_PAGE else None
    return TopicPage(rows_of(shown, viewer), f"{last.bumped_at.isoformat()}~{last.pk}" if last else "")


def _parse_cursor(cursor: str) -> tuple[datetime, int] | None:
    at, _, pk = cursor.partition("~")
    try:
        return datetime.fromisoformat(at.replace(" ", "+")), int(pk)
    except ValueError:
        return None


def _with_read_marks(topics: QuerySet[Topic], viewer: Any) -> QuerySet[Topic]:
    seq = TopicRead.objects.filter(user_id=viewer.pk, topic=OuterRef("pk")).values("seq")[:1]
    return topics.annotate(read_seq=Coalesce(Subquery(seq), Value(0), output_field=BigIntegerField()))


def _is_unread(viewer: Any) -> Q:
    """News since the viewer's last visit; whatever was settled before they joined is not news."""
    return Q(last_seq__gt=F("read_seq"), bumped_at__gt=viewer.created_at)

"""The groups "topic:<id>" and "channel:<id>": who may watch them, and what a browser missed.

The database is the log. A replayed event carries the fragment as it is now; whatever is hidden now carries none.
"""

from collections.abc import Sequence
from typing import Any

from community.fragments import post_html, topic_row_html
from community.models import Channel, Topic, TopicEvent
from community.selectors import channel_events_after, channels, events_after, heads, visible_topics
from community.states import PostState, TopicState
from core.realtime.frames import Frame, event_frame
from core.realtime.groups import GroupKind, register_group

WITH_POST_HTML = {"post.created", "post.edited", "post.restored"}


def topic_events(topic_id: int, after: int, limit: int) -> list[dict[str, Any]]:
    """Events of a topic with seq > `after`, ascending, viewer independent."""
    events = events_after(topic_id, after)[:limit]
    return [_topic_event(event) for event in events]


def _topic_event(event: TopicEvent) -> dict[str, Any]:
    post = event.post
    if post is not None:
        post.topic = event.topic
    shown = (
        post is not None
        and event.kind in WITH_POST_HTML
        and post.state == PostState.VISIBLE
        and event.topic.state == TopicState.OPEN
    )
    ids = {"topic": event.topic_id} | ({"post": post.pk} if post else {})
    html = post_html(post) if shown else None
    return {"group": f"topic:{event.topic_id}", "seq": event.seq, "kind": event.kind, "ids": ids, "html": html}


def _replay_topic(pk: int, after: int, limit: int) -> list[Frame]:
    return [event_frame(**event) for event in topic_events(pk, after, limit)]


def _replay_channel(pk: int, after: int, limit: int) -> list[Frame]:
    events = channel_events_after(pk, after)[:limit]
    return [
        event_frame(
            group=f"channel:{pk}",
            seq=event.seq,
            kind=event.kind,
            ids={"topic": event.topic_id},
            html=topic_row_html(event.topic) if event.topic.state == TopicState.OPEN else None,
        )
        for event in events
    ]


def _may_watch_topic(user: Any, pk: int) -> bool:
    return visible_topics(user).filter(pk=pk).exists()


def _may_watch_channel(user: Any, pk: int) -> bool:
    return channels().filter(pk=pk).exists()


def _topic_heads(pks: Sequence[int]) -> dict[int, int]:
    return heads(Topic, pks)


def _channel_heads(pks: Sequence[int]) -> dict[int, int]:
    return heads(Channel, pks)


def register() -> None:
    """Called once, when Django is ready."""
    register_group(
        "topic",
        GroupKind(may_watch=_may_watch_topic, heads=_topic_heads, replay=_replay_topic, shows_presence=True),
    )
    register_group("channel", GroupKind(may_watch=_may_watch_channel, heads=_channel_heads, replay=_replay_channel))

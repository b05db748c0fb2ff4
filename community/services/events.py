"""Appending to a topic's log and telling who watches. The caller holds the topic's row lock."""

from community.fragments import post_html, topic_row_html
from community.models import Channel, ChannelEvent, Post, Topic, TopicEvent
from community.signals import channel_changed, post_changed, topic_changed
from community.states import TopicState
from core.realtime.publishing import publish


def log_topic_event(topic: Topic, kind: str, *, post: Post | None = None, with_html: bool = False) -> int:
    """Append one event to the locked topic, tell its watchers, and refresh its row in the channel's list.

    Args:
        topic: locked by the caller; saved here with whatever else the caller changed on it.
        with_html: send the post's fragment. Never for events that hide, remove or purge, nor in a hidden topic.

    Returns:
        the event's seq.
    """
    topic.last_seq += 1
    topic.save()
    TopicEvent.objects.create(topic=topic, seq=topic.last_seq, kind=kind, post=post)
    html = post_html(post) if with_html and post is not None and topic.state == TopicState.OPEN else None
    ids = {"topic": topic.pk} | ({"post": post.pk} if post else {})
    publish(group=f"topic:{topic.pk}", seq=topic.last_seq, kind=kind, ids=ids, html=html)
    _log_channel_event(topic, "topic.created" if kind == "topic.created" else "topic.changed")
    if post is not None:
        post_changed.send(sender=Post, post_id=post.pk)
    return topic.last_seq


def _log_channel_event(topic: Topic, kind: str) -> None:
    channel = Channel.objects.select_for_update().get(pk=topic.channel_id)
    channel.last_seq += 1
    channel.save(update_fields=["last_seq"])
    is_open = topic.state == TopicState.OPEN
    if not is_open:
        kind = "topic.hidden"
    ChannelEvent.objects.create(channel=channel, seq=channel.last_seq, kind=kind, topic=topic)
    publish(
        group=f"channel:{channel.pk}",
        seq=channel.last_seq,
        kind=kind,
        ids={"topic": topic.pk},
        html=topic_row_html(topic) if is_open else None,
    )
    topic_changed.send(sender=Topic, topic_id=topic.pk)
    channel_changed.send(sender=Channel, channel_id=channel.pk)

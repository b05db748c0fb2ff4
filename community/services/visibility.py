"""Hiding, restoring, removing and purging. Events of these carry ids only, except restoring.

Each verb returns the object; a verb that would change nothing (hiding what is hidden) writes nothing.
"""

from typing import Any

from django.db import transaction

from community.models import Post, Topic
from community.policies import check_can_hide, check_can_moderate
from community.services.events import log_topic_event
from community.services.topics import lock_topic
from community.states import POST_TRANSITIONS, TOPIC_TRANSITIONS, PostState, moved
from core.audit.recording import record

PAST = {"hide": "hidden", "restore": "restored", "remove": "removed", "purge": "purged"}
PURGED_TITLE = "Erased"


@transaction.atomic
def hide_post(*, post: Post, by: Any, on_flag: bool = False) -> Post:
    """Hide from everyone but its author and moderators.

    Args:
        on_flag: hidden because somebody flagged it, until a moderator decides; any member may cause that.

    Raises:
        NotAllowed: by anyone but another moderator, unless `on_flag`.
    """
    return _move_post(post, "hide", by=by, on_flag=on_flag)


@transaction.atomic
def restore_post(*, post: Post, by: Any) -> Post:
    """Make a hidden or removed post visible again. Raises Stale once it was purged."""
    return _move_post(post, "restore", by=by)


@transaction.atomic
def remove_post(*, post: Post, by: Any) -> Post:
    """Take it away by decision; the words stay for an appeal until they are purged."""
    return _move_post(post, "remove", by=by)


@transaction.atomic
def purge_post(*, post: Post, by: Any) -> Post:
    """Erase the words and every earlier version for good; a tombstone (number, author, receipt) stays."""
    return _move_post(post, "purge", by=by)


@transaction.atomic
def hide_topic(*, topic: Topic, by: Any, on_flag: bool = False) -> Topic:
    """Hide the topic and everything in it. Arguments and errors as for `hide_post`.

    The author of a subject's topic may hide it too: their case was withdrawn.
    """
    return _move_topic(topic, "hide", by=by, on_flag=on_flag)


@transaction.atomic
def restore_topic(*, topic: Topic, by: Any) -> Topic:
    """Open a hidden or removed topic again. Raises Stale once it was purged."""
    return _move_topic(topic, "restore", by=by)


@transaction.atomic
def remove_topic(*, topic: Topic, by: Any) -> Topic:
    """Take it away by decision; the words stay for an appeal until they are purged."""
    return _move_topic(topic, "remove", by=by)


@transaction.atomic
def purge_topic(*, topic: Topic, by: Any) -> Topic:
    """Erase the title and every post for good."""
    locked = _move_topic(topic, "purge", by=by)
    for post in Post.objects.filter(topic=locked).exclude(state=PostState.PURGED):
        _move_post(post, "purge", by=by, checked=True)
    locked.refresh_from_db()
    return locked


def _move_post(post: Post, verb: str, *, by: Any, on_flag: bool = False, checked: bool = False) -> Post:
    topic = lock_topic(post.topic)
    locked = Post.objects.select_for_update(of=("self",)).select_related("author").get(pk=post.pk)
    locked.topic = topic
    if not checked:
        _check(verb, by, locked, on_flag)
    state = moved(POST_TRANSITIONS, locked.state, verb)
    if state == locked.state:
        return locked
    was_visible, locked.state = locked.state == PostState.VISIBLE, state
    if verb == "purge":
        locked.source = locked.html = ""
        locked.revisions.all().delete()
    locked.save()
    topic.reply_count += int(state == PostState.VISIBLE) - int(was_visible)
    record(by=by, action=f"post.{verb}", target=locked, facts={"on_flag": on_flag})
    log_topic_event(topic, f"post.{PAST[verb]}", post=locked, with_html=verb == "restore")
    return locked


def _move_topic(topic: Topic, verb: str, *, by: Any, on_flag: bool = False) -> Topic:
    locked = lock_topic(topic)
    _check(verb, by, locked, on_flag)
    state = moved(TOPIC_TRANSITIONS, locked.state, verb)
    if state == locked.state:
        return locked
    locked.state = state
    if verb == "purge":
        locked.title, locked.receipt = PURGED_TITLE, {}
    record(by=by, action=f"topic.{verb}", target=locked, facts={"on_flag": on_flag})
    log_topic_event(locked, f"topic.{PAST[verb]}")
    return locked


def _check(verb: str, by: Any, content: Topic | Post, on_flag: bool) -> None:
    if verb == "hide":
        check_can_hide(by, content, on_flag=on_flag)
    else:
        check_can_moderate(by, content)

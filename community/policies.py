"""Who may do what in the forum. Checks come in pairs: `check_can_…` raises, `can_…` answers a template."""

from typing import Any

from accounts.models import User
from accounts.policies import check_can_see_community
from community.models import Post, Topic
from community.states import PostState, TopicState
from core.audit.recording import SYSTEM
from core.errors import NotAllowed, Refused


def check_can_read_topic(user: Any, topic: Topic) -> None:
    """Members read open topics; a hidden topic is for its author and for moderators; a purged one for nobody."""
    check_can_see_community(user)
    if topic.state == TopicState.PURGED:
        raise NotAllowed("This discussion was erased.")
    if topic.state != TopicState.OPEN and not (user.is_moderator or topic.author_id == user.pk):
        raise NotAllowed("This discussion is hidden while a moderator looks at it.")


def can_read_topic(user: Any, topic: Topic) -> bool:
    """Whether `check_can_read_topic` passes."""
    return _passes(check_can_read_topic, user, topic)


def check_can_reply(user: User, topic: Topic) -> None:
    """Members write in open topics."""
    check_can_read_topic(user, topic)
    if topic.state != TopicState.OPEN:
        raise NotAllowed("Nobody can write here while the discussion is hidden.")


def can_reply(user: User, topic: Topic) -> bool:
    """Whether `check_can_reply` passes."""
    return _passes(check_can_reply, user, topic)


def check_can_edit_post(user: User, post: Post) -> None:
    """Only the author edits, and only what everybody can read: a hidden text waits for its moderator unchanged."""
    check_can_reply(user, post.topic)
    if post.author_id != user.pk:
        raise NotAllowed("Only its author can change a reply.")
    if post.state != PostState.VISIBLE:
        raise NotAllowed("A hidden reply cannot be changed.")


def can_edit_post(user: User, post: Post) -> bool:
    """Whether `check_can_edit_post` passes."""
    return _passes(check_can_edit_post, user, post)


def check_can_set_label(user: Any, topic: Topic) -> None:
    """The topic's author and moderators say whether it is solved."""
    if user is SYSTEM:
        return
    check_can_reply(user, topic)
    if not (user.is_moderator or topic.author_id == user.pk):
        raise NotAllowed("Only the author or a moderator can change the label.")


def can_set_label(user: Any, topic: Topic) -> bool:
    """Whether `check_can_set_label` passes."""
    return _passes(check_can_set_label, user, topic)


def check_can_moderate(user: Any, content: Topic | Post) -> None:
    """Moderators (and the system's own sweeps) hide, restore, remove and purge; never their own content."""
    if user is SYSTEM:
        return
    check_can_see_community(user)
    if not user.is_moderator:
        raise NotAllowed("Only a moderator can do this.")
    if content.author_id == user.pk:
        raise NotAllowed("Another moderator has to decide on your own content.")


def can_moderate(user: Any, content: Topic | Post) -> bool:
    """Whether `check_can_moderate` passes."""
    return _passes(check_can_moderate, user, content)


def check_can_hide(user: Any, content: Topic | Post, *, on_flag: bool) -> None:
    """A flag hides at once, whoever raised it; so does the author of a subject that is withdrawn; else a moderator."""
    if on_flag:
        check_can_see_community(user)
    elif not (isinstance(content, Topic) and content.subject_kind and content.author_id == getattr(user, "pk", None)):
        check_can_moderate(user, content)


def can_hide(user: Any, content: Topic | Post, *, on_flag: bool = False) -> bool:
    """Whether `check_can_hide` passes."""
    try:
        check_can_hide(user, content, on_flag=on_flag)
    except Refused:
        return False
    return True


def _passes(check: Any, *args: Any) -> bool:
    try:
        check(*args)
    except Refused:
        return False
    return True

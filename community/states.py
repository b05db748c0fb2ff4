"""The lives of a topic and of a post, as tables. A move to the same state changes nothing and is no error."""

from django.db.models import TextChoices

from core.errors import Stale


class TopicState(TextChoices):
    OPEN = "open", "Open"
    HIDDEN = "hidden", "Hidden while a moderator looks at it"
    REMOVED = "removed", "Removed by a moderator"
    PURGED = "purged", "Erased for good"


class PostState(TextChoices):
    VISIBLE = "visible", "Visible"
    HIDDEN = "hidden", "Hidden while a moderator looks at it"
    REMOVED = "removed", "Removed by a moderator"
    PURGED = "purged", "Erased for good"


class Label(TextChoices):
    UNSOLVED = "unsolved", "Unsolved"
    SOLVED = "solved", "Solved"
    CASE_STUDY = "case_study", "Case study"
    DISCUSSION = "discussion", "Discussion"


TOPIC_TRANSITIONS: dict[tuple[str, str], str] = {
    (TopicState.OPEN, "hide"): TopicState.HIDDEN,
    (TopicState.HIDDEN, "hide"): TopicState.HIDDEN,
    (TopicState.REMOVED, "hide"): TopicState.REMOVED,
    (TopicState.OPEN, "restore"): TopicState.OPEN,
    (TopicState.HIDDEN, "restore"): TopicState.OPEN,
    (TopicState.REMOVED, "restore"): TopicState.OPEN,
    (TopicState.OPEN, "remove"): TopicState.REMOVED,
    (TopicState.HIDDEN, "remove"): TopicState.REMOVED,
    (TopicState.REMOVED, "remove"): TopicState.REMOVED,
    (TopicState.OPEN, "purge"): TopicState.PURGED,
    (TopicState.HIDDEN, "purge"): TopicState.PURGED,
    (TopicState.REMOVED, "purge"): TopicState.PURGED,
    (TopicState.PURGED, "purge"): TopicState.PURGED,
}

POST_TRANSITIONS: dict[tuple[str, str], str] = {
    (PostState.VISIBLE, "hide"): PostState.HIDDEN,
    (PostState.HIDDEN, "hide"): PostState.HIDDEN,
    (PostState.REMOVED, "hide"): PostState.REMOVED,
    (PostState.VISIBLE, "restore"): PostState.VISIBLE,
    (PostState.HIDDEN, "restore"): PostState.VISIBLE,
    (PostState.REMOVED, "restore"): PostState.VISIBLE,
    (PostState.VISIBLE, "remove"): PostState.REMOVED,
    (PostState.HIDDEN, "remove"): PostState.REMOVED,
    (PostState.REMOVED, "remove"): PostState.REMOVED,
    (PostState.VISIBLE, "purge"): PostState.PURGED,
    (PostState.HIDDEN, "purge"): PostState.PURGED,
    (PostState.REMOVED, "purge"): PostState.PURGED,
    (PostState.PURGED, "purge"): PostState.PURGED,
}


def moved(transitions: dict[tuple[str, str], str], state: str, verb: str) -> str:
    """The state `verb` leads to.

    Raises:
        Stale: when the table has no such move (text erased for good cannot come back).
    """
    try:
        return transitions[state, verb]
    except KeyError:
        raise Stale("This was erased for good and cannot change any more.") from None

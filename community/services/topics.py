"""Opening topics and naming what they are."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.policies import check_can_see_community
from community.models import Channel, Topic
from community.policies import check_can_set_label
from community.scrubbing import safe_text
from community.services.events import log_topic_event
from community.services.naming import remember_names
from community.services.reading import mark_read
from community.states import Label
from core.audit.recording import record
from core.errors import Refused
from core.known_names import digests, together

LONGEST_TITLE = 200


@transaction.atomic
def open_topic(
    *,
    channel: Channel,
    title: str,
    by: User,
    label: str = Label.DISCUSSION,
    subject_kind: str = "",
    subject_id: str | int = "",
    author: User | None = None,
    known_names: Sequence[str] = (),
) -> Topic:
    """Open a topic; it appears in the channel's list of everybody who watches.

    Args:
        title: as typed; scrubbed here.
        by: who acts (for a case: the moderator whose decision publishes it).
        author: whose topic it is, where that is not `by`; only for topics with a subject.
        known_names: digests of names taken out of the subject.

    Raises:
        NotAllowed: by anyone but a member.
        Refused: empty, too long or not to be made safe (field "title"); unknown label (field "label").
    """
    check_can_see_community(by)
    if author is not None and author != by and not subject_kind:
        raise Refused("A topic without a subject belongs to the person who opens it.")
    _check_label(label)
    safe = safe_text(title, field="title", longest=LONGEST_TITLE)
    now = timezone.now()
    topic = Topic.objects.create(
        channel=channel,
        author=author or by,
        title=safe.text,
        receipt=safe.receipt,
        label=label,
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        created_at=now,
        bumped_at=now,
        known_names=list(known_names),
    )
    topic.known_names = together(known_names, digests(safe.names, discussion=topic.discussion))
    record(by=by, action="topic.open", target=topic, facts={"channel": channel.pk, "label": label})
    log_topic_event(topic, "topic.created")
    if topic.author == by:
        mark_read(topic=topic, seq=topic.last_seq, by=by)  # one's own words are no news
    return topic


@transaction.atomic
def set_label(*, topic: Topic, label: str, by: object) -> Topic:
    """Say what the topic is now: unsolved, solved, case study or discussion.

    Raises:
        NotAllowed: by anyone but its author or a moderator.
        Refused: unknown label.
    """
    locked = lock_topic(topic)
    check_can_set_label(by, locked)
    _check_label(label)
    if locked.label == label:
        return locked
    locked.label = label
    record(by=by, action="topic.label", target=locked, facts={"label": label})
    log_topic_event(locked, "topic.labelled")
    return locked


@transaction.atomic
def rename_topic(*, topic: Topic, title: str, by: User, known_names: Sequence[str] = ()) -> Topic:
    """Give the topic the title its subject has now (a new revision of a case), and the names taken out of that.

    The names are taken out of earlier replies as well.

    Raises:
        NotAllowed, Refused: as for `set_label` and `open_topic`.
    """
    locked = lock_topic(topic)
    check_can_set_label(by, locked)
    safe = safe_text(title, field="title", longest=LONGEST_TITLE)
    remember_names(locked, known_names, by=by)
    if locked.title == safe.text:
        return locked
    locked.title, locked.receipt = safe.text, safe.receipt
    record(by=by, action="topic.rename", target=locked)
    log_topic_event(locked, "topic.renamed")
    return locked


@transaction.atomic
def learn_names(*, topic: Topic, known_names: Sequence[str], by: User) -> None:
    """Keep digests of names that were taken out of what belongs to the topic, and take them out of its posts."""
    remember_names(lock_topic(topic), known_names, by=by)


def lock_topic(topic: Topic) -> Topic:
    """The topic as it is now, locked until the transaction ends."""
    return Topic.objects.select_for_update(of=("self",)).select_related("author", "channel").get(pk=topic.pk)


def _check_label(label: str) -> None:
    if label not in Label.values:
        raise Refused("Choose one of the labels.", field="label")

"""Writing and editing posts."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from community.models import Channel, Post, PostRevision, Topic
from community.policies import check_can_edit_post, check_can_reply
from community.scrubbing import risk_of, safe_text
from community.services.events import log_topic_event
from community.services.naming import remember_names
from community.services.reading import mark_read
from community.services.topics import lock_topic, open_topic
from community.states import PostState
from core import richtext
from core.audit.recording import record
from core.errors import Stale
from core.known_names import digests
from core.outbox.queueing import enqueue
from moderation.services import open_review
from moderation.states import Reason, Severity

LONGEST_POST = 20_000
MOST_POSTS_TOGETHER = 20


@transaction.atomic
def write_post(*, topic: Topic, text: str, by: User) -> Post:
    """Add a reply. `community.scrubbing.redaction_notice(post.receipt)` says what was taken out.

    Raises:
        NotAllowed: by anyone but a member, or in a hidden topic.
        Refused: empty, too long or not to be made safe (field "text"); nothing is stored then.
    """
    locked = lock_topic(topic)
    check_can_reply(by, locked)
    safe = safe_text(text, field="text", longest=LONGEST_POST, topic=locked)
    risk = risk_of(safe.text, context=_said_before(locked, by=by))
    now = timezone.now()
    locked.last_number += 1
    locked.reply_count += 1
    locked.bumped_at = now
    post = Post.objects.create(
        topic=locked,
        author=by,
        seq=locked.last_seq + 1,
        number=locked.last_number,
        source=safe.text,
        html=richtext.render(safe.text),
        receipt=safe.receipt | {"risk": risk},
        created_at=now,
    )
    record(by=by, action="post.write", target=post, facts={"topic": locked.pk} | safe.receipt["counts"])
    log_topic_event(locked, "post.created", post=post, with_html=True)
    remember_names(locked, digests(safe.names, discussion=locked.discussion), by=by, but=post.pk)
    mark_read(topic=locked, seq=locked.last_seq, by=by)  # one's own words are no news
    enqueue(topic="post.replied", object_id=post.pk)
    _ask_a_moderator_when_in_doubt(post, by)
    return post


@transaction.atomic
def start_discussion(*, channel: Channel, title: str, text: str, by: User) -> tuple[Topic, Post]:
    """Open a topic without a subject and write its first post: both or neither.

    Raises:
        NotAllowed, Refused: as for `open_topic` and `write_post`.
    """
    topic = open_topic(channel=channel, title=title, by=by)
    post = write_post(topic=topic, text=text, by=by)
    if topic.receipt["doubts"]:
        open_review(
            kind="topic", target_id=topic.pk, revision_id="", reason=Reason.DOUBT, severity=Severity.RAISED, by=by
        )
    return post.topic, post


@transaction.atomic
def edit_post(*, post: Post, text: str, by: User, version: int | None = None) -> Post:
    """Change one's own post; the earlier (scrubbed) words are kept as a revision.

    Args:
        version: the version the person saw; another one means somebody's later edit would be lost.

    Raises:
        NotAllowed: by anyone but its author, or while hidden.
        Refused: as for `write_post`.
        Stale: when `version` is not the current one.
    """
    topic = lock_topic(post.topic)
    locked = Post.objects.select_for_update().get(pk=post.pk)
    locked.topic, locked.author = topic, by
    check_can_edit_post(by, locked)
    if version is not None and version != locked.version:
        raise Stale("You changed this in another window meanwhile. Reload the page.")
    safe = safe_text(text, field="text", longest=LONGEST_POST, topic=topic)
    if safe.text == locked.source:
        return locked
    PostRevision.objects.create(post=locked, version=locked.version, source=locked.source)
    risk = risk_of(safe.text, context=_said_before(topic, by=by, but=locked.pk))
    locked.source, locked.html, locked.receipt = safe.text, richtext.render(safe.text), safe.receipt | {"risk": risk}
    locked.version += 1
    locked.edited_at = timezone.now()
    locked.save()
    record(by=by, action="post.edit", target=locked, facts={"version": locked.version} | safe.receipt["counts"])
    log_topic_event(locked.topic, "post.edited", post=locked, with_html=True)
    remember_names(topic, digests(safe.names, discussion=topic.discussion), by=by, but=locked.pk)
    _ask_a_moderator_when_in_doubt(locked, by)
    return locked


def _said_before(topic: Topic, *, by: User, but: int | None = None) -> dict[str, str]:
    """What this person said in the topic already: details given one reply at a time add up."""
    own = Post.objects.filter(topic=topic, author=by, state=PostState.VISIBLE).exclude(pk=but)
    texts = own.order_by("-number").values_list("source", flat=True)[:MOST_POSTS_TOGETHER]
    title = topic.title if topic.author_id == by.pk and not topic.subject_kind else ""
    return {"title": title, "before": "\n".join(texts)}


def _ask_a_moderator_when_in_doubt(post: Post, by: User) -> None:
    """A person soon looks at what the scrubber doubts, and at what may point to one person; the talk goes on meanwhile."""
    reason = (
        Reason.DOUBT if post.receipt["doubts"] else Reason.RISK if post.receipt["risk"]["requires_review"] else None
    )
    if reason:
        open_review(
            kind="post", target_id=post.pk, revision_id=post.version, reason=reason, severity=Severity.RAISED, by=by
        )

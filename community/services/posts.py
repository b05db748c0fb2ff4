"""Writing and editing posts."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from community.models import Channel, Post, PostRevision, Topic
from community.policies import check_can_edit_post, check_can_reply
from community.scrubbing import safe_text
from community.services.events import log_topic_event
from community.services.reading import mark_read
from community.services.topics import lock_topic, open_topic
from core import richtext
from core.audit.recording import record
from core.errors import Stale
from core.outbox.queueing import enqueue
from moderation.services import open_review
from moderation.states import Reason, Severity

LONGEST_POST = 20_000


@transaction.atomic
def write_post(*, topic: Topic, text: str, by: User) -> Post:
    """Add a reply. `community.scrubbing.redaction_notice(post.receipt)` says what was taken out.

    Raises:
        NotAllowed: by anyone but a member, or in a hidden topic.
        Refused: empty, too long or not to be made safe (field "text"); nothing is stored then.
    """
    locked = lock_topic(topic)
    check_can_reply(by, locked)
    safe = safe_text(text, field="text", longest=LONGEST_POST)
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
        receipt=safe.receipt,
        created_at=now,
    )
    record(by=by, action="post.write", target=post, facts={"topic": locked.pk} | safe.receipt["counts"])
    log_topic_event(locked, "post.created", post=post, with_html=True)
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
    safe = safe_text(text, field="text", longest=LONGEST_POST)
    if safe.text == locked.source:
        return locked
    PostRevision.objects.create(post=locked, version=locked.version, source=locked.source)
    locked.source, locked.html, locked.receipt = safe.text, richtext.render(safe.text), safe.receipt
    locked.version += 1
    locked.edited_at = timezone.now()
    locked.save()
    record(by=by, action="post.edit", target=locked, facts={"version": locked.version} | safe.receipt["counts"])
    log_topic_event(locked.topic, "post.edited", post=locked, with_html=True)
    _ask_a_moderator_when_in_doubt(locked, by)
    return locked


def _ask_a_moderator_when_in_doubt(post: Post, by: User) -> None:
    """What the scrubber doubts about but did not replace is looked at by a person, soon; the talk goes on meanwhile."""
    if post.receipt["doubts"]:
        open_review(
            kind="post",
            target_id=post.pk,
            revision_id=post.version,
            reason=Reason.DOUBT,
            severity=Severity.RAISED,
            by=by,
        )

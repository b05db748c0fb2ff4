"""What is indexed: one document a case, topic or reply that members may read. Built from the database, never from events."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from cases.models import Attachment, Case
from cases.sections import SECTION_NAMES
from cases.states import CaseState, FileState
from community.models import Post, Topic
from community.states import PostState, TopicState

MEMBERS = "members"


@dataclass(frozen=True)
class Document:
    """One thing to find.

    Attributes:
        id: "case:12", "post:34", "topic:5"; unique.
        topic: id of the topic it belongs to, so that a case and its replies can be collapsed.
        audience: tokens of who may read it; a search carries the viewer's tokens as a filter.
        updated: time of the last change, UTC; also the version of external versioning.
    """

    id: str
    kind: str
    title: str
    body: str
    outcome: str = ""
    topic: str = ""
    specialty: str = ""
    channel: str = ""
    author: str = ""
    label: str = ""
    has: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    updated: datetime = field(default_factory=lambda: datetime.now(UTC))
    active: datetime = field(default_factory=lambda: datetime.now(UTC))
    audience: tuple[str, ...] = (MEMBERS,)

    @property
    def year(self) -> str:
        return str(self.updated.year)


def audience_of(viewer: Any) -> tuple[str, ...]:
    """The tokens of a viewer; nobody but members has any."""
    return (MEMBERS,) if getattr(viewer, "is_authenticated", False) and viewer.is_member else ()


def load(document_id: str) -> Document | None:
    """The document as the database has it now; None when members may not read it (any more)."""
    kind, _, pk = document_id.partition(":")
    loaders = {"case": _case, "post": _post, "topic": _topic}
    return loaders[kind](pk) if kind in loaders and pk.isdigit() else None


def every_id() -> list[str]:
    """Ids of everything that may be indexed, for a rebuild."""
    return [
        *(f"case:{pk}" for pk in Case.objects.filter(state=CaseState.PUBLISHED).values_list("pk", flat=True)),
        *(f"topic:{pk}" for pk in Topic.objects.filter(subject_kind="").values_list("pk", flat=True)),
        *(f"post:{pk}" for pk in Post.objects.filter(state=PostState.VISIBLE).values_list("pk", flat=True)),
    ]


def _case(pk: str) -> Document | None:
    case = (
        Case.objects.select_related("author", "topic__channel", "published_revision", "outcome")
        .filter(pk=pk, state=CaseState.PUBLISHED)
        .first()
    )
    if case is None:
        return None
    revision, outcome = case.published_revision, getattr(case, "outcome", None)
    texts = [f"{getattr(revision, name)}" for name in ("question", *SECTION_NAMES[:-1]) if getattr(revision, name)]
    shown = case.attachments.filter(state=FileState.APPROVED)
    has = {_kind_of_file(file) for file in shown} | ({"outcome"} if outcome else set())
    if case.topic.reply_count == 0:
        has.add("no-answer")
    return Document(
        id=f"case:{pk}",
        kind="case",
        title=revision.title,
        body="\n".join([*texts, *(file.alt for file in shown)]),
        outcome="\n".join([outcome.final_diagnosis, outcome.course, outcome.teaching_points]) if outcome else "",
        topic=str(case.topic_id),
        specialty=case.specialty,
        channel=case.topic.channel.slug,
        author=case.author.handle,
        label=case.topic.label,
        has=tuple(sorted(has)),
        updated=case.published_at,
        active=case.topic.bumped_at,
    )


def _kind_of_file(file: Attachment) -> str:
    return "dicom" if any(name.endswith(".dcm") for name in file.files) else "image"


def _topic(pk: str) -> Document | None:
    topic = Topic.objects.select_related("author", "channel").filter(pk=pk, subject_kind="").first()
    if topic is None or topic.state != TopicState.OPEN:
        return None
    return Document(
        id=f"topic:{pk}",
        kind="topic",
        title=topic.title,
        body="",
        topic=pk,
        specialty=topic.channel.specialty,
        channel=topic.channel.slug,
        author=topic.author.handle,
        label=topic.label,
        has=("no-answer",) if topic.reply_count == 0 else (),
        updated=topic.created_at,
        active=topic.bumped_at,
    )


def _post(pk: str) -> Document | None:
    post = Post.objects.select_related("author", "topic__channel").filter(pk=pk, state=PostState.VISIBLE).first()
    if post is None or post.topic.state != TopicState.OPEN:
        return None
    return Document(
        id=f"post:{pk}",
        kind="post",
        title=post.topic.title,
        body=unescape(strip_tags(post.html)),  # as read, without the signs of markdown
        topic=str(post.topic_id),
        specialty=post.topic.channel.specialty,
        channel=post.topic.channel.slug,
        author=post.author.handle,
        label=post.topic.label,
        has=("reference",) if "doi.org" in post.source or "PMID" in post.source else (),
        mentions=tuple(sorted({word[1:].lower() for word in post.source.split() if word.startswith("@")})),
        updated=post.created_at,
        active=post.edited_at or post.created_at,
    )

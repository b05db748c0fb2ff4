"""Documents from the database, as it is now. The only place that decides what may be found."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from django.db.models import Prefetch, QuerySet
from django.utils.html import strip_tags

from accounts.models import User
from accounts.selectors import members
from accounts.specialties import SPECIALTIES
from cases.models import Attachment, Case
from cases.sections import SECTION_NAMES
from cases.states import CaseState, FileState
from community.addressing import handles_in
from community.mentions import references_in
from community.models import Post, Topic
from community.states import PostState, TopicState
from search.documents import Document

_REFERENCE = re.compile(r"\bdoi\.org/|\bdoi:\s*10\.|\bPMID:?\s*\d", re.IGNORECASE)


def load(document_id: str) -> Document | None:
    """One document; None when members may not read it (any more)."""
    return load_many([document_id]).get(document_id)


def load_many(ids: Iterable[str]) -> dict[str, Document]:
    """Those of the documents that members may read, a few queries a kind."""
    by_kind: dict[str, list[str]] = {}
    for document_id in ids:
        kind, _, pk = document_id.partition(":")
        if pk.isdigit():
            by_kind.setdefault(kind, []).append(pk)
    return {
        document.id: document
        for kind, pks in by_kind.items()
        if kind in _KINDS
        for document in map(_KINDS[kind][1], _KINDS[kind][0]().filter(pk__in=pks))
    }


def every_id() -> Iterator[str]:
    """Ids of everything that members may read, for a rebuild."""
    for kind, (queryset, _) in _KINDS.items():
        for pk in queryset().order_by("pk").values_list("pk", flat=True).iterator(chunk_size=5000):
            yield f"{kind}:{pk}"


def ids_of_topic(topic_id: str | int) -> list[str]:
    """The topic, its case and its replies, whatever their state: all may look different after a change of the topic."""
    return [
        f"topic:{topic_id}",
        *(f"case:{pk}" for pk in Case.objects.filter(topic_id=topic_id).values_list("pk", flat=True)),
        *(f"post:{pk}" for pk in Post.objects.filter(topic_id=topic_id).values_list("pk", flat=True)),
    ]


def _cases() -> QuerySet[Case]:
    shown = Prefetch("attachments", Attachment.objects.filter(state=FileState.APPROVED), to_attr="shown_files")
    related = ("author", "topic__channel", "published_revision", "outcome")
    return Case.objects.filter(state=CaseState.PUBLISHED).select_related(*related).prefetch_related(shown)


def _topics() -> QuerySet[Topic]:
    """Topics of their own; the topic of a case is found as the case."""
    return Topic.objects.filter(state=TopicState.OPEN, subject_kind="").select_related("author", "channel")


def _posts() -> QuerySet[Post]:
    posts = Post.objects.filter(state=PostState.VISIBLE, topic__state=TopicState.OPEN)
    return posts.select_related("author", "topic__channel")


def _case(case: Case) -> Document:
    revision, outcome = case.published_revision, getattr(case, "outcome", None)
    texts = [f"{getattr(revision, name)}" for name in ("question", *SECTION_NAMES[:-1]) if getattr(revision, name)]
    has = {_kind_of_file(file) for file in case.shown_files} | ({"outcome"} if outcome else set())
    has |= _has("\n".join(texts), case.topic.reply_count)
    return Document(
        id=f"case:{case.pk}",
        kind="case",
        title=revision.title,
        body="\n".join([*texts, *(file.alt for file in case.shown_files)]),
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


def _topic(topic: Topic) -> Document:
    return Document(
        id=f"topic:{topic.pk}",
        kind="topic",
        title=topic.title,
        body="",
        topic=str(topic.pk),
        specialty=topic.channel.specialty,
        channel=topic.channel.slug,
        author=topic.author.handle,
        label=topic.label,
        has=tuple(sorted(_has("", topic.reply_count))),
        updated=topic.created_at,
        active=topic.bumped_at,
    )


def _post(post: Post) -> Document:
    return Document(
        id=f"post:{post.pk}",
        kind="post",
        title=post.topic.title,
        body=unescape(strip_tags(post.html)),  # as read, without the signs of markdown
        topic=str(post.topic_id),
        specialty=post.topic.channel.specialty,
        channel=post.topic.channel.slug,
        author=post.author.handle,
        label=post.topic.label,
        has=("reference",) if references_in([post]) else (),
        mentions=tuple(sorted(handles_in(post.source))),
        updated=post.created_at,
        active=post.edited_at or post.created_at,
    )


def _member(user: User) -> Document:
    return Document(
        id=f"member:{user.pk}",
        kind="member",
        title=user.handle,
        body=" · ".join(part for part in (user.role_title, SPECIALTIES.get(user.specialty, "")) if part),
        specialty=user.specialty,
        author=user.handle,
        updated=user.created_at,
        active=user.created_at,
    )


def _has(text: str, replies: int | None = None) -> set[str]:
    return ({"reference"} if _REFERENCE.search(text) else set()) | ({"no-answer"} if replies == 0 else set())


def _kind_of_file(file: Attachment) -> str:
    return "dicom" if any(name.endswith(".dcm") for name in file.files) else "image"


_KINDS: dict[str, tuple[Callable[[], QuerySet], Callable[..., Document]]] = {
    "case": (_cases, _case),
    "topic": (_topics, _topic),
    "post": (_posts, _post),
    "member": (members, _member),
}

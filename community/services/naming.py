"""A name taken out of one text of a topic is taken out of all the others, also of those written before."""

from collections.abc import Collection, Iterable

from accounts.models import User
from community.addressing import scrub_but_colleagues
from community.models import Post, Topic
from community.services.events import log_topic_event
from community.states import PostState
from core import richtext
from core.audit.recording import record
from core.known_names import recognised, together
from core.outbox.queueing import enqueue
from core.scrubbing import scrub
from scrubber import name_parts


def remember_names(topic: Topic, known: Iterable[str], *, by: User, but: int | None = None) -> None:
    """Keep digests of names with the locked topic, and take those names out of what was said there before.

    A case and the title it gives its topic are never rewritten: its app is told, and asks a moderator.

    Args:
        known: digests (`core.known_names`) of what was taken out of a text of this discussion.
        but: pk of the post it was taken out of.
    """
    new = [digest for digest in known if digest not in topic.known_names]
    if not new:
        return
    topic.known_names = together(topic.known_names, new)
    topic.save(update_fields=["known_names"])
    if topic.subject_kind:
        enqueue(topic=f"{topic.subject_kind}.names_known", object_id=topic.subject_id)
    posts = topic.posts.exclude(state=PostState.PURGED).exclude(pk=but).prefetch_related("revisions")
    texts = {post: [post.source, *(revision.source for revision in post.revisions.all())] for post in posts}
    said = "\n".join([topic.title, *(text for of_post in texts.values() for text in of_post)])
    names = recognised(said, new, discussion=topic.discussion)
    for post in [post for post, of_post in texts.items() if any(_holds(text, names) for text in of_post)]:
        _take_out(topic, post, names, by=by)
    if not topic.subject_kind and _holds(topic.title, names):
        _take_out_of_title(topic, names, by=by)


def _holds(text: str, names: Collection[str]) -> bool:
    return any(part.casefold() in names for part in name_parts(text))


def _take_out(topic: Topic, post: Post, names: Iterable[str], *, by: User) -> None:
    """The post and its earlier versions without the names; nobody keeps a version that holds them."""

    def without(text: str) -> str:
        return scrub_but_colleagues(text, lambda held: scrub(held, known_names=tuple(names))).text

    for revision in post.revisions.all():
        revision.source = without(revision.source)
        revision.save(update_fields=["source"])
    safe = without(post.source)
    if safe == post.source:
        return
    post.source, post.html = safe, richtext.render(safe)
    post.version += 1
    post.topic = topic
    post.save(update_fields=["source", "html", "version"])
    record(by=by, action="post.name_taken_out", target=post, facts={"version": post.version})
    log_topic_event(topic, "post.edited", post=post, with_html=post.state == PostState.VISIBLE)


def _take_out_of_title(topic: Topic, names: Iterable[str], *, by: User) -> None:
    topic.title = scrub(topic.title, known_names=tuple(names)).text
    topic.save(update_fields=["title"])
    record(by=by, action="topic.name_taken_out", target=topic)
    log_topic_event(topic, "topic.renamed")

"""A name taken out of one post is taken out of all the others of its topic, also of those written before."""

from collections.abc import Iterable

from accounts.models import User
from community.addressing import scrub_but_colleagues
from community.models import Post, Topic
from community.services.events import log_topic_event
from community.states import PostState
from core import richtext
from core.audit.recording import record
from core.known_names import digests, together
from core.scrubbing import scrub
from scrubber import name_parts


def remember_names(topic: Topic, names: Iterable[str], *, by: User, but: int | None = None) -> None:
    """Keep the digests of `names` with the locked topic, and take them out of what was said there before.

    Args:
        names: as the scrubber found them in the text of this request; never stored.
        but: pk of the post they were found in.
    """
    new = [name for name in names if not set(digests([name], discussion=topic.discussion)) <= {*topic.known_names}]
    if not new:
        return
    topic.known_names = together(topic.known_names, digests(new, discussion=topic.discussion))
    topic.save(update_fields=["known_names"])
    parts = {part.casefold() for name in new for part in name_parts(name)}
    for post in topic.posts.exclude(state=PostState.PURGED).exclude(pk=but).prefetch_related("revisions"):
        texts = [post.source, *(revision.source for revision in post.revisions.all())]
        if any(not parts.isdisjoint(map(str.casefold, name_parts(text))) for text in texts):
            _take_out(topic, post, new, by=by)


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

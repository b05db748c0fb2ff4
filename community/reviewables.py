"""How moderation judges replies and discussions: the adapters it is given at start-up.

A topic that belongs to a case is judged as that case; its adapter moves the topic along.
"""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from accounts.models import User
from community.models import Post, Topic
from community.services import (
    hide_post,
    hide_topic,
    purge_post,
    purge_topic,
    remove_post,
    remove_topic,
    restore_post,
    restore_topic,
)
from community.states import PostState, TopicState
from community.subjects import topic_url
from core import richtext
from core.web.redactions import mark_findings
from moderation.registry import NotThere, Snapshot

EXCERPT = 200
_NO_NOTICES: Mapping[str, str] = {}


class PostReviewable:
    """Replies. Revisions are the post's versions."""

    kind = "post"
    label = "Reply"
    notices = _NO_NOTICES

    def snapshot(self, target_id: str, revision_id: str) -> Snapshot:
        post = _post(target_id)
        html = _html_of_version(post, revision_id)
        return Snapshot(
            title=f"Reply {post.number} in “{post.topic.title}”"[:EXCERPT],
            url=f"{topic_url(post.topic)}#post-{post.pk}",
            html=_lit(post, revision_id) or html,
            receipt=post.receipt,
            risk=_risk(post),
            excerpt=strip_tags(html).strip()[:EXCERPT],
            specialty=post.topic.channel.specialty,
        )

    def author(self, target_id: str) -> User:
        return _post(target_id).author

    def visible_to(self, target_id: str, viewer: User) -> bool:
        return target_id.isdigit() and Post.objects.visible_to(viewer).filter(pk=target_id).exists()

    def approve(self, target_id: str, *, revision_id: str, by: User, decision_id: int) -> None:
        self.restore(target_id, by=by)

    def return_to_author(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        """Out of sight; the author reads the rationale and writes anew."""
        self.hide(target_id, by=by)

    def reject(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        self.remove(target_id, by=by)

    def hide(self, target_id: str, *, by: User) -> None:
        hide_post(post=_post(target_id), by=by, on_flag=True)

    def restore(self, target_id: str, *, by: User) -> None:
        restore_post(post=_post(target_id), by=by)

    def remove(self, target_id: str, *, by: User) -> None:
        remove_post(post=_post(target_id), by=by)

    def purge(self, target_id: str, *, by: User) -> dict[str, Any]:
        post = _post(target_id)
        receipt = {"posts": int(post.state != PostState.PURGED), "versions": post.revisions.count()}
        purge_post(post=post, by=by)
        return receipt


class TopicReviewable:
    """Discussions without a subject, judged as a whole: title and first post."""

    kind = "topic"
    label = "Discussion"
    notices = _NO_NOTICES

    def snapshot(self, target_id: str, revision_id: str) -> Snapshot:
        topic = _topic(target_id)
        first = topic.posts.order_by("number").first()
        html = mark_safe(first.html) if first else SafeString()  # sanitised when it was written
        return Snapshot(
            title=topic.title,
            url=topic_url(topic),
            html=format_html("<h3>{}</h3>{}", topic.title, html),
            receipt=topic.receipt,
            excerpt=topic.title[:EXCERPT],
            specialty=topic.channel.specialty,
        )

    def author(self, target_id: str) -> User:
        return _topic(target_id).author

    def visible_to(self, target_id: str, viewer: User) -> bool:
        return target_id.isdigit() and Topic.objects.visible_to(viewer).filter(pk=target_id, subject_kind="").exists()

    def approve(self, target_id: str, *, revision_id: str, by: User, decision_id: int) -> None:
        self.restore(target_id, by=by)

    def return_to_author(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        self.hide(target_id, by=by)

    def reject(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        self.remove(target_id, by=by)

    def hide(self, target_id: str, *, by: User) -> None:
        hide_topic(topic=_topic(target_id), by=by, on_flag=True)

    def restore(self, target_id: str, *, by: User) -> None:
        restore_topic(topic=_topic(target_id), by=by)

    def remove(self, target_id: str, *, by: User) -> None:
        remove_topic(topic=_topic(target_id), by=by)

    def purge(self, target_id: str, *, by: User) -> dict[str, Any]:
        topic = _topic(target_id)
        receipt = {"topics": int(topic.state != TopicState.PURGED), "posts": topic.posts.count()}
        purge_topic(topic=topic, by=by)
        return receipt


def _post(target_id: str) -> Post:
    posts = Post.objects.select_related("author", "topic__channel", "topic__author")
    post = posts.filter(pk=target_id).first() if target_id.isdigit() else None
    if post is None:
        raise NotThere("This reply does not exist.")
    return post


def _topic(target_id: str) -> Topic:
    topics = Topic.objects.select_related("author", "channel").filter(subject_kind="")
    topic = topics.filter(pk=target_id).first() if target_id.isdigit() else None
    if topic is None:
        raise NotThere("This discussion does not exist.")
    return topic


def _html_of_version(post: Post, version: str) -> str:
    if version.isdigit() and int(version) != post.version:
        earlier = post.revisions.filter(version=version).first()
        if earlier is not None:
            return richtext.render(earlier.source)
    return post.html


def _lit(post: Post, version: str) -> SafeString | None:
    """The words as written with the doubtful ones lit; None when nothing is in doubt, or for an earlier version."""
    doubts = post.receipt.get("scrubber", {}).get("doubtful", [])
    if not doubts or (version.isdigit() and int(version) != post.version):
        return None
    marks = [SimpleNamespace(**doubt, reason="The scrubber is not sure.") for doubt in doubts]
    return format_html('<p class="checked-text">{}</p>', mark_findings(post.source, [], doubtful=marks))


def _risk(post: Post) -> dict[str, Any] | None:
    """The stored risk with the words each factor is about, where it is more than low."""
    risk = post.receipt.get("risk", {})
    if risk.get("level", "low") == "low":
        return None
    return {**risk, "factors": [{**f, "words": post.source[f["start"] : f["end"]]} for f in risk["factors"]]}

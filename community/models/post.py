"""Posts and what they said before they were edited."""

from typing import Any

from django.conf import settings
from django.db import models

from community.models.topic import Topic
from community.states import PostState, TopicState


class PostQuerySet(models.QuerySet["Post"]):
    """Posts a viewer may read."""

    def visible_to(self, viewer: Any) -> "PostQuerySet":
        """Visible posts of open topics; hidden and removed ones for their author and for moderators only."""
        if not getattr(viewer, "is_member", False):
            return self.none()
        posts = self.exclude(state=PostState.PURGED).exclude(topic__state=TopicState.PURGED)
        if viewer.is_moderator:
            return posts
        return posts.filter(
            models.Q(state=PostState.VISIBLE) | models.Q(author_id=viewer.pk),
            models.Q(topic__state=TopicState.OPEN) | models.Q(topic__author_id=viewer.pk),
        )


class Post(models.Model):
    """One contribution. Holds scrubbed text only; the words as typed are never stored."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="posts")
    seq = models.PositiveBigIntegerField(help_text="Seq of the event that created it")
    number = models.PositiveIntegerField(help_text="1, 2, 3 … within the topic; never reused")
    source = models.TextField(help_text="Markdown, scrubbed before it is stored")
    html = models.TextField(help_text="Rendered and sanitised once, on write")
    receipt = models.JSONField(default=dict, help_text="What scrubbing did: counts and categories only")
    state = models.CharField(max_length=8, choices=PostState.choices, default=PostState.VISIBLE)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)

    objects = PostQuerySet.as_manager()
    # Set for the page that shows it: its author goes on from the post before.
    follows = False

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["topic", "number"], name="one_post_per_number")]
        indexes = [models.Index(fields=["author", "-id"])]

    def __str__(self) -> str:
        return f"post {self.pk}"


class PostRevision(models.Model):
    """What a post said at an earlier version: scrubbed then, erased with the post on purge."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    source = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["post", "version"], name="one_revision_per_version")]

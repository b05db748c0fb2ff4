"""Topics, the log of what happened in them, and how far each reader got."""

from typing import Any

from django.conf import settings
from django.db import models

from community.models.channel import Channel
from community.states import Label, TopicState


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics a viewer may know of."""

    def visible_to(self, viewer: Any) -> "TopicQuerySet":
        """Open topics for members; hidden ones for their author and for moderators; purged ones for nobody."""
        if not getattr(viewer, "is_member", False):
            return self.none()
        topics = self.exclude(state=TopicState.PURGED)
        if viewer.is_moderator:
            return topics
        return topics.filter(models.Q(state=TopicState.OPEN) | models.Q(author_id=viewer.pk))

    def for_rows(self) -> "TopicQuerySet":
        """With what a row of a list shows, in one query."""
        return self.select_related("author", "channel")


class Topic(models.Model):
    """A discussion. A topic with a subject belongs to another app's page (a case) that shows it."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="topics")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="topics")
    title = models.CharField(max_length=200, help_text="Scrubbed before it is stored")
    receipt = models.JSONField(default=dict, help_text="What scrubbing the title did: counts and categories only")
    label = models.CharField(max_length=12, choices=Label.choices, default=Label.DISCUSSION)
    state = models.CharField(max_length=8, choices=TopicState.choices, default=TopicState.OPEN)
    subject_kind = models.CharField(max_length=20, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    known_names = models.JSONField(default=list, help_text="Digests of names taken out here; see core.known_names")
    last_seq = models.PositiveBigIntegerField(default=0, help_text="Head of this topic's events")
    last_number = models.PositiveIntegerField(default=0, help_text="Number of the latest post")
    reply_count = models.PositiveIntegerField(default=0, help_text="Visible posts")
    created_at = models.DateTimeField()
    bumped_at = models.DateTimeField()

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["-bumped_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id"],
                condition=~models.Q(subject_kind=""),
                name="one_topic_per_subject",
            )
        ]
        indexes = [
            models.Index(fields=["channel", "-bumped_at", "-id"]),
            models.Index(fields=["channel", "label", "-bumped_at", "-id"]),
            models.Index(fields=["-bumped_at", "-id"]),
            models.Index(fields=["label", "-bumped_at", "-id"]),
            models.Index(fields=["channel", "label", "reply_count", "created_at"]),
        ]

    def __str__(self) -> str:
        return f"topic {self.pk}"

    @property
    def discussion(self) -> str:
        """The key its digests of names are made with: that of the case it belongs to, or its own."""
        return f"{self.subject_kind}:{self.subject_id}" if self.subject_kind else f"topic:{self.pk}"


class TopicEvent(models.Model):
    """Something happened in a topic. `seq` is dense (1, 2, 3 …): taken under the topic's row lock."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="events")
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=30)
    post = models.ForeignKey("community.Post", null=True, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["seq"]
        constraints = [models.UniqueConstraint(fields=["topic", "seq"], name="one_topic_event_per_seq")]


class TopicRead(models.Model):
    """How far a member read: events up to `seq`. Only for topics they opened."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="reads")
    seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "topic"], name="one_read_mark_per_topic")]

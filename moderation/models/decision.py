"""Decisions and appeals against them."""

from django.conf import settings
from django.db import models

from moderation.models.item import ReviewItem
from moderation.states import AppealState, Ground, Outcome


class Decision(models.Model):
    """What a moderator decided, and the statement of reasons the author reads (DSA Art. 17)."""

    item = models.ForeignKey(ReviewItem, on_delete=models.PROTECT, related_name="decisions")
    revision_id = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    ground = models.CharField(max_length=20, choices=Ground.choices, blank=True)
    rationale = models.CharField(max_length=2000, blank=True, help_text="Scrubbed before it is stored")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["at"])]


class Appeal(models.Model):
    """The author asks another moderator to look again, once per decision."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="appeal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    statement = models.CharField(max_length=2000, help_text="Scrubbed before it is stored")
    state = models.CharField(max_length=10, choices=AppealState.choices, default=AppealState.WAITING)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    rationale = models.CharField(max_length=2000, blank=True, help_text="Scrubbed before it is stored")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "id"])]

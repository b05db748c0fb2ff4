"""Searches a member keeps. Their text has passed the scrubber before it comes here."""

from django.conf import settings
from django.db import models

LONGEST_SAVED = 400  # characters
RECENT_KEPT = 10


class Frequency(models.TextChoices):
    """When a member hears of new results."""

    AT_ONCE = "at_once", "At once, as a notice"
    DAILY = "daily", "Once a day, as a notice and e-mail"
    WEEKLY = "weekly", "Once a week, as a notice and e-mail"


class SavedSearch(models.Model):
    """A question that is asked again of everything new."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    text = models.CharField(max_length=LONGEST_SAVED)
    frequency = models.CharField(max_length=8, choices=Frequency.choices, default=Frequency.DAILY)
    is_paused = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["owner", "text"], name="saved_once_per_owner")]
        indexes = [models.Index(fields=["is_paused", "created_at"])]


class SavedSearchHit(models.Model):
    """A new document that a saved search found: told once, and only while its owner may read it."""

    saved = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="hits")
    document_id = models.CharField(max_length=40)
    found_at = models.DateTimeField(auto_now_add=True)
    is_told = models.BooleanField(default=False)
    is_seen = models.BooleanField(default=False)

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["saved", "document_id"], name="found_once_per_search")]
        indexes = [models.Index(fields=["saved", "is_told"]), models.Index(fields=["document_id"])]


class RecentSearch(models.Model):
    """The last few questions of a member, for their own eyes."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recent_searches")
    text = models.CharField(max_length=LONGEST_SAVED)
    asked_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["owner", "text"], name="recent_once_per_owner")]
        indexes = [models.Index(fields=["owner", "-asked_at"])]

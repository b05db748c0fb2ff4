"""Confirmed exposures of a patient's identity."""

from datetime import timedelta

from django.db import models

from moderation.models.decision import Decision

# 45 CFR 164.404(b): individuals are notified without unreasonable delay and no later than 60 days after discovery.
NOTIFY_WITHIN = timedelta(days=60)


class Incident(models.Model):
    """A moderator confirmed that a patient was identifiable. Holds clocks and counts, never content."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="incident")
    discovered_at = models.DateTimeField(help_text="When the first flag, or the review, made it known")
    notify_by = models.DateTimeField(help_text="discovered_at + 60 days, 45 CFR 164.404(b)")
    purge_receipt = models.JSONField(default=dict, help_text="Counts of what was erased")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

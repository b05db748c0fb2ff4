"""A redaction its author disputes."""

from django.db import models

from cases.states import DisputeState


class Dispute(models.Model):
    """One redacted span and exactly its surroundings, encrypted until a moderator decided, then erased."""

    revision = models.ForeignKey("cases.CaseRevision", on_delete=models.CASCADE, related_name="disputes")
    field = models.CharField(max_length=20)
    start = models.PositiveIntegerField(help_text="Of the replacement, in the stored text")
    end = models.PositiveIntegerField()
    category = models.CharField(max_length=30)
    sealed = models.BinaryField(help_text="Encrypted: before, span, after", null=True)
    state = models.CharField(max_length=10, choices=DisputeState.choices, default=DisputeState.OPEN)
    decided_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]

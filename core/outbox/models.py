"""The outbox table."""

from django.db import models


class OutboxRow(models.Model):
    """One side effect to do: a topic and an object id, never content. A finished row is deleted."""

    class State(models.TextChoices):
        WAITING = "waiting"
        LEASED = "leased"
        PARKED = "parked"

    topic = models.CharField(max_length=60)
    object_id = models.CharField(max_length=60)
    dedupe_key = models.CharField(max_length=130)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    available_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    fence = models.PositiveIntegerField(default=0, help_text="Grows with every lease: an overtaken worker cannot finis")
    last_error = models.CharField(max_length=120, blank=True, help_text="Class of the last error, never its message")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dedupe_key"], condition=models.Q(state="waiting"), name="one_waiting_row_per_key"
            )
        ]
        indexes = [models.Index(fields=["state", "available_at"])]

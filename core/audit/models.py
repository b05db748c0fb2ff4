"""The audit table. The database itself refuses to update or delete its rows (migration 0002)."""

from django.conf import settings
from django.db import models


class AuditEvent(models.Model):
    """One act. `hash` covers the row and `previous_hash`, so that a changed or missing row breaks the chain."""

    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", help_text="Null: the system"
    )
    action = models.CharField(max_length=64)
    target_kind = models.CharField(max_length=40)
    target_id = models.CharField(max_length=40)
    facts = models.JSONField(default=dict, help_text="Ids, counts and categories only")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["target_kind", "target_id", "id"])]

"""Notices."""

from django.conf import settings
from django.db import models

from core.notifications.kinds import sentence


class Notice(models.Model):
    """One line in a person's notices. `facts` holds ids and categories; the words come from `kinds.py`."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    url = models.CharField(max_length=200)
    facts = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    # Set by `subjects.py` for the page that shows them.
    subject = ""
    times = 0

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["recipient", "-id"]), models.Index(fields=["recipient", "read_at"])]

    @property
    def words(self) -> str:
        """The sentence of its kind."""
        return sentence(self.kind)

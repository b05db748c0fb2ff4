"""How often each document was indexed."""

from django.db import models


class DocumentSequence(models.Model):
    """Counts a document's writes, across workers: an engine keeps the latest, however late an earlier one arrives."""

    document_id = models.CharField(max_length=40, unique=True, help_text='"case:12", "post:34", …')
    sequence = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["document_id"]

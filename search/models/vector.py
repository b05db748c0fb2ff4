"""Meaning worked out once."""

from django.db import models


class DocumentVector(models.Model):
    """The vector of a document as long as its text and the model stay the same; deleted with the document."""

    document_id = models.CharField(max_length=40, unique=True, help_text='"case:12", "post:34", …')
    fingerprint = models.CharField(max_length=32, help_text="of the text and the model")
    vector = models.BinaryField(help_text="384 little-endian float32, unit length")

    class Meta:
        ordering = ["document_id"]

"""What the seeding already did."""

from django.db import models


class SeedStep(models.Model):
    """One step of the demo's story, written in the transaction of the step itself: a killed seeding goes on from there."""

    key = models.CharField(max_length=120, unique=True)
    object_id = models.CharField(max_length=40, blank=True, help_text="What the step made, if later steps need it")
    done_at = models.DateTimeField(auto_now_add=True)

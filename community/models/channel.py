"""Channels: one per specialty, and one for everything else."""

from django.db import models

from accounts.specialties import CHOICES


class Channel(models.Model):
    """A room of topics. Open to every member; the specialty says who is told about news."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    specialty = models.CharField(max_length=40, choices=CHOICES, blank=True)
    description = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    last_seq = models.PositiveBigIntegerField(default=0, help_text="Head of this channel's events")

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["specialty"], condition=~models.Q(specialty=""), name="one_channel_per_specialty"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ChannelEvent(models.Model):
    """Something changed in the list of topics. `seq` is dense: taken under the channel's row lock."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="events")
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=30)
    topic = models.ForeignKey("community.Topic", on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["seq"]
        constraints = [models.UniqueConstraint(fields=["channel", "seq"], name="one_channel_event_per_seq")]

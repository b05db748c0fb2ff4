"""Claims of a profession, and the register snapshot they are checked against."""

from django.conf import settings
from django.db import models

from accounts.specialties import CHOICES
from accounts.states import VerificationState


class RegisterRow(models.Model):
    """One provider of the register snapshot (the columns of NPPES we use). The demo ships a synthetic one."""

    npi = models.CharField(max_length=10, unique=True)
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=60)
    taxonomy_code = models.CharField(max_length=10, help_text="NUCC health care provider taxonomy")
    profession = models.CharField(max_length=60)
    specialty = models.CharField(max_length=40, choices=CHOICES)
    state = models.CharField(max_length=2)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["npi"]


class Verification(models.Model):
    """A person's claim to be the provider with this NPI, and what the registrar made of it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="verifications")
    npi = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=VerificationState.choices, default=VerificationState.CLAIMED)
    claimed_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    rationale = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(state__in=["claimed", "current"]), name="one_live_claim_per_user"
            ),
            models.UniqueConstraint(
                fields=["npi"], condition=models.Q(state="current"), name="one_current_holder_per_npi"
            ),
        ]
        indexes = [models.Index(fields=["state", "claimed_at"])]

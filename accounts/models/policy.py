"""Who accepted which version of the policy, and when."""

from django.conf import settings
from django.db import models


class PolicyAcceptance(models.Model):
    """One acceptance. `text_sha256` pins the exact words."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="policy_acceptances")
    version = models.CharField(max_length=20)
    text_sha256 = models.CharField(max_length=64)
    accepted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "version"], name="one_acceptance_per_version")]

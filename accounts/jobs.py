"""Outbox handlers of this app. Each takes an id, re-loads everything and may run twice."""

from accounts.models import Verification
from accounts.services.verification import EXPIRY_JOB, expire_verification
from core.outbox.queueing import handler


@handler(EXPIRY_JOB)
def expire(object_id: str) -> None:
    """End a verification whose time is over."""
    claim = Verification.objects.filter(pk=object_id).first()
    if claim is not None:
        expire_verification(verification=claim)

"""The life of a verification, as a table."""

from django.db.models import TextChoices


class VerificationState(TextChoices):
    CLAIMED = "claimed", "Waiting for a registrar"
    CURRENT = "current", "Verified"
    DECLINED = "declined", "Declined"
    EXPIRED = "expired", "Expired"
    REVOKED = "revoked", "Revoked"


TRANSITIONS: dict[tuple[str, str], str] = {
    (VerificationState.CLAIMED, "approve"): VerificationState.CURRENT,
    (VerificationState.CLAIMED, "decline"): VerificationState.DECLINED,
    (VerificationState.CURRENT, "expire"): VerificationState.EXPIRED,
    (VerificationState.CURRENT, "revoke"): VerificationState.REVOKED,
}

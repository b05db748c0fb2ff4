"""Reading accounts."""

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import RegisterRow, User, Verification
from accounts.states import VerificationState


def waiting_claims() -> QuerySet[Verification]:
    """Claims a registrar has to decide, oldest first."""
    return Verification.objects.filter(state=VerificationState.CLAIMED).select_related("user").order_by("claimed_at")


def current_claims() -> QuerySet[Verification]:
    """Verifications that hold, latest first."""
    return Verification.objects.filter(state=VerificationState.CURRENT).select_related("user").order_by("-id")


def all_claims() -> QuerySet[Verification]:
    """Every claim with its person."""
    return Verification.objects.select_related("user", "decided_by")


def register_row(npi: str) -> RegisterRow | None:
    """The row of the register snapshot, if any."""
    return RegisterRow.objects.filter(npi=npi).first()


def members() -> QuerySet[User]:
    """Accounts that can be named and found by colleagues: verified once and not suspended."""
    return User.objects.filter(verified_until__isnull=False, suspended_at=None, is_active=True)


def members_of_specialty(specialty: str) -> QuerySet[User]:
    """Current members who practise this specialty."""
    return members().filter(specialty=specialty, verified_until__gt=timezone.now())

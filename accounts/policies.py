"""Who may do what to accounts. Checks come in pairs: `check_can_…` raises, `can_…` answers a template."""

from django.contrib.auth.models import AnonymousUser

from accounts.models import User, Verification
from core.errors import NotAllowed, Refused

Viewer = User | AnonymousUser


def check_can_see_community(user: Viewer) -> None:
    """Members only: verified, trained, not suspended.

    Raises:
        NotAllowed: with what is missing.
    """
    if not user.is_authenticated:
        raise NotAllowed("Sign in to see this.")
    if user.suspended_at is not None:
        raise NotAllowed("Your account is suspended.")
    if not user.is_member:
        raise NotAllowed("Cases and discussions are open to verified clinicians who accepted the policy.")


def can_see_community(user: Viewer) -> bool:
    """Whether `check_can_see_community` passes."""
    return _passes(check_can_see_community, user)


def check_can_claim(user: User) -> None:
    """One live claim at a time (one whose year is over is not live any more); suspended accounts cannot claim."""
    if user.suspended_at is not None:
        raise NotAllowed("Your account is suspended.")
    live = ["claimed", "current"] if user.is_verified else ["claimed"]
    if user.verifications.filter(state__in=live).exists():
        raise Refused("You already have a claim. Wait for the registrar or read the decision.")


def can_claim(user: User) -> bool:
    """Whether `check_can_claim` passes."""
    return _passes(check_can_claim, user)


def check_can_decide_verification(user: User, verification: Verification) -> None:
    """Registrars decide, never on themselves."""
    if not user.is_registrar or user.suspended_at is not None:
        raise NotAllowed("Only a registrar decides on verifications.")
    if verification.user_id == user.pk:
        raise NotAllowed("You cannot decide on your own verification.")


def can_decide_verification(user: User, verification: Verification) -> bool:
    """Whether `check_can_decide_verification` passes."""
    return _passes(check_can_decide_verification, user, verification)


def _passes(check, *args) -> bool:  # type: ignore[no-untyped-def]
    try:
        check(*args)
    except Refused:
        return False
    return True

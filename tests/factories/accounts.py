"""People for tests."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.training import CURRENT_POLICY


def make_user(handle: str, **fields: Any) -> User:
    """An account without any verification."""
    return User.objects.create_user(email=f"{handle}@consilium.example", handle=handle, **fields)


def make_member(handle: str, **fields: Any) -> User:
    """Verified for a year and trained on the current policy."""
    given: dict[str, Any] = {
        "role_title": "Physician",
        "specialty": "cardiology",
        "verified_until": timezone.now() + timedelta(days=365),
        "accepted_policy": CURRENT_POLICY,
    }
    return make_user(handle, **(given | fields))

"""A second factor at sign-in (an authenticator app or a passkey, and recovery codes, by allauth.mfa).

Anybody may have one. Moderators and registrars must, where `STAFF_NEED_SECOND_FACTOR` is on: they see what is hidden.
"""

import base64
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from core.audit.recording import record

#: either will do
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps seeds encrypted, and the second factor of those who need one in place."""

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Not the only one of a person who needs one; a passkey can go, and its owner's role waits until there is another factor."""
        if authenticator.type != Authenticator.Type.TOTP or not is_required(authenticator.user):
            return True
        return _factors(authenticator.user).exclude(pk=authenticator.pk).exists()


def is_required(user: Any) -> bool:
    """Whether this person's role asks for a second factor."""
    return bool(settings.STAFF_NEED_SECOND_FACTOR and (user.is_moderator or user.is_registrar))


def is_missing(user: Any) -> bool:
    """Whether this person has to set one up before they may use their role."""
    return is_required(user) and not _factors(user).exists()


def _factors(user: Any) -> Any:
    return user.authenticator_set.filter(type__in=FACTORS)


def watch() -> None:
    """Called once, when Django is ready: setting up and removing a factor leave an audit event in their transaction.

    allauth's own signals come after the commit, where a crash would lose the event.
    """
    post_save.connect(_saved, sender=Authenticator, dispatch_uid="second factor added")
    post_delete.connect(_deleted, sender=Authenticator, dispatch_uid="second factor removed")


def _saved(instance: Any, created: bool, **_: Any) -> None:
    if created:
        _record("account.factor_add", instance)


def _deleted(instance: Any, **_: Any) -> None:
    _record("account.factor_remove", instance)


@transaction.atomic
def _record(action: str, authenticator: Any) -> None:
    user = authenticator.user
    record(by=user, action=action, target=user, facts={"type": str(authenticator.type)})


def _fernet() -> Fernet:
    key = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"consilium second factor")
    return Fernet(base64.urlsafe_b64encode(key.derive(settings.SECRET_KEY.encode())))

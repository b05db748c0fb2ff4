"""Encryption of what must exist for a short while: quarantined originals and disputed passages."""

import base64
import json

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes


def _derived(secret: str | bytes, purpose: bytes) -> bytes:
    """32 bytes for one purpose, so that no key of the product is used for two (RFC 5869)."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose).derive(force_bytes(secret))


def _box() -> MultiFernet:
    """Seals with today's secret; opens what `SECRET_KEY_FALLBACKS` sealed, so that a rotation loses nothing."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    keys = [base64.urlsafe_b64encode(_derived(secret, b"consilium quarantine")) for secret in secrets]
    return MultiFernet([Fernet(key) for key in keys])


def seal(data: bytes) -> bytes:
    """Encrypt and authenticate."""
    return _box().encrypt(data)


def unseal(sealed: bytes) -> bytes:
    """Decrypt. Raises cryptography.fernet.InvalidToken when the bytes were changed or the key differs."""
    return _box().decrypt(bytes(sealed))


def uid_key_of(case_id: int) -> bytes:
    """The secret under which the DICOM identifiers of one case are mapped: series stay together, nothing leads back."""
    return _derived(settings.SECRET_KEY, f"consilium dicom uid {case_id}".encode())


def seal_passage(*, before: str, span: str, after: str) -> bytes:
    """Seal a disputed span with its surroundings."""
    return seal(json.dumps([before, span, after]).encode())


def unseal_passage(sealed: bytes) -> tuple[str, str, str]:
    """The three parts given to `seal_passage`."""
    before, span, after = json.loads(unseal(sealed))
    return before, span, after

"""Encryption of what must exist for a short while: quarantined originals and disputed passages."""

import base64
import json

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def _fernet() -> Fernet:
    key = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"consilium quarantine").derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(key))


def seal(data: bytes) -> bytes:
    """Encrypt and authenticate."""
    return _fernet().encrypt(data)


def unseal(sealed: bytes) -> bytes:
    """Decrypt. Raises cryptography.fernet.InvalidToken when the bytes were changed or the key differs."""
    return _fernet().decrypt(bytes(sealed))


def seal_passage(*, before: str, span: str, after: str) -> bytes:
    """Seal a disputed span with its surroundings."""
    return seal(json.dumps([before, span, after]).encode())


def unseal_passage(sealed: bytes) -> tuple[str, str, str]:
    """The three parts given to `seal_passage`."""
    before, span, after = json.loads(unseal(sealed))
    return before, span, after

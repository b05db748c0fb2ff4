"""Where files lie: originals encrypted in quarantine, rebuilt ones in a private folder behind personal links."""

import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from cases.models import Attachment
from cases.sealing import seal, unseal

LINK_SECONDS = 15 * 60
_SALT = "cases.file-link"
MIME_BY_SUFFIX = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".pdf": "application/pdf",
    ".dcm": "application/dicom",
}


def put_in_quarantine(*, attachment: Attachment, data: bytes) -> None:
    """Store the original, encrypted, under the attachment's random key; synced to disk before it is acknowledged."""
    path = _quarantine_path(attachment)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("wb") as file:
        file.write(seal(data))
        file.flush()


def read_from_quarantine(attachment: Attachment) -> bytes:
    """The original. Raises FileNotFoundError once it was destroyed."""
    return unseal(_quarantine_path(attachment).read_bytes())


def destroy_original(attachment: Attachment) -> None:
    """Remove the encrypted original for good."""
    _quarantine_path(attachment).unlink(missing_ok=True)


def keep_rebuilt(paths: Iterable[Path]) -> list[str]:
    """Move rebuilt files into the private folder under new random names; returns the names."""
    folder = Path(settings.PRIVATE_FILES_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = []
    for path in paths:
        name = secrets.token_hex(16) + path.suffix.lower()
        (folder / name).write_bytes(path.read_bytes())
        names.append(name)
    return names


def delete_rebuilt(attachment: Attachment) -> None:
    """Remove the rebuilt files of an attachment."""
    for name in attachment.files:
        (Path(settings.PRIVATE_FILES_DIR) / name).unlink(missing_ok=True)


def link_for(*, attachment: Attachment, index: int, viewer: Any) -> str:
    """A link to one rebuilt file that works for this viewer for a quarter of an hour."""
    token = signing.dumps([str(attachment.key), index, viewer.pk], salt=_SALT)
    return reverse("files:serve", kwargs={"token": token})


def read_link(token: str, *, viewer: Any) -> tuple[str, int]:
    """Key and index of a link.

    Raises:
        signing.BadSignature: forged, expired, or made for somebody else.
    """
    key, index, viewer_id = signing.loads(token, salt=_SALT, max_age=LINK_SECONDS)
    if viewer_id != viewer.pk:
        raise signing.BadSignature("made for another viewer")
    return key, index


def path_of(name: str) -> Path:
    """The rebuilt file of a stored name; names are random hex, so anything with a folder in it is refused.

    Raises:
        ValueError: for a name that is not one of ours.
    """
    if Path(name).name != name:
        raise ValueError("not a stored name")
    return Path(settings.PRIVATE_FILES_DIR) / name


def _quarantine_path(attachment: Attachment) -> Path:
    return Path(settings.QUARANTINE_DIR) / attachment.key.hex

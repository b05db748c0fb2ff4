"""Where files lie: originals encrypted in quarantine, rebuilt ones in a private folder behind personal links."""

import os
import secrets
import shutil
import tempfile
import time
import uuid
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from cases.models import Attachment
from cases.sealing import seal, unseal

LINK_SECONDS = 15 * 60
# Links made within the same five minutes are the same address, so that a browser's own cache works.
LINK_STEP = 5 * 60
_SALT = "cases.file-link"
MIME_BY_SUFFIX = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".pdf": "application/pdf",
    ".dcm": "application/dicom",
}


def put_in_quarantine(*, key: uuid.UUID, data: bytes) -> None:
    """Store the original, encrypted, under the attachment's random key; synced to disk before it is acknowledged."""
    path = _quarantine_path(key)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("wb") as file:
        file.write(seal(data))
        file.flush()
        os.fsync(file.fileno())


def read_from_quarantine(attachment: Attachment) -> bytes:
    """The original. Raises FileNotFoundError once it was destroyed."""
    return unseal(_quarantine_path(attachment.key).read_bytes())


@contextmanager
def scratch_folder(key: uuid.UUID) -> Iterator[Path]:
    """A private folder in which one job sees its file in the clear. `tidy` removes what a killed worker left."""
    folder = Path(settings.SCRATCH_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=f"{key.hex}-", dir=folder, ignore_cleanup_errors=True) as own:
        yield Path(own)


def keep_rebuilt(paths: Iterable[Path], *, key: uuid.UUID) -> list[str]:
    """Copy rebuilt files into the private folder under new random names; returns the names."""
    folder = Path(settings.PRIVATE_FILES_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = []
    for path in paths:
        name = f"{key.hex}-{secrets.token_hex(16)}{path.suffix.lower()}"
        with (folder / name).open("wb") as file:
            file.write(path.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        names.append(name)
    return names


def tidy(key: uuid.UUID, *, keep_original: bool, keep_files: Collection[str], keep_scratch: bool = False) -> None:
    """Remove whatever of one attachment its row does not ask for: original, clear copies, rebuilt files. May run twice."""
    if not keep_original:
        _quarantine_path(key).unlink(missing_ok=True)
    if not keep_scratch:
        for folder in Path(settings.SCRATCH_DIR).glob(f"{key.hex}-*"):
            shutil.rmtree(folder, ignore_errors=True)
    for path in Path(settings.PRIVATE_FILES_DIR).glob(f"{key.hex}-*"):
        if path.name not in keep_files:
            path.unlink(missing_ok=True)


def sweep_quarantine(*, older_than: float) -> int:
    """Remove originals written more than `older_than` seconds ago, row or none: a crash may leave one without a row."""
    stale = [
        path for path in Path(settings.QUARANTINE_DIR).glob("*") if path.stat().st_mtime < time.time() - older_than
    ]
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale)


def link_for(*, attachment: Attachment, index: int, viewer: Any, frame: int | None = None) -> str:
    """A link to one rebuilt file, or to one frame of it, that works for this viewer for fifteen to twenty minutes."""
    expires = (int(time.time()) // LINK_STEP + 1) * LINK_STEP + LINK_SECONDS
    token = signing.Signer(salt=_SALT).sign_object([attachment.key.hex, index, viewer.pk, expires])
    if frame is None:
        return reverse("files:serve", kwargs={"token": token})
    return reverse("files:frame", kwargs={"token": token, "number": frame})


def read_link(token: str, *, viewer: Any) -> tuple[str, int, int]:
    """Key and index of a link, and the seconds it has left.

    Raises:
        signing.BadSignature: forged, expired, or made for somebody else.
    """
    key, index, viewer_id, expires = signing.Signer(salt=_SALT).unsign_object(token)
    left = expires - int(time.time())
    if left <= 0:
        raise signing.SignatureExpired("too old")
    if viewer_id != viewer.pk:
        raise signing.BadSignature("made for another viewer")
    return key, index, left


def path_of(name: str) -> Path:
    """The rebuilt file of a stored name; names are random hex, so anything with a folder in it is refused.

    Raises:
        ValueError: for a name that is not one of ours.
    """
    if Path(name).name != name:
        raise ValueError("not a stored name")
    return Path(settings.PRIVATE_FILES_DIR) / name


def _quarantine_path(key: uuid.UUID) -> Path:
    return Path(settings.QUARANTINE_DIR) / key.hex

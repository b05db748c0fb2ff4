"""What lies on disk, by folder, and a file checked at once."""

from pathlib import Path

from django.conf import settings

from cases.jobs import scrub_attachment


def files_in(*names):
    folders = (Path(getattr(settings, name)) for name in names)
    return [path for folder in folders if folder.exists() for path in folder.rglob("*") if path.is_file()]


def originals():
    return files_in("QUARANTINE_DIR")


def rebuilt():
    return files_in("PRIVATE_FILES_DIR")


def everything():
    return files_in("QUARANTINE_DIR", "PRIVATE_FILES_DIR", "SCRATCH_DIR")


def checked(attachment):
    scrub_attachment(str(attachment.pk))
    attachment.refresh_from_db()
    return attachment

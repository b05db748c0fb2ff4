"""Files of a case: quarantine, job, verdict, and who may see what."""

import re
import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Attachment, Case
from cases.policies import check_can_edit, check_can_judge
from cases.sealing import seal
from cases.services.locking import lock
from cases.states import FILE_TRANSITIONS
from cases.storage import put_in_quarantine, tidy
from core.audit.recording import record
from core.errors import Refused, Stale
from core.outbox.queueing import enqueue
from core.scrubbing import scrubbed

LARGEST_FILE = 50 * 1024 * 1024  # bytes
MOST_FILES = 12
JOB = "attachment.scrub"
TIDY = "attachment.tidy"
EXPIRE = "attachment.expire"
# An original nobody sends on is destroyed after this long; the rebuilt file stays.
QUARANTINE_LASTS = timedelta(days=7)
# A check takes seconds; after this long its author may ask for it again.
CHECK_TAKES = timedelta(minutes=2)
# Kinds a browser draws and runs nothing of: only these are shown to their own author before they are rebuilt.
DRAWABLE = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"RIFF": "image/webp", b"GIF8": "image/gif"}
CONSENT_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9/._-]{3,39}")


def add_file(*, case: Case, data: bytes, alt: str, by: User) -> Attachment:
    """Quarantine an upload, encrypted under a random key, and queue its job. The upload's name is never seen here.

    Raises:
        Refused: empty, over 50 MB, more than twelve files, or without a usable description.
    """
    key = uuid.uuid4()
    try:
        return _add_file(key=key, case=case, data=data, alt=alt, by=by)
    except BaseException:
        tidy(key, keep_original=False, keep_files=())  # no row came to be, so no byte may stay
        raise


@transaction.atomic
def _add_file(*, key: uuid.UUID, case: Case, data: bytes, alt: str, by: User) -> Attachment:
    case = lock(case)
    check_can_edit(by, case)
    if not data:
        raise Refused("The file is empty.", field="file")
    if len(data) > LARGEST_FILE:
        raise Refused("The file is larger than 50 MB.", field="file")
    if case.attachments.count() >= MOST_FILES:
        raise Refused(f"A case holds at most {MOST_FILES} files.", field="file")
    attachment = Attachment.objects.create(
        case=case, key=key, alt=_safe_alt(alt), position=case.attachments.count(), original_mime=_drawable_as(data)
    )
    enqueue(topic=JOB, object_id=attachment.pk)
    enqueue(topic=EXPIRE, object_id=attachment.pk, delay=QUARANTINE_LASTS)
    record(by=by, action="file.add", target=attachment, facts={"case": case.pk, "bytes": len(data)})
    put_in_quarantine(key=attachment.key, data=data)
    return attachment


@transaction.atomic
def cover_more(*, attachment: Attachment, boxes: Sequence[dict[str, Any]], by: User) -> Attachment:
    """Run the job again with boxes the author drew (pixels of a frame). Covering is never undone this way.

    Raises:
        Stale: when nothing is left to check again, or the file is being checked.
    """
    attachment, case = _locked(attachment)
    check_can_edit(by, case)
    if not attachment.can_be_checked_again:
        raise Stale("The original was destroyed. Upload the file again to cover more.")
    attachment.own_boxes = [*attachment.own_boxes, *boxes]
    _check_again(attachment)
    record(by=by, action="file.cover", target=attachment, facts={"boxes": len(boxes)})
    return attachment


@transaction.atomic
def keep_face(*, attachment: Attachment, consent_reference: str, by: User) -> Attachment:
    """The face is the clinical point: leave it visible and hold the file until a moderator has seen the reference.

    Args:
        consent_reference: where the patient's consent is recorded ("CONS-2024-0173"); stored encrypted.

    Raises:
        Refused: without a reference in one piece, so that no name can be put there.
        Stale: when the original is gone.
    """
    attachment, case = _locked(attachment)
    check_can_edit(by, case)
    reference = consent_reference.strip()
    if not CONSENT_REFERENCE.fullmatch(reference):
        raise Refused(
            "Give the reference of the recorded consent: 4 to 40 letters, digits and dashes, no spaces.",
            field="consent_reference",
        )
    if not (attachment.mime or attachment.original_mime).startswith("image/"):
        raise Refused("Only in a picture can a face stay visible. In DICOM and PDF files faces are always covered.")
    if not attachment.quarantined:
        raise Stale("The original was destroyed. Upload the file again to show the face.")
    attachment.face_needed, attachment.consent_sealed = True, seal(reference.encode())
    _check_again(attachment)
    record(by=by, action="file.keep_face", target=attachment, facts={"case": case.pk})
    return attachment


@transaction.atomic
def retry_file(*, attachment: Attachment, by: User) -> Attachment:
    """Check once more: a file held because its check died, or one whose check takes too long.

    Raises:
        Stale: when a check is under way, or nothing is left to check.
    """
    attachment, case = _locked(attachment)
    check_can_edit(by, case)
    if not attachment.can_be_checked_again:
        raise Stale("The original was destroyed. Upload the file again.")
    if attachment.in_progress:
        if attachment.state_since > timezone.now() - CHECK_TAKES:
            raise Stale("It is being checked right now. This usually takes a few seconds.")
        attachment.state_since = timezone.now()
        attachment.save(update_fields=["state_since"])
        enqueue(topic=JOB, object_id=attachment.pk)
    else:
        _check_again(attachment)
    record(by=by, action="file.retry", target=attachment, facts={"case": case.pk})
    return attachment


@transaction.atomic
def remove_file(*, attachment: Attachment, by: User) -> None:
    """Cancel or take back a file: original and rebuilt files are deleted."""
    attachment, case = _locked(attachment)
    check_can_edit(by, case)
    record(by=by, action="file.remove", target=attachment, facts={"case": case.pk})
    _tidy_later(attachment.key)
    attachment.delete()


@transaction.atomic
def judge_file(*, attachment: Attachment, approve: bool, by: User) -> Attachment:
    """A moderator's word on one file of a case under review.

    Raises:
        Refused: approving a file of which nothing could be rebuilt, or a face without a recorded consent.
    """
    attachment, case = _locked(attachment)
    check_can_judge(by, case)
    if approve and not attachment.files:
        raise Refused("Nothing of this file could be rebuilt, so it cannot be shown.")
    if approve and attachment.face_needed and not attachment.consent_sealed:
        raise Refused("A face is visible and no consent is recorded. Return the case, or delete this file.")
    move_file(attachment, "approve" if approve else "decline")
    if not approve:
        attachment.files, attachment.quarantined = [], False
        _tidy_later(attachment.key)
    attachment.save()
    record(by=by, action="file.judge", target=attachment, facts={"approved": approve, "case": case.pk})
    return attachment


def destroy_original(attachment: Attachment) -> None:
    """In the caller's transaction: the row says so at once, the disk as soon as the outbox runs."""
    attachment.quarantined = False
    attachment.save(update_fields=["quarantined"])
    _tidy_later(attachment.key)


def destroy_originals(case: Case) -> None:
    """After the verdict no original exists any more."""
    for attachment in case.attachments.filter(quarantined=True):
        destroy_original(attachment)


def delete_files(case: Case) -> None:
    """In the caller's transaction: every file of a case goes, row and disk."""
    for attachment in case.attachments.all():
        _tidy_later(attachment.key)
    case.attachments.all().delete()


def move_file(attachment: Attachment, verb: str) -> None:
    """Set the next state, unsaved. Raises Stale when the table knows no such step."""
    try:
        attachment.state = FILE_TRANSITIONS[attachment.state, verb]
    except KeyError:
        raise Stale("This file changed meanwhile. Reload the page.") from None


def _check_again(attachment: Attachment) -> None:
    move_file(attachment, "recheck")
    attachment.state_since = timezone.now()
    attachment.save()
    enqueue(topic=JOB, object_id=attachment.pk)


def _tidy_later(key: uuid.UUID) -> None:
    """Queue the removal from disk of whatever the row, or its absence, does not ask for."""
    enqueue(topic=TIDY, object_id=key.hex)


def _locked(attachment: Attachment) -> tuple[Attachment, Case]:
    case = lock(attachment.case)
    found = Attachment.objects.select_for_update().filter(pk=attachment.pk).first()
    if found is None:
        raise Stale("This file was removed meanwhile.")
    return found, case


def _drawable_as(data: bytes) -> str:
    return next((mime for magic, mime in DRAWABLE.items() if data.startswith(magic)), "")


def _safe_alt(alt: str) -> str:
    alt = " ".join(alt.split())
    if len(alt) < 5:
        raise Refused("Describe the picture for people who cannot see it.", field="alt")
    return scrubbed(alt, field="alt", longest=300)

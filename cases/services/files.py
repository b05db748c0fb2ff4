"""Files of a case: quarantine, job, verdict, and who may see what."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.models import Attachment, Case
from cases.policies import check_can_edit, check_can_judge
from cases.services.locking import lock
from cases.states import FILE_TRANSITIONS
from cases.storage import delete_rebuilt, destroy_original, put_in_quarantine
from core.audit.recording import record
from core.errors import Refused, Stale
from core.outbox.queueing import enqueue
from scrubber import Verdict, scrub

LARGEST_FILE = 50 * 1024 * 1024  # bytes
MOST_FILES = 12
JOB = "attachment.scrub"


@transaction.atomic
def add_file(*, case: Case, data: bytes, alt: str, by: User) -> Attachment:
    """Quarantine an upload, encrypted under a random key, and queue its job. The upload's name is never seen here.

    Raises:
        Refused: empty, over 50 MB, more than twelve files, or without a usable description.
    """
    case = lock(case)
    check_can_edit(by, case)
    if not data:
        raise Refused("The file is empty.", field="file")
    if len(data) > LARGEST_FILE:
        raise Refused("The file is larger than 50 MB.", field="file")
    if case.attachments.count() >= MOST_FILES:
        raise Refused(f"A case holds at most {MOST_FILES} files.", field="file")
    attachment = Attachment.objects.create(case=case, alt=_safe_alt(alt), position=case.attachments.count())
    put_in_quarantine(attachment=attachment, data=data)
    enqueue(topic=JOB, object_id=attachment.pk)
    record(by=by, action="file.add", target=attachment, facts={"case": case.pk, "bytes": len(data)})
    return attachment


@transaction.atomic
def cover_more(*, attachment: Attachment, boxes: Sequence[dict[str, Any]], by: User) -> Attachment:
    """Run the job again with boxes the author drew (pixels of the original). Covering is never undone this way.

    Raises:
        Stale: when the original is gone or the file is being checked.
    """
    attachment, case = _locked(attachment)
    check_can_edit(by, case)
    if not attachment.quarantined:
        raise Stale("The original was destroyed. Upload the file again to cover more.")
    move_file(attachment, "recheck")
    attachment.own_boxes = [*attachment.own_boxes, *boxes]
    attachment.save()
    enqueue(topic=JOB, object_id=attachment.pk, dedupe_key=f"{JOB}:{attachment.pk}:{secrets.token_hex(4)}")
    record(by=by, action="file.cover", target=attachment, facts={"boxes": len(boxes)})
    return attachment


@transaction.atomic
def remove_file(*, attachment: Attachment, by: User) -> None:
    """Cancel or take back a file: original and rebuilt files are deleted."""
    attachment, case = _locked(attachment)
    check_can_edit(by, case)
    record(by=by, action="file.remove", target=attachment, facts={"case": case.pk})
    transaction.on_commit(lambda: destroy_original(attachment))
    transaction.on_commit(lambda: delete_rebuilt(attachment))
    attachment.delete()


@transaction.atomic
def judge_file(*, attachment: Attachment, approve: bool, by: User) -> Attachment:
    """A moderator's word on one file of a case under review.

    Raises:
        Refused: approving a file of which nothing could be rebuilt.
    """
    attachment, case = _locked(attachment)
    check_can_judge(by, case)
    if approve and not attachment.files:
        raise Refused("Nothing of this file could be rebuilt, so it cannot be shown.")
    move_file(attachment, "approve" if approve else "decline")
    if not approve:
        delete_rebuilt(attachment)
        attachment.files = []
    attachment.save()
    record(by=by, action="file.judge", target=attachment, facts={"approved": approve, "case": case.pk})
    return attachment


def destroy_originals(case: Case) -> None:
    """After the verdict no original exists any more."""
    for attachment in case.attachments.filter(quarantined=True):
        attachment.quarantined = False
        attachment.save(update_fields=["quarantined"])
        transaction.on_commit(lambda attachment=attachment: destroy_original(attachment))


def move_file(attachment: Attachment, verb: str) -> None:
    """Set the next state, unsaved. Raises Stale when the table knows no such step."""
    try:
        attachment.state = FILE_TRANSITIONS[attachment.state, verb]
    except KeyError:
        raise Stale("This file changed meanwhile. Reload the page.") from None


def _locked(attachment: Attachment) -> tuple[Attachment, Case]:
    case = lock(attachment.case)
    return Attachment.objects.select_for_update().get(pk=attachment.pk), case


def _safe_alt(alt: str) -> str:
    alt = " ".join(alt.split())
    if len(alt) < 5:
        raise Refused("Describe the picture for people who cannot see it.", field="alt")
    result = scrub(alt)
    if result.verdict is Verdict.BLOCKED:
        raise Refused("The description holds too much that identifies someone.", field="alt")
    return result.text[:300]

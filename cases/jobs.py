"""Outbox handlers of this app. Each takes an id, re-loads everything and may run twice."""

import uuid
from dataclasses import asdict
from pathlib import Path

from django.db import transaction
from django.urls import reverse

from accounts.selectors import members_of_specialty
from cases.models import Attachment, Case
from cases.naming import names_left_in
from cases.sealing import uid_key_of
from cases.services.files import EXPIRE, JOB, QUARANTINE_LASTS, TIDY, destroy_original, move_file
from cases.states import FileState
from cases.storage import keep_rebuilt, path_of, read_from_quarantine, scratch_folder, sweep_quarantine, tidy
from core.audit.recording import SYSTEM, record
from core.known_names import recognised
from core.notifications.notifying import notify
from core.outbox.queueing import handler
from moderation.services import open_review
from moderation.states import Reason, Severity
from scrubber.media import CLINICAL_WORDS, Box, MediaResult, clean_in_child

VERBS = {"cleaned": "clean", "held": "hold", "rejected": "refuse"}
FACE_REASON = "A face stays visible because it is the clinical point. A moderator compares the recorded consent."


@handler(JOB)
def scrub_attachment(object_id: str) -> None:
    """Rebuild one quarantined file in a limited child process and store the verdict.

    A worker that dies here leaves its outbox row leased: another takes it when the lease ends, and the first thing it
    does is to remove the clear copy the dead one left.
    """
    attachment = Attachment.objects.filter(pk=object_id, state=FileState.CHECKING).first()
    if attachment is None:
        return
    tidy(attachment.key, keep_original=attachment.quarantined, keep_files=attachment.files)
    with scratch_folder(attachment.key) as folder:
        source, out = folder / "upload", folder / "out"
        out.mkdir()
        source.write_bytes(_source_of(attachment))
        result = _clean(attachment, source, out)
        names = keep_rebuilt(result.files, key=attachment.key) if result.outcome != "rejected" else []
    _store(attachment, result, names)
    tidy_attachment(attachment.key.hex)


def _source_of(attachment: Attachment) -> bytes:
    """The original; once it is destroyed, the rebuilt file, which can be covered further but not uncovered."""
    if attachment.quarantined:
        return read_from_quarantine(attachment)
    return path_of(attachment.files[0]).read_bytes()


def _clean(attachment: Attachment, source: Path, out: Path) -> MediaResult:
    case, boxes = attachment.case, tuple(Box(**box) for box in attachment.own_boxes)
    # "max" stays readable beside a scale, but not where the case named a Max
    names = recognised(" ".join(sorted(CLINICAL_WORDS)), case.known_names, discussion=case.discussion)
    return clean_in_child(
        source, out, must_hide=names, extra_boxes=boxes, uid_key=uid_key_of(case.pk), keep_faces=attachment.face_needed
    )


@transaction.atomic
def _store(attachment: Attachment, result: MediaResult, names: list[str]) -> None:
    found = Attachment.objects.select_for_update().filter(pk=attachment.pk, state=FileState.CHECKING).first()
    if found is None:  # removed, or finished by somebody else
        return
    outcome, reasons = result.outcome, list(result.reasons)
    if found.face_needed and outcome != "rejected":
        outcome, reasons = "held", reasons or [FACE_REASON]
    move_file(found, VERBS[outcome])
    found.files, found.mime = names, result.mime
    found.width, found.height, found.frames = result.width, result.height, result.frames
    found.masks = [asdict(box) for box in result.masks]
    found.reasons, found.report = reasons, result.report
    found.save()
    if found.state == FileState.REFUSED:
        destroy_original(found)
    facts = {"outcome": outcome, "masks": len(result.masks), "case": found.case_id}
    record(by=SYSTEM, action="file.verdict", target=found, facts=facts)
    kind = "attachment.ready" if outcome == "cleaned" else "attachment.held"
    notify(to=found.case.author, kind=kind, url=reverse("cases:files", args=[found.case_id]))


@handler(TIDY)
def tidy_attachment(object_id: str) -> None:
    """Remove from disk whatever of an attachment (by key) its row does not ask for; everything once the row is gone."""
    key = uuid.UUID(hex=object_id)
    found = Attachment.objects.filter(key=key).first()
    if found is None:
        tidy(key, keep_original=False, keep_files=())
        return
    tidy(key, keep_original=found.quarantined, keep_files=found.files, keep_scratch=found.in_progress)


@handler(EXPIRE)
@transaction.atomic
def expire_original(object_id: str) -> None:
    """Destroy an original that nobody sent on; its rebuilt file stays with the draft."""
    sweep_quarantine(older_than=QUARANTINE_LASTS.total_seconds() + 3600)
    attachment = Attachment.objects.select_for_update().filter(pk=object_id, quarantined=True).first()
    if attachment is None:
        return
    if attachment.in_progress:  # its check never came to an end
        move_file(attachment, "refuse")
        attachment.reasons = ["The file could not be checked within a week. Upload it again."]
        attachment.save()
    destroy_original(attachment)
    record(by=SYSTEM, action="file.expire", target=attachment, facts={"case": attachment.case_id})


@handler("case.tell_specialty")
@transaction.atomic
def tell_specialty(object_id: str) -> None:
    """Tell the members of a case's specialty that it was published; each at most once."""
    case = Case.objects.filter(pk=object_id, state="published").first()
    if case is None:
        return
    url = reverse("cases:detail", args=[case.pk])
    told = set(
        case.author.notices.model.objects.filter(kind="case.in_specialty", url=url).values_list(
            "recipient_id", flat=True
        )
    )
    for member in members_of_specialty(case.specialty).exclude(pk__in=[*told, case.author_id]):
        notify(to=member, kind="case.in_specialty", url=url)


@handler("case.names_known")
@transaction.atomic
def look_for_names(object_id: str) -> None:
    """Ask a moderator to look at a published case in which a name stands that its discussion brought to light."""
    case = Case.objects.filter(pk=object_id, state="published").select_related("published_revision").first()
    if case is None or case.published_revision is None or not names_left_in(case.published_revision, case):
        return
    open_review(
        kind="case",
        target_id=case.pk,
        revision_id=case.published_revision.pk,
        reason=Reason.FLAG,
        severity=Severity.URGENT,
        by=SYSTEM,
    )

"""Outbox handlers of this app. Each takes an id, re-loads everything and may run twice."""

import tempfile
from pathlib import Path

from django.db import transaction
from django.urls import reverse

from accounts.selectors import members_of_specialty
from cases.models import Attachment, Case
from cases.services.files import JOB, move_file
from cases.states import FileState
from cases.storage import delete_rebuilt, destroy_original, keep_rebuilt, read_from_quarantine
from core.audit.recording import SYSTEM, record
from core.notifications.notifying import notify
from core.outbox.queueing import handler
from scrubber.media import Box, MediaResult, clean_in_child

VERBS = {"cleaned": "clean", "held": "hold", "rejected": "refuse"}


@handler(JOB)
def scrub_attachment(object_id: str) -> None:
    """Rebuild one quarantined file in a limited child process and store the verdict."""
    attachment = Attachment.objects.filter(pk=object_id, state=FileState.CHECKING, quarantined=True).first()
    if attachment is None:
        return
    with tempfile.TemporaryDirectory(prefix="consilium-media-") as folder:
        source, out = Path(folder) / "upload", Path(folder) / "out"
        out.mkdir()
        source.write_bytes(read_from_quarantine(attachment))
        boxes = [Box(**box) for box in attachment.own_boxes]
        result = clean_in_child(source, out, extra_boxes=tuple(boxes))
        names = keep_rebuilt(result.files) if result.outcome != "rejected" else []
    _store(attachment, result, names)


@transaction.atomic
def _store(attachment: Attachment, result: MediaResult, names: list[str]) -> None:
    attachment = Attachment.objects.select_for_update().get(pk=attachment.pk)
    if attachment.state != FileState.CHECKING:
        return
    delete_rebuilt(attachment)
    move_file(attachment, VERBS[result.outcome])
    attachment.files, attachment.mime = names, result.mime
    attachment.width, attachment.height = result.width, result.height
    attachment.masks = [
        {"x": box.x, "y": box.y, "w": box.w, "h": box.h, "frame": box.frame, "why": box.why} for box in result.masks
    ]
    attachment.reasons, attachment.report = list(result.reasons), result.report
    if attachment.state == FileState.REFUSED:
        attachment.quarantined = False
        transaction.on_commit(lambda: destroy_original(attachment))
    attachment.save()
    facts = {"outcome": result.outcome, "masks": len(result.masks), "case": attachment.case_id}
    record(by=SYSTEM, action="file.verdict", target=attachment, facts=facts)
    kind = "attachment.ready" if result.outcome == "cleaned" else "attachment.held"
    notify(to=attachment.case.author, kind=kind, url=reverse("cases:files", args=[attachment.case_id]))


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

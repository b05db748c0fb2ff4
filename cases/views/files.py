"""Files of a case as their author handles them: adding, watching, covering, trying again, removing."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.forms import FileForm
from cases.models import Attachment, Case
from cases.selectors import access_attachment, own_case
from cases.services import add_file, cover_more, keep_face, remove_file, retry_file
from cases.services.files import CHECK_TAKES, LARGEST_FILE, MOST_FILES
from cases.states import FileState
from cases.views.pictures import picture_rows
from cases.views.steps import steps_at
from core.errors import NotAllowed, Refused
from core.web.access import member_required

MOST_BOXES = 100
LARGEST_SIDE = 20_000  # pixels: no admitted picture is longer
NEXT_STEPS = {
    FileState.CHECKING: "Usually a few seconds. You may go on; it continues without you.",
    FileState.CLEANED: "Hidden data is gone. Look at it once: what you still recognise, cover.",
    FileState.HELD: "A moderator looks at it, usually within an hour. You can send the case now.",
    FileState.REFUSED: "Nothing of it was kept. Export it as JPEG, PNG, DICOM or PDF and upload that.",
    FileState.APPROVED: "Colleagues see it with the published case.",
    FileState.DECLINED: "A moderator did not accept it and it was deleted. Remove it, or upload another.",
}


@member_required
@require_http_methods(["GET", "POST"])
def file_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The author's files with their state; a POST adds one."""
    case = own_case(author=request.user, pk=pk)
    form = FileForm(request.POST or None, request.FILES or None)
    as_json = request.headers.get("Accept") == "application/json"
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data["file"].read()
            attachment = add_file(case=case, data=data, alt=form.cleaned_data["alt"], by=request.user)
        except NotAllowed:
            raise
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            if as_json:
                return JsonResponse(_state(attachment), status=201)
            return redirect("cases:files", pk=case.pk)
    if request.method == "POST" and as_json:
        return JsonResponse({"errors": form.errors}, status=422)
    return _page(request, case, form, status=422 if request.method == "POST" else 200)


@member_required
@never_cache
@require_GET
def state(request: HttpRequest, key: str) -> HttpResponse:
    """Where one file stands, for its author: JSON, or the tile as a fragment for htmx."""
    attachment = _own_file(request, key)
    if request.htmx:
        context = {"row": _tile_rows(request, [attachment])[0], "case": attachment.case}
        return render(request, "cases/file_tile.html", context)
    return JsonResponse(_state(attachment))


@member_required
@require_POST
def cover(request: HttpRequest, key: str) -> HttpResponse:
    """Boxes the author drew, as a JSON list of {x, y, w, h, frame} in pixels of a frame; `frame` null: all frames."""
    attachment = access_attachment(viewer=request.user, key=key)
    boxes = _boxes(request.POST.get("boxes", "[]"))
    cover_more(attachment=attachment, boxes=boxes, by=request.user)
    return _back_to(attachment)


@member_required
@require_POST
def face(request: HttpRequest, key: str) -> HttpResponse:
    """The face is the clinical point: the reference of the recorded consent."""
    attachment = access_attachment(viewer=request.user, key=key)
    typed = request.POST.get("consent_reference", "")
    try:
        keep_face(attachment=attachment, consent_reference=typed, by=request.user)
    except NotAllowed:
        raise
    except Refused as error:
        if not error.field:
            raise
        problem = {"key": attachment.key, "typed": typed, "message": str(error)}
        return _page(request, attachment.case, FileForm(), status=422, problem=problem)
    return _back_to(attachment)


@member_required
@require_POST
def retry(request: HttpRequest, key: str) -> HttpResponse:
    attachment = access_attachment(viewer=request.user, key=key)
    retry_file(attachment=attachment, by=request.user)
    return _back_to(attachment)


@member_required
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    attachment = access_attachment(viewer=request.user, key=key)
    remove_file(attachment=attachment, by=request.user)
    return redirect("cases:files", pk=attachment.case_id)


def _own_file(request: HttpRequest, key: str) -> Attachment:
    attachment = access_attachment(viewer=request.user, key=key)
    if attachment.case.author_id != request.user.pk:
        raise Http404
    return attachment


def _back_to(attachment: Attachment) -> HttpResponse:
    return redirect(f"{reverse('cases:files', args=[attachment.case_id])}#file-{attachment.key}")


def _page(
    request: HttpRequest, case: Case, form: FileForm, *, status: int, problem: dict[str, Any] | None = None
) -> HttpResponse:
    rows = _tile_rows(request, list(case.attachments.all()))
    for row in rows:
        row["problem"] = problem if problem and problem["key"] == row["attachment"].key else None
    context = {
        "case": case,
        "steps": steps_at(case, "Pictures"),
        "form": form,
        "rows": rows,
        "waiting": any(row["attachment"].in_progress for row in rows),
        "room": MOST_FILES - len(rows),
        "largest": LARGEST_FILE,
    }
    return render(request, "cases/files.html", context, status=status)


def _tile_rows(request: HttpRequest, attachments: list[Attachment]) -> list[dict[str, Any]]:
    rows = picture_rows(attachments, request.user)
    for row in rows:
        row["next_step"] = _next_step(row["attachment"])
        row["can_retry"] = _can_retry(row["attachment"])
    return rows


def _next_step(attachment: Attachment) -> str:
    if attachment.state == FileState.HELD and not attachment.files:
        return "Nothing of it can be shown yet. Try again, or remove it and upload another version."
    return NEXT_STEPS.get(attachment.state, "")


def _can_retry(attachment: Attachment) -> bool:
    """A check that died, or one that takes too long."""
    if attachment.in_progress:
        return attachment.state_since < timezone.now() - CHECK_TAKES
    return attachment.state == FileState.HELD and attachment.quarantined and not attachment.files


def _state(attachment: Attachment) -> dict[str, Any]:
    return {
        "key": str(attachment.key),
        "state": attachment.state,
        "label": attachment.get_state_display(),
        "reasons": attachment.reasons,
        "masks": len(attachment.masks),
        "next_step": _next_step(attachment),
        "tile": reverse("files:state", args=[attachment.key]),
    }


def _boxes(value: str) -> list[dict[str, Any]]:
    try:
        boxes = [_box(box) for box in json.loads(value)]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Refused("The boxes could not be read. Draw them again.") from None
    if not boxes or len(boxes) > MOST_BOXES or any(min(box["w"], box["h"]) <= 0 for box in boxes):
        raise Refused("Draw between one and a hundred boxes.")
    return boxes


def _box(given: dict[str, Any]) -> dict[str, Any]:
    x, y, w, h = (max(0, min(LARGEST_SIDE, int(given[name]))) for name in ("x", "y", "w", "h"))
    frame = given.get("frame")
    return {
        "x": x,
        "y": y,
        "w": w,
        "h": h,
        "frame": None if frame is None else int(frame),
        "why": "drawn by the author",
    }

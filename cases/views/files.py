"""Files of a case: adding, watching, covering, serving."""

import json
from pathlib import Path
from typing import Any

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.forms import FileForm
from cases.models import Attachment, Case
from cases.selectors import access_attachment, own_case
from cases.services import add_file, cover_more, remove_file
from cases.storage import LINK_SECONDS, link_for, path_of, read_from_quarantine, read_link
from cases.views.pictures import mime_of, picture_rows
from core.errors import NotAllowed, Refused
from core.web.access import member_required

# Only these may be shown to their own author before they are rebuilt: a browser draws them and runs nothing.
DRAWABLE = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"RIFF": "image/webp", b"GIF8": "image/gif"}
MOST_BOXES = 100


@member_required
@require_http_methods(["GET", "POST"])
def file_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The author's files with their state; a POST adds one."""
    case = own_case(author=request.user, pk=pk)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data["file"].read()
            attachment = add_file(case=case, data=data, alt=form.cleaned_data["alt"], by=request.user)
        except NotAllowed:
            raise
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            if request.headers.get("Accept") == "application/json":
                return JsonResponse(_state(attachment), status=201)
            return redirect("cases:files", pk=case.pk)
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        return JsonResponse({"errors": form.errors}, status=422)
    status = 422 if request.method == "POST" else 200
    return render(request, "cases/files.html", _page_context(request, case, form), status=status)


def _page_context(request: HttpRequest, case: Case, form: FileForm) -> dict[str, Any]:
    rows = picture_rows(case.attachments.all(), request.user)
    waiting = any(row["attachment"].in_progress for row in rows)
    return {"case": case, "form": form, "rows": rows, "waiting": waiting}


@member_required
@never_cache
@require_GET
def state(request: HttpRequest, key: str) -> HttpResponse:
    """Where one file stands, for the progress display: JSON, or the tile as a fragment for htmx."""
    attachment = access_attachment(viewer=request.user, key=key)
    if request.htmx:
        row = picture_rows([attachment], request.user)[0]
        return render(request, "cases/file_tile.html", {"row": row, "case": attachment.case})
    return JsonResponse(_state(attachment))


@member_required
@never_cache
@require_GET
def original(request: HttpRequest, key: str) -> HttpResponse:
    """The author's own upload while it is in quarantine, to draw boxes on. Nobody else ever gets it."""
    attachment = access_attachment(viewer=request.user, key=key)
    if attachment.case.author_id != request.user.pk or not attachment.quarantined:
        raise Http404
    data = read_from_quarantine(attachment)
    mime = next((mime for magic, mime in DRAWABLE.items() if data.startswith(magic)), None)
    if mime is None:
        raise Http404
    return _private(HttpResponse(data, content_type=mime))


@member_required
@require_POST
def cover(request: HttpRequest, key: str) -> HttpResponse:
    """Boxes the author drew, as a JSON list of {x, y, w, h} in pixels."""
    attachment = access_attachment(viewer=request.user, key=key)
    boxes = _boxes(request.POST.get("boxes", "[]"))
    cover_more(attachment=attachment, boxes=boxes, by=request.user)
    return redirect("cases:files", pk=attachment.case_id)


@member_required
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    attachment = access_attachment(viewer=request.user, key=key)
    remove_file(attachment=attachment, by=request.user)
    return redirect("cases:files", pk=attachment.case_id)


@member_required
@never_cache
@require_GET
def look(request: HttpRequest, key: str) -> HttpResponse:
    """Go to a personal link of the first rebuilt file; for pages that cannot make one themselves."""
    attachment = access_attachment(viewer=request.user, key=key)
    if not attachment.files:
        raise Http404
    return redirect(link_for(attachment=attachment, index=0, viewer=request.user))


@member_required
@require_GET
def serve(request: HttpRequest, token: str) -> HttpResponse:
    """A rebuilt file by its short-lived personal link; rights are checked again at every request."""
    try:
        key, index = read_link(token, viewer=request.user)
    except signing.BadSignature:
        raise Http404 from None
    attachment = access_attachment(viewer=request.user, key=key)
    try:
        name = attachment.files[index]
        data = path_of(name).read_bytes()
    except (IndexError, FileNotFoundError):
        raise Http404 from None
    shown = mime_of(name).startswith("image/")
    response = HttpResponse(data, content_type=mime_of(name))
    if not shown:
        response["Content-Disposition"] = f'attachment; filename="file{index}{Path(name).suffix}"'
    return _private(response, seconds=LINK_SECONDS)


def _private(response: Any, *, seconds: int = 0) -> Any:
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = f"private, max-age={seconds}" if seconds else "no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _state(attachment: Attachment) -> dict[str, Any]:
    return {
        "key": str(attachment.key),
        "state": attachment.state,
        "label": attachment.get_state_display(),
        "reasons": attachment.reasons,
        "masks": len(attachment.masks),
    }


def _boxes(value: str) -> list[dict[str, Any]]:
    try:
        given = json.loads(value)
        boxes = [{"x": int(box["x"]), "y": int(box["y"]), "w": int(box["w"]), "h": int(box["h"])} for box in given]
    except (ValueError, TypeError, KeyError):
        raise Refused("The boxes could not be read. Draw them again.") from None
    if not boxes or len(boxes) > MOST_BOXES or any(min(box["w"], box["h"]) <= 0 for box in boxes):
        raise Refused("Draw between one and a hundred boxes.")
    return [{**box, "frame": None, "why": "drawn by the author"} for box in boxes]

"""Bytes of files: the original to its author, rebuilt files and frames by short-lived personal links."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from cases import frames
from cases.models import Attachment
from cases.selectors import access_attachment
from cases.storage import path_of, read_from_quarantine, read_link
from cases.views.pictures import mime_of, shown_frames, tile_link
from cases.watermark import marked_picture, over, over_values
from core.web.access import member_required


@member_required
@never_cache
@require_GET
def original(request: HttpRequest, key: str) -> HttpResponse:
    """The author's own upload while it is in quarantine, to draw boxes on. Nobody else ever gets it."""
    attachment = access_attachment(viewer=request.user, key=key)
    if attachment.case.author_id != request.user.pk or not attachment.quarantined or not attachment.original_mime:
        raise Http404
    return _private(HttpResponse(read_from_quarantine(attachment), content_type=attachment.original_mime))


@member_required
@never_cache
@require_GET
def look(request: HttpRequest, key: str) -> HttpResponse:
    """Go to a personal link of the picture that stands for the file; for pages that cannot make one themselves."""
    attachment = access_attachment(viewer=request.user, key=key)
    link = tile_link(attachment, request.user)
    if not link:
        raise Http404
    return redirect(link)


@member_required
@never_cache
@require_GET
def viewing(request: HttpRequest, key: str) -> HttpResponse:
    """What the viewer in the page needs: fresh links of every frame and, for DICOM, how to window them."""
    attachment = access_attachment(viewer=request.user, key=key)
    about = frames.study_of(path_of(attachment.files[0])).as_json() if attachment.is_dicom else None
    return JsonResponse({"alt": attachment.alt, "frames": shown_frames(attachment, request.user), "study": about})


@member_required
@require_GET
def serve(request: HttpRequest, token: str) -> HttpResponse:
    """A rebuilt file by its short-lived personal link; rights are checked again at every request."""
    attachment, index, left = _linked(request, token)
    name = attachment.files[index]
    try:
        data = path_of(name).read_bytes()
    except FileNotFoundError:
        raise Http404 from None
    mime = mime_of(name)
    if settings.WATERMARK_FILES:
        if not mime.startswith("image/"):
            raise Http404  # offered as pictures only, so that no copy leaves unmarked
        data, mime = marked_picture(data, Path(name).suffix, request.user.handle)
    response = HttpResponse(data, content_type=mime)
    if not mime.startswith("image/"):
        response["Content-Disposition"] = f'attachment; filename="file{index}{Path(name).suffix}"'
    return _private(response, seconds=left)


@member_required
@require_GET
def frame(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """One frame of a rebuilt DICOM file: as a picture through `center` and `width`, or with `raw` its stored values."""
    attachment, index, left = _linked(request, token)
    path = path_of(attachment.files[index])
    if path.suffix != ".dcm" or not path.exists():
        raise Http404
    words = request.user.handle if settings.WATERMARK_FILES else ""
    try:
        response = _raw(path, number, words) if "raw" in request.GET else _picture(request, path, number, words)
    except IndexError:
        raise Http404 from None
    return _private(response, seconds=left)


def _raw(path: Path, number: int, words: str) -> HttpResponse:
    values = frames.stored_values(path, number)
    body = frames.packed(over_values(values, words) if words else values)
    response = HttpResponse(body, content_type="application/octet-stream")
    response["Content-Encoding"] = "gzip"
    response["X-Values"] = "signed" if values.dtype.kind == "i" else "unsigned"
    return response


def _picture(request: HttpRequest, path: Path, number: int, words: str) -> HttpResponse:
    center, width = _number(request.GET.get("center")), _number(request.GET.get("width"))
    image = frames.picture(path, number, center=center, width=width)
    data, mime = frames.encoded(over(image, words) if words else image)
    return HttpResponse(data, content_type=mime)


def _number(value: str | None) -> float | None:
    try:
        return max(-1e6, min(1e6, float(value))) if value else None
    except ValueError:
        return None


def _linked(request: HttpRequest, token: str) -> tuple[Attachment, int, int]:
    """The file of a link, its index and the seconds left; 404 for every way in which it may not be seen."""
    try:
        key, index, left = read_link(token, viewer=request.user)
    except signing.BadSignature:
        raise Http404 from None
    attachment = access_attachment(viewer=request.user, key=key)
    if index >= len(attachment.files):
        raise Http404
    return attachment, index, left


def _private(response: Any, *, seconds: int = 0) -> Any:
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = f"private, max-age={seconds}" if seconds else "no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

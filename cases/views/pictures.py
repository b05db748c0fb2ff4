"""How attachments are shown: personal links to rebuilt files only."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from cases.models import Attachment
from cases.storage import MIME_BY_SUFFIX, link_for

# Why an area was covered, in words for one and for many.
COVERED_WORDS = {
    "text": ("line of text", "lines of text"),
    "code": ("bar code", "bar codes"),
    "face": ("face", "faces"),
    "must_hide": ("word known to identify", "words known to identify"),
    "drawn by the author": ("area its author drew", "areas its author drew"),
}


def picture_rows(attachments: Iterable[Attachment], viewer: Any) -> list[dict[str, Any]]:
    """For each file: itself, the link of its tile, how many frames open behind it, what was covered, a download."""
    return [
        {
            "attachment": attachment,
            "src": tile_link(attachment, viewer),
            "look": reverse("files:look", args=[attachment.key]),
            "viewing": reverse("files:viewing", args=[attachment.key]),
            "frames": attachment.frame_count,
            "what": _what(attachment),
            "covered": covered_words(attachment),
            "masks": tile_masks(attachment),
            "download": _download(attachment, viewer),
        }
        for attachment in attachments
    ]


def tile_link(attachment: Attachment, viewer: Any) -> str:
    """The picture that stands for a file: the middle frame of a stack, else the first picture; "" where there is none."""
    if attachment.is_dicom:
        return link_for(attachment=attachment, index=0, viewer=viewer, frame=attachment.frame_count // 2)
    indexes = attachment.picture_indexes()
    return link_for(attachment=attachment, index=indexes[0], viewer=viewer) if indexes else ""


def tile_masks(attachment: Attachment) -> list[dict[str, Any]]:
    """Outlines of what was covered in the frame or page that stands for the file."""
    shown = attachment.frame_count // 2 if attachment.is_dicom else 0
    return [mask for mask in attachment.distinct_masks() if mask.get("frame") in (None, shown)]


def shown_frames(attachment: Attachment, viewer: Any) -> list[str]:
    """Links of all frames or pages, in order."""
    if attachment.is_dicom:
        numbers = range(attachment.frame_count)
        return [link_for(attachment=attachment, index=0, viewer=viewer, frame=number) for number in numbers]
    return [link_for(attachment=attachment, index=index, viewer=viewer) for index in attachment.picture_indexes()]


def covered_words(attachment: Attachment) -> str:
    """ "2 lines of text, 1 face covered", or "" when nothing was."""
    parts = []
    for why, number in attachment.covered_counts():
        one, many = COVERED_WORDS.get(why, (why or "area", why or "areas"))
        parts.append(f"{number} {one if number == 1 else many}")
    return f"{', '.join(parts)} covered" if parts else ""


def mime_of(name: str) -> str:
    """Type to serve a rebuilt file as; unknown ones only as a download."""
    return MIME_BY_SUFFIX.get(Path(name).suffix, "application/octet-stream")


def _what(attachment: Attachment) -> str:
    """ "24 frames", "3 pages", or "" for a single picture."""
    if attachment.frame_count < 2:
        return ""
    return f"{attachment.frame_count} {'pages' if attachment.mime == 'application/pdf' else 'frames'}"


def _download(attachment: Attachment, viewer: Any) -> str:
    """Only what no page can show; not at all where every copy carries a watermark."""
    if settings.WATERMARK_FILES or not attachment.files or attachment.picture_indexes()[:1] == [0]:
        return ""
    return link_for(attachment=attachment, index=0, viewer=viewer)

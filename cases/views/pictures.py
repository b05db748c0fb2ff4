"""How attachments are shown: personal links to rebuilt files only."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cases.models import Attachment
from cases.storage import MIME_BY_SUFFIX, link_for

SHOWABLE = {".png", ".jpg", ".webp", ".gif"}


def picture_rows(attachments: Iterable[Attachment], viewer: Any) -> list[dict[str, Any]]:
    """For each file: itself, links to its showable frames, and a link to download what cannot be shown in a page."""
    rows = []
    for attachment in attachments:
        frames, downloads = [], []
        for index, name in enumerate(attachment.files):
            link = link_for(attachment=attachment, index=index, viewer=viewer)
            (frames if Path(name).suffix in SHOWABLE else downloads).append(link)
        rows.append({"attachment": attachment, "frames": frames, "downloads": downloads})
    return rows


def mime_of(name: str) -> str:
    """Type to serve a rebuilt file as; unknown ones only as a download."""
    return MIME_BY_SUFFIX.get(Path(name).suffix, "application/octet-stream")

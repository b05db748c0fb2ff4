"""Files of a case: an encrypted original until the verdict, then only what was rebuilt."""

import uuid
from collections import Counter
from pathlib import Path
from typing import Any

from django.db import models
from django.utils import timezone

from cases.states import FileState

MOSTLY = 0.6  # of a box's area
PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".webp", ".gif"})


class Attachment(models.Model):
    """One uploaded file. Neither its name nor its bytes are kept as they came."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="attachments")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    position = models.PositiveIntegerField(default=0)
    alt = models.CharField(max_length=300, help_text="Scrubbed description for people who do not see the picture")
    state = models.CharField(max_length=10, choices=FileState.choices, default=FileState.CHECKING)
    state_since = models.DateTimeField(default=timezone.now, help_text="When its check was last asked for")
    original_mime = models.CharField(max_length=40, blank=True, help_text="Set where a browser can draw the original")
    mime = models.CharField(max_length=40, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    frames = models.PositiveIntegerField(default=0, help_text="Frames or pages to look at")
    files = models.JSONField(default=list, help_text="Names below the private folder; the one to download comes first")
    masks = models.JSONField(default=list, help_text="What was covered: x, y, w, h, frame, why")
    own_boxes = models.JSONField(default=list, help_text="Boxes the author added")
    reasons = models.JSONField(default=list, help_text="Plain sentences about the verdict, without content")
    report = models.JSONField(default=dict)
    face_needed = models.BooleanField(default=False, help_text="A face is the clinical point and stays visible")
    consent_sealed = models.BinaryField(null=True, help_text="Encrypted: where the consent to show it is recorded")
    quarantined = models.BooleanField(default=True, help_text="The encrypted original still exists")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position", "id"]

    @property
    def is_shown(self) -> bool:
        """Whether colleagues may see it once the case is published."""
        return self.state == FileState.APPROVED

    @property
    def in_progress(self) -> bool:
        return self.state == FileState.CHECKING

    @property
    def is_dicom(self) -> bool:
        """Frames are read from the rebuilt DICOM file itself."""
        return bool(self.files) and Path(self.files[0]).suffix == ".dcm"

    def picture_indexes(self) -> list[int]:
        """Which of `files` a browser can draw, in order: frames of a loop, pages of a document."""
        return [index for index, name in enumerate(self.files) if Path(name).suffix in PICTURE_SUFFIXES]

    @property
    def frame_count(self) -> int:
        """How many frames or pages there are to look at."""
        return max(self.frames, 1) if self.is_dicom else len(self.picture_indexes())

    @property
    def can_be_checked_again(self) -> bool:
        """From its original, or, once that is destroyed, from a rebuilt file that holds everything."""
        return self.quarantined or self.is_dicom or len(self.files) == 1 or self.mime == "application/pdf"

    def covered_counts(self) -> list[tuple[str, int]]:
        """How many areas were covered, by reason, the most frequent first."""
        return Counter(mask.get("why", "") for mask in self.distinct_masks()).most_common()

    def distinct_masks(self) -> list[dict[str, Any]]:
        """What was covered, each place once: two looks at a picture find the same line as two boxes."""
        kept: list[dict[str, Any]] = []
        for mask in sorted(self.masks, key=lambda mask: -mask["w"] * mask["h"]):
            if not any(_mostly_inside(mask, other) for other in kept):
                kept.append(mask)
        return kept

    @property
    def covers_a_face(self) -> bool:
        """Whether a face was found, and covered: only then can its author ask for it to stay."""
        return any(mask.get("why") == "face" for mask in self.masks)


def _mostly_inside(mask: dict[str, Any], other: dict[str, Any]) -> bool:
    if mask.get("frame") != other.get("frame"):
        return False
    wide = min(mask["x"] + mask["w"], other["x"] + other["w"]) - max(mask["x"], other["x"])
    high = min(mask["y"] + mask["h"], other["y"] + other["h"]) - max(mask["y"], other["y"])
    return max(wide, 0) * max(high, 0) > MOSTLY * mask["w"] * mask["h"]

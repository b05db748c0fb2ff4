"""Files of a case: an encrypted original until the verdict, then only what was rebuilt."""

import uuid

from django.db import models

from cases.states import FileState


class Attachment(models.Model):
    """One uploaded file. Neither its name nor its bytes are kept as they came."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="attachments")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    position = models.PositiveIntegerField(default=0)
    alt = models.CharField(max_length=300, help_text="Scrubbed description for people who do not see the picture")
    state = models.CharField(max_length=10, choices=FileState.choices, default=FileState.CHECKING)
    mime = models.CharField(max_length=40, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    files = models.JSONField(default=list, help_text="Names below the private folder; pictures to show come first")
    masks = models.JSONField(default=list, help_text="What was covered: x, y, w, h, frame, why")
    own_boxes = models.JSONField(default=list, help_text="Boxes the author added")
    reasons = models.JSONField(default=list, help_text="Plain sentences about the verdict, without content")
    report = models.JSONField(default=dict)
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
    def frame_count(self) -> int:
        return len(self.files)

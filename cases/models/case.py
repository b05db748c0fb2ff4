"""The case, its immutable revisions and its outcome. All text here has been scrubbed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.policies import can_see_community
from accounts.specialties import CHOICES
from cases.sections import HEADINGS, SECTION_NAMES, SETTINGS, SEXES
from cases.states import CaseState

SEEN_BY_MODERATORS = [
    CaseState.SUBMITTED,
    CaseState.RETURNED,
    CaseState.REJECTED,
    CaseState.PUBLISHED,
    CaseState.HIDDEN,
    CaseState.REMOVED,
]


class CaseQuerySet(models.QuerySet["Case"]):
    """Reading cases. Everything a page shows goes through `visible_to`."""

    def visible_to(self, viewer: Any) -> "CaseQuerySet":
        """Published ones for members, one's own in any state, for moderators whatever was ever submitted."""
        if not can_see_community(viewer):
            return self.none()
        seen = Q(state=CaseState.PUBLISHED) | Q(author=viewer) & ~Q(state=CaseState.WITHDRAWN)
        if viewer.is_moderator:
            seen |= Q(state__in=SEEN_BY_MODERATORS)
        return self.filter(seen)


class Case(models.Model):
    """One case of one author."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cases")
    state = models.CharField(max_length=10, choices=CaseState.choices, default=CaseState.DRAFT)
    specialty = models.CharField(max_length=40, choices=CHOICES, blank=True)
    topic = models.OneToOneField("community.Topic", null=True, on_delete=models.PROTECT, related_name="+")
    published_revision = models.ForeignKey("CaseRevision", null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["state", "-published_at", "-id"]),
            models.Index(fields=["state", "specialty", "-published_at"]),
            models.Index(fields=["author", "-updated_at", "-id"]),
        ]

    def latest_revision(self) -> "CaseRevision | None":
        """The revision the author works on; None before the first check."""
        return self.revisions.order_by("-number").first()

    @property
    def known_names(self) -> list[str]:
        """Digests of names taken out of it and of what was said about it; see `core.known_names`."""
        last = self.latest_revision()
        return [*(last.known_names if last else ()), *(self.topic.known_names if self.topic else ())]

    @property
    def discussion(self) -> str:
        """The key those digests are made with, here and in its topic."""
        return f"case:{self.pk}"

    @property
    def is_published(self) -> bool:
        return self.state == CaseState.PUBLISHED


class CaseRevision(models.Model):
    """What a case said at one moment: written once, never changed. `receipt` holds categories, counts and offsets."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    age_band = models.CharField(max_length=12)
    sex = models.CharField(max_length=10, choices=SEXES)
    setting = models.CharField(max_length=10, choices=SETTINGS)
    presentation = models.TextField()
    history = models.TextField(blank=True)
    timeline = models.TextField(blank=True)
    examination = models.TextField(blank=True)
    investigations = models.TextField(blank=True)
    differential = models.TextField(blank=True)
    management = models.TextField(blank=True)
    question = models.TextField()
    consent_attested = models.BooleanField(default=False)
    receipt = models.JSONField(default=dict)
    doubts = models.JSONField(default=list, help_text="Spans for the reviewer: field, start, end, category")
    risk = models.JSONField(default=dict, help_text="Combination risk: score, level, kinds of factor")
    known_names = models.JSONField(default=list, help_text="Digests of names taken out of it; see core.known_names")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_revision_per_number")]

    def sections(self) -> list[dict[str, str]]:
        """The filled sections in order, without the question (it is shown first)."""
        return [
            {"name": name, "heading": HEADINGS[name], "text": getattr(self, name)}
            for name in SECTION_NAMES
            if name != "question" and getattr(self, name)
        ]

    @property
    def patient_line(self) -> str:
        """The patient in one line: "60 to 69 · female · Emergency department"."""
        parts = [self.age_band, self.get_sex_display().lower(), self.get_setting_display()]
        return " · ".join(part for part in parts if part and part != "not stated")


class CaseOutcome(models.Model):
    """What it turned out to be."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="outcome")
    final_diagnosis = models.CharField(max_length=200)
    course = models.TextField(help_text="How it was found and how the patient did")
    teaching_points = models.TextField(blank=True, help_text="One per line")
    receipt = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(auto_now_add=True)

    def teaching_list(self) -> list[str]:
        """Teaching points as a list."""
        return [line.strip("-• ").strip() for line in self.teaching_points.splitlines() if line.strip("-• ").strip()]

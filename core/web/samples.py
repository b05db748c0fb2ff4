"""Invented content for the styleguide: every component in every state, in light and in dark."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils import timezone

from core.web.charts import case_timeline, differential_bars, lab_sparklines, trend
from core.web.words import PILLS


@dataclass(frozen=True)
class SampleFinding:
    """What the scrubber's findings look like to a template."""

    category: str
    replacement: str
    reason: str
    out_start: int
    out_end: int


class SampleForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(label="Title", max_length=120, help_text="One line, without the diagnosis.")
    history = forms.CharField(
        label="History", max_length=600, widget=forms.Textarea(attrs={"rows": 4}), help_text="Dates become days."
    )
    sex = forms.ChoiceField(
        label="Sex", widget=forms.RadioSelect, choices=[("f", "Female"), ("m", "Male"), ("x", "Not stated")]
    )
    specialty = forms.ChoiceField(label="Specialty", choices=[("", "Choose one"), ("c", "Cardiology")], required=False)
    consent = forms.BooleanField(label="The patient agreed, or my institution permits sharing.")
    picture = forms.FileField(label="Picture", required=False)


PEOPLE = [
    SimpleNamespace(handle="quiet-heron", role_title="Physician", specialty_label="Cardiology", is_verified=True),
    SimpleNamespace(handle="night-owl", role_title="Resident", specialty_label="Emergency medicine", is_verified=False),
]
TEXT = "[patient] presented on day 1 to [hospital] with jaw pain. Seen before by Dr Marsh?"
FINDINGS = [
    SampleFinding("NAME", "[patient]", "A name after a title.", 0, 9),
    SampleFinding("DATE", "day 1", "A calendar date, shown as a relative day.", 23, 28),
    SampleFinding("HOSPITAL", "[hospital]", "An institution.", 32, 42),
]
DOUBTS = [SampleFinding("NAME", "", "A capitalised word after a title.", TEXT.index("Dr Marsh"), len(TEXT) - 1)]
ROWS = [SimpleNamespace(name="Giant cell arteritis", percent=60), SimpleNamespace(name="Migraine", percent=15)]
EVENTS = [
    SimpleNamespace(day=-21, what="New headache over the left temple"),
    SimpleNamespace(day=1, what="Jaw pain when chewing; admitted"),
    SimpleNamespace(day=2, what="Prednisolone started"),
    SimpleNamespace(day=9, what="Biopsy; pain gone"),
]
SERIES = [
    SimpleNamespace(
        name="CRP", unit="mg/L", low=0.0, high=5.0, points=((1, 96.0), (2, 88.0), (4, 41.0), (9, 12.0), (21, 4.0))
    ),
    SimpleNamespace(name="Haemoglobin", unit="g/dL", low=12.0, high=15.5, points=((1, 10.9), (9, 11.4), (21, 12.6))),
    SimpleNamespace(name="Weight", unit="kg", low=None, high=None, points=((1, 61.0), (9, 60.2), (21, 62.0))),
]
WEEKS = [("week 40", 31.0), ("week 41", 44.0), ("week 42", 28.0), ("week 43", 19.0), ("week 44", 22.0)]
STATES = [
    ("Topics", ["unsolved", "solved", "case_study", "discussion", "unanswered"]),
    ("Cases", ["draft", "submitted", "returned", "published", "rejected", "withdrawn", "hidden", "removed"]),
    ("People", ["claimed", "checked", "verified", "declined", "expired", "suspended"]),
    ("Review", ["waiting", "claimed", "approved", "flagged", "escalated", "appealed", "upheld", "overturned"]),
    ("Files", ["processing", "cleaned", "held", "failed"]),
    ("Scrubber", ["clean", "redacted", "blocked", "doubtful"]),
]
TABS = [
    {"label": "Needs you", "href": "#", "current": True, "count": 3},
    {"label": "Unread", "href": "#", "current": False, "count": 12},
    {"label": "Browse", "href": "#", "current": False, "count": None},
]
STEPS = [
    {"label": "Patient", "state": "done"},
    {"label": "Story", "state": "now"},
    {"label": "Findings", "state": "todo"},
    {"label": "Question", "state": "todo"},
]
STANDING = [
    {"label": "Claimed", "state": "done", "text": "NPI ending in 1234"},
    {"label": "Checked", "state": "now", "text": "With the registrar, usually within a day"},
    {"label": "Current", "state": "todo", "text": "For a year at a time"},
]
FACETS = [
    {
        "title": "State",
        "items": [
            {"label": "Solved", "href": "#", "count": 14, "current": True},
            {"label": "Unsolved", "href": "#", "count": 9, "current": False},
        ],
    }
]
KEYS = [{"key": "j", "does": "next"}, {"key": "k", "does": "previous"}, {"key": "a", "does": "approve"}]


def styleguide() -> dict[str, Any]:
    """The context of the styleguide. Ids differ between the two themes, so that labels stay tied."""
    now = timezone.now()
    assert all(state in PILLS for _, states in STATES for state in states)
    return {
        "themes": [_theme("light", now), _theme("dark", now)],
        "icons": [pill.icon for pill in {pill.icon: pill for pill in PILLS.values()}.values()],
    }


def _theme(name: str, now: datetime) -> dict[str, Any]:
    filled = SampleForm(data={f"{name}e-title": ""}, auto_id=f"{name}_e_%s", prefix=f"{name}e")
    filled.is_valid()
    for person in PEOPLE:
        person.verified_until = now + timedelta(days=200)
    return {
        "name": name,
        "states": STATES,
        "people": PEOPLE,
        "form": SampleForm(auto_id=f"{name}_%s", prefix=name),
        "wrong": filled,
        "times": [now - timedelta(minutes=4), now - timedelta(hours=7), now - timedelta(days=3)],
        "dues": [now + timedelta(hours=9), now + timedelta(minutes=40), now - timedelta(hours=4)],
        "text": TEXT,
        "findings": FINDINGS,
        "doubts": DOUBTS,
        "masks": [{"x": 12, "y": 8, "w": 46, "h": 10}, {"x": 40, "y": 34, "w": 24, "h": 30}],
        "risk": [SimpleNamespace(why="A rare job and a small town point to few people.", suggestion="works outdoors")],
        "differential": differential_bars(ROWS),
        "timeline": case_timeline(EVENTS, uid=f"{name}-timeline"),
        "labs": lab_sparklines(SERIES, uid=f"{name}-lab"),
        "trend": trend("Time to decision", WEEKS, unit="min", target=30, uid=f"{name}-trend"),
        "post": SimpleNamespace(
            pk=f"{name}-1",
            number=1,
            author=PEOPLE[0],
            html="<p>I would not wait for the biopsy. Start steroids today; the yield holds for two weeks.</p>",
            state="visible",
            created_at=now - timedelta(minutes=12),
            edited_at=None,
            version=1,
        ),
        "hidden": SimpleNamespace(pk=f"{name}-2", number=2, state="hidden", version=1),
        "tabs": TABS,
        "steps": STEPS,
        "standing": STANDING,
        "facets": FACETS,
        "keys": KEYS,
    }

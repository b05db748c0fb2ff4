"""The way from a first line to a case in review, as the stepper shows it."""

from typing import Any

from django.urls import reverse

from cases.models import Case
from cases.sections import SECTIONS

FORM_STEPS = [
    ("patient", "Patient in one line", ["title", "specialty", "age", "sex", "setting"]),
    ("story", "Story", [section.name for section in SECTIONS if section.step == "story"]),
    ("findings", "Findings", [section.name for section in SECTIONS if section.step == "findings"]),
    ("question", "Question", ["question", "consent"]),
]
LATER_STEPS = ["Check", "Pictures", "Send"]


def steps_at(case: Case, now: str) -> list[dict[str, Any]]:
    """All seven steps with what is done, what is now and what is to come; done ones lead back.

    Args:
        now: one of `LATER_STEPS`.
    """
    edit = reverse("cases:edit", args=[case.pk])
    way = [(heading, f"{edit}#step-{key}") for key, heading, _ in FORM_STEPS]
    way += [("Check", ""), ("Pictures", reverse("cases:files", args=[case.pk])), ("Send", "")]
    at = [label for label, _ in way].index(now)
    state = {-1: "done", 0: "now", 1: "todo"}
    return [
        {
            "label": label,
            "state": state[(number > at) - (number < at)],
            # From the check page one goes back by its own button, which carries what was typed.
            "href": href if number < at and now != "Check" else "",
        }
        for number, (label, href) in enumerate(way)
    ]

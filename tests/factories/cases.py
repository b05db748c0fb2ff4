"""Cases for tests, made through the real services."""

from typing import Any

from accounts.models import User
from cases.models import Case
from cases.screening import Choices
from cases.services import CaseInput, save_revision, start_case, submit_case
from community.services import ensure_channels
from moderation.models import ReviewItem
from moderation.services import claim, decide

NOTE = {
    "title": "Headache and jaw pain with raised inflammatory markers",
    "presentation": "New temporal headache for two weeks, with jaw pain while chewing.",
    "history": "Polymyalgia rheumatica, on low-dose prednisolone. No visual symptoms so far.",
    "timeline": "Day 1: headache\nDay 12: jaw claudication",
    "examination": "Tender, thickened temporal artery. Visual acuity normal.",
    "investigations": "CRP (mg/L; ref 0-5): day 1 88, day 12 120",
    "differential": "Giant cell arteritis: 80%\nMigraine: 10%",
    "management": "High-dose prednisolone started.",
    "question": "Would you biopsy after three days of steroids?",
}


def typed(**fields: str) -> CaseInput:
    """A clean case as typed; keyword arguments replace single fields."""
    return CaseInput(
        fields=NOTE | fields, specialty="cardiology", age=72, sex="female", setting="emergency", consent=True
    )


def make_draft(author: User, *, choices: Choices | None = None, **fields: str) -> Case:
    """A draft with one revision."""
    case = start_case(by=author)
    save_revision(case=case, typed=typed(**fields), choices=choices or Choices(), by=author)
    return case


def make_submitted(author: User, **fields: Any) -> Case:
    """A case that waits in the queue."""
    ensure_channels()
    case = make_draft(author, **fields)
    return submit_case(case=case, by=author)


def decide_on(case: Case, *, by: User, outcome: str = "approve", rationale: str = "") -> None:
    """Claim and decide the case's open review item."""
    item = ReviewItem.objects.get(kind="case", target_id=str(case.pk), state__in=["open", "claimed"])
    decide(item=claim(item=item, by=by), outcome=outcome, rationale=rationale, by=by)


def make_published(author: User, moderator: User, **fields: Any) -> Case:
    """A case members see."""
    case = make_submitted(author, **fields)
    decide_on(case, by=moderator)
    case.refresh_from_db()
    return case

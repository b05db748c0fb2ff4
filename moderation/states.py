"""The life of a review item and of an appeal, and what may be decided, as tables. `make docs` draws them."""

from datetime import timedelta

from django.db.models import IntegerChoices, TextChoices


class ItemState(TextChoices):
    OPEN = "open", "Open"
    CLAIMED = "claimed", "Claimed"
    DECIDED = "decided", "Decided"
    CLOSED = "closed", "Closed without a decision"


class AppealState(TextChoices):
    WAITING = "waiting", "Waiting for another moderator"
    UPHELD = "upheld", "Decision upheld"
    OVERTURNED = "overturned", "Decision overturned"


class Reason(TextChoices):
    """Why an item is in the queue."""

    SUBMISSION = "submission", "Submission"
    FLAG = "flag", "Flag"
    DISPUTE = "dispute", "Disputed redaction"
    DOUBT = "doubt", "Scrubber in doubt"
    RISK = "risk", "Perhaps recognisable"


class FlagReason(TextChoices):
    PATIENT_IDENTIFIER = "patient_identifier", "It may identify a patient"
    HARASSMENT = "harassment", "Harassment or contempt"
    UNSAFE_ADVICE = "unsafe_advice", "Unsafe advice"
    SPAM = "spam", "Advertising or spam"
    CONSENT = "consent", "Consent is missing or in doubt"
    OTHER = "other", "Something else"


class Ground(TextChoices):
    """The category in a statement of reasons."""

    PATIENT_IDENTIFIER = "patient_identifier", "It may identify a patient"
    HARASSMENT = "harassment", "Harassment or contempt"
    UNSAFE_ADVICE = "unsafe_advice", "Unsafe advice"
    SPAM = "spam", "Advertising or spam"
    CONSENT = "consent", "Consent is missing or in doubt"
    INCOMPLETE = "incomplete", "The case is not complete enough to discuss"
    OTHER = "other", "Another reason"


class Outcome(TextChoices):
    APPROVE = "approve", "Approve"
    RETURN = "return", "Return to the author"
    REJECT = "reject", "Reject"
    NO_ACTION = "no_action", "Keep as it is"
    RESTORE = "restore", "Show again"
    HIDE = "hide", "Hide"
    REMOVE = "remove", "Remove"
    PURGE = "purge", "Erase: a patient was identifiable"


class Severity(IntegerChoices):
    ROUTINE = 1, "Routine"
    RAISED = 2, "Raised"
    URGENT = 3, "Urgent"


# The clock: how long an item of a severity may wait for its decision.
CLOCKS: dict[int, timedelta] = {
    Severity.ROUTINE: timedelta(hours=24),
    Severity.RAISED: timedelta(hours=4),
    Severity.URGENT: timedelta(hours=1),
}
FLAG_SEVERITY: dict[str, int] = {
    FlagReason.PATIENT_IDENTIFIER: Severity.URGENT,
    FlagReason.UNSAFE_ADVICE: Severity.RAISED,
    FlagReason.CONSENT: Severity.RAISED,
    FlagReason.HARASSMENT: Severity.RAISED,
    FlagReason.SPAM: Severity.ROUTINE,
    FlagReason.OTHER: Severity.ROUTINE,
}

ITEM_TRANSITIONS: dict[tuple[str, str], str] = {
    (ItemState.OPEN, "claim"): ItemState.CLAIMED,
    (ItemState.CLAIMED, "extend"): ItemState.CLAIMED,
    (ItemState.CLAIMED, "release"): ItemState.OPEN,
    (ItemState.CLAIMED, "lapse"): ItemState.OPEN,
    (ItemState.CLAIMED, "decide"): ItemState.DECIDED,
    (ItemState.OPEN, "close"): ItemState.CLOSED,
    (ItemState.CLAIMED, "close"): ItemState.CLOSED,
}
APPEAL_TRANSITIONS: dict[tuple[str, str], str] = {
    (AppealState.WAITING, "uphold"): AppealState.UPHELD,
    (AppealState.WAITING, "overturn"): AppealState.OVERTURNED,
}

_ON_SUBMISSION = (Outcome.APPROVE, Outcome.RETURN, Outcome.REJECT)
OUTCOMES: dict[str, tuple[Outcome, ...]] = {
    Reason.SUBMISSION: _ON_SUBMISSION,
    Reason.DISPUTE: _ON_SUBMISSION,
    Reason.DOUBT: (*_ON_SUBMISSION, Outcome.REMOVE),
    Reason.RISK: (*_ON_SUBMISSION, Outcome.REMOVE),
    Reason.FLAG: (Outcome.NO_ACTION, Outcome.RESTORE, Outcome.HIDE, Outcome.REMOVE, Outcome.PURGE),
}
# Outcomes that need no rationale, and those an author can appeal. What was erased cannot come back.
WITHOUT_RATIONALE = frozenset({Outcome.APPROVE})
APPEALABLE = frozenset({Outcome.REJECT, Outcome.HIDE, Outcome.REMOVE})
# What an overturned decision becomes.
OVERTURNED_TO: dict[str, Outcome] = {
    Outcome.REJECT: Outcome.APPROVE,
    Outcome.HIDE: Outcome.RESTORE,
    Outcome.REMOVE: Outcome.RESTORE,
}

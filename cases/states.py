"""The life of a case and of its files, as tables."""

from django.db.models import TextChoices


class CaseState(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Waiting for review"
    RETURNED = "returned", "Returned to you"
    REJECTED = "rejected", "Not published"
    PUBLISHED = "published", "Published"
    HIDDEN = "hidden", "Hidden for review"
    REMOVED = "removed", "Removed"
    WITHDRAWN = "withdrawn", "Withdrawn"


CASE_TRANSITIONS: dict[tuple[str, str], str] = {
    (CaseState.DRAFT, "submit"): CaseState.SUBMITTED,
    (CaseState.RETURNED, "submit"): CaseState.SUBMITTED,
    (CaseState.PUBLISHED, "submit"): CaseState.PUBLISHED,
    (CaseState.SUBMITTED, "publish"): CaseState.PUBLISHED,
    (CaseState.PUBLISHED, "publish"): CaseState.PUBLISHED,
    (CaseState.REJECTED, "publish"): CaseState.PUBLISHED,
    (CaseState.HIDDEN, "publish"): CaseState.PUBLISHED,
    (CaseState.RETURNED, "publish"): CaseState.PUBLISHED,
    (CaseState.SUBMITTED, "return"): CaseState.RETURNED,
    (CaseState.PUBLISHED, "return"): CaseState.PUBLISHED,
    (CaseState.SUBMITTED, "reject"): CaseState.REJECTED,
    (CaseState.PUBLISHED, "reject"): CaseState.PUBLISHED,
    (CaseState.PUBLISHED, "hide"): CaseState.HIDDEN,
    (CaseState.HIDDEN, "restore"): CaseState.PUBLISHED,
    (CaseState.REMOVED, "restore"): CaseState.PUBLISHED,
    (CaseState.PUBLISHED, "remove"): CaseState.REMOVED,
    (CaseState.HIDDEN, "remove"): CaseState.REMOVED,
    (CaseState.DRAFT, "withdraw"): CaseState.WITHDRAWN,
    (CaseState.SUBMITTED, "withdraw"): CaseState.WITHDRAWN,
    (CaseState.RETURNED, "withdraw"): CaseState.WITHDRAWN,
    (CaseState.REJECTED, "withdraw"): CaseState.WITHDRAWN,
    (CaseState.PUBLISHED, "withdraw"): CaseState.WITHDRAWN,
    (CaseState.HIDDEN, "withdraw"): CaseState.WITHDRAWN,
}
EDITABLE = frozenset({CaseState.DRAFT, CaseState.RETURNED, CaseState.PUBLISHED})


class FileState(TextChoices):
    CHECKING = "checking", "Being checked"
    CLEANED = "cleaned", "Cleaned"
    HELD = "held", "Needs a look"
    REFUSED = "refused", "Refused"
    APPROVED = "approved", "Approved"
    DECLINED = "declined", "Declined by a moderator"


FILE_TRANSITIONS: dict[tuple[str, str], str] = {
    (FileState.CHECKING, "clean"): FileState.CLEANED,
    (FileState.CHECKING, "hold"): FileState.HELD,
    (FileState.CHECKING, "refuse"): FileState.REFUSED,
    (FileState.CLEANED, "recheck"): FileState.CHECKING,
    (FileState.HELD, "recheck"): FileState.CHECKING,
    (FileState.CLEANED, "approve"): FileState.APPROVED,
    (FileState.HELD, "approve"): FileState.APPROVED,
    (FileState.CLEANED, "decline"): FileState.DECLINED,
    (FileState.HELD, "decline"): FileState.DECLINED,
}


class DisputeState(TextChoices):
    OPEN = "open", "Waiting for a moderator"
    ACCEPTED = "accepted", "Lifted"
    DECLINED = "declined", "Kept"


DISPUTE_TRANSITIONS: dict[tuple[str, str], str] = {
    (DisputeState.OPEN, "accept"): DisputeState.ACCEPTED,
    (DisputeState.OPEN, "decline"): DisputeState.DECLINED,
}

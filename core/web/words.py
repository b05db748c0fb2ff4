"""The words and icons the interface uses for states and kinds of identifiers: one place, so that they never drift."""

from typing import NamedTuple


class Pill(NamedTuple):
    """How a state is shown: word, icon of the sprite, tone ("" | accent | amber | red | green)."""

    word: str
    icon: str
    tone: str


PILLS: dict[str, Pill] = {
    # topics
    "unsolved": Pill("Unsolved", "unsolved", "amber"),
    "solved": Pill("Solved", "solved", "green"),
    "case_study": Pill("Case study", "case_study", ""),
    "discussion": Pill("Discussion", "discussion", ""),
    "unanswered": Pill("Unanswered", "waiting", "amber"),
    "open": Pill("Open", "open", ""),
    "closed": Pill("Closed", "lock", ""),
    "pinned": Pill("Pinned", "pin", ""),
    # cases
    "outcome_due": Pill("Outcome due", "outcome", "amber"),
    "draft": Pill("Draft", "draft", ""),
    "submitted": Pill("In review", "submitted", "amber"),
    "returned": Pill("Returned to you", "returned", "amber"),
    "published": Pill("Published", "published", "green"),
    "rejected": Pill("Not published", "rejected", "red"),
    "withdrawn": Pill("Withdrawn", "archive", ""),
    "hidden": Pill("Hidden", "hidden", "red"),
    "removed": Pill("Removed", "trash", "red"),
    # files
    "quarantined": Pill("Being cleaned", "waiting", "amber"),
    "processing": Pill("Being cleaned", "waiting", "amber"),
    "pending": Pill("Waiting", "waiting", "amber"),
    "waiting": Pill("Waiting", "waiting", "amber"),
    "cleaned": Pill("Cleaned", "check", "green"),
    "ready": Pill("Ready", "check", "green"),
    "checking": Pill("Being checked", "waiting", "amber"),
    "held": Pill("Needs a look", "claimed", "amber"),
    "refused": Pill("Refused", "rejected", "red"),
    "failed": Pill("Could not be cleaned", "warn", "red"),
    # verification
    "unclaimed": Pill("Not claimed", "unsolved", ""),
    "claimed": Pill("Claimed", "claimed", "amber"),
    "checked": Pill("Checked", "check", "accent"),
    "current": Pill("Verified", "verified", "green"),
    "verified": Pill("Verified", "verified", "green"),
    "declined": Pill("Declined", "rejected", "red"),
    "expired": Pill("Expired", "clock", "amber"),
    "suspended": Pill("Suspended", "suspended", "red"),
    # moderation
    "queued": Pill("Waiting", "waiting", "amber"),
    "approved": Pill("Approved", "check", "green"),
    "approve": Pill("Approved", "check", "green"),
    "decided": Pill("Decided", "check", ""),
    "kept": Pill("Kept", "check", "green"),
    "keep": Pill("Kept", "check", "green"),
    "restored": Pill("Restored", "undo", "green"),
    "escalated": Pill("Escalated", "danger", "red"),
    "flagged": Pill("Flagged", "flag", "red"),
    "appealed": Pill("Appealed", "appeal", "amber"),
    "upheld": Pill("Upheld", "appeal", ""),
    "overturned": Pill("Overturned", "appeal", "amber"),
    # scrubber
    "clean": Pill("Nothing found", "check", "green"),
    "redacted": Pill("Identifiers removed", "redaction", "accent"),
    "blocked": Pill("Cannot be stored", "danger", "red"),
    "doubtful": Pill("Doubtful", "unsolved", "amber"),
    # severity of a review, and parked jobs
    "low": Pill("Low", "gauge", ""),
    "raised": Pill("Raised", "gauge", "amber"),
    "high": Pill("High", "gauge", "red"),
    "parked": Pill("Parked", "pause", "amber"),
}

# Categories of the scrubber's findings (and of pictures), in the words a physician would use.
KINDS: dict[str, str] = {
    "NAME": "name",
    "INITIALS": "initials",
    "DATE": "date",
    "AGE": "age",
    "STREET": "address",
    "CITY": "city",
    "ZIP": "zip code",
    "LOCATION": "place",
    "HOSPITAL": "hospital",
    "ROOM": "room",
    "PHONE": "phone number",
    "FAX": "fax number",
    "EMAIL": "e-mail address",
    "SSN": "social security number",
    "MRN": "record number",
    "HEALTHPLAN": "insurance number",
    "ACCOUNT": "account number",
    "LICENSE": "licence number",
    "VEHICLE": "vehicle number",
    "DEVICE": "device number",
    "URL": "web address",
    "IP": "network address",
    "BIOMETRIC": "biometric record",
    "PHOTO": "file name",
    "FACE": "face",
    "HANDLE": "user name",
    "OTHERID": "identifying number",
    "OTHER_ID": "words you chose",
    "OCCUPATION": "occupation",
    "EMPLOYER": "employer",
    "SECRET": "encoded text",  # pragma: allowlist secret
    "BROADER": "made broader",
}

# What the scrubber leaves in the place of an identifier, without the brackets: [person], [record number] …
TOKEN_WORDS = (
    "person", "patient", "clinician", "relative", "initials", "date", "age 90 or older", "age", "address", "city",
    "zip code", "place", "hospital", "room", "phone", "fax", "email", "social security number", "record number",
    "insurance number", "account number", "licence number", "vehicle number", "device number", "web address",
    "network address", "biometric record", "file name", "user name", "identifying number", "occupation", "employer",
    "encoded text", "identifier", "detail left out",
)  # fmt: skip


def kind_words(category: str) -> str:
    """The words of a finding's category; an unknown one becomes lower case words rather than an error."""
    return KINDS.get(category.upper(), category.replace("_", " ").replace("-", " ").lower())


def pill_of(state: str) -> Pill:
    """How a state is shown; an unknown one is shown as its own word, plainly."""
    key = str(state).lower()
    return PILLS.get(key, Pill(key.replace("_", " ").capitalize(), "open", ""))

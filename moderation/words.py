"""What author and reporters read about a decision."""

from dataclasses import dataclass

from moderation.states import APPEALABLE, Ground, Outcome

# {label} is the adapter's word in lower case.
TO_AUTHOR: dict[str, str] = {
    Outcome.APPROVE: "Your {label} was looked at and is published.",
    Outcome.RETURN: "Your {label} came back to you. Change what the note says and send it again.",
    Outcome.REJECT: "Your {label} was not published.",
    Outcome.NO_ACTION: "Your {label} was reported, looked at and kept as it is.",
    Outcome.RESTORE: "Your {label} is visible again.",
    Outcome.HIDE: "Your {label} is hidden. Only you and moderators see it.",
    Outcome.REMOVE: "Your {label} was removed.",
    Outcome.PURGE: "Your {label} was erased, because a patient could be identified.",
}
TO_REPORTER: dict[str, str] = {
    Outcome.APPROVE: "A moderator looked at it and kept it.",
    Outcome.RETURN: "A moderator sent it back to its author for changes.",
    Outcome.REJECT: "A moderator did not publish it.",
    Outcome.NO_ACTION: "A moderator looked at it and kept it.",
    Outcome.RESTORE: "A moderator looked at it and kept it.",
    Outcome.HIDE: "A moderator hid it.",
    Outcome.REMOVE: "A moderator removed it.",
    Outcome.PURGE: "A moderator erased it.",
}
RULES: dict[str, str] = {
    Ground.PATIENT_IDENTIFIER: "Nothing that may identify a patient (Policy for members).",
    Ground.HARASSMENT: "Colleagues and patients are spoken of with respect (Policy for members).",
    Ground.UNSAFE_ADVICE: "Advice that can harm is not left standing (Policy for members).",
    Ground.SPAM: "No advertising (Policy for members).",
    Ground.CONSENT: "A case needs consent or a lawful ground without it (Policy for members).",
    Ground.INCOMPLETE: "A case is complete enough for colleagues to answer (Policy for members).",
    Ground.OTHER: "",
}


@dataclass(frozen=True)
class Statement:
    """The statement of reasons as the author reads it (DSA Art. 17): what, on which ground, why, and what remains."""

    sentence: str
    ground: str
    rule: str
    rationale: str
    appealable: bool


def statement(*, outcome: str, ground: str, rationale: str, label: str) -> Statement:
    """The statement of reasons; the same for the preview and for the page of the decision."""
    return Statement(
        sentence=TO_AUTHOR[outcome].format(label=label.lower()),
        ground=Ground(ground).label if ground else "",
        rule=RULES.get(ground, ""),
        rationale=rationale,
        appealable=outcome in APPEALABLE,
    )

"""The `name:value` filters of the query language, as conditions both engines understand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.specialties import SPECIALTIES


class FilterError(ValueError):
    """The value fits no filter of this name; the message says what would."""


@dataclass(frozen=True)
class Filter:
    """One condition on a field of a document.

    Attributes:
        field: of `documents.Document`, or "viewer" for conditions that depend on who asks (mine, following, unread).
        value: exact value, for "updated" an ISO date, for "votes" a number.
        operator: "is", "from" (on or after, at least) or "until" (before, fewer than).
        words: the condition in plain language.
    """

    field: str
    value: str
    words: str
    operator: str = "is"
    negated: bool = False


Maker = Callable[[str, bool, date], Filter]


def _choice(field: str, choices: dict[str, tuple[str, str]]) -> Maker:
    def make(value: str, negated: bool, today: date) -> Filter:
        found = choices.get(value.lower())
        if found is None:
            raise FilterError(f"choose one of {', '.join(choices)}.")
        stored, words = found
        name = field
        if ":" in stored:
            name, stored = stored.split(":", 1)
        return Filter(name, stored, words, negated=negated)

    return make


def _exact(field: str, words: str) -> Maker:
    def make(value: str, negated: bool, today: date) -> Filter:
        slug = re.sub(r"\s+", "-", value.strip().lstrip("@").lower())
        if not re.fullmatch(r"[\w-]{1,60}", slug):
            raise FilterError("use letters, digits and hyphens.")
        return Filter(field, slug, f"{words} {slug}", negated=negated)

    return make


def _day(operator: str, words: str) -> Maker:
    def make(value: str, negated: bool, today: date) -> Filter:
        day = _read_day(value, today)
        return Filter("updated", day.isoformat(), f"{words} {day:%d %B %Y}", operator=operator, negated=negated)

    return make


def _read_day(value: str, today: date) -> date:
    back = re.fullmatch(r"(\d{1,4})([dwmy])", value)
    if back:
        days = int(back[1]) * {"d": 1, "w": 7, "m": 30, "y": 365}[back[2]]
        return today - timedelta(days=min(days, 36500))
    for shape, fill in ((r"\d{4}", "-01-01"), (r"\d{4}-\d{2}", "-01"), (r"\d{4}-\d{2}-\d{2}", "")):
        if re.fullmatch(shape, value):
            try:
                return date.fromisoformat(value + fill)
            except ValueError:
                break
    raise FilterError("use a date like 2026-03-01, a year, or 30d.")


def _votes(value: str, negated: bool, today: date) -> Filter:
    found = re.fullmatch(r"(>=|<=|>|<|)(\d{1,6})", value)
    if found is None:
        raise FilterError("use a number like >3.")
    sign, number = found[1], int(found[2])
    if sign in {">", ">=", ""}:
        least = number + (sign == ">")
        return Filter("votes", str(least), f"with at least {least} votes", operator="from", negated=negated)
    below = number + (sign == "<=")
    return Filter("votes", str(below), f"with fewer than {below} votes", operator="until", negated=negated)


# Parts of the language that no content carries yet: the filter holds (and finds nothing), and the reader is told.
NOT_CARRIED = {
    "tag": "Nothing is tagged here",
    "votes": "Nothing is voted on here",
    "has:poll": "There are no polls here",
}

FILTERS: dict[str, Maker] = {
    "kind": _choice("kind", {kind: (kind, f"kind {kind}") for kind in ("case", "post", "topic", "member")}),
    "is": _choice(
        "label",
        {
            "solved": ("solved", "solved"),
            "unsolved": ("unsolved", "unsolved"),
            "unanswered": ("has:no-answer", "unanswered"),
            "mine": ("viewer:mine", "written by you"),
            "following": ("viewer:following", "in discussions you take part in"),
            "unread": ("viewer:unread", "with something new to you"),
        },
    ),
    "has": _choice(
        "has", {name: (name, f"with {name}") for name in ("image", "dicom", "reference", "poll", "outcome")}
    ),
    "specialty": _choice("specialty", {slug: (slug, label) for slug, label in SPECIALTIES.items()}),
    "channel": _exact("channel", "in the channel"),
    "tag": _exact("tag", "tagged"),
    "from": _exact("author", "written by"),
    "mentions": _exact("mentions", "mentioning"),
    "votes": _votes,
    "before": _day("until", "before"),
    "after": _day("from", "since"),
}

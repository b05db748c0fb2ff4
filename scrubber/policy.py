"""Which operator and threshold each category gets. A site may tighten a policy; it cannot loosen Safe Harbor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from types import MappingProxyType

CATEGORIES = (
    "NAME", "INITIALS", "DATE", "AGE", "STREET", "CITY", "ZIP", "LOCATION", "HOSPITAL", "ROOM", "PHONE", "FAX",
    "EMAIL", "SSN", "MRN", "HEALTHPLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "URL", "IP", "BIOMETRIC",
    "PHOTO", "HANDLE", "OTHERID", "OCCUPATION", "EMPLOYER", "SECRET",
)  # fmt: skip


class Operator(IntEnum):
    """Ordered by strictness: a site may only move a category to a higher number."""

    RELATIVE = 1  # a date becomes "day 3" on the case's own timeline
    GENERALISE = 2  # 93 becomes "90 or older"
    TOKEN = 3  # a typed token such as [patient]


DEFAULT_OPERATORS: Mapping[str, Operator] = MappingProxyType(
    {category: Operator.TOKEN for category in CATEGORIES} | {"DATE": Operator.RELATIVE, "AGE": Operator.GENERALISE}
)
DEFAULT_THRESHOLDS: Mapping[str, float] = MappingProxyType(
    {category: 0.5 for category in CATEGORIES} | {"OCCUPATION": 0.55, "EMPLOYER": 0.5}
)


class LooserPolicy(ValueError):
    """Raised when a policy would let through more than the default one."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is done with each category, and from where on a person looks.

    ``thresholds`` are compared with a finding's score (0..1): lower means more is replaced. ``doubt``: the score from
    which a span that is not replaced goes to the reviewer. ``review_people``, ``raised_people``: a text that fits fewer
    people than this needs a reviewer, or is shown as raised (see ``scrubber.risk``). ``keep_year``: whether a date that
    cannot become a relative day keeps its year; Safe Harbor allows it (45 CFR 164.514(b)(2)(i)(C)).
    """

    operators: Mapping[str, Operator] = field(default_factory=lambda: DEFAULT_OPERATORS)
    thresholds: Mapping[str, float] = field(default_factory=lambda: DEFAULT_THRESHOLDS)
    doubt: float = 0.25
    review_people: float = 3.0
    raised_people: float = 100.0
    keep_year: bool = True

    def __post_init__(self) -> None:
        for category in CATEGORIES:
            if self.operators.get(category, Operator.TOKEN) < DEFAULT_OPERATORS[category]:
                raise LooserPolicy(f"{category}: the operator may not be weaker than the default")
            if self.thresholds.get(category, 0.0) > DEFAULT_THRESHOLDS[category]:
                raise LooserPolicy(f"{category}: the threshold may not be above the default")
        if self.doubt > 0.25:
            raise LooserPolicy("doubt: fewer spans would reach the reviewer than by default")
        if self.review_people < 3 or self.raised_people < 100:
            raise LooserPolicy("people: smaller groups would pass without a reviewer than by default")

    def tightened(
        self,
        *,
        operators: Mapping[str, Operator] | None = None,
        thresholds: Mapping[str, float] | None = None,
        doubt: float | None = None,
        review_people: float | None = None,
        raised_people: float | None = None,
        keep_year: bool | None = None,
    ) -> Policy:
        """A stricter policy; raises LooserPolicy when any value is weaker than this policy's own."""
        for category, operator in (operators or {}).items():
            if category not in CATEGORIES or operator < self.operators[category]:
                raise LooserPolicy(f"{category}: unknown, or weaker than before")
        for category, threshold in (thresholds or {}).items():
            if category not in CATEGORIES or threshold > self.thresholds[category]:
                raise LooserPolicy(f"{category}: unknown, or weaker than before")
        if doubt is not None and doubt > self.doubt:
            raise LooserPolicy("doubt: weaker than before")
        if (review_people or self.review_people) < self.review_people:
            raise LooserPolicy("review_people: weaker than before")
        if (raised_people or self.raised_people) < self.raised_people:
            raise LooserPolicy("raised_people: weaker than before")
        if keep_year and not self.keep_year:
            raise LooserPolicy("keep_year: weaker than before")
        return replace(
            self,
            operators={**self.operators, **(operators or {})},
            thresholds={**self.thresholds, **(thresholds or {})},
            doubt=self.doubt if doubt is None else doubt,
            review_people=review_people or self.review_people,
            raised_people=raised_people or self.raised_people,
            keep_year=self.keep_year if keep_year is None else keep_year,
        )


DEFAULT_POLICY = Policy()

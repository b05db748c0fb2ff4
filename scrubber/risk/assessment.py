"""Combination risk: about how many people fit everything a text says, and what would make that group larger.

The number is population x share x share x …, as if the details were independent. That is rough: base rates are orders of
magnitude, and details depend on each other. It ranks details and finds the few texts that point at one person; it is not a
measured probability of re-identification.

Thresholds: a group under 3 needs a reviewer (a chance of 1 in 3 or more; cell size 3 is the least used where recipients are
known and bound by rules) and one under 100 is shown as raised (cell size 11, customary for public release in the United
States, with a tenfold margin for the roughness of the rates). Cell sizes: El Emam, *Guide to the De-Identification of
Personal Health Information* (2013), chapter "Cell size precedents".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from math import log10

from scrubber.policy import DEFAULT_POLICY, Policy
from scrubber.risk import base_rates as rates
from scrubber.risk.detail import Detail, one_in
from scrubber.risk.details import find

#: from this many people on, the meter shows nothing
LARGE = 100_000
#: kinds of which a text can hold several that narrow independently
_SEVERAL = frozenset({"feature"})


@dataclass(frozen=True, slots=True)
class RiskFactor:
    """One detail that narrows the group; ``suggestion`` replaces ``field[start:end]`` with something broader.

    ``field`` is empty for what the form says (age, sex). ``value`` is the same for repetitions of one detail.
    ``why`` quotes nothing of the text. ``singles_out``: the detail alone leads to a public record.
    """

    field: str
    start: int
    end: int
    kind: str
    why: str
    suggestion: str
    value: str = ""
    singles_out: bool = False


@dataclass(frozen=True, slots=True)
class RiskAssessment:
    """``score`` 0..1; ``level`` low, raised or high; ``requires_review`` sends the text to a reviewer, never blocks.

    ``people``: about how many fit everything the text says; 1 where something singles one person out.
    """

    score: float
    level: str
    requires_review: bool
    factors: tuple[RiskFactor, ...]
    people: float = float(rates.POPULATION)

    @property
    def people_words(self) -> str:
        """The size of the group as people say it: "fewer than 3 people", "about 40 people"."""
        if any(factor.singles_out for factor in self.factors):
            return "perhaps one person"
        if self.people < 3:
            return "fewer than 3 people"
        if self.people >= LARGE:
            return "more than 100,000 people"
        size = int(float(f"{self.people:.1g}"))
        return f"about {size:,} people"


def assess_risk(
    fields: Mapping[str, str],
    *,
    age: int | None = None,
    sex: str | None = None,
    specialty: str | None = None,
    guesses: Collection[str] = (),
    policy: Policy = DEFAULT_POLICY,
) -> RiskAssessment:
    """Scores what remains identifying in already scrubbed ``fields``.

    Args:
        age: in years as the form asks it; readers see only its band.
        sex: "female" or "male"; anything else narrows nothing.
        specialty: not used; a specialty narrows nothing that the text does not say.
        guesses: fields whose diagnoses are only being considered (a differential).
        policy: its ``review_people`` and ``raised_people`` are the limits.
    """
    found = [
        (name, _in_case_of(text, detail))
        for name, text in fields.items()
        for detail in find(text)
        if not (name in guesses and detail.kind == "diagnosis")
    ]
    details = [detail for _, detail in found] + _from_the_form(age, sex, [detail.kind for _, detail in found])
    singled = any(detail.singles_out for detail in details)
    people = 1.0 if singled else max(1.0, _group(details))
    high = singled or people < policy.review_people
    level = "high" if high else "raised" if people < policy.raised_people else "low"
    factors = [_factor(name, detail) for name, detail in sorted(found, key=lambda pair: _narrows(pair[1]))]
    return RiskAssessment(_score(people), level, high, tuple(f for f in factors if f.kind != "sex"), people)


def _in_case_of(text: str, detail: Detail) -> Detail:
    """A suggestion that begins a sentence begins with a capital."""
    if detail.kind == "event" and text[detail.start].isupper():
        return replace(detail, suggestion=detail.suggestion[:1].upper() + detail.suggestion[1:])
    return detail


def _from_the_form(age: int | None, sex: str | None, kinds: list[str]) -> list[Detail]:
    """What every reader sees beside the text, unless the text says it more exactly."""
    details = []
    if age is not None and "age" not in kinds:
        band = rates.age_band_of(age)
        details.append(Detail(0, 0, "age", band.words, f"An age band: {one_in(band.share)}.", share=band.share))
    if sex in {"male", "female"} and "sex" not in kinds:
        share = rates.MALE if sex == "male" else rates.FEMALE
        details.append(Detail(0, 0, "sex", sex, "The sex.", share=share))
    return details


def _group(details: Iterable[Detail]) -> float:
    """How many people fit: the smallest named group of people times the narrowest share of every other kind."""
    known = sorted(details, key=lambda detail: detail.kind)
    people = min([detail.people for detail in known if detail.people is not None], default=float(rates.POPULATION))
    for kind, same in groupby(known, key=lambda detail: detail.kind):
        shares = sorted({detail.value: detail.share for detail in same if detail.people is None}.values())
        for share in shares if kind in _SEVERAL else shares[:1]:
            people *= share
    return people


def _narrows(detail: Detail) -> tuple[bool, float]:
    """Sorts what singles out before what merely narrows, and the narrowest first."""
    share = detail.share if detail.people is None else detail.people / rates.POPULATION
    return not detail.singles_out, share


def _factor(field: str, detail: Detail) -> RiskFactor:
    return RiskFactor(
        field, detail.start, detail.end, detail.kind, detail.why, detail.suggestion, detail.value, detail.singles_out
    )


def _score(people: float) -> float:
    """0 for a hundred thousand people or more, 1 for one person, on a logarithmic scale."""
    return min(1.0, max(0.0, 1 - log10(people) / log10(LARGE)))

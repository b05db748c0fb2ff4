"""What the scrubber says about a case as typed, before anything is stored. Lives in the request only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cases.sections import HEADINGS, TEXT_FIELDS
from core.errors import Refused
from core.scrubbing import assess_risk, scrub_fields
from scrubber import Finding, RiskAssessment, RiskFactor, ScrubResult, Verdict

GUESSES = ("differential",)  # sections that name diagnoses the patient may not have
CONTEXT = 40  # characters on each side of a disputed span that the reviewer sees


@dataclass(frozen=True)
class Choices:
    """What the author decided on the check page, as keys `field:start:end`.

    `disputed` names findings by their place in the original text, `generalised` risk factors by their place in the
    scrubbed text (before any is generalised); `must_hide` are further words to remove.
    """

    disputed: frozenset[str] = frozenset()
    generalised: frozenset[str] = frozenset()
    must_hide: tuple[str, ...] = ()


@dataclass(frozen=True)
class DisputedSpan:
    """A disputed redaction: where its replacement stands in the stored text, and its surroundings as typed."""

    field: str
    start: int
    end: int
    category: str
    before: str
    span: str
    after: str


@dataclass(frozen=True)
class Screening:
    """The scrubber's answer for a whole case."""

    raw: Mapping[str, str]
    results: Mapping[str, ScrubResult]
    age: int | None
    sex: str
    risk: RiskAssessment

    def blocked_field(self) -> str | None:
        """The first field that cannot be made safe, if any."""
        return next((name for name, result in self.results.items() if result.verdict is Verdict.BLOCKED), None)

    @property
    def redaction_count(self) -> int:
        return sum(len(result.findings) for result in self.results.values())

    @property
    def names(self) -> tuple[str, ...]:
        """Words taken out that name people: for `core.known_names` only, never stored."""
        return tuple(dict.fromkeys(name for result in self.results.values() for name in result.names))

    def receipt(self) -> dict[str, Any]:
        """Content-free: one receipt a field."""
        return {name: result.receipt() for name, result in self.results.items() if result.original_length}


def screen(
    fields: Mapping[str, str],
    *,
    age: int | None,
    sex: str,
    must_hide: Sequence[str] = (),
    known_names: Sequence[str] = (),
) -> Screening:
    """Scrub every text field as one document and assess what remains in combination.

    `known_names` are words known to name people here, with or without a cue.
    """
    raw = {name: fields.get(name, "").replace("\r\n", "\n") for name in TEXT_FIELDS}
    results = scrub_fields(raw, must_hide=tuple(must_hide), known_names=tuple(known_names))
    safe = {name: result.text for name, result in results.items()}
    return Screening(raw=raw, results=results, age=age, sex=sex, risk=_assess(safe, age, sex))


def _assess(texts: Mapping[str, str], age: int | None, sex: str) -> RiskAssessment:
    return assess_risk(texts, age=age, sex=sex, guesses=GUESSES)


def refuse_if_blocked(screening: Screening) -> None:
    """Raises Refused naming field and categories when a field cannot be made safe; nothing was stored."""
    name = screening.blocked_field()
    if name is None:
        return
    categories = sorted({finding.category.replace("_", " ").lower() for finding in screening.results[name].findings})
    found = ", ".join(categories) or "identifiers"
    raise Refused(
        f"{HEADINGS[name]} holds too much that identifies someone ({found}) to be made safe automatically. "
        "Take it out or say it in general words. Nothing you typed is lost.",
        field=name,
    )


def finding_key(field: str, finding: Finding) -> str:
    """How the check page names a redaction."""
    return f"{field}:{finding.start}:{finding.end}"


@dataclass(frozen=True)
class Edit:
    """A generalisation: `start`..`end` of the scrubbed text becomes `new`."""

    start: int
    end: int
    new: str
    kind: str


@dataclass(frozen=True)
class SafeCase:
    """What is stored: the scrubbed text with the author's generalisations, and what to show beside it."""

    screening: Screening
    edits: Mapping[str, list[Edit]]
    texts: Mapping[str, str]
    risk: RiskAssessment
    disputed: list[DisputedSpan]

    def moved(self, field: str, position: int) -> int:
        """Where a position of the scrubbed text stands after the generalisations."""
        return position + sum(len(e.new) - (e.end - e.start) for e in self.edits.get(field, []) if e.end <= position)

    def doubts(self) -> list[dict[str, Any]]:
        """Doubtful spans that are still there, for the reviewer."""
        return [
            {
                "field": name,
                "start": self.moved(name, doubt.out_start),
                "end": self.moved(name, doubt.out_end),
                "category": doubt.category,
            }
            for name, result in self.screening.results.items()
            for doubt in result.doubtful
            if not self.generalised(name, doubt.out_start, doubt.out_end)
        ]

    def generalised(self, field: str, start: int, end: int) -> bool:
        """Whether a generalisation replaced part of this span of the scrubbed text."""
        return any(edit.start < end and start < edit.end for edit in self.edits.get(field, []))

    def risk_summary(self) -> dict[str, Any]:
        """What is left of the risk, without words: size of the group, and the place and reason of each factor."""
        return {
            "score": round(self.risk.score, 3),
            "level": self.risk.level,
            "people": self.risk.people_words,
            "requires_review": self.risk.requires_review,
            "kinds": sorted({factor.kind for factor in self.risk.factors}),
            "factors": [
                {"kind": f.kind, "why": f.why, "field": f.field, "start": f.start, "end": f.end}
                for f in self.risk.factors
            ],
        }


def safe_case(screening: Screening, choices: Choices) -> SafeCase:
    """Applies the author's choices to what the scrubber left."""
    edits = {name: _edits(screening, name, choices) for name in screening.results}
    texts = {name: _apply(result.text, edits[name]) for name, result in screening.results.items()}
    risk = _assess(texts, screening.age, screening.sex)
    case = SafeCase(screening, edits, texts, risk, [])
    for name, result in screening.results.items():
        for finding in result.findings:
            if finding_key(name, finding) in choices.disputed:
                case.disputed.append(_disputed_span(case, name, finding))
    return case


def _edits(screening: Screening, field: str, choices: Choices) -> list[Edit]:
    """The chosen generalisations of one field, in order; of two that overlap the first is taken."""
    chosen = [
        Edit(factor.start, factor.end, factor.suggestion, factor.kind)
        for factor in screening.risk.factors
        if factor.field == field and factor.suggestion and factor_key(factor) in choices.generalised
    ]
    kept: list[Edit] = []
    for edit in sorted(chosen, key=lambda edit: (edit.start, edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def factor_key(factor: RiskFactor) -> str:
    """How the check page names a detail that narrows the group."""
    return f"{factor.field}:{factor.start}:{factor.end}"


def _disputed_span(case: SafeCase, field: str, finding: Finding) -> DisputedSpan:
    raw = case.screening.raw[field]
    return DisputedSpan(
        field=field,
        start=case.moved(field, finding.out_start),
        end=case.moved(field, finding.out_end),
        category=finding.category,
        before=raw[max(0, finding.start - CONTEXT) : finding.start],
        span=raw[finding.start : finding.end],
        after=raw[finding.end : finding.end + CONTEXT],
    )


def _apply(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text

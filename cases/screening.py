"""What the scrubber says about a case as typed, before anything is stored. Lives in the request only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cases.sections import HEADINGS, TEXT_FIELDS
from core.errors import Refused
from scrubber import Finding, RiskAssessment, ScrubResult, Verdict, assess_risk, scrub_fields

CONTEXT = 40  # characters on each side of a disputed span that the reviewer sees


@dataclass(frozen=True)
class Choices:
    """What the author decided on the check page, as keys `field:start:end`.

    `disputed` names findings by their place in the original text, `generalised` risk factors by their place in the
    scrubbed text; `must_hide` are further words to remove.
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
    risk: RiskAssessment

    def blocked_field(self) -> str | None:
        """The first field that cannot be made safe, if any."""
        return next((name for name, result in self.results.items() if result.verdict is Verdict.BLOCKED), None)

    @property
    def redaction_count(self) -> int:
        return sum(len(result.findings) for result in self.results.values())

    def receipt(self) -> dict[str, Any]:
        """Content-free: one receipt a field."""
        return {name: result.receipt() for name, result in self.results.items() if result.original_length}

    def doubts(self) -> list[dict[str, Any]]:
        """Doubtful spans in the scrubbed text, for the reviewer."""
        return [
            {"field": name, "start": doubt.out_start, "end": doubt.out_end, "category": doubt.category}
            for name, result in self.results.items()
            for doubt in result.doubtful
        ]

    def risk_summary(self) -> dict[str, Any]:
        """Score, level and kinds of factor, without their words."""
        return {
            "score": round(self.risk.score, 3),
            "level": self.risk.level,
            "requires_review": self.risk.requires_review,
            "kinds": sorted({factor.kind for factor in self.risk.factors}),
        }


def screen(
    fields: Mapping[str, str], *, age: int | None, sex: str, specialty: str, must_hide: Sequence[str] = ()
) -> Screening:
    """Scrub every text field as one document and assess what remains in combination."""
    raw = {name: fields.get(name, "").replace("\r\n", "\n") for name in TEXT_FIELDS}
    results = scrub_fields(raw, must_hide=tuple(must_hide))
    safe = {name: result.text for name, result in results.items()}
    return Screening(raw=raw, results=results, risk=assess_risk(safe, age=age, sex=sex, specialty=specialty))


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


def safe_texts(screening: Screening, choices: Choices) -> tuple[dict[str, str], list[DisputedSpan]]:
    """The texts to store, with the chosen generalisations applied, and the disputed spans placed in them."""
    texts: dict[str, str] = {}
    disputed: list[DisputedSpan] = []
    for name, result in screening.results.items():
        edits = [
            (factor.start, factor.end, factor.suggestion)
            for factor in screening.risk.factors
            if factor.field == name and f"{name}:{factor.start}:{factor.end}" in choices.generalised
        ]
        edits = _without_overlaps(edits)
        texts[name] = _apply(result.text, edits)
        for finding in result.findings:
            if finding_key(name, finding) in choices.disputed:
                disputed.append(_disputed_span(name, screening.raw[name], finding, edits))
    return texts, disputed


def _disputed_span(name: str, raw: str, finding: Finding, edits: list[tuple[int, int, str]]) -> DisputedSpan:
    shift = sum(len(new) - (end - start) for start, end, new in edits if end <= finding.out_start)
    return DisputedSpan(
        field=name,
        start=finding.out_start + shift,
        end=finding.out_end + shift,
        category=finding.category,
        before=raw[max(0, finding.start - CONTEXT) : finding.start],
        span=raw[finding.start : finding.end],
        after=raw[finding.end : finding.end + CONTEXT],
    )


def _without_overlaps(edits: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _apply(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text

"""The check page: how a screening is shown to its author."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cases.screening import Choices, SafeCase, factor_key, finding_key
from cases.sections import HEADINGS
from core.web.words import kind_words
from scrubber import Finding, RiskFactor


@dataclass(frozen=True)
class Mark:
    """A span of the shown text: a replacement, a generalisation or a doubt."""

    category: str
    reason: str
    out_start: int
    out_end: int


@dataclass(frozen=True)
class CheckedField:
    """One section on the check page."""

    name: str
    heading: str
    text: str
    marks: list[Mark]
    doubts: list[Mark]
    redactions: list[dict[str, Any]]


def checked_fields(case: SafeCase) -> list[CheckedField]:
    """Every filled section as colleagues will see it, with its redactions."""
    return [
        CheckedField(
            name=name,
            heading=HEADINGS[name],
            text=case.texts[name],
            marks=_marks(case, name, result.findings) + _broader(case, name),
            doubts=_marks(case, name, result.doubtful),
            redactions=[_redaction(case, name, finding) for finding in result.findings],
        )
        for name, result in case.screening.results.items()
        if case.texts[name].strip()
    ]


def _marks(case: SafeCase, field: str, findings: Iterable[Finding]) -> list[Mark]:
    """In the order of the findings, so that the list beside the text can link to them; a generalised one is empty."""
    marks = []
    for f in findings:
        start = case.moved(field, f.out_start)
        gone = case.generalised(field, f.out_start, f.out_end)
        marks.append(Mark(f.category, f.reason, start, start if gone else case.moved(field, f.out_end)))
    return marks


def _broader(case: SafeCase, field: str) -> list[Mark]:
    return [
        Mark("BROADER", "You made this broader.", start, start + len(edit.new))
        for edit in case.edits[field]
        for start in [case.moved(field, edit.start)]
    ]


def _redaction(case: SafeCase, field: str, finding: Finding) -> dict[str, Any]:
    return {
        "key": finding_key(field, finding),
        "original": case.screening.raw[field][finding.start : finding.end],
        "replacement": finding.replacement,
        "kind": kind_words(finding.category),
        "reason": finding.reason,
    }


def risk_rows(case: SafeCase, choices: Choices) -> list[dict[str, Any]]:
    """One row for each detail that narrows the group, however often it is said, with what one click changes."""

    def same(factor: RiskFactor) -> tuple[str, str]:
        return factor.kind, factor.value

    order = {same(factor): number for number, factor in reversed(list(enumerate(case.screening.risk.factors)))}
    by_detail = sorted(case.screening.risk.factors, key=lambda factor: order[same(factor)])
    return [_risk_row(case, choices, list(said)) for _, said in groupby(by_detail, key=same)]


def _risk_row(case: SafeCase, choices: Choices, said: list[RiskFactor]) -> dict[str, Any]:
    first = said[0]
    keys = [factor_key(factor) for factor in said if factor.suggestion]
    return {
        "keys": " ".join(keys),
        "applied": bool(keys) and choices.generalised.issuperset(keys),
        "where": ", ".join(dict.fromkeys(HEADINGS[factor.field] for factor in said)),
        "words": case.screening.results[first.field].text[first.start : first.end],
        "kind": first.kind,
        "why": first.why,
        "suggestion": first.suggestion,
        "singles_out": first.singles_out,
    }

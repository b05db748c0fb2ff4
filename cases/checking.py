"""The check page: how a screening is shown to its author."""

from dataclasses import dataclass
from typing import Any

from cases.screening import Screening, finding_key
from cases.sections import HEADINGS
from core.web.words import kind_words
from scrubber import ScrubResult


@dataclass(frozen=True)
class CheckedField:
    """One section on the check page."""

    name: str
    heading: str
    result: ScrubResult
    redactions: list[dict[str, Any]]


def checked_fields(screening: Screening) -> list[CheckedField]:
    """Every filled section as colleagues will see it, with its redactions."""
    fields = []
    for name, result in screening.results.items():
        if not result.text.strip():
            continue
        redactions = [
            {
                "key": finding_key(name, finding),
                "original": screening.raw[name][finding.start : finding.end],
                "replacement": finding.replacement,
                "kind": kind_words(finding.category),
                "reason": finding.reason,
            }
            for finding in result.findings
        ]
        fields.append(CheckedField(name, HEADINGS[name], result, redactions))
    return fields


def risk_rows(screening: Screening) -> list[dict[str, str]]:
    """Risk factors with their key and what one click would change."""
    rows = []
    for factor in screening.risk.factors:
        text = screening.results[factor.field].text if factor.field in screening.results else ""
        rows.append(
            {
                "key": f"{factor.field}:{factor.start}:{factor.end}" if factor.suggestion and text else "",
                "where": HEADINGS.get(factor.field, ""),
                "words": text[factor.start : factor.end],
                "why": factor.why,
                "suggestion": factor.suggestion,
            }
        )
    return rows

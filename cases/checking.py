"""The check page: how a screening is shown to its author."""

from dataclasses import dataclass
from typing import Any

from scrubber import Finding

from cases.screening import Screening, finding_key
from cases.sections import HEADINGS

EXCERPT = 24


@dataclass(frozen=True)
class Piece:
    """A run of the safe text: plain words, or one replacement with what it stands for."""

    text: str
    finding: Finding | None = None
    kind: str = ""


@dataclass(frozen=True)
class CheckedField:
    """One section on the check page."""

    name: str
    heading: str
    pieces: list[Piece]
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
                "kind": words_for(finding.category),
                "reason": finding.reason,
            }
            for finding in result.findings
        ]
        fields.append(CheckedField(name, HEADINGS[name], _pieces(result.text, result.findings), redactions))
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


def words_for(category: str) -> str:
    """A category in plain words: "RECORD_NUMBER" reads "record number"."""
    return {"MRN": "record number", "SSN": "social security number", "IP": "IP address", "URL": "web address"}.get(
        category, category.replace("_", " ").lower()
    )


def _pieces(text: str, findings: tuple[Finding, ...]) -> list[Piece]:
    pieces, at = [], 0
    for finding in sorted(findings, key=lambda finding: finding.out_start):
        if finding.out_start < at:
            continue
        if finding.out_start > at:
            pieces.append(Piece(text[at : finding.out_start]))
        pieces.append(Piece(text[finding.out_start : finding.out_end], finding, words_for(finding.category)))
        at = finding.out_end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return pieces

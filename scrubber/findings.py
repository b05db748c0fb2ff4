"""What a scrub returns: findings with offsets, and the safe text. Neither receipt nor repr holds the raw text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from scrubber.verdict import Verdict

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span proposed by a recognizer, in offsets of the original text, before operators ran."""

    start: int
    end: int
    category: str
    score: float
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """An identifier that was replaced (or, in ``doubtful``, one a reviewer should look at).

    ``start``/``end`` are offsets in the original text; ``out_start``/``out_end`` in the safe text. ``score`` is the
    confidence 0..1; ``reason`` is a sentence for a physician.
    """

    start: int
    end: int
    category: str
    score: float
    rule: str
    reason: str
    replacement: str
    out_start: int
    out_end: int


@dataclass(frozen=True, slots=True)
class ScrubResult:
    """Safe text with what was done to it. ``names`` holds accepted names for propagation and is never stored."""

    original_length: int
    text: str
    findings: tuple[Finding, ...]
    verdict: Verdict
    doubtful: tuple[Finding, ...] = ()
    names: tuple[str, ...] = field(default=(), repr=False)

    def receipt(self) -> dict[str, Any]:
        """A content-free record: version, verdict, counts by category and rule, offsets."""
        return {
            "version": VERSION,
            "verdict": str(self.verdict),
            "original_length": self.original_length,
            "length": len(self.text),
            "categories": dict(Counter(found.category for found in self.findings)),
            "rules": dict(Counter(found.rule for found in self.findings)),
            "findings": [_record(found) for found in self.findings],
            "doubtful": [_record(found) for found in self.doubtful],
        }


def _record(found: Finding) -> dict[str, Any]:
    return {
        "category": found.category,
        "rule": found.rule,
        "score": round(found.score, 3),
        "start": found.start,
        "end": found.end,
        "out_start": found.out_start,
        "out_end": found.out_end,
    }

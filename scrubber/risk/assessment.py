"""Combination risk: age x sex x place x time x rare diagnosis x occupation x event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RiskFactor:
    """One detail that narrows the group; ``suggestion`` replaces ``field[start:end]`` with something broader."""

    field: str
    start: int
    end: int
    kind: str
    why: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class RiskAssessment:
    """``score`` 0..1; ``level`` low, raised or high; ``requires_review`` sends the case to a reviewer, never blocks."""

    score: float
    level: str
    requires_review: bool
    factors: tuple[RiskFactor, ...]


def assess_risk(
    fields: Mapping[str, str], *, age: int | None = None, sex: str | None = None, specialty: str | None = None
) -> RiskAssessment:
    """Scores what remains identifying in already scrubbed ``fields``."""
    return RiskAssessment(0.0, "low", False, ())

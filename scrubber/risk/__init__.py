"""How identifying a case still is when every single identifier is gone."""

from scrubber.risk.assessment import RiskAssessment, RiskFactor, assess_risk

__all__ = ["RiskAssessment", "RiskFactor", "assess_risk"]

"""De-identification of clinical text: finds the identifiers of HIPAA Safe Harbor and writes what is safe to show.

Pure Python without Django. ``scrub`` is for one text, ``scrub_fields`` for the sections of one case, ``assess_risk``
for what remains identifying when every single identifier is gone.
"""

from scrubber.engine import scrub, scrub_fields
from scrubber.findings import Finding, ScrubResult
from scrubber.policy import DEFAULT_POLICY, LooserPolicy, Operator, Policy
from scrubber.propagation import pieces as name_parts
from scrubber.risk import RiskAssessment, RiskFactor, assess_risk
from scrubber.verdict import Verdict

__all__ = [
    "DEFAULT_POLICY", "Finding", "LooserPolicy", "Operator", "Policy", "RiskAssessment", "RiskFactor", "ScrubResult", "Verdict",
    "assess_risk", "name_parts", "scrub", "scrub_fields",
]  # fmt: skip

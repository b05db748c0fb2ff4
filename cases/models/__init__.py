from cases.models.attachment import Attachment
from cases.models.case import Case, CaseOutcome, CaseRevision
from cases.models.dispute import Dispute

__all__ = ["Attachment", "Case", "CaseOutcome", "CaseRevision", "Dispute"]

"""What can be done to cases. Each verb is keyword-only, in one transaction, and names its actor `by`."""

from cases.services.disputes import decide_dispute
from cases.services.drafting import CaseInput, save_revision, screen_case, start_case
from cases.services.files import add_file, cover_more, judge_file, keep_face, remove_file, retry_file
from cases.services.outcome import record_outcome
from cases.services.publishing import publish_case, reject_case, return_case, submit_case, withdraw_case
from cases.services.visibility import hide_case, purge_case, remove_case, restore_case

__all__ = [
    "CaseInput",
    "add_file",
    "cover_more",
    "decide_dispute",
    "hide_case",
    "judge_file",
    "keep_face",
    "publish_case",
    "purge_case",
    "record_outcome",
    "reject_case",
    "remove_case",
    "remove_file",
    "restore_case",
    "retry_file",
    "return_case",
    "save_revision",
    "screen_case",
    "start_case",
    "submit_case",
    "withdraw_case",
]

"""What can be done in moderation. Each verb is keyword-only, in one transaction, and names its actor `by`."""

from moderation.services.appealing import appeal, decide_appeal
from moderation.services.claiming import claim, extend, release
from moderation.services.deciding import decide, settle_dispute
from moderation.services.flagging import flag_content
from moderation.services.opening import close_review, open_review
from moderation.services.outbox import retry_outbox_row

__all__ = [
    "appeal",
    "claim",
    "close_review",
    "decide",
    "decide_appeal",
    "extend",
    "flag_content",
    "open_review",
    "release",
    "retry_outbox_row",
    "settle_dispute",
]

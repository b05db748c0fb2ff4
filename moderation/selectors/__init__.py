"""Reading moderation."""

from moderation.selectors.queue import (
    QueueFilter,
    QueuePage,
    access_appeal,
    access_decision,
    access_item,
    earlier_decisions,
    next_for,
    queue_page,
    tab_counts,
    waiting_appeals,
)

__all__ = [
    "QueueFilter",
    "QueuePage",
    "access_appeal",
    "access_decision",
    "access_item",
    "earlier_decisions",
    "next_for",
    "queue_page",
    "tab_counts",
    "waiting_appeals",
]

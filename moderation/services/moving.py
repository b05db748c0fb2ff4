"""The one place that moves an item along its table."""

from core.errors import Stale
from moderation.models import Appeal, ReviewItem
from moderation.states import APPEAL_TRANSITIONS, ITEM_TRANSITIONS


def move(item: ReviewItem, verb: str) -> None:
    """Set the next state. Raises Stale where the table has none."""
    try:
        item.state = ITEM_TRANSITIONS[item.state, verb]
    except KeyError:
        raise Stale("Somebody acted on this already. Look at it again.") from None


def move_appeal(appeal: Appeal, verb: str) -> None:
    """Set the next state of an appeal. Raises Stale where the table has none."""
    try:
        appeal.state = APPEAL_TRANSITIONS[appeal.state, verb]
    except KeyError:
        raise Stale("Somebody decided this appeal already.") from None

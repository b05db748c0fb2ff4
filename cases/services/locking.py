"""Locking a case and moving it along the transition table."""

from cases.models import Case
from cases.states import CASE_TRANSITIONS
from community.models import Topic
from core.errors import Stale


def lock(case: Case) -> Case:
    """The row, locked until the transaction ends."""
    return Case.objects.select_for_update().get(pk=case.pk)


def topic_of(case: Case) -> Topic:
    """The topic of a case that was published once. Raises Stale where there is none."""
    if case.topic is None:
        raise Stale("This case was never published.")
    return case.topic


def move(case: Case, verb: str) -> None:
    """Set the next state, unsaved.

    Raises:
        Stale: when the table knows no such step from here.
    """
    try:
        case.state = CASE_TRANSITIONS[case.state, verb]
    except KeyError:
        raise Stale("This case changed meanwhile. Reload the page.") from None

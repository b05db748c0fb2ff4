"""Who may do what to a case. Checks come in pairs: `check_can_…` raises, `can_…` answers a template."""

from collections.abc import Callable
from typing import Any

from accounts.models import User
from accounts.policies import check_can_see_community
from cases.models import Case
from cases.states import EDITABLE, CaseState
from core.errors import NotAllowed, Refused


def check_can_write_cases(user: User) -> None:
    """Members write cases."""
    check_can_see_community(user)


def check_can_edit(user: User, case: Case) -> None:
    """Only the author, and not while a moderator is looking at it."""
    check_can_see_community(user)
    if case.author_id != user.pk:
        raise NotAllowed("Only its author can change a case.")
    if case.state not in EDITABLE:
        raise Refused("This case cannot be changed now. Wait for the moderator, or withdraw it.")


def can_edit(user: User, case: Case) -> bool:
    """Whether `check_can_edit` passes."""
    return _passes(check_can_edit, user, case)


def check_can_withdraw(user: User, case: Case) -> None:
    """Only the author, unless it was removed by a moderator."""
    if case.author_id != user.pk:
        raise NotAllowed("Only its author can withdraw a case.")
    if case.state in {CaseState.REMOVED, CaseState.WITHDRAWN}:
        raise Refused("This case is not open any more.")


def can_withdraw(user: User, case: Case) -> bool:
    """Whether `check_can_withdraw` passes."""
    return _passes(check_can_withdraw, user, case)


def check_can_record_outcome(user: User, case: Case) -> None:
    """Only the author, once the case is published."""
    check_can_see_community(user)
    if case.author_id != user.pk:
        raise NotAllowed("Only the author records the outcome.")
    if case.state != CaseState.PUBLISHED:
        raise Refused("The outcome can be recorded once the case is published.")


def can_record_outcome(user: User, case: Case) -> bool:
    """Whether `check_can_record_outcome` passes."""
    return _passes(check_can_record_outcome, user, case)


def check_can_judge(user: User, case: Case) -> None:
    """Moderators judge, never their own."""
    check_can_see_community(user)
    if not user.is_moderator:
        raise NotAllowed("Only a moderator decides this.")
    if case.author_id == user.pk:
        raise NotAllowed("You cannot decide on your own case.")


def can_judge(user: User, case: Case) -> bool:
    """Whether `check_can_judge` passes."""
    return _passes(check_can_judge, user, case)


def _passes(check: Callable[..., None], *args: Any) -> bool:
    try:
        check(*args)
    except Refused:
        return False
    return True

"""Who may moderate what. Checks come in pairs: `check_can_…` raises, `can_…` answers a template."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from core.errors import NotAllowed, Refused, Stale
from moderation.models import Appeal, Decision, ReviewItem
from moderation.registry import NotThere, Reviewable
from moderation.states import APPEALABLE, AppealState

# DSA Art. 20(1): complaints are open for at least six months after the decision.
APPEAL_WITHIN = timedelta(days=184)


def check_can_moderate(user: User) -> None:
    """Moderators only, and only while they are members in good standing."""
    if not (user.is_moderator and user.is_member):
        raise NotAllowed("Only a moderator can do this.")


def can_moderate(user: User) -> bool:
    """Whether `check_can_moderate` passes."""
    return _passes(check_can_moderate, user)


def check_can_review(user: User, item: ReviewItem) -> None:
    """A moderator, never on their own content, never on what they flagged themselves.

    Raises:
        NotAllowed: saying which of the three.
    """
    check_can_moderate(user)
    if item.author_id == user.pk:
        raise NotAllowed("This is your own. Another moderator has to look at it.")
    if item.flags.filter(reporter=user).exists():
        raise NotAllowed("You flagged this yourself. Another moderator has to look at it.")


def can_review(user: User, item: ReviewItem) -> bool:
    """Whether `check_can_review` passes."""
    return _passes(check_can_review, user, item)


def check_holds_claim(user: User, item: ReviewItem) -> None:
    """The claim is this person's and its lease has not run out.

    Raises:
        Stale: nobody's any more, or somebody else's.
    """
    if not item.is_held:
        raise Stale("Your claim ran out. Claim it again.")
    if item.claimed_by_id != user.pk:
        raise Stale("Another moderator holds this now.")


def holds_claim(user: User, item: ReviewItem) -> bool:
    """Whether `check_holds_claim` passes."""
    return _passes(check_holds_claim, user, item)


def check_can_flag(user: User, adapter: Reviewable, target_id: str) -> None:
    """Members, on what they can see.

    Raises:
        NotAllowed: not a member.
        NotThere: it does not exist, or not for this person.
    """
    if not user.is_member:
        raise NotAllowed("Only members can report content.")
    if not adapter.visible_to(target_id, user):
        raise NotThere("There is nothing here that you can report.")


def can_flag(user: User, adapter: Reviewable, target_id: str) -> bool:
    """Whether `check_can_flag` passes."""
    return _passes(check_can_flag, user, adapter, target_id)


def check_can_read_decision(user: User, decision: Decision) -> None:
    """The author, those who flagged it, and moderators; nobody else learns that it exists.

    Raises:
        NotThere: for everybody else.
    """
    if user.pk == decision.item.author_id or can_moderate(user):
        return
    if user.is_member and decision.item.flags.filter(reporter=user).exists():
        return
    raise NotThere("There is no decision here that concerns you.")


def can_read_decision(user: User, decision: Decision) -> bool:
    """Whether `check_can_read_decision` passes."""
    return _passes(check_can_read_decision, user, decision)


def check_can_appeal(user: User, decision: Decision) -> None:
    """The author, once, within six months, against what can be undone.

    Raises:
        NotAllowed: by anybody else.
        Refused: saying why there is no appeal (any more).
    """
    if decision.item.author_id != user.pk:
        raise NotAllowed("Only the author can appeal.")
    if user.suspended_at is not None:
        raise NotAllowed("Your account is suspended.")
    if decision.outcome not in APPEALABLE:
        raise Refused("There is no appeal against this kind of decision.")
    if decision.at + APPEAL_WITHIN < timezone.now():
        raise Refused("The six months for an appeal are over.")
    if hasattr(decision, "appeal"):
        raise Refused("You appealed already. You will be told when it is decided.")


def can_appeal(user: User, decision: Decision) -> bool:
    """Whether `check_can_appeal` passes."""
    return _passes(check_can_appeal, user, decision)


def check_can_decide_appeal(user: User, appeal: Appeal) -> None:
    """A moderator other than the one who decided, and never the author or a reporter.

    Raises:
        NotAllowed: saying which.
        Stale: it was decided meanwhile.
    """
    check_can_review(user, appeal.decision.item)
    if appeal.decision.by_id == user.pk:
        raise NotAllowed("You took this decision. Another moderator has to look at the appeal.")
    if appeal.state != AppealState.WAITING:
        raise Stale("Somebody decided this appeal already.")


def can_decide_appeal(user: User, appeal: Appeal) -> bool:
    """Whether `check_can_decide_appeal` passes."""
    return _passes(check_can_decide_appeal, user, appeal)


def _passes(check: Callable[..., None], *args: Any) -> bool:
    try:
        check(*args)
    except Refused:
        return False
    return True

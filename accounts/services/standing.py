"""Roles and suspension: whatever changes what a person may see moves their authorisation epoch."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import User
from accounts.signals import member_changed
from core.audit.recording import record
from core.errors import NotAllowed
from core.realtime.publishing import announce_rights


def rights_changed(user: User) -> None:
    """Move the epoch, so that every open socket of this person re-checks before its next delivery."""
    User.objects.filter(pk=user.pk).update(authorisation_epoch=F("authorisation_epoch") + 1)
    announce_rights(user_id=user.pk)
    member_changed.send(User, user_id=user.pk)


@transaction.atomic
def suspend(*, user: User, by: User) -> User:
    """Suspend a member at once.

    Raises:
        NotAllowed: by anyone but a moderator, or on oneself.
    """
    target = User.objects.select_for_update().get(pk=user.pk)
    if not by.is_moderator or by.pk == target.pk:
        raise NotAllowed("Only a moderator can suspend, and nobody can suspend themselves.")
    target.suspended_at = timezone.now()
    target.save(update_fields=["suspended_at"])
    rights_changed(target)
    record(by=by, action="account.suspend", target=target)
    return target


@transaction.atomic
def grant_role(*, user: User, role: str, by: object) -> User:
    """Make somebody a moderator or registrar (`manage.py grant_role`, run by the operator as the system).

    Raises:
        ValueError: for another role.
    """
    if role not in {"moderator", "registrar"}:
        raise ValueError(f"unknown role {role}")
    target = User.objects.select_for_update().get(pk=user.pk)
    setattr(target, f"is_{role}", True)
    target.save(update_fields=[f"is_{role}"])
    rights_changed(target)
    record(by=by, action="account.grant", target=target, facts={"role": role})
    return target

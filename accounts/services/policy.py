"""Accepting the policy."""

from django.db import transaction

from accounts.models import PolicyAcceptance, User
from accounts.services.standing import rights_changed
from accounts.training import policy_text
from core.audit.recording import record
from core.errors import Stale


@transaction.atomic
def accept_policy(*, version: str, by: User) -> PolicyAcceptance:
    """Accept the current members' policy.

    Raises:
        Stale: when the version on the page is no longer the current one.
    """
    text = policy_text("members")
    if version != text.version:
        raise Stale("The policy changed while you read it. Read the new version.")
    acceptance, created = PolicyAcceptance.objects.get_or_create(
        user=by, version=text.version, defaults={"text_sha256": text.sha256}
    )
    if created:
        User.objects.filter(pk=by.pk).update(accepted_policy=text.version)
        by.accepted_policy = text.version
        rights_changed(by)
        record(by=by, action="policy.accept", target=acceptance, facts={"version": text.version})
    return acceptance

"""Claiming a profession and deciding on the claim."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import RegisterRow, User, Verification
from accounts.policies import check_can_claim, check_can_decide_verification
from accounts.services.standing import rights_changed
from accounts.states import TRANSITIONS, VerificationState
from accounts.verifiers.npi import look_up
from core.audit.recording import record
from core.errors import Refused, Stale
from core.notifications.notifying import notify
from core.scrubbing import scrubbed

LONGEST_RATIONALE = 500


@transaction.atomic
def claim_profession(*, npi: str, by: User) -> Verification:
    """Claim to be the provider with this NPI; registrars are told.

    Raises:
        Refused: malformed, unknown or deactivated number, one already held, or a claim already waiting.
    """
    user = User.objects.select_for_update().get(pk=by.pk)
    check_can_claim(user)
    npi = npi.replace(" ", "").strip()
    look_up(npi)
    if Verification.objects.filter(npi=npi, state=VerificationState.CURRENT).exists():
        raise Refused("This NPI already belongs to a verified member. Ask the registrar for help.", field="npi")
    claim = Verification.objects.create(user=user, npi=npi)
    record(by=by, action="verification.claim", target=claim)
    for registrar in User.objects.filter(is_registrar=True, is_active=True):
        notify(to=registrar, kind="verification.waiting", url="/registrar/")
    return claim


@transaction.atomic
def decide_verification(*, verification: Verification, approve: bool, rationale: str, by: User) -> Verification:
    """Approve or decline. On approval role and specialty come from the register row, never from a form.

    Raises:
        NotAllowed: by anyone but another registrar.
        Refused: a refusal without a rationale.
        Stale: already decided.
    """
    claim = Verification.objects.select_for_update().get(pk=verification.pk)
    check_can_decide_verification(by, claim)
    if not approve and not rationale.strip():
        raise Refused("Say why, so that the person knows what to do.", field="rationale")
    _move(claim, "approve" if approve else "decline")
    claim.rationale, claim.decided_by, claim.decided_at = (
        scrubbed(rationale, field="rationale", longest=LONGEST_RATIONALE),
        by,
        timezone.now(),
    )
    if approve and Verification.objects.filter(npi=claim.npi, state=VerificationState.CURRENT).exists():
        raise Refused("Another member was verified with this NPI meanwhile.")
    claim.save()
    user = User.objects.select_for_update().get(pk=claim.user_id)
    if approve:
        row = RegisterRow.objects.get(npi=claim.npi)
        user.role_title, user.specialty = row.profession, row.specialty
        user.verified_until = timezone.now() + settings.VERIFICATION_LASTS
        user.save(update_fields=["role_title", "specialty", "verified_until"])
        rights_changed(user)
    record(by=by, action="verification.decide", target=claim, facts={"approved": approve})
    kind = "verification.approved" if approve else "verification.declined"
    notify(to=user, kind=kind, url="/verification/")
    return claim


@transaction.atomic
def revoke_verification(*, verification: Verification, rationale: str, by: User) -> Verification:
    """End a current verification: the member sees no case from this moment, on open sockets too."""
    claim = Verification.objects.select_for_update().get(pk=verification.pk)
    check_can_decide_verification(by, claim)
    _move(claim, "revoke")
    claim.rationale, claim.decided_by, claim.decided_at = (
        scrubbed(rationale, field="rationale", longest=LONGEST_RATIONALE),
        by,
        timezone.now(),
    )
    claim.save()
    user = User.objects.select_for_update().get(pk=claim.user_id)
    user.verified_until = None
    user.save(update_fields=["verified_until"])
    rights_changed(user)
    record(by=by, action="verification.revoke", target=claim)
    return claim


def _move(claim: Verification, verb: str) -> None:
    try:
        claim.state = TRANSITIONS[claim.state, verb]
    except KeyError:
        raise Stale("Somebody decided on this claim already. Reload the page.") from None

"""Claiming a profession and deciding on the claim."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import RegisterRow, User, Verification
from accounts.policies import check_can_claim, check_can_decide_verification
from accounts.services.standing import rights_changed
from accounts.states import TRANSITIONS, VerificationState
from accounts.verifiers.npi import look_up
from core.audit.recording import SYSTEM, record
from core.errors import Refused, Stale
from core.notifications.notifying import notify
from core.outbox.queueing import enqueue
from core.scrubbing import scrubbed

LONGEST_RATIONALE = 500

EXPIRY_JOB = "verification.expire"


@transaction.atomic
def claim_profession(*, npi: str, by: User) -> Verification:
    """Claim to be the provider with this NPI; registrars are told.

    Raises:
        Refused: malformed, unknown or deactivated number, one already held, or a claim already waiting.
    """
    user = User.objects.select_for_update().get(pk=by.pk)
    for over in user.verifications.filter(state=VerificationState.CURRENT):
        expire_verification(verification=over)
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
        enqueue(topic=EXPIRY_JOB, object_id=claim.pk, delay=settings.VERIFICATION_LASTS)
    record(by=by, action="verification.decide", target=claim, facts={"approved": approve})
    kind = "verification.approved" if approve else "verification.declined"
    notify(to=user, kind=kind, url="/verification/")
    return claim


@transaction.atomic
def revoke_verification(*, verification: Verification, rationale: str, by: User) -> Verification:
    """End a current verification: the member sees no case from this moment, on open sockets too.

    Raises:
        NotAllowed: by anyone but another registrar.
        Refused: without a rationale.
        Stale: it does not hold any more.
    """
    claim = Verification.objects.select_for_update().get(pk=verification.pk)
    check_can_decide_verification(by, claim)
    if not rationale.strip():
        raise Refused("Say why, so that the person knows what to do.", field="rationale")
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
    notify(to=user, kind="verification.revoked", url="/verification/")
    return claim


@transaction.atomic
def expire_verification(*, verification: Verification) -> bool:
    """End a current verification whose year is over, so that the person can be verified again.

    `User.is_verified` asks the date itself: nobody stays a member because this came late.

    Returns:
        whether it ended now.
    """
    claim = Verification.objects.select_for_update().get(pk=verification.pk)
    user = User.objects.select_for_update().get(pk=claim.user_id)
    if claim.state != VerificationState.CURRENT or user.is_verified:
        return False
    _move(claim, "expire")
    claim.save(update_fields=["state"])
    rights_changed(user)
    record(by=SYSTEM, action="verification.expire", target=claim)
    notify(to=user, kind="verification.expired", url="/verification/")
    return True


def _move(claim: Verification, verb: str) -> None:
    try:
        claim.state = TRANSITIONS[claim.state, verb]
    except KeyError:
        raise Stale("Somebody decided on this claim already. Reload the page.") from None

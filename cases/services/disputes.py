"""Deciding on a disputed redaction."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cases.models import CaseRevision, Dispute
from cases.policies import check_can_judge
from cases.sealing import unseal_passage
from cases.services.locking import lock
from cases.states import DISPUTE_TRANSITIONS, DisputeState
from core.audit.recording import record
from core.errors import Stale
from core.notifications.notifying import notify


@transaction.atomic
def decide_dispute(*, dispute: Dispute, accept: bool, by: User) -> Dispute:
    """Lift or keep a redaction; either way the sealed passage is erased.

    Lifting writes the span back into the revision under review, the only change a revision ever sees: the reviewer
    decides on exactly the text that will be shown.

    Raises:
        NotAllowed: by the author or by somebody who is no moderator.
        Stale: decided already.
    """
    case = lock(dispute.revision.case)
    check_can_judge(by, case)
    dispute = Dispute.objects.select_for_update().select_related("revision").get(pk=dispute.pk)
    try:
        dispute.state = DISPUTE_TRANSITIONS[dispute.state, "accept" if accept else "decline"]
    except KeyError:
        raise Stale("Somebody decided on this already. Reload the page.") from None
    if accept and dispute.sealed is not None:
        _write_back(dispute, bytes(dispute.sealed))
    dispute.sealed, dispute.decided_by, dispute.decided_at = None, by, timezone.now()
    dispute.save()
    record(by=by, action="dispute.decide", target=dispute, facts={"accepted": accept, "category": dispute.category})
    kind = "dispute.accepted" if accept else "dispute.declined"
    notify(to=case.author, kind=kind, url=reverse("cases:detail", args=[case.pk]))
    return dispute


def _write_back(dispute: Dispute, sealed: bytes) -> None:
    revision = CaseRevision.objects.select_for_update().get(pk=dispute.revision_id)
    _, span, _ = unseal_passage(sealed)
    text = getattr(revision, dispute.field)
    setattr(revision, dispute.field, text[: dispute.start] + span + text[dispute.end :])
    revision.save(update_fields=[dispute.field])
    shift = len(span) - (dispute.end - dispute.start)
    later = revision.disputes.filter(field=dispute.field, state=DisputeState.OPEN, start__gt=dispute.start)
    for other in later:
        other.start, other.end = other.start + shift, other.end + shift
        other.save(update_fields=["start", "end"])

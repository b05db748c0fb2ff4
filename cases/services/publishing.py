"""From draft to publication and back."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case, CaseRevision
from cases.policies import check_can_edit, check_can_judge, check_can_withdraw
from cases.services.files import destroy_originals
from cases.services.locking import lock, move, topic_of
from cases.signals import case_changed
from cases.states import CaseState, DisputeState, FileState
from community.selectors import channel_for
from community.services import hide_topic, open_topic, rename_topic, restore_topic
from core.audit.recording import record
from core.errors import Refused
from core.outbox.queueing import enqueue
from moderation.services import close_review, open_review
from moderation.states import Severity


@transaction.atomic
def submit_case(*, case: Case, by: User) -> Case:
    """Send the latest revision to review: exactly one open review item exists afterwards.

    Raises:
        Refused: nothing written yet, or a file is still being checked.
    """
    case = lock(case)
    check_can_edit(by, case)
    revision = case.latest_revision()
    if revision is None:
        raise Refused("Write the case first.")
    if revision.pk == case.published_revision_id:
        raise Refused("Nothing changed since it was published.")
    if case.attachments.filter(state=FileState.CHECKING).exists():
        raise Refused("A file is still being checked. This usually takes less than a minute.")
    move(case, "submit")
    case.submitted_at = timezone.now()
    case.save(update_fields=["state", "submitted_at", "updated_at"])
    destroy_originals(case)
    doubtful = bool(revision.doubts) or revision.risk.get("requires_review") or revision.disputes.exists()
    open_review(
        kind="case",
        target_id=case.pk,
        revision_id=revision.pk,
        reason="submission",
        severity=Severity.RAISED if doubtful else Severity.ROUTINE,
        by=by,
    )
    record(by=by, action="case.submit", target=case, facts={"revision": revision.number})
    return case


@transaction.atomic
def publish_case(*, revision: CaseRevision, decision_id: int, by: User) -> Case:
    """Show this revision to members: opens the topic in the specialty's channel the first time.

    Raises:
        NotAllowed: by the author or by somebody who is no moderator.
        Refused: while a file or a dispute of this revision is undecided.
        Stale: when the case is not waiting for this any more.
    """
    case = lock(revision.case)
    check_can_judge(by, case)
    if case.attachments.filter(state__in=[FileState.CHECKING, FileState.HELD]).exists():
        raise Refused("Decide on every held file first.")
    if revision.disputes.filter(state=DisputeState.OPEN).exists():
        raise Refused("Decide on every disputed redaction first.")
    was_hidden = case.state == CaseState.HIDDEN
    move(case, "publish")
    if was_hidden:
        restore_topic(topic=topic_of(case), by=by)
    case.attachments.filter(state=FileState.CLEANED).update(state=FileState.APPROVED)
    case.published_revision = revision
    first = case.topic_id is None
    if first:
        case.topic = open_topic(
            channel=channel_for(case.specialty),
            title=revision.title,
            by=by,
            author=case.author,
            label="unsolved",
            subject_kind="case",
            subject_id=str(case.pk),
            known_names=revision.known_names,
        )
        case.published_at = timezone.now()
    else:
        rename_topic(topic=topic_of(case), title=revision.title, by=by, known_names=revision.known_names)
    case.save()
    record(
        by=by,
        action="case.publish",
        target=case,
        facts={"revision": revision.number, "decision": decision_id},
    )
    if first:
        enqueue(topic="case.tell_specialty", object_id=case.pk)
    case_changed.send(Case, case_id=case.pk)
    return case


@transaction.atomic
def return_case(*, revision: CaseRevision, decision_id: int, by: User) -> Case:
    """Give it back to the author; the decision holds the reason."""
    return _refuse(revision, "return", decision_id, by)


@transaction.atomic
def reject_case(*, revision: CaseRevision, decision_id: int, by: User) -> Case:
    """Do not publish it; the author can appeal."""
    return _refuse(revision, "reject", decision_id, by)


def _refuse(revision: CaseRevision, verb: str, decision_id: int, by: User) -> Case:
    case = lock(revision.case)
    check_can_judge(by, case)
    move(case, verb)
    case.save(update_fields=["state", "updated_at"])
    record(by=by, action=f"case.{verb}", target=case, facts={"revision": revision.number, "decision": decision_id})
    return case


@transaction.atomic
def withdraw_case(*, case: Case, by: User) -> Case:
    """Take it back for good: gone from channel and search, its topic hidden, an open review closed."""
    case = lock(case)
    check_can_withdraw(by, case)
    was_published = case.state == CaseState.PUBLISHED
    move(case, "withdraw")
    case.save(update_fields=["state", "updated_at"])
    destroy_originals(case)
    close_review(kind="case", target_id=case.pk, by=by)
    if was_published and case.topic:
        hide_topic(topic=case.topic, by=by)
    record(by=by, action="case.withdraw", target=case)
    case_changed.send(Case, case_id=case.pk)
    return case

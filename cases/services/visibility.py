"""Hiding, restoring, removing and purging a published case, as the moderation adapter asks."""

from django.db import transaction

from accounts.models import User
from cases.models import Case, Dispute
from cases.services.files import delete_files
from cases.services.locking import lock, move
from cases.signals import case_changed
from community.services import hide_topic, purge_topic, restore_topic
from core.audit.recording import record

PURGED = "[removed]"


@transaction.atomic
def hide_case(*, case: Case, by: User, on_flag: bool = False) -> Case:
    """Out of sight for everyone but its author and moderators, at once; `on_flag`: any member may cause it."""
    return _change(case, "hide", by, on_flag=on_flag)


@transaction.atomic
def restore_case(*, case: Case, by: User) -> Case:
    """Visible again."""
    return _change(case, "restore", by)


@transaction.atomic
def remove_case(*, case: Case, by: User) -> Case:
    """Out of sight for good, unless an appeal overturns it."""
    return _change(case, "remove", by)


@transaction.atomic
def purge_case(*, case: Case, by: User) -> int:
    """Erase every word and file of a removed case, keeping the empty shell the audit rows point to.

    Returns:
        how many revisions were erased.
    """
    case = lock(case)
    delete_files(case)
    Dispute.objects.filter(revision__case=case).delete()
    blank = {name: "" for name in _text_fields()}
    count = case.revisions.update(title=PURGED, presentation=PURGED, question=PURGED, receipt={}, doubts=[], **blank)
    if hasattr(case, "outcome"):
        case.outcome.delete()
    if case.topic:
        purge_topic(topic=case.topic, by=by)
    record(by=by, action="case.purge", target=case, facts={"revisions": count})
    case_changed.send(Case, case_id=case.pk)
    return count


def _text_fields() -> list[str]:
    return ["history", "timeline", "examination", "investigations", "differential", "management"]


def _change(case: Case, verb: str, by: User, *, on_flag: bool = False) -> Case:
    case = lock(case)
    move(case, verb)
    case.save(update_fields=["state", "updated_at"])
    if case.topic and verb in {"hide", "remove"}:
        hide_topic(topic=case.topic, by=by, on_flag=on_flag)
    elif case.topic:
        restore_topic(topic=case.topic, by=by)
    record(by=by, action=f"case.{verb}", target=case)
    case_changed.send(Case, case_id=case.pk)
    return case

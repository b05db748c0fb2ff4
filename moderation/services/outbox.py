"""Putting parked side effects back to work."""

from django.db import transaction

from accounts.models import User
from core.audit.recording import record
from core.errors import Stale
from core.outbox.draining import retry_parked
from core.outbox.models import OutboxRow
from moderation.policies import check_can_moderate


@transaction.atomic
def retry_outbox_row(*, pk: int, by: User) -> None:
    """Give a parked row a fresh set of attempts.

    Raises:
        NotAllowed: not a moderator.
        Stale: it is not parked any more.
    """
    check_can_moderate(by)
    row = OutboxRow.objects.filter(pk=pk).first()
    if row is None or not retry_parked(pk=pk):
        raise Stale("It is not parked any more.")
    record(by=by, action="outbox.retry", target=row, facts={"topic": row.topic})

"""The outbox: nothing lost, nothing done twice by two holders, failures seen by a person."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from core.outbox import draining, queueing
from core.outbox.draining import drain, release_all_leases, retry_parked
from core.outbox.models import OutboxRow
from core.outbox.queueing import enqueue

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch):
    """Ids the handler of "test.topic" was called with; ids starting with "bad" raise."""
    calls = []

    def handle(object_id):
        calls.append(object_id)
        if object_id.startswith("bad"):
            raise RuntimeError("text of the error must not be stored")

    monkeypatch.setitem(queueing._handlers, "test.topic", handle)
    return calls


def test_a_row_is_done_once_and_gone(done):
    enqueue(topic="test.topic", object_id=7)
    assert drain() == 1
    assert done == ["7"]
    assert not OutboxRow.objects.exists()


def test_a_row_that_still_waits_under_the_same_key_is_enough(done):
    enqueue(topic="test.topic", object_id=7)
    enqueue(topic="test.topic", object_id=7)
    drain()
    assert done == ["7"]


def test_a_rolled_back_cause_leaves_no_effect(done):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        enqueue(topic="test.topic", object_id=7)
        _ = 1 / 0
    assert drain() == 0


def test_work_that_arrives_while_its_twin_is_being_done_is_done_again(done):
    enqueue(topic="test.topic", object_id=7)
    leased = draining._lease_next()
    enqueue(topic="test.topic", object_id=7)
    assert OutboxRow.objects.count() == 2
    draining._do(leased)
    drain()
    assert done == ["7", "7"]


def test_a_failure_waits_longer_each_time_and_stores_only_the_class_of_the_error(done):
    enqueue(topic="test.topic", object_id="bad")
    assert drain() == 0
    row = OutboxRow.objects.get()
    assert (row.state, row.attempts, row.last_error) == ("waiting", 1, "RuntimeError")
    assert row.available_at > timezone.now()


def test_after_eight_failures_a_row_is_parked_until_a_person_retries_it(done):
    row = enqueue(topic="test.topic", object_id="bad")
    for _ in range(draining.ATTEMPTS_BEFORE_PARKING):
        OutboxRow.objects.update(available_at=timezone.now())
        drain()
    row.refresh_from_db()
    assert row.state == "parked"
    assert drain() == 0
    assert retry_parked(pk=row.pk)
    assert OutboxRow.objects.get().state == "waiting"


def test_a_topic_nobody_handles_is_parked_at_once():
    enqueue(topic="nobody.handles", object_id=1)
    drain()
    assert OutboxRow.objects.get().state == "parked"


def test_a_lost_worker_s_row_is_taken_over_after_its_lease(done):
    enqueue(topic="test.topic", object_id=7)
    overtaken = draining._lease_next()
    OutboxRow.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    second = draining._lease_next()
    assert second.fence == overtaken.fence + 1
    draining._do(overtaken)
    assert OutboxRow.objects.filter(pk=second.pk).exists(), "an overtaken worker cannot finish the row"


def test_after_a_kill_the_next_process_frees_what_its_predecessor_held(done):
    enqueue(topic="test.topic", object_id=7)
    draining._lease_next()
    assert drain() == 0
    assert release_all_leases() == 1
    assert drain() == 1


def test_rows_are_refused_outside_a_transaction(transactional_db):
    with pytest.raises(transaction.TransactionManagementError):
        enqueue(topic="test.topic", object_id=1)

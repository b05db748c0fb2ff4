"""The audit chain: append-only, tamper-evident, free of content."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction

from core.audit.models import AuditEvent
from core.audit.recording import record, verify_chain

pytestmark = pytest.mark.django_db


@pytest.fixture
def events(author):
    return [record(by=author, action="test.act", target=author, facts={"count": n}) for n in range(3)]


def test_the_chain_of_untouched_events_verifies(events):
    assert verify_chain() == 3
    call_command("audit_verify")


@pytest.mark.parametrize("statement", ["UPDATE audit_auditevent SET action='x'", "DELETE FROM audit_auditevent"])
def test_the_database_itself_refuses_to_change_events(events, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_forged_event_breaks_the_chain_and_is_named(events):
    last = AuditEvent.objects.order_by("id").last()
    AuditEvent.objects.create(
        at=last.at, actor=last.actor, action="forged", target_kind="x", target_id="1", previous_hash=last.hash, hash="f"
    )
    with pytest.raises(CommandError, match="broken at event"):
        call_command("audit_verify")


def test_prose_is_refused_as_a_fact(author):
    with pytest.raises(ValueError, match="not prose"):
        record(by=author, action="test.act", target=author, facts={"note": "a sentence " * 20})


def test_without_an_actor_nothing_is_written(author):
    with pytest.raises(ValueError, match="actor"):
        record(by=None, action="test.act", target=author)

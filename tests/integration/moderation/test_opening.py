"""One live item per target, raised and never lowered."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.audit.models import AuditEvent
from core.errors import Stale
from moderation.models import ReviewItem
from moderation.registry import NotThere
from moderation.services import claim, close_review, decide, open_review

pytestmark = pytest.mark.django_db


def reopen(target_id, author, **changes):
    given = {"kind": "note", "target_id": target_id, "revision_id": "1", "reason": "submission", "severity": 1}
    return open_review(**(given | changes), by=author)


def test_an_item_describes_what_waits_without_asking_the_content_again(waiting, author):
    assert (waiting.state, waiting.author, waiting.specialty) == ("open", author, "cardiology")
    assert waiting.title == "Chest pain at rest"
    assert waiting.excerpt == "A man in his sixties with chest pain."
    assert waiting.due_at - waiting.opened_at == pytest.approx(timedelta(hours=24), abs=timedelta(seconds=5))


def test_a_second_cause_raises_the_item_that_waits(waiting, author):
    raised = reopen(waiting.target_id, author, severity=3, reason="doubt")
    assert raised.pk == waiting.pk
    assert raised.severity == 3
    assert raised.due_at < timezone.now() + timedelta(hours=1, seconds=5)


def test_a_lesser_cause_does_not_lower_it(notes, author):
    target_id = notes.add(author)
    urgent = reopen(target_id, author, severity=3)
    again = reopen(target_id, author, severity=1)
    assert (again.severity, again.due_at) == (3, urgent.due_at)


def test_a_new_revision_replaces_the_one_that_waited(waiting, author):
    assert reopen(waiting.target_id, author, revision_id="2").revision_id == "2"
    assert ReviewItem.objects.count() == 1


def test_a_decided_target_gets_a_new_item(waiting, author, decided):
    decided(waiting, "return")
    assert reopen(waiting.target_id, author, revision_id="2").pk != waiting.pk


def test_the_database_refuses_a_second_live_item(waiting):
    twin = ReviewItem.objects.get(pk=waiting.pk)
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_what_its_author_withdraws_leaves_the_queue(waiting, author, moderator):
    claim(item=waiting, by=moderator)
    assert close_review(kind="note", target_id=waiting.target_id, by=author)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.claimed_by) == ("closed", None)
    assert not close_review(kind="note", target_id=waiting.target_id, by=author)


def test_opening_and_raising_are_audited_without_content(waiting, author):
    reopen(waiting.target_id, author, severity=2)
    events = list(AuditEvent.objects.filter(target_kind="moderation.reviewitem").values_list("action", "facts"))
    assert events == [
        ("review.open", {"reason": "submission", "severity": 1}),
        ("review.raise", {"reason": "submission", "severity": 2}),
    ]


def test_content_that_does_not_exist_is_not_queued(notes, author):
    with pytest.raises(NotThere):
        reopen("77", author)
    with pytest.raises(NotThere):
        open_review(kind="diary", target_id="1", revision_id="", reason="submission", by=author)


def test_an_unknown_reason_is_a_programming_error(waiting, author):
    with pytest.raises(ValueError, match="gossip"):
        reopen(waiting.target_id, author, reason="gossip")


def test_a_revision_that_arrives_while_one_reads_cannot_be_decided_unseen(waiting, author, moderator, notes):
    held = claim(item=waiting, by=moderator)
    reopen(waiting.target_id, author, revision_id="2")
    with pytest.raises(Stale, match="newer revision"):
        decide(item=held, outcome="approve", rationale="", by=moderator)
    assert notes.acts == []

"""A second pair of eyes: the author asks, another moderator answers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.errors import NotAllowed, Refused, Stale
from core.notifications.models import Notice
from moderation.models import Decision
from moderation.services import appeal, decide_appeal, flag_content
from tests.factories.accounts import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def removed(published, colleague, decided):
    flag = flag_content(kind="note", target_id=published, reason="spam", by=colleague)
    return decided(flag.item, "remove")


@pytest.fixture
def asked(removed, author):
    return appeal(decision=removed, statement="It is no advertisement.", by=author)


def answer(asked, by, *, overturn=True):
    return decide_appeal(appeal=asked, overturn=overturn, rationale="I read it again.", by=by)


def test_an_overturned_removal_is_visible_again_and_the_author_told(
    asked, notes, published, author, stranger, second_moderator
):
    answer(asked, second_moderator)
    assert notes.visible_to(published, stranger)
    assert Notice.objects.filter(recipient=author).first().kind == "appeal.decided"
    undone = Decision.objects.order_by("id").last()
    assert (undone.outcome, undone.by) == ("restore", second_moderator)


def test_an_overturned_rejection_is_published(waiting, author, notes, decided, stranger, second_moderator):
    asked = appeal(decision=decided(waiting, "reject"), statement="It is complete.", by=author)
    answer(asked, second_moderator)
    assert notes.visible_to(waiting.target_id, stranger)


def test_an_upheld_decision_changes_nothing_but_is_answered(
    asked, notes, published, author, stranger, second_moderator
):
    answered = answer(asked, second_moderator, overturn=False)
    assert (answered.state, answered.rationale) == ("upheld", "I read it again.")
    assert not notes.visible_to(published, stranger)
    assert Decision.objects.count() == 1
    assert Notice.objects.filter(recipient=author, kind="appeal.decided").count() == 1


def test_the_moderator_who_decided_cannot_decide_the_appeal(asked, moderator, notes, published, stranger):
    with pytest.raises(NotAllowed, match="Another moderator"):
        answer(asked, moderator)
    assert not notes.visible_to(published, stranger)


def test_neither_author_nor_reporter_decides_the_appeal_even_as_moderators(asked, author, colleague):
    author.is_moderator = colleague.is_moderator = True
    with pytest.raises(NotAllowed, match="your own"):
        answer(asked, author)
    with pytest.raises(NotAllowed, match="flagged this yourself"):
        answer(asked, colleague)


def test_members_and_registrars_do_not_decide_appeals(asked, stranger, registrar):
    for person in (stranger, registrar):
        with pytest.raises(NotAllowed, match="Only a moderator"):
            answer(asked, person)


def test_an_appeal_is_decided_once(asked, second_moderator):
    third = make_member("third-moderator", is_moderator=True)
    answer(asked, second_moderator, overturn=False)
    with pytest.raises(Stale):
        answer(asked, third)


def test_an_answer_needs_a_reason(asked, second_moderator):
    with pytest.raises(Refused, match="Say why"):
        decide_appeal(appeal=asked, overturn=True, rationale=" ", by=second_moderator)


def test_only_the_author_appeals(removed, colleague, moderator):
    for person in (colleague, moderator):
        with pytest.raises(NotAllowed, match="Only the author"):
            appeal(decision=removed, statement="Please.", by=person)


def test_one_appeal_per_decision(asked, removed, author):
    with pytest.raises(Refused, match="already"):
        appeal(decision=removed, statement="Again.", by=author)


def test_after_six_months_it_is_too_late(removed, author):
    Decision.objects.update(at=timezone.now() - timedelta(days=185))
    with pytest.raises(Refused, match="six months"):
        appeal(decision=removed, statement="Please.", by=author)


def test_an_approval_or_a_return_has_no_appeal(waiting, author, decided):
    decision = decided(waiting, "return")
    with pytest.raises(Refused, match="no appeal"):
        appeal(decision=decision, statement="Please.", by=author)


def test_a_suspended_author_does_not_appeal(removed, author):
    author.suspended_at = timezone.now()
    with pytest.raises(NotAllowed, match="suspended"):
        appeal(decision=removed, statement="Please.", by=author)


def test_what_the_author_says_is_scrubbed_and_must_be_something(removed, author):
    with pytest.raises(Refused):
        appeal(decision=removed, statement="  ", by=author)
    assert "0143" not in appeal(decision=removed, statement="Call 212-555-0143.", by=author).statement

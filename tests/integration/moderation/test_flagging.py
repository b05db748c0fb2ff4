"""Reports: hidden at once where a patient is at stake, one item per target, the reporter never named."""

import threading

import pytest
from django.db import connection

from core import scrubbing
from core.audit.models import AuditEvent
from core.errors import NotAllowed, Refused
from core.notifications.models import Notice
from moderation.models import Flag, ReviewItem
from moderation.registry import NotThere
from moderation.services import claim, flag_content

pytestmark = pytest.mark.django_db


def flag(target_id, reason, by, note=""):
    return flag_content(kind="note", target_id=target_id, reason=reason, note=note, by=by)


def test_a_possible_patient_identifier_hides_at_once_for_everybody_else(
    published, notes, author, colleague, stranger, moderator
):
    assert notes.visible_to(published, stranger)
    item = flag(published, "patient_identifier", colleague).item
    assert not notes.visible_to(published, stranger)
    assert not notes.visible_to(published, colleague)
    assert notes.visible_to(published, author)
    assert notes.visible_to(published, moderator)
    assert item.hidden_at is not None
    assert item.severity == 3


@pytest.mark.parametrize("reason", ["harassment", "unsafe_advice", "spam", "consent", "other"])
def test_every_other_reason_waits_for_a_moderator(published, notes, colleague, stranger, reason):
    item = flag(published, reason, colleague).item
    assert notes.visible_to(published, stranger)
    assert (item.hidden_at, item.reason) == (None, "flag")


def test_the_author_learns_at_once_that_it_is_hidden_and_never_by_whom(published, author, colleague):
    flag(published, "patient_identifier", colleague, note="second line")
    notice = Notice.objects.get(recipient=author)
    assert notice.kind == "content.hidden"
    assert colleague.handle not in f"{notice.url}{notice.facts}"


def test_two_reporters_raise_one_item(published, notes, colleague, stranger):
    first = flag(published, "spam", colleague)
    second = flag(published, "patient_identifier", stranger)
    assert second.item_id == first.item_id
    assert ReviewItem.objects.get().severity == 3
    assert notes.acts == [("hide", published)]


def test_a_flag_on_a_waiting_revision_keeps_that_revision_in_the_queue(waiting, moderator):
    flag(waiting.target_id, "consent", moderator)
    waiting.refresh_from_db()
    assert (waiting.reason, waiting.revision_id, waiting.severity) == ("submission", "1", 2)


def test_the_same_report_twice_is_refused_kindly(published, colleague):
    flag(published, "spam", colleague)
    with pytest.raises(Refused, match="already"):
        flag(published, "other", colleague)
    assert Flag.objects.count() == 1


def test_a_graver_report_by_the_same_person_counts(published, notes, colleague, stranger):
    flag(published, "spam", colleague)
    flag(published, "patient_identifier", colleague)
    assert Flag.objects.get().reason == "patient_identifier"
    assert not notes.visible_to(published, stranger)


def test_a_claimed_item_stays_claimed_when_a_flag_raises_it(waiting, moderator, second_moderator):
    claim(item=waiting, by=moderator)
    flag(waiting.target_id, "patient_identifier", second_moderator)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.claimed_by, waiting.severity) == ("claimed", moderator, 3)


def test_the_note_is_scrubbed_before_it_is_stored(published, colleague):
    assert "212-555-0143" not in flag(published, "other", colleague, note="Call 212-555-0143 there.").note


def test_a_note_that_cannot_be_made_safe_is_refused_and_nothing_is_reported(published, notes, colleague, monkeypatch):
    real = scrubbing.scrub

    class Blocked:
        verdict, findings, text = scrubbing.Verdict.BLOCKED, real("Call 212-555-0143.").findings, ""

    monkeypatch.setattr(scrubbing, "scrub", lambda text: Blocked)
    with pytest.raises(Refused, match="may identify a person") as refusal:
        flag(published, "patient_identifier", colleague, note="Ask 212-555-0143.")
    assert refusal.value.field == "note"
    assert "212-555-0143" not in str(refusal.value)
    assert (notes.acts, Flag.objects.count(), ReviewItem.objects.count()) == ([], 0, 0)


def test_only_members_report(published, unverified, registrar):
    for person in (unverified, registrar):
        with pytest.raises(NotAllowed, match="Only members"):
            flag(published, "spam", person)


def test_what_one_cannot_see_one_cannot_report(notes, author, colleague):
    unseen = notes.add(author, state="submitted")
    for target_id in (unseen, "77"):
        with pytest.raises(NotThere):
            flag(target_id, "patient_identifier", colleague)
    assert notes.acts == []


def test_an_author_can_have_their_own_slip_hidden(published, notes, author, colleague):
    flag(published, "patient_identifier", author)
    assert not notes.visible_to(published, colleague)


def test_an_unknown_reason_is_refused(published, colleague):
    with pytest.raises(Refused) as refusal:
        flag(published, "boring", colleague)
    assert refusal.value.field == "reason"


def test_the_audit_names_reason_and_item_only(published, colleague):
    made = flag(published, "spam", colleague, note="sells devices")
    event = AuditEvent.objects.get(action="content.flag")
    assert event.facts == {"item": made.item_id, "reason": "spam"}


@pytest.mark.django_db(transaction=True)
def test_reports_that_arrive_at_the_same_moment_share_one_item(published, notes, colleague, stranger, second_moderator):
    start, made = threading.Barrier(3), []

    def report(person):
        try:
            start.wait(timeout=10)
            made.append(flag(published, "spam", person).item_id)
        finally:
            connection.close()

    threads = [threading.Thread(target=report, args=(person,)) for person in (colleague, stranger, second_moderator)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(made) == 3
    assert len(set(made)) == 1
    assert (ReviewItem.objects.count(), Flag.objects.count()) == (1, 3)

"""Reporting, the statement of reasons, appeals, the dashboard and parked jobs, as pages."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from core.audit.models import AuditEvent
from core.outbox.models import OutboxRow
from core.outbox.queueing import enqueue
from moderation.models import Appeal, Flag, ReviewItem
from moderation.selectors import figures
from moderation.services import appeal, claim, decide, decide_appeal, flag_content, open_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def removed(published, colleague, decided):
    return decided(flag_content(kind="note", target_id=published, reason="spam", by=colleague).item, "remove")


# --- reporting ---


def test_a_member_reports_and_comes_back_to_the_page(published, colleague, signed_in):
    client, url = signed_in(colleague), f"/moderation/flag/note/{published}/"
    assert "Flag this note" in client.get(url + "?next=/channels/").content.decode()
    answer = client.post(url, {"reason": "spam", "note": "Sells devices.", "next": "/channels/"})
    assert answer.url == "/channels/"
    assert Flag.objects.get().reporter == colleague


def test_after_a_patient_identifier_one_is_led_home_because_the_page_is_gone(published, colleague, signed_in):
    answer = signed_in(colleague).post(
        f"/moderation/flag/note/{published}/", {"reason": "patient_identifier", "next": "/notes/1/"}
    )
    assert answer.url == "/"


def test_no_page_of_another_host_is_opened_after_a_report(published, colleague, signed_in):
    answer = signed_in(colleague).post(
        f"/moderation/flag/note/{published}/", {"reason": "spam", "next": "https://elsewhere.example/"}
    )
    assert answer.url == "/"


def test_a_refused_report_keeps_what_was_typed(published, colleague, signed_in):
    client, url = signed_in(colleague), f"/moderation/flag/note/{published}/"
    answer = client.post(url, {"reason": "", "note": "third paragraph"})
    assert answer.status_code == 422
    assert "third paragraph" in answer.content.decode()
    client.post(url, {"reason": "spam"})
    again = client.post(url, {"reason": "spam", "note": "third paragraph"})
    assert (again.status_code, "already" in again.content.decode()) == (422, True)


def test_what_one_cannot_see_has_no_report_page(notes, author, colleague, signed_in):
    unseen = notes.add(author, state="submitted")
    for path in (f"note/{unseen}", "note/99", "diary/1"):
        assert signed_in(colleague).get(f"/moderation/flag/{path}/").status_code == 404


# --- the statement of reasons and appeals ---


def test_the_author_reads_why_and_appeals(removed, author, signed_in):
    client, url = signed_in(author), f"/moderation/decisions/{removed.pk}/"
    html = client.get(url).content.decode()
    assert "Your note was removed." in html
    assert "Please say how it began." in html
    assert client.post(url + "appeal/", {"statement": ""}).status_code == 422
    assert client.post(url + "appeal/", {"statement": "Look again."}).status_code == 302
    after = client.get(url).content.decode()
    assert "Look again." in after
    assert "Send the appeal" not in after


def test_an_unverified_author_still_reads_the_reasons(removed, author, signed_in):
    author.verified_until = timezone.now() - timedelta(days=1)
    author.save()
    assert signed_in(author).get(f"/moderation/decisions/{removed.pk}/").status_code == 200


def test_the_reporter_learns_the_outcome_and_not_the_words(removed, colleague, signed_in):
    html = signed_in(colleague).get(f"/moderation/decisions/{removed.pk}/").content.decode()
    assert "A moderator removed it." in html
    assert "Please say how it began." not in html
    assert "Send the appeal" not in html


def test_nobody_else_learns_that_there_is_a_decision(removed, stranger, unverified, registrar, signed_in):
    for person in (stranger, unverified, registrar):
        assert signed_in(person).get(f"/moderation/decisions/{removed.pk}/").status_code == 404
        assert signed_in(person).post(f"/moderation/decisions/{removed.pk}/appeal/", {}).status_code == 404


def test_a_moderator_reads_but_does_not_appeal(removed, second_moderator, signed_in):
    client = signed_in(second_moderator)
    assert "Send the appeal" not in client.get(f"/moderation/decisions/{removed.pk}/").content.decode()
    answer = client.post(f"/moderation/decisions/{removed.pk}/appeal/", {"statement": "x"})
    assert answer.status_code == 403


def test_another_moderator_decides_the_appeal_on_its_page(
    removed, author, moderator, second_moderator, signed_in, notes, published
):
    asked = appeal(decision=removed, statement="Look again.", by=author)
    url = f"/moderation/appeals/{asked.pk}/"
    answer = {"verdict": "overturn", "rationale": "I read it again."}
    assert "Your decision" in signed_in(moderator).get("/moderation/appeals/").content.decode()
    assert signed_in(moderator).post(url, answer).status_code == 403
    client = signed_in(second_moderator)
    assert "Look again." in client.get(url).content.decode()
    assert client.post(url, answer | {"rationale": ""}).status_code == 422
    assert client.post(url, answer).status_code == 302
    assert client.post(url, answer).status_code == 422, "decided already"
    asked.refresh_from_db()
    assert asked.state == "overturned"
    assert notes.notes[published].state == "visible"


def test_appeals_are_for_moderators(removed, author, colleague, signed_in):
    asked = appeal(decision=removed, statement="Look again.", by=author)
    for person in (author, colleague):
        assert signed_in(person).get(f"/moderation/appeals/{asked.pk}/").status_code == 403
        assert signed_in(person).get("/moderation/appeals/").status_code == 403


# --- the dashboard ---


def test_the_dashboard_counts_the_backlog_against_the_clock(waiting, notes, author, moderator, signed_in):
    late = open_review(kind="note", target_id=notes.add(author), revision_id="1", reason="flag", severity=3, by=author)
    ReviewItem.objects.filter(pk=late.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    rows = {row.severity: (row.within, row.late) for row in figures.backlog()}
    assert rows == {3: (0, 1), 2: (0, 0), 1: (1, 0)}
    html = signed_in(moderator).get("/moderation/dashboard/").content.decode()
    assert "1 late" in html
    assert "?severity=3&amp;late=1" in html


def test_the_time_to_decision_is_measured_from_opening(waiting, moderator):
    claim(item=waiting, by=moderator)
    decide(item=waiting, outcome="approve", rationale="", by=moderator)
    now = timezone.now()
    ReviewItem.objects.update(opened_at=now - timedelta(hours=25), due_at=now - timedelta(hours=1), decided_at=now)
    routine = next(row for row in figures.speed() if row.severity == 1)
    assert (routine.decided, routine.kept, routine.median_words, routine.kept_words) == (1, 0.0, "25.0 h", "0%")


def test_each_day_knows_what_came_what_went_and_what_waited(waiting, notes, author, moderator):
    second = open_review(kind="note", target_id=notes.add(author), revision_id="1", reason="flag", by=author)
    claim(item=second, by=moderator)
    decide(item=second, outcome="no_action", rationale="Fine.", by=moderator)
    yesterday = timezone.now() - timedelta(days=1)
    ReviewItem.objects.update(opened_at=yesterday)
    before, today = figures.flow()[-2:]
    assert (before.opened, before.decided, before.waiting) == (2, 0, 2)
    assert (today.opened, today.decided, today.waiting) == (0, 1, 1)
    assert today.median_hours == pytest.approx(24, abs=0.1)


def test_the_overturn_rate_is_of_decided_appeals(removed, author, second_moderator, decided, waiting):
    decide_appeal(
        appeal=appeal(decision=removed, statement="Look.", by=author),
        overturn=True,
        rationale="Yes.",
        by=second_moderator,
    )
    appeal(decision=decided(waiting, "reject"), statement="Look.", by=author)
    found = figures.overturns()
    assert (found.decided, found.overturned, found.waiting, found.rate) == (1, 1, 1, 1.0)
    assert [share for _, share in figures.overturned_by_month()] == [100]
    assert Appeal.objects.count() == 2


def test_a_running_incident_shows_its_clock(published, colleague, decided, moderator, signed_in):
    decided(flag_content(kind="note", target_id=published, reason="patient_identifier", by=colleague).item, "purge")
    html = signed_in(moderator).get("/moderation/dashboard/").content.decode()
    assert "45 CFR 164.404" in html
    assert "1 texts" in html


def test_an_empty_dashboard_is_calm(notes, moderator, signed_in):
    html = signed_in(moderator).get("/moderation/dashboard/").content.decode()
    assert "No incident" in html
    assert "No appeal was decided." in html


# --- parked jobs ---


@pytest.fixture
def parked():
    with transaction.atomic():
        row = enqueue(topic="nobody.handles", object_id=1)
    OutboxRow.objects.update(state="parked", attempts=8, last_error="TimeoutError")
    return row


def test_a_parked_job_is_seen_and_retried_by_a_moderator(parked, moderator, signed_in):
    client = signed_in(moderator)
    assert "nobody.handles" in client.get("/moderation/outbox/").content.decode()
    assert client.post(f"/moderation/outbox/{parked.pk}/retry/").status_code == 302
    parked.refresh_from_db()
    assert (parked.state, parked.attempts) == ("waiting", 0)
    assert AuditEvent.objects.get(action="outbox.retry").facts == {"topic": "nobody.handles"}


def test_retrying_what_is_not_parked_any_more_says_so(parked, moderator, signed_in):
    OutboxRow.objects.update(state="waiting")
    answer = signed_in(moderator).post(f"/moderation/outbox/{parked.pk}/retry/", follow=True)
    assert "not parked any more" in answer.content.decode()
    assert not AuditEvent.objects.filter(action="outbox.retry").exists()


def test_members_do_not_see_parked_jobs(parked, colleague, signed_in):
    assert signed_in(colleague).get("/moderation/outbox/").status_code == 403
    assert signed_in(colleague).post(f"/moderation/outbox/{parked.pk}/retry/").status_code == 403
    parked.refresh_from_db()
    assert parked.state == "parked"

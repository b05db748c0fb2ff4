"""From draft to outcome through the services, and who sees what on the way."""

import json
from dataclasses import replace

import pytest
from django.db import connection

from cases.models import Case, CaseRevision, Dispute
from cases.screening import Choices, finding_key, screen
from cases.services import decide_dispute, record_outcome, save_revision, start_case, submit_case, withdraw_case
from core.audit.models import AuditEvent
from core.errors import NotAllowed, Refused, Stale
from core.notifications.models import Notice
from moderation.models import ReviewItem
from moderation.services import claim, decide
from tests.factories.cases import decide_on, make_draft, make_published, make_submitted, typed

pytestmark = pytest.mark.django_db

IDENTIFIED = "Mr John Smith, MRN: 4471923, phone 415-555-0134, seen with temporal headache."


def everything_stored():
    """Every text the database holds, as one string."""
    parts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            parts += [str(row) for row in cursor.fetchall()]
    return "\n".join(parts)


def test_a_draft_stores_scrubbed_text_and_a_receipt_without_content(author):
    case = make_draft(author, history=IDENTIFIED)
    revision = case.latest_revision()
    for identifier in ("Smith", "4471923", "555-0134"):
        assert identifier not in everything_stored()
        assert identifier not in json.dumps(revision.receipt)
    assert "headache" in revision.history
    assert revision.receipt["history"]


def test_the_age_is_stored_as_a_band_only(author):
    assert make_draft(author).latest_revision().age_band == "70 to 79"


def test_submitting_twice_leaves_one_open_review_item(author):
    case = make_submitted(author)
    with pytest.raises(Refused):
        submit_case(case=case, by=author)
    assert ReviewItem.objects.filter(kind="case", target_id=str(case.pk)).count() == 1


def test_a_case_cannot_exist_in_review_without_its_queue_row(author, monkeypatch):
    case = make_draft(author)
    monkeypatch.setattr("cases.services.publishing.open_review", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        submit_case(case=case, by=author)
    case.refresh_from_db()
    assert case.state == "draft"


def test_only_the_author_and_moderators_see_a_case_in_review(author, colleague, moderator, unverified):
    case = make_submitted(author)
    seen = {user.handle: Case.objects.visible_to(user).filter(pk=case.pk).exists() for user in (
        author, colleague, moderator, unverified
    )}  # fmt: skip
    assert seen == {"author": True, "colleague": False, "moderator": True, "unverified": False}


def test_drafts_are_nobody_else_s_business_not_even_a_moderator_s(author, moderator):
    case = make_draft(author)
    assert not Case.objects.visible_to(moderator).filter(pk=case.pk).exists()


def test_publishing_opens_a_topic_in_the_specialty_s_channel_and_tells_the_author(author, colleague, moderator):
    case = make_published(author, moderator)
    assert case.state == "published"
    assert case.topic.channel.specialty == "cardiology"
    assert Case.objects.visible_to(colleague).filter(pk=case.pk).exists()
    assert Notice.objects.filter(recipient=author, kind="case.published").exists()


def test_members_of_the_specialty_are_told_once_even_if_the_job_runs_twice(author, colleague, moderator, work_done):
    from cases.jobs import tell_specialty

    case = make_published(author, moderator)
    work_done()
    tell_specialty(str(case.pk))
    assert Notice.objects.filter(recipient=colleague, kind="case.in_specialty").count() == 1
    assert not Notice.objects.filter(recipient=author, kind="case.in_specialty").exists()


def test_nobody_decides_on_their_own_case(moderator):
    case = make_submitted(moderator)
    item = ReviewItem.objects.get(target_id=str(case.pk))
    with pytest.raises(NotAllowed):
        claim(item=item, by=moderator)


def test_a_returned_case_can_be_changed_and_sent_again(author, moderator):
    case = make_submitted(author)
    decide_on(case, by=moderator, outcome="return", rationale="Please say how old the finding is.")
    case.refresh_from_db()
    assert case.state == "returned"
    save_revision(case=case, typed=typed(history="Clearer now."), choices=Choices(), by=author)
    submit_case(case=case, by=author)
    decide_on(case, by=moderator)
    case.refresh_from_db()
    assert case.published_revision.number == 2


def test_a_rejected_case_stays_out_of_sight(author, colleague, moderator):
    case = make_submitted(author)
    decide_on(case, by=moderator, outcome="reject", rationale="This event was in the news.")
    assert not Case.objects.visible_to(colleague).filter(pk=case.pk).exists()


def test_the_text_cannot_change_while_a_moderator_looks_at_it(author):
    case = make_submitted(author)
    with pytest.raises(Refused):
        save_revision(case=case, typed=typed(), choices=Choices(), by=author)


def test_an_edit_of_a_published_case_shows_the_old_text_until_it_is_approved(author, moderator):
    case = make_published(author, moderator)
    save_revision(case=case, typed=typed(question="A new question?"), choices=Choices(), by=author)
    submit_case(case=case, by=author)
    case.refresh_from_db()
    assert case.published_revision.number == 1
    decide_on(case, by=moderator)
    case.refresh_from_db()
    assert case.published_revision.number == 2


def test_only_the_author_edits_submits_or_withdraws(author, colleague):
    case = make_draft(author)
    for act in (
        lambda: save_revision(case=case, typed=typed(), choices=Choices(), by=colleague),
        lambda: submit_case(case=case, by=colleague),
        lambda: withdraw_case(case=case, by=colleague),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_unverified_person_cannot_start_a_case(unverified):
    with pytest.raises(NotAllowed):
        start_case(by=unverified)


def test_without_attested_consent_nothing_is_stored(author):
    case = start_case(by=author)
    with pytest.raises(Refused) as refusal:
        save_revision(case=case, typed=replace(typed(), consent=False), choices=Choices(), by=author)
    assert refusal.value.field == "consent"
    assert not CaseRevision.objects.exists()


def test_the_outcome_is_scrubbed_solves_the_topic_and_tells_those_who_answered(author, colleague, moderator):
    from community.services import write_post

    case = make_published(author, moderator)
    write_post(topic=case.topic, text="I would biopsy within two weeks.", by=colleague)
    outcome = record_outcome(
        case=case,
        final_diagnosis="Giant cell arteritis",
        course="Biopsy positive. Mr John Smith recovered, phone 415-555-0134.",
        teaching_points="- Steroids first\n- Biopsy stays positive for weeks",
        by=author,
    )
    case.topic.refresh_from_db()
    assert case.topic.label == "solved"
    assert "Smith" not in outcome.course
    assert outcome.teaching_list() == ["Steroids first", "Biopsy stays positive for weeks"]
    assert Notice.objects.filter(recipient=colleague, kind="case.outcome").count() == 1


def test_only_the_author_records_the_outcome(author, colleague, moderator):
    case = make_published(author, moderator)
    with pytest.raises(NotAllowed):
        record_outcome(case=case, final_diagnosis="x", course="y", teaching_points="", by=colleague)


def test_a_withdrawn_case_is_gone_for_everyone_and_off_the_queue(author, colleague, moderator):
    case = make_published(author, moderator)
    withdraw_case(case=case, by=author)
    for user in (author, colleague, moderator):
        assert not Case.objects.visible_to(user).filter(pk=case.pk).exists()


def disputed_case(author):
    screening = screen(typed(history=IDENTIFIED).fields, age=72, sex="female")
    finding = next(f for f in screening.results["history"].findings if f.category == "NAME")
    choices = Choices(disputed=frozenset({finding_key("history", finding)}))
    return make_submitted(author, choices=choices, history=IDENTIFIED)


def test_a_disputed_word_stays_redacted_and_its_surroundings_are_sealed(author):
    case = disputed_case(author)
    assert "Smith" not in case.latest_revision().history
    assert "Smith" not in everything_stored()
    assert Dispute.objects.get().category == "NAME"


def test_lifting_a_dispute_brings_back_exactly_that_word_and_erases_the_sealed_passage(author, moderator):
    case = disputed_case(author)
    dispute = decide_dispute(dispute=Dispute.objects.get(), accept=True, by=moderator)
    history = case.latest_revision().history
    assert "Smith" in history
    assert "555-0134" not in history
    assert dispute.sealed is None


def test_keeping_a_redaction_erases_the_sealed_passage_too(author, moderator):
    case = disputed_case(author)
    dispute = decide_dispute(dispute=Dispute.objects.get(), accept=False, by=moderator)
    assert dispute.sealed is None
    assert "Smith" not in case.latest_revision().history
    with pytest.raises(Stale):
        decide_dispute(dispute=dispute, accept=True, by=moderator)


def test_nobody_decides_on_their_own_dispute(moderator):
    disputed_case(moderator)
    with pytest.raises(NotAllowed):
        decide_dispute(dispute=Dispute.objects.get(), accept=True, by=moderator)


def test_a_case_with_an_undecided_dispute_cannot_be_published(author, moderator):
    case = disputed_case(author)
    with pytest.raises(Refused, match="disputed"):
        decide_on(case, by=moderator)


def test_every_step_leaves_an_audit_event_without_content(author, moderator):
    make_published(author, moderator, history=IDENTIFIED)
    actions = set(AuditEvent.objects.values_list("action", flat=True))
    assert {"case.start", "case.revise", "case.submit", "review.claim", "review.decide", "case.publish"} <= actions
    facts = json.dumps(list(AuditEvent.objects.values_list("facts", flat=True)))
    assert "Smith" not in facts


def test_purging_erases_every_word_and_leaves_the_shell(author, colleague, moderator):
    from moderation.services import flag_content

    case = make_published(author, moderator, history="A very telling story indeed.")
    flag_content(kind="case", target_id=case.pk, reason="patient_identifier", by=colleague)
    item = ReviewItem.objects.get(target_id=str(case.pk), state="open")
    decide(item=claim(item=item, by=moderator), outcome="purge", rationale="Exposed a patient.", by=moderator)
    assert "very telling story" not in everything_stored()
    assert "Would you biopsy" not in everything_stored()
    assert Case.objects.filter(pk=case.pk).exists()

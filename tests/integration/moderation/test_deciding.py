"""Decisions: claimed first, reasoned, carried out by the content, told to those concerned."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.audit.models import AuditEvent
from core.audit.recording import verify_chain
from core.errors import NotAllowed, Refused, Stale
from core.notifications.models import Notice
from moderation.models import Decision, Incident, ReviewItem
from moderation.registry import SnapshotDispute
from moderation.services import claim, decide, flag_content, open_review, settle_dispute

pytestmark = pytest.mark.django_db
WHY = "Please say how it began."


def told(person):
    return [notice.kind for notice in Notice.objects.filter(recipient=person).order_by("id")]


def test_what_is_approved_is_published_and_its_author_told(waiting, notes, author, decided):
    decision = decided(waiting, "approve", rationale="")
    assert notes.acts == [("approve", waiting.target_id)]
    assert told(author) == ["case.published"], "the adapter's own words win over the general ones"
    assert Notice.objects.get().url == f"/notes/{waiting.target_id}/"
    waiting.refresh_from_db()
    assert (waiting.state, decision.rationale, decision.ground) == ("decided", "", "")


@pytest.mark.parametrize(("outcome", "words"), [("return", "content.returned"), ("reject", "content.rejected")])
def test_what_is_not_published_comes_with_a_reason(waiting, notes, author, decided, outcome, words):
    decision = decided(waiting, outcome)
    assert notes.acts == [(outcome, waiting.target_id)]
    assert told(author) == [words]
    assert Notice.objects.get().url == f"/moderation/decisions/{decision.pk}/"
    assert (decision.rationale, decision.ground) == (WHY, "other")


@pytest.mark.parametrize("outcome", ["return", "reject"])
def test_without_a_reason_nothing_is_decided(waiting, notes, moderator, outcome):
    claim(item=waiting, by=moderator)
    with pytest.raises(Refused, match="Say why") as refusal:
        decide(item=waiting, outcome=outcome, rationale="  ", by=moderator)
    assert refusal.value.field == "rationale"
    assert (notes.acts, Decision.objects.count()) == ([], 0)


def test_a_reason_that_holds_an_identifier_is_scrubbed_before_it_is_stored_or_sent(waiting, decided):
    decision = decided(waiting, "return", rationale="Take out 212-555-0143 please.")
    assert "212-555-0143" not in decision.rationale


def test_deciding_needs_a_claim_of_one_s_own(waiting, notes, moderator, second_moderator):
    with pytest.raises(Stale, match="Claim it"):
        decide(item=waiting, outcome="approve", rationale="", by=moderator)
    claim(item=waiting, by=second_moderator)
    with pytest.raises(Stale, match="Another moderator"):
        decide(item=waiting, outcome="approve", rationale="", by=moderator)
    assert notes.acts == []


def test_deciding_after_the_lease_ran_out_is_refused(waiting, notes, moderator):
    claim(item=waiting, by=moderator)
    ReviewItem.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    with pytest.raises(Stale, match="ran out"):
        decide(item=waiting, outcome="approve", rationale="", by=moderator)
    assert notes.acts == []


def test_nothing_is_decided_twice(waiting, notes, moderator, decided):
    decided(waiting, "approve")
    with pytest.raises(Stale):
        decide(item=waiting, outcome="reject", rationale=WHY, by=moderator)
    assert notes.acts == [("approve", waiting.target_id)]


def test_nobody_decides_on_what_became_their_own_or_their_own_flag(waiting, moderator, colleague):
    claim(item=waiting, by=moderator)
    ReviewItem.objects.update(author=moderator)
    with pytest.raises(NotAllowed, match="your own"):
        decide(item=waiting, outcome="approve", rationale="", by=moderator)
    ReviewItem.objects.update(author=colleague)
    waiting.flags.create(reporter=moderator, reason="other")
    with pytest.raises(NotAllowed, match="flagged this yourself"):
        decide(item=waiting, outcome="approve", rationale="", by=moderator)


def test_a_moderator_who_lost_the_role_cannot_finish(waiting, notes, moderator):
    claim(item=waiting, by=moderator)
    moderator.is_moderator = False
    with pytest.raises(NotAllowed, match="Only a moderator"):
        decide(item=waiting, outcome="approve", rationale="", by=moderator)
    assert notes.acts == []


def test_only_what_is_offered_can_be_decided(waiting, decided, notes):
    for outcome in ("purge", "no_action", "explode"):
        with pytest.raises(Refused, match="offered"):
            decided(waiting, outcome)
    assert notes.acts == []


def test_a_refusing_adapter_leaves_nothing_decided(waiting, notes, moderator):
    claim(item=waiting, by=moderator)
    notes.notes[waiting.target_id].revision = "2"
    with pytest.raises(Stale):
        decide(item=waiting, outcome="approve", rationale="", by=moderator)
    waiting.refresh_from_db()
    assert (waiting.state, Decision.objects.count(), Notice.objects.count()) == ("claimed", 0, 0)


def test_a_kept_flag_tells_the_reporter_and_leaves_the_author_alone(published, author, colleague, decided, notes):
    flag = flag_content(kind="note", target_id=published, reason="unsafe_advice", by=colleague)
    decision = decided(flag.item, "no_action")
    assert notes.acts == []
    assert told(author) == []
    assert told(colleague) == ["flag.decided"]
    assert decision.ground == ""


def test_a_confirmed_exposure_is_erased_and_opens_an_incident_with_its_sixty_days(
    published, author, colleague, stranger, decided, notes
):
    flag = flag_content(kind="note", target_id=published, reason="patient_identifier", by=colleague)
    decision = decided(flag.item, "purge")
    incident = Incident.objects.get()
    assert incident.notify_by - incident.discovered_at == timedelta(days=60)
    assert incident.discovered_at == flag.created_at
    assert incident.purge_receipt == {"texts": 1}
    assert decision.ground == "patient_identifier"
    flag.item.refresh_from_db()
    assert (flag.item.title, flag.item.excerpt) == ("", "")
    assert told(author) == ["content.hidden", "content.removed"]
    assert told(colleague) == ["flag.decided"]


def test_both_author_and_every_reporter_are_told_what_was_decided(published, author, colleague, stranger, decided):
    flag_content(kind="note", target_id=published, reason="spam", by=colleague)
    flag = flag_content(kind="note", target_id=published, reason="other", by=stranger)
    decided(flag.item, "remove")
    assert (told(author), told(colleague), told(stranger)) == (["content.removed"], ["flag.decided"], ["flag.decided"])


def test_the_audit_chain_holds_the_decision_and_none_of_its_words(waiting, decided):
    decision = decided(waiting, "reject", rationale="A sentence about chest pain.")
    event = AuditEvent.objects.get(action="review.decide")
    assert (event.target_id, event.facts) == (str(decision.pk), {"item": waiting.pk, "outcome": "reject"})
    assert "chest" not in str(list(AuditEvent.objects.values_list("facts", flat=True)))
    verify_chain()


@pytest.mark.parametrize(("accept", "act"), [(True, "lift"), (False, "keep")])
def test_the_holder_settles_disputes_one_by_one(notes, author, moderator, second_moderator, accept, act):
    target_id = notes.add(author)
    notes.notes[target_id].disputes = [SnapshotDispute(id="7", category="NAME", context="…Rose bengal…")]
    item = open_review(kind="note", target_id=target_id, revision_id="1", reason="dispute", by=author)
    with pytest.raises(Stale):
        settle_dispute(item=item, dispute_id="7", accept=accept, by=moderator)
    claim(item=item, by=moderator)
    settle_dispute(item=item, dispute_id="7", accept=accept, by=moderator)
    assert notes.acts == [(act, target_id)]
    assert AuditEvent.objects.filter(action="review.settle_dispute").exists()

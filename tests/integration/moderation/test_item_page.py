"""The item page by hand: look, claim, preview, decide; nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.notifications.models import Notice
from moderation.models import Decision, ReviewItem
from moderation.registry import SnapshotDispute
from moderation.services import claim, decide, flag_content, open_review

pytestmark = pytest.mark.django_db
TYPED = {"outcome": "return", "ground": "incomplete", "rationale": "Please say how it began.", "revision_id": "1"}


@pytest.fixture
def desk(moderator, signed_in):
    return signed_in(moderator)


def address(item, verb=""):
    return f"/moderation/items/{item.pk}/{verb}"


def test_a_moderator_sees_text_doubts_pictures_receipt_and_risk(waiting, desk):
    html = desk.get(address(waiting)).content.decode()
    assert '<mark class="doubtful" title="May be a name">Rose</mark>' in html
    assert 'alt="Chest radiograph"' in html
    assert "tile--blurred" in html
    assert "Scrub receipt" in html
    assert "Few have it." in html
    assert "Claim it to decide" in html


def test_claim_preview_decide(waiting, desk, author, notes):
    assert desk.post(address(waiting, "claim/")).status_code == 302
    html = desk.get(address(waiting)).content.decode()
    assert "Preview the message" in html
    preview = desk.post(address(waiting, "decide/"), TYPED | {"preview": "1"})
    assert preview.status_code == 200
    assert "came back to you" in preview.content.decode()
    assert Decision.objects.count() == 0
    assert desk.post(address(waiting, "decide/"), TYPED).status_code == 302
    assert notes.acts == [("return", waiting.target_id)]
    assert Notice.objects.filter(recipient=author).exists()


def test_the_preview_shows_what_will_be_sent_after_scrubbing(waiting, desk, moderator):
    claim(item=waiting, by=moderator)
    answer = desk.post(address(waiting, "decide/"), TYPED | {"rationale": "Call 212-555-0143.", "preview": "1"})
    preview = answer.context["preview"]
    assert "212-555-0143" not in preview.rationale


def test_after_a_decision_the_next_item_is_shown_under_the_same_filter(waiting, notes, author, desk, moderator):
    following = open_review(kind="note", target_id=notes.add(author), revision_id="1", reason="submission", by=author)
    claim(item=waiting, by=moderator)
    answer = desk.post(address(waiting, "decide/") + "?kind=note", TYPED)
    assert answer.url == address(following) + "?kind=note"
    claim(item=following, by=moderator)
    assert desk.post(address(following, "decide/") + "?kind=note", TYPED).url == "/moderation/?kind=note"


def test_a_refusal_keeps_what_was_typed(waiting, desk, moderator):
    claim(item=waiting, by=moderator)
    answer = desk.post(address(waiting, "decide/"), TYPED | {"outcome": "reject", "rationale": "  "})
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    assert answer.context["form"]["outcome"].value() == "reject"
    assert desk.post(address(waiting, "decide/"), TYPED | {"outcome": ""}).status_code == 422


def test_when_the_claim_ran_out_the_text_stays_and_can_be_claimed_again(waiting, desk, moderator):
    claim(item=waiting, by=moderator)
    ReviewItem.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    answer = desk.post(address(waiting, "decide/"), TYPED)
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Please say how it began." in html
    assert "Claim and keep what I typed" in html
    again = desk.post(address(waiting, "decide/"), TYPED | {"claim": "1"})
    assert "Please say how it began." in again.content.decode()
    assert desk.post(address(waiting, "decide/"), TYPED).status_code == 302


def test_a_newer_revision_is_shown_before_it_can_be_decided(waiting, desk, moderator, author, notes):
    claim(item=waiting, by=moderator)
    open_review(kind="note", target_id=waiting.target_id, revision_id="2", reason="submission", by=author)
    answer = desk.post(address(waiting, "decide/"), TYPED)
    assert answer.status_code == 409
    assert "newer revision" in answer.content.decode()
    assert notes.acts == []


def test_after_the_newer_revision_was_shown_it_can_be_decided(waiting, desk, moderator, author, notes):
    claim(item=waiting, by=moderator)
    open_review(kind="note", target_id=waiting.target_id, revision_id="2", reason="submission", by=author)
    shown = desk.post(address(waiting, "decide/"), TYPED)
    form = shown.context["form"]
    resent = {name: form[name].value() for name in form.fields}
    assert desk.post(address(waiting, "decide/"), resent).status_code == 302


def test_the_one_who_comes_second_is_told_who_holds_it(waiting, desk, second_moderator):
    claim(item=waiting, by=second_moderator)
    answer = desk.post(address(waiting, "claim/"), follow=True)
    assert "Another moderator holds this now." in answer.content.decode()
    assert "second-moderator" in answer.content.decode()


def test_extend_and_release_by_hand(waiting, desk, moderator):
    claim(item=waiting, by=moderator)
    assert desk.post(address(waiting, "extend/")).status_code == 302
    assert desk.post(address(waiting, "release/")).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == "open"


def test_one_s_own_item_cannot_even_be_opened(notes, moderator, desk):
    item = open_review(kind="note", target_id=notes.add(moderator), revision_id="1", reason="submission", by=moderator)
    for answer in (
        desk.get(address(item)),
        desk.post(address(item, "claim/")),
        desk.post(address(item, "decide/"), TYPED),
    ):
        assert answer.status_code == 403
    assert "is_own" in dir(desk.get("/moderation/").context["page"].items[0])


def test_the_words_of_a_dispute_are_for_the_holder_only(notes, author, moderator, desk):
    target_id = notes.add(author)
    notes.notes[target_id].disputes = [SnapshotDispute(id="7", category="NAME", context="stained with Rose bengal")]
    item = open_review(kind="note", target_id=target_id, revision_id="1", reason="dispute", by=author)
    assert "Rose bengal" not in desk.get(address(item)).content.decode()
    claim(item=item, by=moderator)
    assert "Rose bengal" in desk.get(address(item)).content.decode()
    desk.post(address(item, "disputes/7/"), {"verdict": "accept"})
    assert notes.acts == [("lift", target_id)]


def test_an_erased_item_shows_its_decision_and_nothing_else(published, colleague, moderator, desk):
    item = flag_content(kind="note", target_id=published, reason="patient_identifier", by=colleague).item
    claim(item=item, by=moderator)
    decide(item=item, outcome="purge", rationale="A name stood in it.", by=moderator)
    html = desk.get(address(item)).content.decode()
    assert "The content was erased" in html
    assert "sixties" not in html


def test_only_moderators_come_near_it(waiting, signed_in, client, colleague, registrar, unverified):
    for person, status in ((colleague, 403), (registrar, 302), (unverified, 302)):
        assert signed_in(person).get(address(waiting)).status_code == status
        assert signed_in(person).post(address(waiting, "decide/"), TYPED).status_code == status
    assert client.get(address(waiting)).status_code == 302
    assert Decision.objects.count() == 0


def test_an_item_that_does_not_exist_is_not_found(notes, desk):
    assert desk.get("/moderation/items/99/").status_code == 404

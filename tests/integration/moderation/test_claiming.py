"""One holder at a time, for thirty minutes, never on one's own."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from core.audit.models import AuditEvent
from core.errors import NotAllowed, Stale
from moderation.models import ReviewItem
from moderation.services import claim, extend, flag_content, open_review, release
from tests.factories.accounts import make_member

pytestmark = pytest.mark.django_db


def lapse(item):
    ReviewItem.objects.filter(pk=item.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_claim_lasts_thirty_minutes(waiting, moderator):
    held = claim(item=waiting, by=moderator)
    assert (held.state, held.claimed_by) == ("claimed", moderator)
    assert held.lease_until - timezone.now() == pytest.approx(timedelta(minutes=30), abs=timedelta(seconds=5))


def test_a_second_moderator_is_told_that_it_is_held(waiting, moderator, second_moderator):
    claim(item=waiting, by=moderator)
    with pytest.raises(Stale, match="Another moderator"):
        claim(item=waiting, by=second_moderator)


def test_claiming_twice_only_renews_the_lease(waiting, moderator):
    claim(item=waiting, by=moderator)
    claim(item=waiting, by=moderator)
    assert AuditEvent.objects.filter(action="review.claim").count() == 1


def test_a_lapsed_claim_is_free_for_others_without_any_sweep(waiting, moderator, second_moderator):
    claim(item=waiting, by=moderator)
    lapse(waiting)
    assert claim(item=waiting, by=second_moderator).claimed_by == second_moderator
    with pytest.raises(Stale, match="Another moderator"):
        extend(item=waiting, by=moderator)


def test_a_lapsed_claim_can_be_neither_extended_nor_released(waiting, moderator):
    claim(item=waiting, by=moderator)
    lapse(waiting)
    for verb in (extend, release):
        with pytest.raises(Stale, match="ran out"):
            verb(item=waiting, by=moderator)


def test_extending_gives_thirty_minutes_from_now(waiting, moderator):
    claim(item=waiting, by=moderator)
    ReviewItem.objects.update(lease_until=timezone.now() + timedelta(minutes=1))
    assert extend(item=waiting, by=moderator).lease_until > timezone.now() + timedelta(minutes=29)


def test_what_is_released_is_open_again(waiting, moderator, second_moderator):
    claim(item=waiting, by=moderator)
    released = release(item=waiting, by=moderator)
    assert (released.state, released.claimed_by, released.lease_until) == ("open", None, None)
    claim(item=waiting, by=second_moderator)


def test_nobody_releases_another_s_claim(waiting, moderator, second_moderator):
    claim(item=waiting, by=moderator)
    with pytest.raises(Stale):
        release(item=waiting, by=second_moderator)


def test_only_moderators_claim(waiting, colleague, registrar):
    for person in (colleague, registrar):
        with pytest.raises(NotAllowed, match="Only a moderator"):
            claim(item=waiting, by=person)


def test_a_moderator_who_is_no_member_any_more_cannot_claim(waiting):
    lapsed = make_member("lapsed", is_moderator=True, verified_until=timezone.now() - timedelta(days=1))
    suspended = make_member("suspended", is_moderator=True, suspended_at=timezone.now())
    untrained = make_member("untrained", is_moderator=True, accepted_policy="2019-01")
    for person in (lapsed, suspended, untrained):
        with pytest.raises(NotAllowed, match="Only a moderator"):
            claim(item=waiting, by=person)


def test_nobody_claims_their_own(notes, moderator):
    item = open_review(kind="note", target_id=notes.add(moderator), revision_id="1", reason="submission", by=moderator)
    with pytest.raises(NotAllowed, match="your own"):
        claim(item=item, by=moderator)


def test_nobody_claims_what_they_flagged(published, moderator):
    flag = flag_content(kind="note", target_id=published, reason="spam", by=moderator)
    with pytest.raises(NotAllowed, match="flagged this yourself"):
        claim(item=flag.item, by=moderator)


@pytest.mark.django_db(transaction=True)
def test_of_two_moderators_who_claim_at_the_same_moment_one_wins(waiting, moderator, second_moderator):
    start, results = threading.Barrier(2), {}

    def try_to_claim(person):
        try:
            start.wait(timeout=10)
            claim(item=waiting, by=person)
            results[person.handle] = "held"
        except Stale:
            results[person.handle] = "stale"
        finally:
            connection.close()

    threads = [threading.Thread(target=try_to_claim, args=(person,)) for person in (moderator, second_moderator)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(results.values()) == ["held", "stale"]
    winner = next(handle for handle, result in results.items() if result == "held")
    assert ReviewItem.objects.get().claimed_by.handle == winner

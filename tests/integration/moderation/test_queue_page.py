"""The queue page: most severe first, by keyset, with a fixed number of queries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from moderation.models import ReviewItem
from moderation.selectors import QueueFilter, next_for, queue_page
from moderation.services import claim, flag_content, open_review

pytestmark = pytest.mark.django_db
EVERYTHING = QueueFilter()


@pytest.fixture
def queued(notes, author):
    """Make an item: `queued(severity=3)`."""

    def make(*, severity=1, by=author, specialty=None, due=None, **changes):
        target_id = notes.add(by)
        item = open_review(
            kind="note", target_id=target_id, revision_id="1", reason="submission", severity=severity, by=by
        )
        fields = {"specialty": specialty, "due_at": due} | changes
        ReviewItem.objects.filter(pk=item.pk).update(**{name: value for name, value in fields.items() if value})
        return ReviewItem.objects.get(pk=item.pk)

    return make


def ids(page):
    return [item.pk for item in page.items]


def test_the_most_severe_come_first_and_then_the_shortest_clock(queued, moderator):
    now = timezone.now()
    later = queued(severity=2, due=now + timedelta(hours=3))
    sooner = queued(severity=2, due=now + timedelta(hours=1))
    routine = queued(severity=1, due=now - timedelta(days=3))
    urgent = queued(severity=3)
    page = queue_page(viewer=moderator, chosen=EVERYTHING)
    assert ids(page) == [urgent.pk, sooner.pk, later.pk, routine.pk]


def test_pages_continue_where_the_last_one_ended_even_among_equals(queued, moderator):
    due = timezone.now() + timedelta(hours=5)
    made = [queued(severity=level, due=due).pk for level in (1, 2, 1, 2, 3, 1, 1)]
    seen, after = [], ""
    while True:
        page = queue_page(viewer=moderator, chosen=EVERYTHING, after=after, size=2)
        seen += ids(page)
        after = page.after
        if not after:
            break
    assert len(seen) == len(set(seen)) == len(made)
    assert seen == ids(queue_page(viewer=moderator, chosen=EVERYTHING))


@pytest.mark.parametrize("cursor", ["x", "1.2", "1.2.y", "9.99999999999999999999.1", "..", "1.1.1.1", "²³.1.1"])
def test_a_broken_cursor_shows_the_first_page(queued, moderator, cursor, signed_in):
    queued()
    assert len(queue_page(viewer=moderator, chosen=EVERYTHING, after=cursor).items) == 1


def test_filters_narrow_by_kind_specialty_severity_and_lateness(queued, moderator):
    late = queued(severity=3, specialty="neurology", due=timezone.now() - timedelta(hours=1))
    queued()
    for chosen in (QueueFilter(specialty="neurology"), QueueFilter(severity="3"), QueueFilter(late="1")):
        assert ids(queue_page(viewer=moderator, chosen=chosen)) == [late.pk]
    assert ids(queue_page(viewer=moderator, chosen=QueueFilter(kind="case"))) == []


def test_mine_shows_what_i_hold_and_a_lapsed_claim_is_not_mine(queued, moderator, second_moderator):
    held = claim(item=queued(), by=moderator)
    claim(item=queued(), by=second_moderator)
    mine = QueueFilter(mine="1")
    assert ids(queue_page(viewer=moderator, chosen=mine)) == [held.pk]
    ReviewItem.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert ids(queue_page(viewer=moderator, chosen=mine)) == []


def test_next_skips_what_others_hold_what_i_wrote_and_what_i_flagged(
    queued, notes, published, moderator, second_moderator
):
    claim(item=queued(severity=3), by=second_moderator)
    queued(severity=3, by=moderator)
    flag_content(kind="note", target_id=published, reason="patient_identifier", by=moderator)
    free = queued()
    assert next_for(moderator, EVERYTHING).pk == free.pk
    assert next_for(moderator, EVERYTHING, but=free.pk) is None


def test_the_page_says_what_each_item_is(queued, moderator, signed_in):
    item = queued(severity=3, due=timezone.now() - timedelta(minutes=5))
    html = signed_in(moderator).get("/moderation/").content.decode()
    for words in ("Chest pain at rest", "A man in his sixties", "Urgent", "Note", "Submission", "Cardiology"):
        assert words in html
    assert f'href="/moderation/items/{item.pk}/"' in html


def test_an_empty_queue_teaches_and_an_empty_filter_leads_back(notes, moderator, signed_in):
    client = signed_in(moderator)
    assert "The queue is empty" in client.get("/moderation/").content.decode()
    assert "Show the whole queue" in client.get("/moderation/?kind=note").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_queue(
    queued, moderator, second_moderator, signed_in, django_assert_max_num_queries
):
    client = signed_in(moderator)
    for level in (1, 2, 3):
        queued(severity=level)
    with django_assert_max_num_queries(9) as few:
        client.get("/moderation/")
    for _ in range(20):
        claim(item=queued(severity=2), by=second_moderator)
    with django_assert_max_num_queries(9) as many:
        client.get("/moderation/")
    assert len(few) == len(many)


def test_words_of_a_note_never_enter_the_page_as_markup(notes, author, moderator, signed_in):
    target_id = notes.add(author, text="<script>alert(1)</script>")
    open_review(kind="note", target_id=target_id, revision_id="1", reason="submission", by=author)
    assert "<script>alert" not in signed_in(moderator).get("/moderation/").content.decode()

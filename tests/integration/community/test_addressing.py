"""A colleague addressed by handle is told, found by "mentions:", and not taken for a patient's user name."""

import pytest
from django.urls import reverse

from community.models import Channel
from community.services import ensure_channels, start_discussion, write_post
from core.notifications.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic(author):
    ensure_channels()
    channel = Channel.objects.get(specialty="cardiology")
    return start_discussion(channel=channel, title="Fluids in fever", text="How fast?", by=author)[0]


def test_a_colleagues_handle_stays_and_a_strangers_is_taken_out(topic, author, colleague):
    post = write_post(
        topic=topic, text=f"@{colleague.handle} what do you say to @sunny_sarah_84 on Instagram?", by=author
    )
    assert post.source.startswith(f"@{colleague.handle} what do you say to ")
    assert "sunny_sarah" not in post.source


def test_places_in_the_receipt_are_those_of_the_stored_text(topic, author, colleague):
    post = write_post(topic=topic, text=f"@{colleague.handle}: Ms Wickett, 415-555-0134, has [user name]", by=author)
    for finding in post.receipt["scrubber"]["findings"]:
        assert post.source[finding["out_start"] : finding["out_end"]] in {"[patient]", "[phone]"}
    assert post.source.endswith("has [user name]")


def test_who_is_addressed_is_told_so_and_not_twice(topic, author, colleague, stranger, work_done):
    write_post(topic=topic, text="Slowly, I think.", by=colleague)
    work_done()
    Notice.objects.all().delete()
    write_post(topic=topic, text=f"@{colleague.handle} and @{stranger.handle}: how slowly?", by=author)
    work_done()
    told = sorted(Notice.objects.values_list("recipient__handle", "kind"))
    assert told == sorted([(colleague.handle, "post.mention"), (stranger.handle, "post.mention")])


def test_it_is_found_by_who_is_mentioned(topic, author, colleague, work_done, signed_in):
    post = write_post(topic=topic, text=f"@{colleague.handle} how slowly?", by=author)
    work_done()
    rows = signed_in(author).get("/search/", {"q": f"mentions:{colleague.handle}"}).context["rows"]
    assert [row.id for row in rows] == [f"post:{post.pk}"]


def test_somebody_who_is_no_member_cannot_be_addressed(topic, author, unverified):
    post = write_post(topic=topic, text=f"@{unverified.handle} how slowly?", by=author)
    assert unverified.handle not in post.source


def test_handles_that_begin_so_are_offered_but_ones_own_and_those_of_unverified_people_are_not(
    client, author, colleague, unverified
):
    client.force_login(author)

    def offered(begun):
        return client.post(reverse("posts:colleagues"), {"begun": begun}).json()["handles"]

    assert offered(colleague.handle[:3].upper()) == [colleague.handle]
    assert offered(author.handle[:4]) == offered(unverified.handle[:4]) == []
    assert offered(colleague.handle[:1]) == offered("") == offered("no-such-handle") == []

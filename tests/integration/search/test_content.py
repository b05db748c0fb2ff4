"""What is shared is found; what is hidden, changed or withdrawn is gone, with its old words."""

import time

import pytest

from accounts.services import suspend
from cases.services import hide_case, restore_case, withdraw_case
from community.models import Channel
from community.services import edit_post, ensure_channels, hide_post, restore_post, start_discussion, write_post
from core.outbox.draining import drain
from search.engines.choosing import engine
from tests.factories.cases import make_published, make_submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(author, moderator):
    return make_published(author, moderator)


@pytest.fixture
def topic(author):
    ensure_channels()
    channel = Channel.objects.get(specialty="cardiology")
    topic, _ = start_discussion(
        channel=channel,
        title="Heart murmurs and one wombat",
        text="Does it radiate? See doi.org/10.1000/182",
        by=author,
    )
    return topic


def test_a_published_case_is_found_by_its_title_text_and_conditions(found, colleague, case):
    wanted = f"case:{case.pk}"
    assert wanted in found(colleague, "temporal headache")
    assert found(colleague, '"jaw claudication" kind:case is:unsolved specialty:cardiology from:author') == [wanted]
    assert found(colleague, "is:unanswered kind:case") == [wanted]


def test_a_case_in_review_is_not_found_by_anybody(found, colleague, author, moderator, indices):
    make_submitted(author, title="Wallaby fever")
    for viewer in (colleague, author, moderator):
        assert found(viewer, "wallaby") == []


def test_discussions_replies_and_references_are_found(found, colleague, author, topic):
    post = topic.posts.get()
    assert f"topic:{topic.pk}" in found(colleague, "in:title wombat")
    assert found(colleague, "radiate kind:post") == [f"post:{post.pk}"]
    assert found(colleague, "has:reference") == [f"post:{post.pk}"]
    assert found(author, "is:following kind:post") == [f"post:{post.pk}"]
    assert found(colleague, "is:following kind:post") == []
    assert found(colleague, "is:unread kind:topic") == [f"topic:{topic.pk}"]
    assert found(author, "is:unread kind:topic") == []


def test_a_member_is_found_and_no_longer_when_suspended(found, colleague, author, moderator, topic, indices):
    from accounts.services.standing import rights_changed

    rights_changed(author)
    assert found(colleague, "kind:member author") == [f"member:{author.pk}"]
    suspend(user=author, by=moderator)
    assert found(colleague, "kind:member author") == []


def test_an_edited_reply_is_found_by_its_new_words_only(found, colleague, author, topic):
    post = topic.posts.get()
    assert found(colleague, "radiate") == [f"post:{post.pk}"]
    edit_post(post=post, text="Is there a thrill?", by=author)
    assert found(colleague, "thrill") == [f"post:{post.pk}"]
    assert found(colleague, "radiate") == found(colleague, '"does it radiate"') == found(colleague, "radi*") == []
    members = ("members",)
    assert engine().readable(["radiate"], audience=members) == {}
    assert "radiate" not in dict(engine().vocabulary(audience=members, prefix="rad"))


def test_hidden_content_is_gone_for_everybody_and_comes_back(search, found, colleague, moderator, topic):
    post = topic.posts.get()
    assert found(colleague, "radiate")
    hide_post(post=post, by=moderator)
    for viewer in (colleague, moderator):
        answer = search(viewer, "radiate")
        assert (answer.hits, answer.total, dict(answer.facets["kind"])) == ([], 0, {})
    restore_post(post=post, by=moderator)
    assert found(colleague, "radiate") == [f"post:{post.pk}"]


def test_hiding_a_case_takes_its_replies_out_too(found, colleague, moderator, case):
    reply = write_post(topic=case.topic, text="Consider a numbat biopsy", by=colleague)
    assert found(colleague, "numbat") == [f"post:{reply.pk}"]
    hide_case(case=case, by=moderator)
    assert found(colleague, "numbat") == found(colleague, "headache") == []
    assert engine().titles("headache", audience=("members",)) == []
    restore_case(case=case, by=moderator)
    assert found(colleague, "numbat") == [f"post:{reply.pk}"]


def test_a_withdrawn_case_is_gone(found, colleague, author, case):
    assert found(colleague, "headache")
    withdraw_case(case=case, by=author)
    assert found(colleague, "headache") == []
    assert engine().similar("temporal headache with jaw pain", audience=("members",)).hits == []


def test_what_was_hidden_is_gone_within_two_seconds(found, colleague, moderator, topic):
    assert found(colleague, "radiate")
    hide_post(post=topic.posts.get(), by=moderator)
    started = time.monotonic()
    while drain():
        pass
    assert time.monotonic() - started < 2
    assert found(colleague, "radiate") == []


@pytest.mark.parametrize("who", ["unverified", "registrar"])
def test_who_is_no_member_finds_nothing_at_all(request, search, who, case):
    answer = search(request.getfixturevalue(who), "headache OR kind:case OR -nothing")
    assert (answer.hits, answer.total, answer.facets) == ([], 0, {})


def test_a_suspended_member_finds_nothing_at_all(search, colleague, moderator, case):
    assert search(colleague, "headache").total
    suspended = suspend(user=colleague, by=moderator)
    assert search(suspended, "headache").total == 0

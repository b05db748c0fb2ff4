"""A name taken out of a discussion once is taken out of all of it, with or without a cue, and none is kept."""

import re

import pytest

from cases.screening import Choices
from cases.services import record_outcome, save_revision, submit_case
from community.models import Channel, PostRevision
from community.services import edit_post, ensure_channels, start_discussion, write_post
from core.known_names import digests, recognised
from core.outbox.draining import drain
from core.scrubbing import scrub
from moderation.models import ReviewItem
from moderation.registry import reviewable
from tests.factories.cases import decide_on, make_published, typed

pytestmark = pytest.mark.django_db
CUED = "Ms Wickett came in with a fever."
BARE = "I would give wickett fluids first."


@pytest.fixture
def topic(author):
    ensure_channels()
    channel = Channel.objects.get(specialty="cardiology")
    return start_discussion(channel=channel, title="Fluids in fever", text="How fast?", by=author)[0]


def test_the_words_of_these_tests_need_the_cue():
    assert "Wickett" not in scrub(CUED).text
    assert "wickett" in scrub(BARE).text


def test_a_name_of_an_earlier_reply_is_taken_out_of_the_next(topic, author, colleague):
    write_post(topic=topic, text=CUED, by=author)
    assert "wickett" not in write_post(topic=topic, text=BARE, by=colleague).html.lower()


def test_a_name_found_later_is_taken_out_of_what_was_said_before(topic, author, colleague):
    post = write_post(topic=topic, text=BARE, by=colleague)
    edited = edit_post(post=post, text=BARE + " Slowly.", by=colleague)
    version = edited.version
    write_post(topic=topic, text=CUED, by=author)
    post.refresh_from_db()
    assert "wickett" not in post.source.lower() + post.html.lower()
    assert post.version == version + 1
    assert not PostRevision.objects.filter(source__icontains="wickett").exists()


def test_a_name_of_the_case_is_taken_out_of_its_replies_and_of_its_outcome(author, moderator, colleague):
    case = make_published(author, moderator, history=CUED)
    assert "wickett" not in write_post(topic=case.topic, text=BARE, by=colleague).html.lower()
    outcome = record_outcome(
        case=case, final_diagnosis="Sepsis", course="wickett went home well.", teaching_points="", by=author
    )
    assert "wickett" not in outcome.course.lower()


def test_a_name_only_the_outcome_brings_is_taken_out_of_earlier_replies(author, moderator, colleague):
    case = make_published(author, moderator)
    post = write_post(topic=case.topic, text=BARE, by=colleague)
    record_outcome(case=case, final_diagnosis="Sepsis", course=CUED, teaching_points="", by=author)
    post.refresh_from_db()
    assert "wickett" not in post.source.lower() + post.html.lower()


def test_a_name_only_a_later_version_of_the_case_brings_is_taken_out_of_earlier_replies(author, moderator, colleague):
    case = make_published(author, moderator)
    post = write_post(topic=case.topic, text=BARE, by=colleague)
    save_revision(case=case, typed=typed(history=CUED), choices=Choices(), by=author)
    submit_case(case=case, by=author)
    post.refresh_from_db()
    assert "wickett" in post.source, "not before a moderator published it"
    decide_on(case, by=moderator)
    post.refresh_from_db()
    assert "wickett" not in post.source.lower() + post.html.lower()


def test_a_published_case_that_holds_a_name_found_later_is_shown_to_a_moderator_with_the_name_lit(
    author, moderator, colleague
):
    case = make_published(author, moderator, history=BARE)
    assert "wickett" in case.published_revision.history
    write_post(topic=case.topic, text="Was Ms Quillfeather seen before?", by=colleague)
    drain()
    assert not ReviewItem.objects.filter(kind="case", state="open").exists(), "another name is not in the case"
    write_post(topic=case.topic, text=CUED, by=colleague)
    drain()
    item = ReviewItem.objects.get(kind="case", target_id=str(case.pk), state="open")
    assert (item.severity, item.reason) == (3, "flag")
    page = reviewable("case").snapshot(item.target_id, item.revision_id)
    assert re.search(r"<mark[^>]*>[^<]*wickett", page.html)


def test_a_name_found_later_is_taken_out_of_the_title_too(author, colleague):
    ensure_channels()
    channel = Channel.objects.get(specialty="cardiology")
    topic, _ = start_discussion(channel=channel, title="Should wickett fluids go first", text="How fast?", by=author)
    assert "wickett" in topic.title
    write_post(topic=topic, text=CUED, by=colleague)
    topic.refresh_from_db()
    assert "wickett" not in topic.title
    assert topic.events.filter(kind="topic.renamed").exists()


def test_another_discussion_does_not_know_it(topic, author, colleague):
    write_post(topic=topic, text=CUED, by=author)
    other, _ = start_discussion(channel=topic.channel, title="Another fever", text="Which fluid?", by=author)
    assert "wickett" in write_post(topic=other, text=BARE, by=colleague).html


def test_only_digests_are_kept_and_those_of_two_discussions_differ(topic, author):
    write_post(topic=topic, text=CUED, by=author)
    topic.refresh_from_db()
    assert topic.known_names == digests(["Wickett"], discussion=topic.discussion)
    assert all(len(digest) == 16 and int(digest, 16) for digest in topic.known_names)
    assert digests(["Wickett"], discussion="topic:0") != topic.known_names
    assert recognised("WICKETT's fluids", topic.known_names, discussion=topic.discussion) == ("wickett",)

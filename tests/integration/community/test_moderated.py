"""A flagged reply from flag to decision: hidden at once, decided, told, erased."""

from dataclasses import replace

import pytest

from community.models import Post
from community.services import edit_post
from moderation.models import ReviewItem
from moderation.registry import NotThere, Reviewable, reviewable
from moderation.services import claim, decide, flag_content
from scrubber import Finding

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(written, colleague):
    return written("the words", by=colleague)


def flagged(kind, target, by):
    return flag_content(kind=kind, target_id=target.pk, reason="patient_identifier", by=by).item


def decided(item, outcome, by):
    claim(item=item, by=by)
    item.refresh_from_db()
    decide(item=item, outcome=outcome, rationale="Looked at it.", by=by)


def test_both_adapters_keep_the_protocol():
    assert all(isinstance(reviewable(kind), Reviewable) for kind in ("post", "topic"))


def test_a_reply_flagged_as_identifying_is_hidden_at_once_for_everyone_else(post, author, stranger, colleague):
    flagged("post", post, author)
    assert not Post.objects.visible_to(stranger).exists()
    assert Post.objects.visible_to(colleague).exists()


@pytest.mark.parametrize(
    ("outcome", "state"),
    [("restore", "visible"), ("hide", "hidden"), ("remove", "removed"), ("purge", "purged")],
)
def test_the_moderator_s_decision_reaches_the_reply(post, author, moderator, outcome, state):
    decided(flagged("post", post, author), outcome, moderator)
    post.refresh_from_db()
    assert post.state == state
    assert (post.source == "") is (state == "purged")


@pytest.mark.parametrize(("outcome", "state"), [("restore", "open"), ("remove", "removed"), ("purge", "purged")])
def test_the_moderator_s_decision_reaches_the_discussion(topic, post, stranger, moderator, outcome, state):
    decided(flagged("topic", topic, stranger), outcome, moderator)
    topic.refresh_from_db()
    assert topic.state == state


def test_the_moderator_sees_the_words_as_stored_and_where_they_stand(post):
    snapshot = reviewable("post").snapshot(str(post.pk), "")
    assert "the words" in snapshot.html
    assert snapshot.url.endswith(f"#post-{post.pk}")
    assert snapshot.specialty == "cardiology"


def test_what_does_not_exist_cannot_be_flagged(author):
    for kind in ("post", "topic"):
        with pytest.raises(NotThere):
            flag_content(kind=kind, target_id=999, reason="spam", by=author)


def test_what_one_cannot_see_cannot_be_flagged(post, author, stranger):
    flagged("post", post, author)
    with pytest.raises(NotThere):
        flag_content(kind="post", target_id=post.pk, reason="spam", by=stranger)


@pytest.fixture
def in_doubt(monkeypatch):
    """The scrubber doubts about every text of this test."""
    from community import scrubbing

    real, doubt = scrubbing.scrub, Finding(0, 3, "NAME", 0.4, "test", "A test doubts everything.", "[name]", 0, 3)
    monkeypatch.setattr(scrubbing, "scrub", lambda text, **_: replace(real(text), doubtful=(doubt,)))


def test_a_reply_the_scrubber_is_in_doubt_about_waits_for_a_moderator_while_it_is_shown(
    in_doubt, post, colleague, stranger, moderator
):
    item = ReviewItem.objects.get(kind="post", target_id=str(post.pk))
    assert (item.reason, item.author, item.revision_id) == ("doubt", colleague, "1")
    assert Post.objects.visible_to(stranger).exists()
    edit_post(post=post, text="other words", by=colleague)
    item.refresh_from_db()
    assert item.revision_id == "2"
    decided(item, "reject", moderator)
    assert not Post.objects.visible_to(stranger).exists()


def test_a_reply_without_doubt_waits_for_nobody(post):
    assert not ReviewItem.objects.exists()

"""Hiding, restoring, removing, purging: who may, what stays, what is told."""

import pytest
from django.contrib.auth.models import AnonymousUser

from community.models import ChannelEvent, Post, PostRevision, Topic, TopicEvent
from community.services import (
    edit_post,
    hide_post,
    hide_topic,
    open_topic,
    purge_post,
    purge_topic,
    remove_post,
    restore_post,
    restore_topic,
    write_post,
)
from community.signals import post_changed, topic_changed
from core.audit.models import AuditEvent
from core.audit.recording import SYSTEM
from core.errors import NotAllowed, Refused, Stale

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(written, colleague):
    return written("the words", by=colleague)


def visible(post, viewer):
    return Post.objects.visible_to(viewer).filter(pk=post.pk).exists()


def test_a_hidden_post_is_seen_by_its_author_and_moderators_only(post, colleague, author, moderator, unverified):
    hide_post(post=post, by=moderator)
    assert [visible(post, viewer) for viewer in (colleague, moderator, author, unverified)] == [
        True,
        True,
        False,
        False,
    ]


def test_people_who_are_not_members_see_nothing(post, topic, unverified, registrar):
    for person in (unverified, registrar, AnonymousUser()):
        assert not visible(post, person)
        assert not Topic.objects.visible_to(person).exists()


def test_posts_of_a_hidden_topic_are_hidden_with_it(post, topic, author, colleague, stranger, moderator):
    hide_topic(topic=topic, by=moderator)
    assert [visible(post, viewer) for viewer in (stranger, colleague, author, moderator)] == [False, False, True, True]


@pytest.mark.parametrize("verb", [hide_post, restore_post, remove_post, purge_post])
def test_members_and_authors_cannot_moderate(verb, post, author, colleague, unverified):
    for person in (author, colleague, unverified):
        with pytest.raises(NotAllowed):
            verb(post=post, by=person)


def test_a_moderator_cannot_moderate_their_own_post(written, moderator, second_moderator):
    own = written("mine", by=moderator)
    with pytest.raises(NotAllowed, match="Another moderator"):
        hide_post(post=own, by=moderator)
    hide_post(post=own, by=second_moderator)
    with pytest.raises(NotAllowed, match="Another moderator"):
        restore_post(post=own, by=moderator)


def test_any_member_s_flag_hides_at_once_but_restores_nothing(post, author):
    assert hide_post(post=post, by=author, on_flag=True).state == "hidden"
    with pytest.raises(NotAllowed):
        restore_post(post=post, by=author)


def test_hiding_what_is_hidden_writes_nothing(post, moderator):
    hide_post(post=post, by=moderator)
    events, audit = TopicEvent.objects.count(), AuditEvent.objects.count()
    hide_post(post=post, by=moderator)
    assert (TopicEvent.objects.count(), AuditEvent.objects.count()) == (events, audit)


def test_the_number_of_replies_counts_visible_ones(post, topic, moderator):
    for verb, count in ((hide_post, 0), (restore_post, 1), (remove_post, 0), (restore_post, 1), (purge_post, 0)):
        verb(post=post, by=moderator)
        topic.refresh_from_db()
        assert topic.reply_count == count


def test_purging_leaves_no_word_of_any_version(post, topic, colleague, moderator):
    edit_post(post=post, text="later words", by=colleague)
    remove_post(post=post, by=moderator)
    purge_post(post=post, by=moderator)
    post.refresh_from_db()
    assert (post.source, post.html, post.state) == ("", "", "purged")
    assert not PostRevision.objects.exists()
    with pytest.raises(Stale):
        restore_post(post=post, by=moderator)
    assert not visible(post, moderator)


def test_purging_a_topic_erases_title_and_posts_and_its_row(post, topic, moderator):
    purge_topic(topic=topic, by=moderator)
    topic.refresh_from_db()
    post.refresh_from_db()
    assert (topic.title, post.html, post.source) == ("Erased", "", "")
    assert ChannelEvent.objects.filter(topic=topic).order_by("seq").last().kind == "topic.hidden"


def test_nothing_can_be_written_in_a_hidden_topic_not_even_by_its_author(topic, post, author, colleague, moderator):
    hide_topic(topic=topic, by=moderator)
    for attempt in (
        lambda: write_post(topic=topic, text="x", by=author),
        lambda: edit_post(post=post, text="x", by=colleague),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    restore_topic(topic=topic, by=moderator)
    write_post(topic=topic, text="open again", by=author)


def test_the_author_of_a_withdrawn_subject_may_hide_its_topic_but_not_open_it_again(channel, author, moderator):
    topic = open_topic(
        channel=channel,
        title="A case",
        by=moderator,
        author=author,
        subject_kind="case",
        subject_id=1,
        label="unsolved",
    )
    assert topic.author == author
    hide_topic(topic=topic, by=author)
    with pytest.raises(NotAllowed):
        restore_topic(topic=topic, by=author)
    restore_topic(topic=topic, by=SYSTEM)


def test_a_topic_without_a_subject_cannot_be_opened_for_somebody_else(channel, author, colleague):
    with pytest.raises(Refused):
        open_topic(channel=channel, title="Not mine", by=colleague, author=author)


def test_every_act_is_audited_with_ids_and_counts_only(post, colleague, moderator):
    edit_post(post=post, text="Mr Smith again", by=colleague)
    hide_post(post=post, by=moderator)
    acts = list(AuditEvent.objects.filter(target_kind="community.post").values_list("action", "actor__handle"))
    assert acts == [("post.write", "colleague"), ("post.edit", "colleague"), ("post.hide", "moderator")]
    assert "words" not in str(list(AuditEvent.objects.values_list("facts", flat=True)))
    assert "Smith" not in str(list(AuditEvent.objects.values_list("facts", flat=True)))


def test_a_blocked_edit_changes_nothing(post, colleague, blocking):
    with pytest.raises(Refused, match="could not make this text safe"):
        edit_post(post=post, text=f"worse {blocking}", by=colleague)
    post.refresh_from_db()
    assert (post.source, post.version, PostRevision.objects.count()) == ("the words", 1, 0)


def test_earlier_versions_are_kept_scrubbed(post, colleague):
    edit_post(post=post, text="Mr Smith said so", by=colleague)
    edit_post(post=post, text="third", by=colleague)
    assert "Smith" not in PostRevision.objects.get(version=2).source
    assert [revision.version for revision in post.revisions.all()] == [1, 2]


def test_search_hears_of_every_change_of_a_post_and_its_topic(topic, colleague, moderator):
    heard = []

    def on_post(post_id, **kwargs):
        heard.append(("post", post_id))

    def on_topic(topic_id, **kwargs):
        heard.append(("topic", topic_id))

    post_changed.connect(on_post)
    topic_changed.connect(on_topic)
    try:
        post = write_post(topic=topic, text="one", by=colleague)
        hide_post(post=post, by=moderator)
    finally:
        post_changed.disconnect(on_post)
        topic_changed.disconnect(on_topic)
    assert heard.count(("post", post.pk)) == 2
    assert heard.count(("topic", topic.pk)) == 2

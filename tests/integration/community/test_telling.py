"""Who is told of a reply, and how often."""

import pytest

from community.services import hide_post, hide_topic
from core.notifications.models import Notice

pytestmark = pytest.mark.django_db


def told():
    return sorted(Notice.objects.filter(kind="post.reply").values_list("recipient__handle", flat=True))


def test_the_topic_s_author_and_those_who_wrote_in_it_are_told_but_not_the_writer(
    topic, written, author, colleague, stranger, work_done
):
    written("one", by=colleague)
    work_done()
    assert told() == ["author"]
    written("two", by=stranger)
    work_done()
    assert told() == ["author", "colleague"]


def test_one_waiting_notice_per_topic_is_enough(topic, written, colleague, work_done):
    for number in range(3):
        written(f"reply {number}", by=colleague)
        work_done()
    assert told() == ["author"]


def test_nobody_is_told_of_what_was_hidden_meanwhile(written, colleague, moderator, work_done):
    hide_post(post=written("one", by=colleague), by=moderator)
    work_done()
    assert told() == []


def test_only_those_who_may_still_read_the_topic_are_told(topic, written, colleague, stranger, moderator, work_done):
    written("one", by=colleague)
    written("two", by=stranger)
    hide_topic(topic=topic, by=moderator)
    work_done()
    assert told() == ["author"], "its author still reads a hidden topic"

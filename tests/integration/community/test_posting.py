"""Opening topics and writing in them: scrubbed first, numbered densely, audited."""

import pytest

from community.models import Channel, TopicEvent
from community.scrubbing import redaction_notice
from community.services import edit_post, open_topic, rename_topic, write_post

pytestmark = pytest.mark.django_db


def test_every_specialty_has_its_channel():
    assert Channel.objects.count() == 13


def test_what_identifies_a_person_is_gone_before_anything_is_stored(topic, colleague):
    post = write_post(topic=topic, text="Mr Smith called from 555-123-4567 today", by=colleague)
    post.refresh_from_db()
    assert "Smith" not in post.source + post.html
    assert redaction_notice(post.receipt) == "We removed 2 identifiers: name, phone."


def test_events_of_a_topic_are_numbered_without_gaps(topic, author, colleague):
    post = write_post(topic=topic, text="one", by=colleague)
    edit_post(post=post, text="two", by=colleague)
    seqs = list(TopicEvent.objects.filter(topic=topic).values_list("seq", "kind"))
    assert seqs == [(1, "topic.created"), (2, "post.created"), (3, "post.edited")]


def test_a_title_is_scrubbed_like_a_text(channel, author, topic):
    opened = open_topic(channel=channel, title="What about Mr Smith", by=author)
    renamed = rename_topic(topic=topic, title="And Mr Smith again", by=author)
    assert "Smith" not in opened.title + renamed.title
    assert opened.receipt["counts"] == {"NAME": 1}

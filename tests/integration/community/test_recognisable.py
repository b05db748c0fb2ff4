"""A reply that may point to one person: the talk goes on, the author is told, a moderator looks."""

import json

import pytest

from community.scrubbing import redaction_notice
from community.services import edit_post, start_discussion
from moderation.models import ReviewItem
from moderation.registry import reviewable

pytestmark = pytest.mark.django_db

TELLING = "One of triplets, came in with chest pain after the bus crash."


def waiting(kind="post"):
    return list(ReviewItem.objects.filter(kind=kind).values_list("reason", "severity"))


def test_it_waits_for_a_moderator_and_stays_visible(written, colleague):
    post = written(TELLING, by=colleague)
    assert post.state == "visible"
    assert waiting() == [("risk", 2)]


def test_the_author_is_told_what_stands_out(written, colleague):
    notice = redaction_notice(written(TELLING, by=colleague).receipt)
    assert "event" in notice and "feature" in notice and "moderator" in notice
    assert "triplets" not in notice


def test_an_ordinary_reply_waits_for_nobody(written, colleague):
    post = written("58M with chest pain yesterday, troponin rising. Heparin?", by=colleague)
    assert waiting() == []
    assert redaction_notice(post.receipt) == ""


def test_details_given_one_reply_at_a_time_add_up(written, colleague, author):
    written("Erdheim-Chester disease, proven on biopsy.", by=colleague)
    written("Mine was one of triplets.", by=author)
    assert waiting() == []
    written("She is a 34-year-old woman, 6'8\" tall.", by=colleague)
    assert waiting() == [("risk", 2)]


def test_a_reply_that_adds_no_detail_is_not_queued_for_what_was_said_before(written, colleague, moderator):
    written(TELLING, by=colleague)
    ReviewItem.objects.all().delete()
    written("Thanks, that helped.", by=colleague)
    assert waiting() == []


def test_the_moderator_reads_the_words_but_the_receipt_holds_none(written, colleague):
    post = written(TELLING, by=colleague)
    risk = reviewable("post").snapshot(str(post.pk), str(post.version)).risk
    assert {"One of triplets", "the bus crash"} <= {factor["words"] for factor in risk["factors"]}
    assert "triplets" not in json.dumps(post.receipt)


def test_an_edit_is_judged_anew(written, colleague):
    post = written("Somebody with chest pain.", by=colleague)
    edit_post(post=post, text=TELLING, by=colleague)
    assert waiting() == [("risk", 2)]


def test_a_doubtful_title_is_looked_at_too(channel, colleague, monkeypatch):
    from community import scrubbing

    real = scrubbing.safe_text

    def doubting(text, **kwargs):
        safe = real(text, **kwargs)
        return safe._replace(receipt=safe.receipt | {"doubts": 1}) if kwargs["field"] == "title" else safe

    monkeypatch.setattr("community.services.topics.safe_text", doubting)
    start_discussion(channel=channel, title="About Sage", text="What would you do?", by=colleague)
    assert waiting("topic") == [("doubt", 2)]

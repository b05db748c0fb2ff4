"""The pages of the forum: who gets in, what they show, what they keep."""

import pytest
from django.urls import reverse

from community.models import Post, Topic
from community.services import hide_post, hide_topic, open_topic, write_post
from tests.factories.cases import make_published

pytestmark = pytest.mark.django_db


def page(client, topic):
    return client.get(reverse("topics:detail", kwargs={"pk": topic.pk}))


def reply_url(topic):
    return reverse("topics:reply", kwargs={"pk": topic.pk})


def test_visitors_sign_in_and_unverified_people_go_to_their_verification(client, signed_in, unverified, topic):
    assert page(client, topic).url.startswith(reverse("account_login"))
    assert page(signed_in(unverified), topic).url == reverse("verification:status")


@pytest.mark.parametrize("name", ["channels:list", "channels:detail", "channels:new_topic"])
def test_members_see_channels(signed_in, stranger, topic, name):
    kwargs = {} if name == "channels:list" else {"slug": "cardiology"}
    assert signed_in(stranger).get(reverse(name, kwargs=kwargs)).status_code == 200


def test_a_channel_lists_its_topics_by_latest_activity_and_filters_by_label(signed_in, stranger, author, channel):
    first = open_topic(channel=channel, title="Opened first", by=author, label="unsolved")
    open_topic(channel=channel, title="Opened second", by=author)
    write_post(topic=first, text="A reply lifts it", by=author)
    client = signed_in(stranger)
    content = client.get("/channels/cardiology/").content.decode()
    assert content.index("Opened first") < content.index("Opened second")
    filtered = client.get("/channels/cardiology/?label=unsolved").content.decode()
    assert "Opened first" in filtered
    assert "Opened second" not in filtered


def test_pages_of_a_channel_neither_skip_nor_repeat_a_topic(signed_in, stranger, author, channel):
    for number in range(65):
        open_topic(channel=channel, title=f"Topic number {number:03}", by=author)
    Topic.objects.update(bumped_at=Topic.objects.first().bumped_at)
    client, before, seen = signed_in(stranger), "", []
    for _ in range(3):
        found = client.get("/channels/cardiology/", {"before": before}).context["page"]
        seen += [row.topic.pk for row in found.rows]
        before = found.next_cursor
    assert before == ""
    assert len(seen) == len(set(seen)) == 65


def test_a_discussion_is_opened_with_its_first_post(signed_in, author, channel):
    response = signed_in(author).post(
        reverse("channels:new_topic", kwargs={"slug": "cardiology"}), {"title": "Teaching murmurs", "text": "How?"}
    )
    topic = Topic.objects.get()
    assert response.url == reverse("topics:detail", kwargs={"pk": topic.pk})
    assert (topic.title, topic.posts.get().source) == ("Teaching murmurs", "How?")


def test_a_reply_appears_and_the_author_is_told_what_was_removed(signed_in, colleague, topic):
    response = signed_in(colleague).post(reply_url(topic), {"text": "Mr Smith, 555-123-4567, has it"}, follow=True)
    content = response.content.decode()
    assert "We removed 2 identifiers: name, phone." in content
    assert "Smith" not in content


def test_what_cannot_be_made_safe_is_refused_with_the_words_still_in_the_box(signed_in, colleague, topic, blocking):
    response = signed_in(colleague).post(reply_url(topic), {"text": f"A long thought {blocking}"})
    assert response.status_code == 422
    content = response.content.decode()
    assert f"A long thought {blocking}" in content
    assert "could not make this text safe" in content
    assert not Post.objects.exists()


def test_an_empty_reply_is_refused_at_its_field(signed_in, colleague, topic):
    response = signed_in(colleague).post(reply_url(topic), {"text": "  "})
    assert response.status_code == 422
    assert "Write your reply first" in response.content.decode()


def test_only_the_author_may_open_the_edit_page(signed_in, colleague, author, moderator, written):
    url = reverse("posts:edit", kwargs={"pk": written("one", by=colleague).pk})
    assert signed_in(colleague).get(url).status_code == 200
    assert signed_in(author).get(url).status_code == 403
    assert signed_in(moderator).post(url, {"text": "mine now", "version": 1}).status_code == 403


def test_an_edit_over_a_later_version_is_refused_with_the_words_kept(signed_in, colleague, written):
    url = reverse("posts:edit", kwargs={"pk": written("one", by=colleague).pk})
    client = signed_in(colleague)
    assert client.post(url, {"text": "two", "version": 1}).status_code == 302
    late = client.post(url, {"text": "three", "version": 1})
    assert late.status_code == 422
    assert "three" in late.content.decode()


@pytest.mark.parametrize(("who", "sees"), [("colleague", True), ("moderator", True), ("stranger", False)])
def test_a_hidden_post_is_shown_to_its_author_and_moderators_only(
    request, signed_in, colleague, moderator, stranger, topic, written, who, sees
):
    post = written("words to hide", by=colleague)
    hide_post(post=post, by=moderator)
    client = signed_in(request.getfixturevalue(who))
    assert ("words to hide" in page(client, topic).content.decode()) is sees
    events = client.get(reverse("topics:events", kwargs={"pk": topic.pk}), {"after": 0})
    assert "words to hide" not in events.content.decode(), "events are the same for everybody"


@pytest.mark.parametrize(("who", "status"), [("author", 200), ("moderator", 200), ("stranger", 404)])
def test_a_hidden_topic_does_not_exist_for_others(request, signed_in, author, moderator, topic, stranger, who, status):
    hide_topic(topic=topic, by=moderator)
    client = signed_in(request.getfixturevalue(who))
    assert page(client, topic).status_code == status
    assert client.get(reverse("topics:events", kwargs={"pk": topic.pk})).status_code == status
    in_list = topic.title in client.get("/channels/cardiology/").content.decode()
    assert in_list is (status == 200)


def test_only_the_topic_s_author_and_moderators_change_its_label(signed_in, author, stranger, topic):
    url = reverse("topics:label", kwargs={"pk": topic.pk})
    assert signed_in(stranger).post(url, {"label": "solved"}).status_code == 403
    assert signed_in(author).post(url, {"label": "solved"}).status_code == 302
    topic.refresh_from_db()
    assert topic.label == "solved"


def test_events_are_caught_up_by_cursor(signed_in, stranger, colleague, topic, written):
    for text in ("one", "two", "three"):
        written(text, by=colleague)
    answer = signed_in(stranger).get(reverse("topics:events", kwargs={"pk": topic.pk}), {"after": 2}).json()
    assert [event["seq"] for event in answer["events"]] == [3, 4]
    assert answer["head"] == 4
    assert "two" in answer["events"][0]["html"]


def test_news_is_marked_until_the_topic_is_read(signed_in, stranger, colleague, topic, written):
    client = signed_in(stranger)
    assert client.get("/channels/cardiology/").context["page"].rows[0].unread
    page(client, topic)
    assert not client.get("/channels/cardiology/").context["page"].rows[0].unread
    written("news", by=colleague)
    assert client.get("/channels/cardiology/").context["page"].rows[0].unread
    assert "1 new since you left" in page(client, topic).content.decode()


def test_one_s_own_words_are_no_news_to_oneself(signed_in, colleague, author, written):
    written("mine", by=colleague)
    assert not signed_in(colleague).get("/channels/cardiology/").context["page"].rows[0].unread
    assert signed_in(author).get("/channels/cardiology/").context["page"].rows[0].unread


def test_a_long_discussion_shows_its_end_first_and_leads_to_what_was_before(
    signed_in, stranger, colleague, topic, written, monkeypatch
):
    monkeypatch.setattr("community.selectors.POSTS_A_PAGE", 3)
    for number in range(1, 8):
        written(f"reply {number}", by=colleague)
    client, url, seen = signed_in(stranger), f"/topics/{topic.pk}/", []
    for before in ("", 5, 2):
        context = client.get(url, {"before": before}).context
        seen.append([post.number for post in context["posts"]])
        assert context["earlier_before"] == seen[-1][0] or len(seen) == 3
    assert seen == [[5, 6, 7], [2, 3, 4], [1]]


def test_a_case_s_page_shows_its_discussion_and_marks_it_read(signed_in, author, moderator, stranger):
    topic = make_published(author, moderator).topic
    client = signed_in(stranger)
    write_post(topic=topic, text="A thought about the case", by=author)
    assert client.get(f"/topics/{topic.pk}/").url == f"/cases/{topic.subject_id}/"
    assert "A thought about the case" in client.get(f"/cases/{topic.subject_id}/").content.decode()
    topic.refresh_from_db()
    assert topic.reads.get(user=stranger).seq == topic.last_seq


def test_pages_ask_as_much_of_the_database_for_one_row_as_for_fifty(
    signed_in, stranger, author, topic, written, django_assert_max_num_queries, channel
):
    client = signed_in(stranger)
    written("one", by=author)

    def queries():
        counts = {}
        urls = {"topic": f"/topics/{topic.pk}/", "channel": "/channels/cardiology/", "channels": "/channels/"}
        for name, url in urls.items():
            with django_assert_max_num_queries(8) as counted:
                client.get(url)
            counts[name] = len(counted)
        return counts

    queries()  # the first visit also sets the read mark
    with_one = queries()
    for number in range(49):
        written(f"reply {number}", by=author)
        open_topic(channel=channel, title=f"Topic {number}", by=author)
    page(client, topic)
    assert queries() == with_one

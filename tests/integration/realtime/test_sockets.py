"""The live forum as a browser meets it: in order, without gap or repeat, silent once rights are gone."""

import asyncio

import pytest
from asgiref.sync import sync_to_async
from django.db import transaction

from accounts.models import User
from accounts.services import suspend
from accounts.services.standing import rights_changed
from community.services import edit_post, hide_post, hide_topic, open_topic, write_post
from config.asgi import sockets
from core.notifications.notifying import notify
from core.realtime import consumer, rights
from core.realtime.hub import hub

pytestmark = pytest.mark.django_db(transaction=True)


write = sync_to_async(write_post)


async def test_a_reply_arrives_rendered_and_with_its_place_in_the_log(browser_of, stranger, colleague, topic, group):
    browser = await browser_of(stranger)
    assert await browser.subscribe(group, after=1) == {"type": "subscribed", "group": group, "head": 1}
    post = await write(topic=topic, text="Listen **again** standing", by=colleague)
    event = await browser.receive()
    assert (event["seq"], event["kind"], event["ids"]) == (2, "post.created", {"topic": topic.pk, "post": post.pk})
    assert "<strong>again</strong>" in event["html"]
    assert "colleague" in event["html"]


async def test_events_arrive_in_order(browser_of, stranger, colleague, topic, group):
    browser = await browser_of(stranger)
    await browser.subscribe(group, after=1)
    for number in range(20):
        await write(topic=topic, text=f"reply {number}", by=colleague)
    assert await browser.seqs(20) == list(range(2, 22))


async def test_a_killed_connection_catches_up_without_gap_or_repeat(browser_of, stranger, colleague, topic, group):
    first = await browser_of(stranger)
    await first.subscribe(group, after=1)
    await write(topic=topic, text="seen", by=colleague)
    seen = (await first.receive())["seq"]
    first.socket.future.cancel()  # no goodbye
    for number in range(3):
        await write(topic=topic, text=f"missed {number}", by=colleague)
    second = await browser_of(stranger)
    writing = asyncio.gather(*(write(topic=topic, text=f"meanwhile {n}", by=colleague) for n in range(5)))
    assert (await second.subscribe(group, after=seen))["type"] == "subscribed"
    await writing
    assert await second.seqs(8) == list(range(seen + 1, seen + 9))
    assert await second.is_silent()


async def test_what_is_committed_while_a_browser_subscribes_comes_once(
    browser_of, stranger, colleague, topic, group, monkeypatch
):
    real = consumer._catch_up

    def slow_catch_up(*args):
        write_post(topic=topic, text="before the replay is read", by=colleague)
        answer = real(*args)
        write_post(topic=topic, text="after the replay was read", by=colleague)
        return answer

    monkeypatch.setattr(consumer, "_catch_up", slow_catch_up)
    browser = await browser_of(stranger)
    await browser.subscribe(group, after=1)
    assert await browser.seqs(2) == [2, 3]
    assert await browser.is_silent()


async def test_a_browser_too_far_behind_is_told_to_reload(browser_of, stranger, colleague, topic, group, monkeypatch):
    monkeypatch.setattr(consumer, "REPLAY_LIMIT", 2)
    for number in range(3):
        await write(topic=topic, text=f"missed {number}", by=colleague)
    browser = await browser_of(stranger)
    await browser.subscribe(group, after=1)
    assert await browser.receive() == {"type": "reset", "group": group}
    await write(topic=topic, text="next", by=colleague)
    assert await browser.seqs(1) == [5]


async def test_hiding_tells_ids_and_nothing_else(browser_of, stranger, colleague, moderator, topic, group):
    post = await write(topic=topic, text="words to hide", by=colleague)
    browser = await browser_of(stranger)
    await browser.subscribe(group, after=2)
    await sync_to_async(hide_post)(post=post, by=moderator)
    event = await browser.receive()
    assert event == {
        "type": "event",
        "group": group,
        "seq": 3,
        "kind": "post.hidden",
        "ids": {"topic": topic.pk, "post": post.pk},
        "html": None,
    }


async def test_a_replay_holds_no_words_of_what_was_hidden_meanwhile(
    browser_of, stranger, colleague, moderator, topic, group
):
    post = await write(topic=topic, text="words to hide", by=colleague)
    await sync_to_async(edit_post)(post=post, text="other words to hide", by=colleague)
    await sync_to_async(hide_post)(post=post, by=moderator)
    browser = await browser_of(stranger)
    await browser.subscribe(group, after=0)
    events = [await browser.receive() for _ in range(4)]
    assert [event["kind"] for event in events] == ["topic.created", "post.created", "post.edited", "post.hidden"]
    assert all(event["html"] is None for event in events)


async def test_a_hidden_topic_cannot_be_watched_by_others(browser_of, stranger, moderator, topic, group):
    await sync_to_async(hide_topic)(topic=topic, by=moderator)
    browser = await browser_of(stranger)
    assert await browser.subscribe(group, after=0) == {"type": "denied", "group": group}
    watching = await browser_of(moderator)
    assert (await watching.subscribe(group))["type"] == "subscribed"


async def test_a_replay_of_a_hidden_topic_holds_no_words_even_for_its_author(
    browser_of, author, colleague, moderator, topic, group
):
    await write(topic=topic, text="words", by=colleague)
    await sync_to_async(hide_topic)(topic=topic, by=moderator)
    browser = await browser_of(author)
    await browser.subscribe(group, after=0)
    assert all([(await browser.receive())["html"] is None for _ in range(3)])


async def test_a_channel_drops_a_hidden_topic_by_id_without_its_title(browser_of, stranger, moderator, topic):
    watching = await browser_of(stranger)
    await watching.subscribe(f"channel:{topic.channel_id}", after=1)
    await sync_to_async(hide_topic)(topic=topic, by=moderator)
    event = await watching.receive()
    assert (event["kind"], event["ids"], event["html"]) == ("topic.hidden", {"topic": topic.pk}, None)
    late = await browser_of(stranger)
    await late.subscribe(f"channel:{topic.channel_id}", after=0)
    assert [(await late.receive())["html"] for _ in range(2)] == [None, None]


async def test_new_topics_appear_in_the_channel_of_a_second_browser(browser_of, stranger, author, topic):
    browser = await browser_of(stranger)
    channel = topic.channel
    await browser.subscribe(f"channel:{channel.pk}", after=1)
    await sync_to_async(open_topic)(channel=channel, title="A second murmur", by=author)
    event = await browser.receive()
    assert (event["seq"], event["kind"]) == (2, "topic.created")
    assert "A second murmur" in event["html"]


@pytest.mark.parametrize("event_lost", [False, True])
async def test_a_suspended_member_s_open_socket_goes_silent_and_is_closed(
    browser_of, stranger, colleague, moderator, topic, group, monkeypatch, event_lost
):
    browser = await browser_of(stranger)
    await browser.subscribe(group, after=1)
    if event_lost:
        monkeypatch.setattr("accounts.services.standing.announce_rights", lambda **_: None)
        monkeypatch.setattr(rights, "BELIEVED_FOR", 0.0)
    await sync_to_async(suspend)(user=stranger, by=moderator)
    await write(topic=topic, text="not for strangers", by=colleague)
    assert await browser.closed_with() == consumer.NOT_A_MEMBER


async def test_a_moderator_who_lost_the_role_no_longer_watches_a_hidden_topic(
    browser_of, moderator, second_moderator, topic, group
):
    await sync_to_async(hide_topic)(topic=topic, by=second_moderator)
    browser = await browser_of(moderator)
    await browser.subscribe(group)

    @sync_to_async
    def demote():
        with transaction.atomic():
            User.objects.filter(pk=moderator.pk).update(is_moderator=False)
            rights_changed(moderator)

    await demote()
    assert await browser.receive() == {"type": "denied", "group": group}


@pytest.mark.parametrize("who", ["unverified", "registrar", None])
async def test_only_members_may_open_a_socket(request, browser_of, unverified, registrar, who):
    user = {"unverified": unverified, "registrar": registrar, None: None}[who]
    browser = await browser_of(user, connect=False)
    assert not await browser.connect()


async def test_a_signed_out_person_s_other_tab_is_closed_at_the_next_heartbeat(browser_of, stranger, topic, group):
    from django.contrib.sessions.models import Session

    browser = await browser_of(stranger)
    await browser.subscribe(group)
    await sync_to_async(Session.objects.all().delete)()
    await hub().beat_once()
    assert await browser.closed_with() == consumer.SIGNED_OUT


async def test_a_heartbeat_tells_the_heads_so_that_a_lost_last_event_is_noticed(
    browser_of, stranger, colleague, topic, group
):
    browser = await browser_of(stranger)
    await browser.subscribe(group)
    await hub().beat_once()
    assert await browser.receive() == {"type": "heartbeat", "heads": {group: 1}}


async def test_somebody_typing_is_seen_by_others_at_most_every_three_seconds(browser_of, stranger, colleague, group):
    watching, typing = await browser_of(stranger), await browser_of(colleague)
    await watching.subscribe(group)
    await typing.subscribe(group)
    await typing.send(type="typing", group=group)
    await typing.send(type="typing", group=group)
    assert await watching.receive() == {"type": "typing", "group": group, "handle": "colleague"}
    assert await watching.is_silent()
    assert await typing.is_silent(), "nobody is told of their own typing"


async def test_notices_are_counted_live_and_only_for_their_person(browser_of, author, stranger):
    @sync_to_async
    def tell():
        with transaction.atomic():
            notify(to=author, kind="case.in_specialty", url="/")

    browser, other = await browser_of(author), await browser_of(stranger)
    await browser.subscribe(f"user:{author.pk}")
    assert (await other.subscribe(f"user:{author.pk}"))["type"] == "denied"
    await tell()
    assert (await browser.receive())["ids"] == {"unread": 1}
    assert await other.is_silent()


@pytest.mark.parametrize("name", ["topic:999999", "topic:x", "rights", "secret:1", None, 7])
async def test_groups_that_do_not_exist_are_denied(browser_of, stranger, name):
    browser = await browser_of(stranger)
    assert (await browser.subscribe(name, after=0))["type"] == "denied"


async def test_malformed_and_oversized_messages_and_floods_end_the_socket(browser_of, stranger):
    malformed, oversized, flooding = [await browser_of(stranger) for _ in range(3)]
    await malformed.send_text("[1]")
    assert await malformed.closed_with() == consumer.MALFORMED
    await oversized.send_text("x" * (16 * 1024 + 1))
    assert await oversized.closed_with() == consumer.TOO_LARGE
    for _ in range(40):
        await flooding.send(type="unsubscribe", group="topic:1")
    assert await flooding.closed_with() == consumer.TOO_MANY


async def test_a_page_of_another_site_cannot_open_a_socket(stranger, browser_of, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    browser = await browser_of(stranger, connect=False)
    browser.use(sockets(), origin=b"http://elsewhere.example")
    assert not await browser.connect()
    browser.use(sockets(), origin=b"http://testserver")
    assert await browser.connect()


async def test_a_browser_that_reads_too_slowly_is_closed_and_resumes_by_cursor(
    browser_of, stranger, colleague, topic, group, monkeypatch
):
    monkeypatch.setattr("core.realtime.outbound.OutboundQueue.__init__.__defaults__", (2,))
    stuck = asyncio.Event()

    async def never_sent(self, frame):
        if frame.text.startswith('{"type":"event"'):
            await stuck.wait()
        await self.base_send({"type": "websocket.send", "text": frame.text})

    monkeypatch.setattr(consumer.LiveConsumer, "_send", never_sent)
    browser = await browser_of(stranger)
    await browser.subscribe(group, after=1)
    for number in range(5):
        await write(topic=topic, text=f"reply {number}", by=colleague)
    assert await browser.closed_with() == consumer.TOO_SLOW
    monkeypatch.undo()
    again = await browser_of(stranger)
    await again.subscribe(group, after=1)
    assert await again.seqs(5) == [2, 3, 4, 5, 6]


async def test_a_process_holds_one_subscription_per_group_and_none_when_all_have_left(
    browser_of, stranger, colleague, group
):
    browsers = [await browser_of(person) for person in (stranger, colleague)]
    for browser in browsers:
        await browser.subscribe(group)
    assert hub().watching(group) == 2
    assert hub().subscriptions() == {group, "rights"}
    for browser in browsers:
        await browser.leave()
    assert hub().watching(group) == 0
    assert hub().subscriptions() == {"rights"}

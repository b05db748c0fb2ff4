"""Who is here: told to those who watch the same discussion, in this process and in others."""

import asyncio
import threading

import orjson
import pytest
from asgiref.sync import sync_to_async

from accounts.services import suspend
from community.models import Channel
from community.services import ensure_channels
from core.realtime import consumer, presence
from core.realtime.bus import bus
from core.realtime.hub import hub

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def watching(browser_of, group):
    """`await watching(person)`: a tab that has the discussion open."""

    async def open_tab(person):
        browser = await browser_of(person)
        assert (await browser.subscribe(group))["type"] == "subscribed"
        return browser

    return open_tab


def elsewhere(group, *handles, count=None, name="another process"):
    body = {"type": "presence", "from": name, "handles": handles, "count": count or len(handles)}
    bus().publish(group, orjson.dumps(body))


async def test_those_who_have_a_discussion_open_are_told_of_each_other_once(watching, stranger, colleague, group):
    first, second = await watching(stranger), await watching(colleague)
    await hub().tell_presence()
    here = {"type": "presence", "group": group, "handles": ["colleague", "stranger"], "count": 2}
    assert await first.receive() == here
    assert await second.receive() == here
    await hub().tell_presence()
    assert await first.is_silent(), "nobody came or went"


async def test_two_tabs_of_one_person_are_one_person(watching, stranger):
    first, _ = await watching(stranger), await watching(stranger)
    await hub().tell_presence()
    assert (await first.receive())["handles"] == ["stranger"]


async def test_who_leaves_is_not_named_any_more(watching, stranger, colleague):
    staying, leaving = await watching(stranger), await watching(colleague)
    await hub().tell_presence()
    await staying.receive()
    await leaving.leave()
    await hub().tell_presence()
    assert (await staying.receive())["handles"] == ["stranger"]


async def test_people_of_another_process_are_named_and_told_who_is_here(watching, stranger, group):
    tab = await watching(stranger)
    await hub().tell_presence()
    assert (await tab.receive())["handles"] == ["stranger"]
    elsewhere(group, "colleague")
    assert (await tab.receive())["handles"] == ["colleague", "stranger"]
    told = []
    listener = bus().listen(lambda _group, message: told.append(orjson.loads(message)["handles"]))
    await listener.subscribe(group)
    await hub().tell_presence()
    assert (await tab.receive())["handles"] == ["colleague", "stranger"]
    assert told == [["stranger"]], "the other process did not know yet"
    await listener.close()


async def test_a_process_that_is_not_heard_of_is_forgotten(watching, stranger, group, monkeypatch):
    tab = await watching(stranger)
    elsewhere(group, "colleague")
    await tab.receive()
    monkeypatch.setattr(presence, "FORGOTTEN", -1)
    await hub().tell_presence()
    assert "colleague" not in [await tab.receive(), await tab.receive()][-1]["handles"]


async def test_of_many_people_only_the_number_is_told(watching, stranger, group):
    tab = await watching(stranger)
    elsewhere(group, *(f"person-{number}" for number in range(50)), count=70)
    assert await tab.receive() == {"type": "presence", "group": group, "handles": [], "count": 70}
    elsewhere(group, *(f"other-{number}" for number in range(30)), name="a third process")
    assert (await tab.receive())["count"] == 80


async def test_only_discussions_tell_who_is_there(browser_of, stranger):
    browser = await browser_of(stranger)
    await sync_to_async(ensure_channels)()
    channel = await Channel.objects.afirst()
    await browser.subscribe(f"channel:{channel.pk}")
    await browser.subscribe(f"user:{stranger.pk}")
    await hub().tell_presence()
    assert await browser.is_silent()


async def test_a_person_who_lost_membership_is_neither_told_nor_named(watching, stranger, moderator, topic):
    tab, other = await watching(stranger), await watching(moderator)
    await sync_to_async(suspend)(user=stranger, by=moderator)
    assert (await tab.socket.receive_output(timeout=5))["type"] == "websocket.close"
    await hub().tell_presence()
    assert (await other.receive())["handles"] == ["moderator"]


async def test_who_is_still_being_checked_is_not_named(watching, browser_of, stranger, colleague, group, monkeypatch):
    tab = await watching(stranger)
    checking, checked = threading.Event(), threading.Event()
    allowed = consumer._catch_up

    def slowly(*asked):
        checking.set()
        checked.wait(5)
        return allowed(*asked)

    monkeypatch.setattr(consumer, "_catch_up", slowly)
    other = await browser_of(colleague)
    await other.send(type="subscribe", group=group)
    await asyncio.to_thread(checking.wait, 5)
    await hub().tell_presence()
    assert (await tab.receive())["handles"] == ["stranger"]
    checked.set()
    assert (await other.receive())["type"] == "subscribed"
    await hub().tell_presence()
    assert (await tab.receive())["handles"] == ["colleague", "stranger"]

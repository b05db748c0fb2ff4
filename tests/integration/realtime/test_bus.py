"""One contract for both buses: the in-process one and Redis."""

import asyncio
import os
import threading
import time

import pytest

from core.realtime.bus import BusUnavailable, InProcessBus, RedisBus


@pytest.fixture(params=["in process", pytest.param("redis", marks=pytest.mark.services)])
def bus(request, settings):
    if request.param == "in process":
        return InProcessBus()
    settings.REDIS_URL = os.environ["REDIS_URL"]
    return RedisBus()


class Heard(list):
    """What a listener was given; `await heard.reaches(n)` waits for the n-th frame."""

    def __init__(self):
        super().__init__()
        self.threads = set()

    def deliver(self, group, frame):
        self.threads.add(threading.get_ident())
        self.append((group, frame))

    async def reaches(self, count):
        until = time.monotonic() + 5
        while len(self) < count and time.monotonic() < until:
            await asyncio.sleep(0.01)
        assert len(self) == count


@pytest.fixture
async def listening(bus):
    listeners = []

    def listen():
        heard = Heard()
        listener = bus.listen(heard.deliver)
        listeners.append(listener)
        return listener, heard

    yield listen
    for listener in listeners:
        await listener.close()


def publish_in_a_thread(bus, *frames):
    def run():
        for group, frame in frames:
            bus.publish(group, frame)

    return asyncio.to_thread(run)


async def test_frames_of_a_subscribed_group_arrive_in_order_in_the_listener_s_own_loop(bus, listening):
    listener, heard = listening()
    await listener.subscribe("topic:1")
    sent = [("topic:1", f"{number}".encode()) for number in range(50)]
    await publish_in_a_thread(bus, *sent)
    await heard.reaches(50)
    assert heard == sent
    assert heard.threads == {threading.get_ident()}


async def test_nothing_published_after_subscribe_returned_is_missed(bus, listening):
    for number in range(20):
        listener, heard = listening()
        await listener.subscribe(f"topic:{number}")
        bus.publish(f"topic:{number}", b"at once")
        await heard.reaches(1)


async def test_other_groups_are_not_heard(bus, listening):
    listener, heard = listening()
    await listener.subscribe("topic:1")
    await publish_in_a_thread(bus, ("topic:2", b"other"), ("topic:1", b"mine"))
    await heard.reaches(1)
    assert heard == [("topic:1", b"mine")]


async def test_after_unsubscribing_nothing_is_heard_until_subscribing_again(bus, listening):
    listener, heard = listening()
    await listener.subscribe("topic:1")
    await listener.subscribe("topic:2")
    await listener.unsubscribe("topic:1")
    await publish_in_a_thread(bus, ("topic:1", b"gone"), ("topic:2", b"here"))
    await heard.reaches(1)
    await listener.subscribe("topic:1")
    await publish_in_a_thread(bus, ("topic:1", b"back"))
    await heard.reaches(2)
    assert [frame for _, frame in heard] == [b"here", b"back"]


async def test_every_listener_hears_a_frame_once(bus, listening):
    (first, heard_by_first), (second, heard_by_second) = listening(), listening()
    await first.subscribe("topic:1")
    await second.subscribe("topic:1")
    await publish_in_a_thread(bus, ("topic:1", b"news"))
    await heard_by_first.reaches(1)
    await heard_by_second.reaches(1)


async def test_publishing_where_nobody_listens_is_no_error(bus):
    await publish_in_a_thread(bus, ("topic:1", b"unheard"))


async def test_a_bus_that_cannot_be_reached_refuses_listeners_and_forgives_publishers(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    bus = RedisBus()
    await publish_in_a_thread(bus, ("topic:1", b"lost"))
    listener = bus.listen(lambda group, frame: None)
    with pytest.raises(BusUnavailable):
        await listener.subscribe("topic:1")
    await listener.close()


@pytest.mark.services
async def test_redis_subscriptions_survive_a_killed_connection(settings):
    settings.REDIS_URL = os.environ["REDIS_URL"]
    bus, heard = RedisBus(), Heard()
    listener = bus.listen(heard.deliver)
    await listener.subscribe("topic:1")
    await asyncio.to_thread(bus._client.execute_command, "CLIENT", "KILL", "TYPE", "pubsub")
    until = time.monotonic() + 8
    while not heard and time.monotonic() < until:
        await publish_in_a_thread(bus, ("topic:1", b"after"))
        await asyncio.sleep(0.2)
    await listener.close()
    assert heard

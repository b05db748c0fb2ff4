"""The bounded queue of a socket: ephemeral frames give way, log events never vanish silently."""

import asyncio

import pytest

from core.realtime.frames import control_frame, event_frame, typing_frame
from core.realtime.outbound import OutboundQueue, Overflow


def event(seq):
    return event_frame(group="topic:1", seq=seq, kind="post.created", ids={})


TYPING = typing_frame(group="topic:1", handle="colleague")


def drained(queue):
    async def drain():
        return [await queue.get() for _ in range(len(queue))]

    return asyncio.run(drain())


def test_frames_leave_in_the_order_they_came():
    queue = OutboundQueue()
    for seq in range(5):
        queue.put(event(seq))
    assert [frame.seq for frame in drained(queue)] == list(range(5))


def test_a_full_queue_gives_up_ephemeral_frames_first():
    queue = OutboundQueue(capacity=3)
    for frame in (event(1), TYPING, event(2)):
        queue.put(frame)
    queue.put(event(3))
    assert [frame.seq for frame in drained(queue)] == [1, 2, 3]


def test_an_ephemeral_frame_that_finds_no_room_is_dropped():
    queue = OutboundQueue(capacity=1)
    queue.put(event(1))
    queue.put(TYPING)
    assert drained(queue) == [event(1)]


def test_a_log_event_that_finds_no_room_ends_the_socket():
    queue = OutboundQueue(capacity=1)
    queue.put(event(1))
    with pytest.raises(Overflow):
        queue.put(event(2))


def test_leaving_a_group_forgets_its_frames_only():
    queue = OutboundQueue()
    other = control_frame("subscribed", "topic:2", head=1)
    for frame in (event(1), other):
        queue.put(frame)
    queue.drop("topic:1")
    assert drained(queue) == [other]


async def test_a_waiting_writer_is_woken():
    queue = OutboundQueue()
    waiting = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put(event(1))
    assert (await asyncio.wait_for(waiting, 1)).seq == 1

"""One socket: a member's tab. Speaks the protocol of `frames`; knows groups only through `groups`."""

import asyncio
import contextlib
import time
from typing import Any

import orjson
from channels.consumer import get_handler_name
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer

from core.realtime import limits
from core.realtime.bus import BusUnavailable, bus
from core.realtime.frames import Frame, control_frame, heartbeat_frame, typing_frame
from core.realtime.groups import GroupKind, resolve
from core.realtime.hub import Hub, hub
from core.realtime.outbound import CAPACITY, OutboundQueue, Overflow
from core.realtime.rights import member

MALFORMED, SIGNED_OUT, NOT_A_MEMBER, TOO_SLOW, TOO_LARGE, TOO_MANY = 4000, 4001, 4003, 4008, 4009, 4029
TRY_LATER = 1013
REPLAY_LIMIT = 500  # events; a browser further behind reloads the page
# What a browser may send, and what answers it. Anything else is ignored. Each has a row in the permission matrix.
MESSAGES = {"subscribe": "_subscribe", "unsubscribe": "_unsubscribe", "typing": "_tell_typing", "ping": "_answer_ping"}
CHECK = Frame("", 0, True, "")  # wakes the writer to look at the person's rights; never sent


class LiveConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]  # Channels is untyped
    """Members only. Checks the person's authorisation epoch before every delivery."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self._is_open = False
        try:
            await super().__call__(scope, receive, send)
        finally:  # also when the server cancels the task without a disconnect message
            await self._gone()

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Without Channels' thread hop per message: this class touches the database only through threads."""
        handler = getattr(self, get_handler_name(message), None)
        if handler is None:
            raise ValueError(f"no handler for {message['type']}")
        await handler(message)

    async def connect(self) -> None:
        user = self.scope.get("user")
        if user is None or not user.is_authenticated:
            await self.close(NOT_A_MEMBER)
            return
        self.user_id: int = user.pk
        self.handle: str = user.handle
        self.session_key: str = self.scope["session"].session_key or ""
        self.watched: set[str] = set()
        self._joining: dict[str, list[Frame]] = {}
        self._queue = OutboundQueue()
        self._bucket = limits.TokenBucket()
        self._typed: dict[str, float] = {}
        self.hub: Hub = hub()
        self._is_open = True
        try:
            await self.hub.open(self)
        except BusUnavailable:
            await self._end(TRY_LATER)
            return
        standing = await self.hub.rights.current(self.user_id)
        if not standing.is_member:
            await self.close(NOT_A_MEMBER)
            return
        self._epoch = standing.epoch
        await self.accept()
        self._writer = asyncio.create_task(self._write())

    async def disconnect(self, code: int) -> None:
        await self._gone()

    # --- what the browser sends ---

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if text_data is None or len(text_data) > limits.LARGEST_MESSAGE:
            await self._end(TOO_LARGE if text_data else MALFORMED)
            return
        if not self._bucket.take():
            await self._end(TOO_MANY)
            return
        try:
            message = orjson.loads(text_data)
            kind, group = message["type"], message.get("group", "")
        except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
            await self._end(MALFORMED)
            return
        if not await self._still_allowed():
            return
        if isinstance(kind, str) and kind in MESSAGES:
            await getattr(self, MESSAGES[kind])(group, message.get("after"))

    async def _answer_ping(self, group: Any, after: Any) -> None:
        await self._send(heartbeat_frame({}))

    async def _subscribe(self, group: Any, after: Any) -> None:
        """Join first and hold back what arrives; replay what was missed; then let go, without repeats."""
        found = resolve(group)
        if found is None or (len(self.watched) >= limits.MOST_GROUPS and group not in self.watched):
            await self._send(control_frame("denied", str(group)[:40]))
            return
        kind, pk = found
        after = after if isinstance(after, int) and after >= 0 else None
        held = self._joining[group] = []
        self._queue.drop(group)
        self.watched.add(group)
        try:
            await self.hub.join(group, self)
        except BusUnavailable:
            await self._end(TRY_LATER)
            return
        answer = await database_sync_to_async(_catch_up)(self.user_id, kind, pk, after)
        if answer is None:
            await self._unsubscribe(group)
            await self._send(control_frame("denied", group))
            return
        head, missed = answer
        await self._send(control_frame("subscribed", group, head=head))
        if len(missed) > REPLAY_LIMIT or len(held) > CAPACITY:
            await self._send(control_frame("reset", group))
        else:
            for frame in missed:
                await self._send(frame)
        self._joining.pop(group, None)
        self.hub.presence.changed(group)
        for frame in held:
            if frame.seq == 0 or frame.seq > head:
                self.offer(frame)

    async def _unsubscribe(self, group: Any, after: Any = None) -> None:
        if not isinstance(group, str) or group not in self.watched:
            return
        self.watched.discard(group)
        self._joining.pop(group, None)
        self._queue.drop(group)
        await self.hub.leave(group, self)

    async def _tell_typing(self, group: Any, after: Any) -> None:
        now = time.monotonic()
        if (
            not isinstance(group, str)
            or group not in self.watched
            or now - self._typed.get(group, 0.0) < limits.TYPING_EVERY
        ):
            return
        if self.hub.watching(group) > limits.TYPING_ROOM:
            return
        self._typed[group] = now
        data = typing_frame(group=group, handle=self.handle).text.encode()
        await asyncio.get_running_loop().run_in_executor(None, bus().publish, group, data)

    # --- what the hub sends (in the loop, must not wait) ---

    def offer(self, frame: Frame) -> None:
        if frame.handle == self.handle:  # nobody is told of their own typing
            return
        held = self._joining.get(frame.group)
        if held is not None:
            if len(held) <= CAPACITY:
                held.append(frame)
            return
        try:
            self._queue.put(frame)
        except Overflow:
            self._queue.clear()
            self._end_soon(TOO_SLOW)

    def is_here(self, group: str) -> bool:
        return group not in self._joining

    def recheck(self) -> None:
        self._queue.put(CHECK)

    def end_session(self) -> None:
        self._end_soon(SIGNED_OUT)

    # --- the writer ---

    async def _write(self) -> None:
        while True:
            frame = await self._queue.get()
            if not await self._still_allowed():
                return
            if frame is not CHECK and (not frame.group or frame.group in self.watched):
                await self._send(frame)

    async def _still_allowed(self) -> bool:
        """The check of every delivery. Ends the socket of a person who is no member any more."""
        standing = self.hub.rights.fresh(self.user_id) or await self.hub.rights.current(self.user_id)
        if not standing.is_member:
            self._queue.clear()
            self._end_soon(NOT_A_MEMBER)
            return False
        if standing.epoch != self._epoch:
            self._epoch = standing.epoch
            lost = await database_sync_to_async(_no_longer_watchable)(self.user_id, sorted(self.watched))
            for group in lost:
                await self._unsubscribe(group)
                await self._send(control_frame("denied", group))
        return True

    async def _send(self, frame: Frame) -> None:
        if self._is_open:
            await self.base_send({"type": "websocket.send", "text": frame.text})

    def _end_soon(self, code: int) -> None:
        self._ending = asyncio.create_task(self._end(code))

    async def _end(self, code: int) -> None:
        await self._gone()
        with contextlib.suppress(RuntimeError):  # closed already
            await self.close(code)

    async def _gone(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        writer = getattr(self, "_writer", None)
        if writer is not None and writer is not asyncio.current_task():
            writer.cancel()
        await self.hub.close(self)


def _catch_up(user_id: int, kind: GroupKind, pk: int, after: int | None) -> tuple[int, list[Frame]] | None:
    """Head and missed events (one more than the limit when there are too many), or None when not allowed."""
    user = member(user_id)
    if user is None or not kind.may_watch(user, pk):
        return None
    head = kind.heads([pk]).get(pk, 0)
    missed = [] if after is None else kind.replay(pk, after, REPLAY_LIMIT + 1)
    return max([head, *(frame.seq for frame in missed)]), missed


def _no_longer_watchable(user_id: int, groups: list[str]) -> list[str]:
    user = member(user_id)
    if user is None:
        return groups
    return [group for group in groups if (found := resolve(group)) and not found[0].may_watch(user, found[1])]

"""One hub per process (strictly: per event loop): one bus subscription per group, a loop over the local sockets.

Nothing needs to be started: the first socket brings the hub up, the last one takes its heartbeat down.
"""

import asyncio
import logging
from typing import Protocol
from weakref import WeakKeyDictionary

import orjson
from channels.db import database_sync_to_async

from core.realtime import bus as buses
from core.realtime import presence
from core.realtime.frames import Frame, heartbeat_frame, parse
from core.realtime.groups import heads_of
from core.realtime.rights import RightsTable, live_sessions

log = logging.getLogger("consilium.realtime")
HEARTBEAT = 20.0  # seconds


class Socket(Protocol):
    """What the hub needs of a socket. All calls happen in the hub's loop and return at once."""

    user_id: int
    handle: str
    session_key: str
    watched: set[str]

    def offer(self, frame: Frame) -> None: ...

    def is_here(self, group: str) -> bool:
        """Whether the person was found to be allowed to watch the group."""

    def recheck(self) -> None:
        """The person's rights may have changed."""

    def end_session(self) -> None:
        """The person signed out elsewhere."""


class Hub:
    """Fans frames out to the sockets of this process."""

    def __init__(self) -> None:
        self.rights = RightsTable()
        self.presence = presence.Presence()
        self._sockets: set[Socket] = set()
        self._watchers: dict[str, set[Socket]] = {}
        self._listener = buses.bus().listen(self._deliver)
        self._subscribing = asyncio.Lock()
        self._heartbeat: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None

    async def open(self, socket: Socket) -> None:
        """A socket connected. Raises BusUnavailable."""
        self._sockets.add(socket)
        self.rights.add(socket.user_id)
        if self._heartbeat is None or self._heartbeat.done():
            self._heartbeat = asyncio.create_task(self._beat())
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look_around())
        async with self._subscribing:
            await self._ensure_subscribed(buses.RIGHTS_GROUP)

    async def close(self, socket: Socket) -> None:
        """A socket went away; whatever it watched alone is unsubscribed."""
        if socket not in self._sockets:
            return
        self._sockets.discard(socket)
        self.rights.discard(socket.user_id)
        for group in list(socket.watched):
            await self.leave(group, socket)
        if not self._sockets and self._heartbeat is not None:
            self._heartbeat.cancel()
            self._heartbeat = None

    async def join(self, group: str, socket: Socket) -> None:
        """From the return of this call on, every committed event of the group is offered to the socket.

        Raises:
            BusUnavailable: it did not join.
        """
        async with self._subscribing:
            if socket in self._sockets:  # it may have gone while this waited
                (await self._ensure_subscribed(group)).add(socket)

    async def leave(self, group: str, socket: Socket) -> None:
        async with self._subscribing:
            watchers = self._watchers.get(group)
            if watchers is None or socket not in watchers:
                return
            watchers.discard(socket)
            self.presence.changed(group)
            if not watchers:
                del self._watchers[group]
                self.presence.left(group)
                await self._listener.unsubscribe(group)

    async def _ensure_subscribed(self, group: str) -> set[Socket]:
        if group not in self._watchers:
            await self._listener.subscribe(group)
            self._watchers[group] = set()
        return self._watchers[group]

    def watching(self, group: str) -> int:
        """How many sockets of this process watch a group."""
        return len(self._watchers.get(group, ()))

    def subscriptions(self) -> set[str]:
        """The bus groups this process is subscribed to."""
        return set(self._watchers)

    def _deliver(self, group: str, data: bytes) -> None:
        if group == buses.RIGHTS_GROUP:
            self._recheck(orjson.loads(data)["user"])
            return
        if group in self._watchers:
            self._offer(self.presence.hear(group, data) if presence.is_presence(data) else parse(data))

    def _offer(self, frame: Frame) -> None:
        for socket in tuple(self._watchers.get(frame.group, ())):
            socket.offer(frame)

    def _recheck(self, user_id: int) -> None:
        self.rights.forget(user_id)
        for socket in tuple(self._sockets):
            if socket.user_id == user_id:
                socket.recheck()

    async def _look_around(self) -> None:
        """Until the last tab is gone and the other processes know."""
        while self._sockets:
            await asyncio.sleep(presence.EVERY)
            try:
                await self.tell_presence()
            except Exception as error:  # a broken bus must not end it
                log.warning("presence not told: %s", type(error).__name__)

    async def tell_presence(self) -> None:
        """Tell all processes who came and went in this one; forget those not heard of."""
        here = {
            group: [socket.handle for socket in watchers if socket.is_here(group)]
            for group, watchers in self._watchers.items()
        }
        for group, message in self.presence.due(here):
            await asyncio.get_running_loop().run_in_executor(None, buses.bus().publish, group, message)
        for frame in self.presence.forget_silent():
            self._offer(frame)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            try:
                await self.beat_once()
            except Exception as error:  # a busy database must not end the heartbeat
                log.warning("heartbeat skipped: %s", type(error).__name__)

    async def beat_once(self) -> None:
        """Send every socket the heads of its groups, read once for all; end those whose session is over."""
        groups = [group for group in self._watchers if group != buses.RIGHTS_GROUP]
        heads = await database_sync_to_async(heads_of)(groups)
        alive = await database_sync_to_async(live_sessions)({socket.session_key for socket in self._sockets})
        for socket in tuple(self._sockets):
            if socket.session_key not in alive:
                socket.end_session()
                continue
            socket.recheck()
            socket.offer(heartbeat_frame({group: heads[group] for group in socket.watched if group in heads}))


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """The hub of the running loop."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub()
    return _hubs[loop]

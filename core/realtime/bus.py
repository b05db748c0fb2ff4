"""Carrying frames from the code that publishes (any thread, any process) to the hubs (event loops).

The bus stores nothing and may lose a frame; sockets find gaps by `seq` and catch up from the database.
"""

import asyncio
import contextlib
import functools
import logging
import threading
from collections.abc import Callable
from typing import Any, Protocol

import redis
import redis.asyncio
from django.conf import settings
from django.utils.module_loading import import_string

log = logging.getLogger("consilium.realtime")

RIGHTS_GROUP = "rights"  # somebody's rights changed; every hub listens
Deliver = Callable[[str, bytes], None]


class BusUnavailable(Exception):
    """The bus cannot be reached; browsers come back later and meanwhile work by reload."""


class Listener(Protocol):
    """One event loop's subscriptions. `deliver` is called in that loop, in the order of arrival."""

    async def subscribe(self, group: str) -> None:
        """Returns once every later publish is sure to be delivered. Raises BusUnavailable."""

    async def unsubscribe(self, group: str) -> None: ...

    async def close(self) -> None: ...


class Bus(Protocol):
    """The port: an in-process and a Redis adapter pass the same contract tests."""

    def publish(self, group: str, frame: bytes) -> None:
        """From any thread. Never raises for a lost connection: the event is in the database."""

    def listen(self, deliver: Deliver) -> Listener:
        """From within a running loop."""


@functools.cache
def bus() -> Bus:
    """The process's bus, named by `settings.REALTIME_BUS`."""
    return import_string(settings.REALTIME_BUS)()


class InProcessBus:
    """Embedded: publisher and sockets share one process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[str, set[_InProcessListener]] = {}

    def publish(self, group: str, frame: bytes) -> None:
        with self._lock:
            listeners = list(self._listeners.get(group, ()))
        for listener in listeners:
            try:
                listener.loop.call_soon_threadsafe(listener.deliver, group, frame)
            except RuntimeError:  # its loop is gone
                self.drop(group, listener)

    def listen(self, deliver: Deliver) -> Listener:
        return _InProcessListener(self, deliver)

    def add(self, group: str, listener: "_InProcessListener") -> None:
        with self._lock:
            self._listeners.setdefault(group, set()).add(listener)

    def drop(self, group: str, listener: "_InProcessListener") -> None:
        with self._lock:
            listeners = self._listeners.get(group, set())
            listeners.discard(listener)
            if not listeners:
                self._listeners.pop(group, None)


class _InProcessListener:
    def __init__(self, owner: InProcessBus, deliver: Deliver) -> None:
        self.loop = asyncio.get_running_loop()
        self.deliver = deliver
        self._owner = owner
        self._groups: set[str] = set()

    async def subscribe(self, group: str) -> None:
        self._groups.add(group)
        self._owner.add(group, self)

    async def unsubscribe(self, group: str) -> None:
        self._groups.discard(group)
        self._owner.drop(group, self)

    async def close(self) -> None:
        for group in list(self._groups):
            await self.unsubscribe(group)


class RedisBus:
    """Production: Redis or Valkey pub/sub between web, worker and socket processes."""

    PREFIX = "consilium:live:"

    def __init__(self) -> None:
        # Publishing happens in request threads: a slow Redis must not hold a request for long.
        self._client = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=1)

    def publish(self, group: str, frame: bytes) -> None:
        try:
            self._client.publish(self.PREFIX + group, frame)
        except redis.RedisError as error:
            log.warning("live event not published (%s); sockets catch up by cursor", type(error).__name__)

    def listen(self, deliver: Deliver) -> Listener:
        return _RedisListener(self.PREFIX, deliver)


class _RedisListener:
    """One pub/sub connection per process; its reader re-subscribes by itself after a lost connection."""

    def __init__(self, prefix: str, deliver: Deliver) -> None:
        self._prefix = prefix
        self._deliver = deliver
        # No socket timeout: a pub/sub connection is silent for as long as nothing happens.
        self._client = redis.asyncio.Redis.from_url(
            settings.REDIS_URL, socket_timeout=None, socket_connect_timeout=2, health_check_interval=15
        )
        self._pubsub = self._client.pubsub()
        self._confirmed: dict[str, asyncio.Event] = {}
        self._reader: asyncio.Task[None] | None = None

    async def subscribe(self, group: str) -> None:
        confirmed = self._confirmed.setdefault(group, asyncio.Event())
        try:
            await self._pubsub.subscribe(self._prefix + group)
            if self._reader is None:
                self._reader = asyncio.create_task(self._read())
            await asyncio.wait_for(confirmed.wait(), timeout=5)
        except (redis.RedisError, TimeoutError) as error:
            self._confirmed.pop(group, None)
            raise BusUnavailable from error

    async def unsubscribe(self, group: str) -> None:
        self._confirmed.pop(group, None)
        with contextlib.suppress(redis.RedisError):
            await self._pubsub.unsubscribe(self._prefix + group)

    async def close(self) -> None:
        if self._reader:
            self._reader.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._reader
        await self._pubsub.aclose()
        await self._client.aclose()

    async def _read(self) -> None:
        while True:
            try:
                message = await self._pubsub.get_message(timeout=10)
            except redis.RedisError as error:
                log.warning("live bus connection lost (%s); trying again", type(error).__name__)
                await asyncio.sleep(0.5)
                continue
            if message is not None:
                self._handle(message)

    def _handle(self, message: dict[str, Any]) -> None:
        group = message["channel"].decode().removeprefix(self._prefix)
        if message["type"] == "subscribe" and group in self._confirmed:
            self._confirmed[group].set()
        elif message["type"] == "message":
            self._deliver(group, message["data"])

"""Sockets of members, as a browser opens them, and a short believing time so that tests need not wait."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import orjson
import pytest
from asgiref.testing import ApplicationCommunicator
from django.conf import settings
from django.test import Client

from accounts.models import User
from community.models import Channel, Topic
from community.services import ensure_channels, open_topic
from config.asgi import application


class Browser:
    """One tab: opens the socket with the session cookie, speaks JSON."""

    def __init__(self, cookie: str) -> None:
        self._cookie = cookie
        self.use(application)

    def use(self, app: Any, *, origin: bytes = b"http://testserver") -> None:
        """Aim at an application (before connecting), as a page of `origin`."""
        headers = [(b"origin", origin), (b"host", b"testserver")]
        if self._cookie:
            headers.append((b"cookie", f"{settings.SESSION_COOKIE_NAME}={self._cookie}".encode()))
        # channels.testing would pull in daphne; the ASGI messages themselves are simple.
        scope = {"type": "websocket", "path": "/ws/", "query_string": b"", "headers": headers, "subprotocols": []}
        self.socket = ApplicationCommunicator(app, scope)

    async def connect(self) -> bool:
        await self.socket.send_input({"type": "websocket.connect"})
        return (await self.socket.receive_output(timeout=5))["type"] == "websocket.accept"

    async def send(self, **message: Any) -> None:
        await self.send_text(orjson.dumps(message).decode())

    async def send_text(self, text: str) -> None:
        await self.socket.send_input({"type": "websocket.receive", "text": text})

    async def receive(self) -> dict[str, Any]:
        output = await self.socket.receive_output(timeout=5)
        assert output["type"] == "websocket.send", output
        return orjson.loads(output["text"])

    async def leave(self) -> None:
        if not self.socket.future.done():
            await self.socket.send_input({"type": "websocket.disconnect", "code": 1000})
            await self.socket.wait(timeout=5)

    async def subscribe(self, group: str, after: int | None = None) -> dict[str, Any]:
        await self.send(type="subscribe", group=group, after=after)
        return await self.receive()

    async def seqs(self, count: int) -> list[int]:
        return [(await self.receive())["seq"] for _ in range(count)]

    async def closed_with(self) -> int:
        """The close code; whatever else comes first is a failure."""
        output = await self.socket.receive_output(timeout=5)
        assert output["type"] == "websocket.close", output
        return output["code"]

    async def is_silent(self) -> bool:
        return await self.socket.receive_nothing(timeout=0.3)


@pytest.fixture(autouse=True)
def nobody_is_told_who_is_here_unless_a_test_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.realtime.presence.EVERY", 3600)


@pytest.fixture
async def browser_of(transactional_db: None) -> AsyncIterator[Callable[..., Any]]:
    """`await browser_of(user)` signs in and connects; `connect=False` leaves the socket closed."""
    opened: list[Browser] = []

    def cookie_of(user: Any) -> str:
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    async def open_browser(user: Any, *, connect: bool = True) -> Browser:
        browser = Browser(await asyncio.to_thread(cookie_of, user) if user else "")
        opened.append(browser)
        if connect:
            assert await browser.connect()
        return browser

    yield open_browser
    for browser in opened:
        await browser.leave()


@pytest.fixture
def topic(transactional_db: None, author: User) -> Topic:
    ensure_channels()
    return open_topic(channel=Channel.objects.get(slug="cardiology"), title="A murmur", by=author)


@pytest.fixture
def group(topic: Topic) -> str:
    return f"topic:{topic.pk}"

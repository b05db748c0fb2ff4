"""A topic in cardiology, and how to write in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from accounts.models import User
from community.models import Channel, Post, Topic
from community.services import open_topic, write_post


@pytest.fixture
def channel(db: None) -> Channel:
    return Channel.objects.get(slug="cardiology")


@pytest.fixture
def topic(channel: Channel, author: User) -> Topic:
    return open_topic(channel=channel, title="A murmur that changes with posture", by=author)


@pytest.fixture
def written(topic: Topic) -> Callable[..., Post]:
    """`written("text", by=colleague)` adds a reply to the topic."""

    def write(text: str, *, by: User) -> Post:
        return write_post(topic=topic, text=text, by=by)

    return write


@pytest.fixture
def blocking(monkeypatch: pytest.MonkeyPatch) -> str:
    """A word the scrubber blocks in this test."""
    from community import scrubbing

    real = scrubbing.scrub

    def scrub(text: str, **_: object) -> object:
        result = real(text)
        return replace(result, verdict=scrubbing.Verdict.BLOCKED) if "unsafeword" in text else result

    monkeypatch.setattr(scrubbing, "scrub", scrub)
    return "unsafeword"

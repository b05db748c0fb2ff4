"""What goes over the wire. Each event is encoded once, whoever and however many receive it.

Server to browser: subscribed, event, reset, denied, heartbeat, typing, presence. Browser to server: subscribe, unsubscribe,
typing, ping.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class Frame:
    """One message to browsers. `seq` is 0 for hints outside a log; ephemeral ones may be dropped; `handle`: who types."""

    group: str
    seq: int
    ephemeral: bool
    text: str
    handle: str = ""


def event_frame(*, group: str, seq: int, kind: str, ids: Mapping[str, Any], html: str | None = None) -> Frame:
    """An event of a group's log."""
    body = {"type": "event", "group": group, "seq": seq, "kind": kind, "ids": dict(ids), "html": html}
    return Frame(group, seq, False, orjson.dumps(body).decode())


def typing_frame(*, group: str, handle: str) -> Frame:
    """Somebody is typing. Never stored."""
    return Frame(group, 0, True, _text(type="typing", group=group, handle=handle), handle)


def presence_frame(*, group: str, handles: Sequence[str], count: int) -> Frame:
    """Who has the page open; of many people only how many. Never stored."""
    return Frame(group, 0, True, _text(type="presence", group=group, handles=list(handles), count=count))


def heartbeat_frame(heads: Mapping[str, int]) -> Frame:
    """The head of every group a socket watches, so that a lost last event is noticed."""
    return Frame("", 0, True, _text(type="heartbeat", heads=dict(heads)))


def control_frame(kind: str, group: str, **more: Any) -> Frame:
    """subscribed, reset or denied."""
    return Frame(group, 0, False, _text(type=kind, group=group, **more))


def parse(data: bytes) -> Frame:
    """A frame as it came over the bus: decoded once per process, not per socket."""
    body = orjson.loads(data)
    return Frame(body["group"], body.get("seq", 0), body["type"] == "typing", data.decode(), body.get("handle", ""))


def _text(**body: Any) -> str:
    return orjson.dumps(body).decode()

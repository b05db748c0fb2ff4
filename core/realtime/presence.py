"""Who is here: the people whose tabs watch a group. Never stored.

Every process tells the others who watches with it, when that changed and again now and then; a process that is not heard of
any more is forgotten, so nothing has to be tidied up after one that was killed.
"""

import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import orjson

from core.realtime.frames import Frame, presence_frame
from core.realtime.groups import resolve

EVERY = 5.0  # seconds: who comes and goes meanwhile is told at once
AGAIN = 20.0  # seconds after which the same is told again
FORGOTTEN = 3 * AGAIN
MOST_NAMED = 50  # people; of more only the number is told

_MARK = b'{"type":"presence"'


@dataclass(frozen=True, slots=True)
class _Said:
    """What a process said: handles (no more than `MOST_NAMED`), how many people in all, and when it was heard (monotonic seconds)."""

    handles: tuple[str, ...]
    count: int
    at: float


def is_presence(data: bytes) -> bool:
    """Whether a message of the bus was published by :meth:`Presence.due`."""
    return data.startswith(_MARK)


class Presence:
    """Of one process: what it knows of all."""

    def __init__(self) -> None:
        self._me = secrets.token_hex(8)
        self._said: dict[str, dict[str, _Said]] = {}
        self._changed: set[str] = set()
        self._told_at: dict[str, float] = {}

    def changed(self, group: str) -> None:
        """Somebody came or went in this process."""
        found = resolve(group)
        if found is not None and found[0].shows_presence:
            self._changed.add(group)

    def due(self, here: Mapping[str, Iterable[str]]) -> list[tuple[str, bytes]]:
        """(group, message) to publish now; ``here`` holds the handles behind this process's tabs for each watched group."""
        now = time.monotonic()
        again = {group for group, at in self._told_at.items() if now - at >= AGAIN}
        messages = []
        for group in sorted(self._changed | again):
            handles = sorted(set(here.get(group, ())))
            self._told_at[group] = now
            if not handles:
                del self._told_at[group]
            body = {"type": "presence", "from": self._me, "handles": handles[:MOST_NAMED], "count": len(handles)}
            messages.append((group, orjson.dumps(body)))
        self._changed.clear()
        return messages

    def hear(self, group: str, data: bytes) -> Frame:
        """Remember what a process said, this one included; what to tell the tabs here."""
        body = orjson.loads(data)
        said = self._said.setdefault(group, {})
        if body["from"] not in said and body["from"] != self._me:
            self.changed(group)  # it does not know yet who is here
        said[body["from"]] = _Said(tuple(body["handles"]), body["count"], time.monotonic())
        return self._frame(group)

    def forget_silent(self) -> list[Frame]:
        """Drop processes that were not heard of for long; what to tell the tabs of the groups that lost people so."""
        oldest = time.monotonic() - FORGOTTEN
        silent = [(group, who) for group, said in self._said.items() for who, one in said.items() if one.at < oldest]
        for group, who in silent:
            del self._said[group][who]
        return [self._frame(group) for group in sorted({group for group, _ in silent})]

    def left(self, group: str) -> None:
        """Nobody here watches the group any more, so nothing more will be heard of it."""
        self._said.pop(group, None)

    def _frame(self, group: str) -> Frame:
        said = self._said.get(group, {}).values()
        handles = sorted({handle for one in said for handle in one.handles})
        count = max(len(handles), sum(one.count for one in said if one.count > MOST_NAMED))
        return presence_frame(group=group, handles=handles if count <= MOST_NAMED else [], count=count)

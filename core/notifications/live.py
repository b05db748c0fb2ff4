"""The group "user:<id>": a person's own notices. Only their number travels."""

from collections.abc import Sequence
from typing import Any

from core.notifications.notifying import count_event, unread_count
from core.realtime.frames import Frame, event_frame
from core.realtime.groups import GroupKind, register_group


def _may_watch(user: Any, pk: int) -> bool:
    return bool(user.pk == pk)


def _heads(pks: Sequence[int]) -> dict[int, int]:
    return {}


def _replay(pk: int, after: int, limit: int) -> list[Frame]:
    return [event_frame(**count_event(pk, unread_count(pk)))]


def register() -> None:
    """Called once, when Django is ready."""
    register_group("user", GroupKind(may_watch=_may_watch, heads=_heads, replay=_replay))

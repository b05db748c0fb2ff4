"""What can be watched. Apps register their kinds of group; nothing here knows what a topic is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from core.realtime.frames import Frame


@dataclass(frozen=True)
class GroupKind:
    """How groups "<kind>:<id>" are authorised and replayed. All three run in a thread with a database connection.

    Attributes:
        may_watch: (user, id) -> whether the person may see the group's events now.
        heads: ids -> {id: seq of the latest event}; kinds without a log answer {}.
        replay: (id, after, limit) -> events with seq > after, ascending, at most `limit`.
        shows_presence: whether those who watch are told who else does.
    """

    may_watch: Callable[[Any, int], bool]
    heads: Callable[[Sequence[int]], dict[int, int]]
    replay: Callable[[int, int, int], list[Frame]]
    shows_presence: bool = False


_kinds: dict[str, GroupKind] = {}


def register_group(kind: str, group_kind: GroupKind) -> None:
    """Register once, from `AppConfig.ready`. Raises ValueError for a kind that has an owner."""
    if kind in _kinds:
        raise ValueError(f"group kind {kind} is registered twice")
    _kinds[kind] = group_kind


def registered_kinds() -> list[str]:
    """For the permission matrix."""
    return sorted(_kinds)


def resolve(group: object) -> tuple[GroupKind, int] | None:
    """The kind and id of "topic:12"; None for anything else a browser may send."""
    if not isinstance(group, str) or len(group) > 40:
        return None
    kind, _, number = group.partition(":")
    if kind not in _kinds or not (number.isascii() and number.isdigit()):
        return None
    return _kinds[kind], int(number)


def heads_of(groups: Sequence[str]) -> dict[str, int]:
    """Latest seq of each group, with one query per kind."""
    ids: dict[str, list[int]] = {}
    for group in groups:
        kind, _, number = group.partition(":")
        ids.setdefault(kind, []).append(int(number))
    return {f"{kind}:{pk}": seq for kind, pks in ids.items() for pk, seq in _kinds[kind].heads(pks).items()}

"""What a notice is about, named for its reader: notices hold only an address, and titles are looked up afresh.

Apps register who names the things behind their addresses; whatever the reader may not see any more has no name.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

from core.notifications.models import Notice

Namer = Callable[[Any, Collection[int]], dict[int, str]]
ADDRESS = re.compile(r"^/([a-z]+)/(\d+)/")
_namers: dict[str, Namer] = {}


def register_namer(part: str, namer: Namer) -> None:
    """Name what lies behind `/<part>/<id>/`: `namer(viewer, ids)` answers the titles this viewer may see."""
    _namers[part] = namer


def titles_of(part: str, ids: Collection[int], viewer: Any) -> dict[int, str]:
    """Titles behind `/<part>/<id>/` that this viewer may see."""
    return _namers[part](viewer, ids) if ids and part in _namers else {}


def with_subjects(notices: Iterable[Notice], viewer: Any) -> list[Notice]:
    """The notices with `subject` set ("" where there is none); one query for each kind of address."""
    found = list(notices)
    ids: dict[str, set[int]] = defaultdict(set)
    for notice in found:
        part, pk = _address(notice)
        if part in _namers:
            ids[part].add(pk)
    titles = {part: titles_of(part, wanted, viewer) for part, wanted in ids.items()}
    for notice in found:
        part, pk = _address(notice)
        notice.subject = titles.get(part, {}).get(pk, "")
    return found


def grouped(notices: Iterable[Notice]) -> list[Notice]:
    """One notice for several of the same kind about the same thing, the newest, with `times` saying how many."""
    first: dict[tuple[str, str, int], Notice] = {}
    for notice in notices:
        key = (notice.kind, *_address(notice)) if _address(notice)[0] else (notice.kind, notice.url, notice.pk)
        kept = first.setdefault(key, notice)
        kept.times += 1
    return list(first.values())


def _address(notice: Notice) -> tuple[str, int]:
    match = ADDRESS.match(notice.url)
    return (match[1], int(match[2])) if match else ("", 0)

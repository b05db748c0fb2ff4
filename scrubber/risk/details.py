"""Everything in a text that narrows down whom it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scrubber.risk.detail import Detail
from scrubber.risk.people import ages, ancestries, features, sexes
from scrubber.risk.public import events, roles, superlatives
from scrubber.risk.rare_diseases import diagnoses
from scrubber.risk.setting import places, times

_FINDERS: tuple[Callable[[str], Iterator[Detail]], ...] = (
    ages, sexes, places, times, diagnoses, roles, events, superlatives, features, ancestries,
)  # fmt: skip


def find(text: str) -> Iterator[Detail]:
    """Every detail of ``text``, in no particular order; spans of different kinds may overlap."""
    for finder in _FINDERS:
        yield from finder(text)

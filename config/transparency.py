"""The figures a visitor sees before asking for access: counts only, a quarter of an hour old at most."""

from typing import NamedTuple

from django.core.cache import cache

from cases.selectors import published_receipts
from moderation.receipts import counted
from moderation.selectors.figures import overturns, speed

LASTS = 15 * 60  # seconds
KEY = "transparency"


class Figure(NamedTuple):
    """A number and what it counts."""

    number: str
    words: str


def transparency() -> list[Figure]:
    """Published cases, identifiers taken out of them, how fast moderators decide, how often they are overturned."""
    return cache.get_or_set(KEY, _figures, LASTS)


def _figures() -> list[Figure]:
    receipts = published_receipts()
    removed = sum(number for receipt in receipts for _, number in counted(receipt))
    figures = [
        Figure(str(len(receipts)), "cases published"),
        Figure(str(removed), "identifiers taken out of them before anything was stored"),
    ]
    levels = [level for level in speed() if level.decided]
    decided = sum(level.decided for level in levels)
    if decided:
        kept = sum((level.kept or 0) * level.decided for level in levels) / decided
        figures.append(Figure(f"{kept:.0%}", f"of {decided} decisions of the last four weeks were made in time"))
    appeals = overturns()
    words = f"of {appeals.decided} decisions appealed were overturned" if appeals.decided else "decisions were appealed"
    return [*figures, Figure(str(appeals.overturned) if appeals.decided else "0", words)]

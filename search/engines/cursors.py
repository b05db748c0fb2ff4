"""Keyset paging: a page begins behind the last hit shown, wherever that stands by now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from search.engines.base import Hit


@dataclass(frozen=True)
class Cursor:
    """The last hit shown: what it was ordered by, and its id."""

    value: float
    id: str

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The cursor of a link; None for the first page, and for what is no cursor."""
        value, _, document_id = text.partition("~")
        try:
            return cls(float(value), document_id) if document_id else None
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.value!r}~{self.id}"


def page(
    found: Sequence[tuple[Any, Any]], hit_of: Callable[[Any, float], Hit], limit: int, after: Cursor | None
) -> tuple[list[Hit], str]:
    """The hits behind the cursor and the cursor of the next page.

    Args:
        found: (value, address), best first; hits of one value in any order.
        hit_of: loads what stands at an address; called for no more than the page and its ties.
    """
    values = [(float(value or 0), address) for value, address in found]
    if after is not None:
        values = [item for item in values if item[0] <= after.value]
    if not values:
        return [], ""
    ties = sum(value == after.value for value, _ in values) if after else 0
    boundary = values[min(limit + ties, len(values) - 1)][0]  # whatever shares this value may stand on the page
    hits = sorted(
        (hit_of(at, value) for value, at in values if value >= boundary), key=lambda hit: (-hit.score, hit.id)
    )
    if after is not None:
        hits = [hit for hit in hits if (-hit.score, hit.id) > (-after.value, after.id)]
    shown = hits[:limit]
    return shown, str(Cursor(shown[-1].score, shown[-1].id)) if len(hits) > limit else ""

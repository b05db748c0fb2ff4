"""Pages by keyset: the last row of a page says where the next one starts. No offset, no count, no row twice."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)


def page_of(rows: QuerySet[Row], *, by: str, before: str, size: int) -> tuple[Sequence[Row], str]:
    """One page, latest first.

    Args:
        rows: unordered.
        by: name of the date field that orders them; the id breaks ties.
        before: the cursor of the previous page; "" or nonsense for the first.

    Returns:
        the rows, and the cursor of the next page ("" on the last).
    """
    position = _parsed(before)
    if position is not None:
        at, pk = position
        rows = rows.filter(Q(**{f"{by}__lt": at}) | Q(**{by: at, "pk__lt": pk}))
    found: list[Any] = list(rows.order_by(f"-{by}", "-pk")[: size + 1])
    shown = found[:size]
    more = len(found) > size
    return shown, f"{getattr(shown[-1], by).isoformat()}~{shown[-1].pk}" if more else ""


def _parsed(cursor: str) -> tuple[datetime, int] | None:
    at, _, pk = cursor.partition("~")
    try:
        return datetime.fromisoformat(at.replace(" ", "+")), int(pk)  # a "+" of an address arrives as a space
    except ValueError:
        return None

"""Reading scrub receipts: what was taken out, counted by category, over one text or over all fields of a document."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

_COUNT_KEYS = ("counts", "categories")


def counted(receipt: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Category and number, most frequent first. Takes one receipt or a mapping of field -> receipt."""
    total: Counter[str] = Counter()
    for counts in _counts(receipt):
        for category, number in counts.items():
            total[category] += _sum(number)
    return [(category, number) for category, number in total.most_common() if number]


def _counts(receipt: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for key in _COUNT_KEYS:
        if isinstance(receipt.get(key), Mapping):
            yield receipt[key]
            return
    for value in receipt.values():
        if isinstance(value, Mapping):
            yield from _counts(value)


def _sum(number: Any) -> int:
    if isinstance(number, Mapping):  # by rule
        return sum(_sum(value) for value in number.values())
    return number if isinstance(number, int) else 0

"""Another time of day while the demo's story is played."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from typing import Any

from django.utils import timezone


class _StillADatetime(type):
    def __instancecheck__(cls, value: Any) -> bool:
        return isinstance(value, datetime)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let every service believe that it is `moment`, in all threads of this process.

    `django.utils.timezone.now` reads the clock through its module's `datetime`. Replacing that, rather than `now` itself,
    also dates fields declared with `default=timezone.now`: rows, leases, audit events all agree. Only for the seeding,
    before a server runs.
    """

    class Stopped(metaclass=_StillADatetime):
        @staticmethod
        def now(tz: tzinfo | None = None) -> datetime:
            return moment.astimezone(tz)

    real = timezone.datetime  # type: ignore[attr-defined]
    timezone.datetime = Stopped  # type: ignore[attr-defined]
    try:
        yield
    finally:
        timezone.datetime = real  # type: ignore[attr-defined]

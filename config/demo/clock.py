"""Another time of day while the demo's story is played."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let every service believe that it is `moment`, in all threads of this process.

    All our code and Django's own `auto_now` ask `django.utils.timezone.now`, so replacing it dates everything alike:
    rows, leases, audit events. Only for the seeding, before a server runs.
    """
    real = timezone.now
    timezone.now = lambda: moment  # type: ignore[assignment]
    try:
        yield
    finally:
        timezone.now = real  # type: ignore[assignment]

"""What the people behind this process's sockets may see, as a table that is cheap to ask at every delivery.

A bus event empties an entry at once; without it, an entry is believed for `BELIEVED_FOR` seconds. So a revoked
member's open socket goes silent even when the event was lost.
"""

import asyncio
import time
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from channels.db import database_sync_to_async
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone

BELIEVED_FOR = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's membership and authorisation epoch, and when they were read (monotonic seconds)."""

    epoch: int
    is_member: bool
    read_at: float


NOBODY = Standing(epoch=-1, is_member=False, read_at=0.0)


class RightsTable:
    """One per hub. People are added while they have a socket here; one query refreshes them all."""

    def __init__(self) -> None:
        self._standings: dict[int, Standing] = {}
        self._sockets: dict[int, int] = {}
        self._refreshing = asyncio.Lock()

    def add(self, user_id: int) -> None:
        self._sockets[user_id] = self._sockets.get(user_id, 0) + 1

    def discard(self, user_id: int) -> None:
        self._sockets[user_id] = self._sockets.get(user_id, 1) - 1
        if self._sockets[user_id] <= 0:
            del self._sockets[user_id]
            self._standings.pop(user_id, None)

    def forget(self, user_id: int) -> None:
        """Believe nothing about this person until it is read again."""
        self._standings.pop(user_id, None)

    def fresh(self, user_id: int) -> Standing | None:
        """The standing if it was read recently; no await, for the path of every delivery."""
        standing = self._standings.get(user_id)
        if standing is not None and time.monotonic() - standing.read_at < BELIEVED_FOR:
            return standing
        return None

    async def current(self, user_id: int) -> Standing:
        """The standing, read again with everybody else's when it is not fresh."""
        standing = self.fresh(user_id)
        if standing is not None:
            return standing
        async with self._refreshing:
            standing = self.fresh(user_id)
            if standing is None:
                # Taken before the query: what changes while it runs must not look fresh.
                asked_at = time.monotonic()
                known = await database_sync_to_async(_read)(list(self._sockets))
                for pk in list(self._sockets):
                    epoch, is_member = known.get(pk, (-1, False))
                    self._standings[pk] = Standing(epoch, is_member, asked_at)
        return self._standings.get(user_id, NOBODY)


def _read(user_ids: list[int]) -> dict[int, tuple[int, bool]]:
    users: Any = get_user_model().objects.filter(pk__in=user_ids)
    return {user.pk: (user.authorisation_epoch, user.is_member) for user in users}


def member(user_id: int) -> Any | None:
    """The person as the database knows them now, if they are a member."""
    user: Any = get_user_model().objects.filter(pk=user_id).first()
    return user if user is not None and user.is_member else None


def live_sessions(keys: set[str]) -> set[str]:
    """The keys whose session has neither ended nor run out (one query where sessions live in the database)."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if hasattr(store, "get_model_class"):
        rows = store.get_model_class().objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
        return set(rows.values_list("session_key", flat=True))
    return {key for key in keys if key and store().exists(key)}

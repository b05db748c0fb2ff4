"""Plays dated steps, each once, and remembers what they made."""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, connections, transaction

from config.demo import clock
from config.demo.models import SeedStep
from core.errors import Refused
from core.outbox.draining import drain
from core.outbox.models import OutboxRow

Made = int | str | None
NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


@dataclass(frozen=True)
class Step:
    """Something that happens at a moment. `act` calls services and returns the id of what it made."""

    at: datetime
    key: str
    act: Callable[[], Made]


def has_begun() -> bool:
    """Whether this installation is a demo."""
    return SeedStep.objects.filter(key="begun").exists()


class Journal:
    """What was done, and when the story ends (the moment of the first seeding)."""

    def __init__(self, now: datetime) -> None:
        first, _ = SeedStep.objects.get_or_create(key="begun", defaults={"object_id": now.isoformat()})
        self.now = datetime.fromisoformat(first.object_id)
        self._made = dict(SeedStep.objects.values_list("key", "object_id"))
        self.skipped: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._made

    def made(self, key: str) -> str:
        """The id of what a step made.

        Raises:
            Refused: when that step was skipped, so that whatever builds on it is skipped too.
        """
        if not self._made.get(key):
            raise Refused(f"{key} is missing")
        return self._made[key]

    def note(self, key: str, made: Made = None) -> None:
        """Remember a step. Call it in the step's transaction."""
        SeedStep.objects.create(key=key, object_id="" if made is None else str(made))
        self._made[key] = "" if made is None else str(made)

    def play(self, steps: list[Step], *, settle: bool = True) -> None:
        """Do the steps that are missing, in order of time, and (`settle`) what the outbox owes after each.

        A step that a service refuses (the scrubber got stricter than the content) is skipped and reported, never fatal.
        """
        for step in sorted(steps, key=lambda step: step.at):
            if step.key in self:
                continue
            with clock.at(step.at):
                try:
                    with transaction.atomic():
                        self.note(step.key, step.act())
                except Refused as refusal:
                    self._made.pop(step.key, None)
                    self.skipped.append(f"{step.key}: {refusal}")
                    continue
                if settle:
                    self._settle()

    def _settle(self) -> None:
        """Notices are written at the moment of their cause; indexing waits for the end, where it is done once."""
        later = self.now + timedelta(seconds=1)
        OutboxRow.objects.filter(topic__startswith="search", state=OutboxRow.State.WAITING).update(available_at=later)
        drain(limit=100)


def work_off(*, workers: int) -> None:
    """Do everything the outbox owes, with that many threads (0: in this one)."""
    if not workers or (connection.vendor == "sqlite" and connection.in_atomic_block):
        while drain(limit=100):
            pass
        return
    threads = [threading.Thread(target=_worker, name=f"seed-{number}") for number in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _worker() -> None:
    try:
        while drain(limit=1):
            pass
    finally:
        connections.close_all()


def quietly(act: Callable[[], None]) -> None:
    """Run `act` with no mail leaving: hundreds of old notices would bury the first real one."""
    kept, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, NO_MAIL
    try:
        act()
    finally:
        settings.EMAIL_BACKEND = kept


def cores() -> int:
    """How many files are worth scrubbing at a time."""
    return max(1, min(4, len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1))

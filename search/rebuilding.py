"""A new index beside the one that answers: filled from the database, verified, then put in its place."""

import fcntl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from core.outbox.queueing import NotNow, handler
from search.engines.base import BadDocument, Engine, EngineDown
from search.engines.choosing import REBUILD, engines
from search.indexing import ENGINE_DOWN, leave_to_the_outbox, write_as_they_are
from search.loading import every_id

BATCH = 500
ROUNDS = 3  # of writing what differed: documents that changed meanwhile settle in the first
Progress = Callable[[int, int], None]


class NotVerified(Exception):
    """The new index differs from the database after every round; the old one goes on answering."""


class AlreadyRunning(Exception):
    """Another process is building an index."""


@handler(REBUILD)
def rebuild_lost_index(object_id: str) -> None:
    """Build an index that was lost or is of an older format; nothing to do when another process is at it."""
    try:
        with alone():
            rebuild(engines()[object_id])
    except AlreadyRunning:
        return
    except EngineDown as error:
        raise NotNow(ENGINE_DOWN) from error


@contextmanager
def alone() -> Iterator[None]:
    """One rebuild at a time, among all processes that share the data folder.

    Raises:
        AlreadyRunning: another one has begun.
    """
    folder = Path(settings.VAR_DIR) / "search"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "rebuild.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning from error
        yield


def rebuild(engine: Engine, progress: Progress = lambda done, total: None) -> int:
    """Build, verify, swap. Questions are answered by the old index and writes go to both until then.

    Args:
        progress: called with (done, total) after each batch.

    Documents that the engine refuses are left to the outbox, which parks their rows for a person to see.

    Returns:
        how many documents the new index holds.

    Raises:
        NotVerified: counts or digests differ from the database.
    """
    building = _Building(engine.beside())
    ids = list(every_id())
    for done, batch in _batches(ids):
        building.write(batch)
        progress(done, len(ids))
    for _ in range(ROUNDS):
        differing = building.differing()
        if not differing:
            engine.adopt(building.fresh)
            return building.fresh.count()
        for _, batch in _batches(sorted(differing)):
            building.write(batch)
    raise NotVerified(f"{len(differing)} documents differ")


@dataclass
class _Building:
    """A new index, the digest of each document as it was last read for it, and what the engine refused."""

    fresh: Engine
    written: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def write(self, ids: Sequence[str]) -> None:
        for key in ids:
            self.written.pop(key, None)
        try:
            self.written |= write_as_they_are(ids, to=self.fresh)
        except BadDocument as error:
            self.refused |= error.ids
            self.written |= write_as_they_are([key for key in ids if key not in error.ids], to=self.fresh)
            leave_to_the_outbox(error.ids)

    def differing(self) -> set[str]:
        """Ids whose digest in the index is not the one last read from the database, and ids only one side knows."""
        held = dict(self.fresh.digests())
        everything = (held.keys() | self.written.keys() | set(every_id())) - self.refused
        return {key for key in everything if key not in held or held[key] != self.written.get(key)}


def _batches(ids: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Slices, each with how far it reaches."""
    for start in range(0, len(ids), BATCH):
        yield min(start + BATCH, len(ids)), ids[start : start + BATCH]

"""A new index beside the one that answers: filled from the database, verified, then put in its place."""

from collections.abc import Callable, Iterator
from itertools import islice

from search.engines.base import Engine
from search.indexing import write_as_they_are
from search.loading import every_id

BATCH = 500
ROUNDS = 3  # of writing what differed: documents that changed meanwhile settle in the first
Progress = Callable[[int, int], None]


class NotVerified(Exception):
    """The new index differs from the database after every round; the old one goes on answering."""


def rebuild(engine: Engine, progress: Progress = lambda done, total: None) -> int:
    """Build, verify, swap. Questions are answered by the old index and writes go to both until then.

    Args:
        progress: called with (done, total) after each batch.

    Returns:
        how many documents the new index holds.

    Raises:
        NotVerified: counts or digests differ from the database.
    """
    fresh = engine.beside()
    written: dict[str, str] = {}
    ids = list(every_id())
    for batch in _batches(iter(ids)):
        written |= write_as_they_are(batch, to=fresh)
        progress(len(written), len(ids))
    for _ in range(ROUNDS):
        differing = _differing(fresh, written)
        if not differing:
            engine.adopt(fresh)
            return fresh.count()
        for batch in _batches(iter(sorted(differing))):
            for key in batch:
                written.pop(key, None)
            written |= write_as_they_are(batch, to=fresh)
    raise NotVerified(f"{len(differing)} documents differ")


def _differing(fresh: Engine, written: dict[str, str]) -> set[str]:
    """Ids whose digest in the index is not the one last read from the database, and ids only one side knows."""
    held = dict(fresh.digests())
    everything = held.keys() | written.keys() | set(every_id())
    return {key for key in everything if held.get(key) != written.get(key) or key not in held}


def _batches(ids: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(ids, BATCH)):
        yield batch

"""Outbox handlers and the rebuild: the index is written only here, always from what the database says now."""

from collections.abc import Callable, Iterator

from cases.models import Case
from community.models import Post
from core.outbox.queueing import handler
from search.documents import every_id, load
from search.engines.choosing import engine

BATCH = 200


@handler("search.index")
def index_one(object_id: str) -> None:
    """Index a document, or remove it when members may not read it any more."""
    _write([object_id])


@handler("search.index_topic")
def index_topic(object_id: str) -> None:
    """Index a topic with its case and replies."""
    ids = [f"topic:{object_id}"]
    ids += [f"case:{pk}" for pk in Case.objects.filter(topic_id=object_id).values_list("pk", flat=True)]
    ids += [f"post:{pk}" for pk in Post.objects.filter(topic_id=object_id).values_list("pk", flat=True)]
    _write(ids)


def rebuild(progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Forget the index and write it anew from the database.

    Args:
        progress: called with (done, total) after each batch.

    Returns:
        the number of documents looked at.
    """
    engine().clear()
    ids = every_id()
    done = 0
    for batch in _batches(ids):
        _write(batch)
        done += len(batch)
        progress(done, len(ids))
    return len(ids)


def _write(ids: list[str]) -> None:
    loaded = [(document_id, load(document_id)) for document_id in ids]
    engine().write(
        [document for _, document in loaded if document],
        gone=[document_id for document_id, document in loaded if document is None],
    )


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]

"""Outbox handlers: the index is written only here, always from what the database says now."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import BigIntegerField, F, Value
from django.db.models.functions import Greatest

from core.outbox.queueing import NotNow, batch_handler, enqueue, handler
from search.documents import Document
from search.engines.base import Engine, EngineDown, IndexMissing
from search.engines.choosing import ELASTIC, EMBEDDED, engines, request_rebuild
from search.loading import ids_of_topic, load_many
from search.models import DocumentSequence
from search.services.embedding import forget_vectors, with_vectors

INDEX, INDEX_TOPIC = "search.index", "search.topic"
BATCH = 200  # documents loaded and written together
ENGINE_DOWN = timedelta(seconds=5)  # until a lost engine is tried again


def written_engines() -> list[str]:
    """Names of the engines that are kept up to date."""
    return [EMBEDDED, ELASTIC] if settings.ELASTICSEARCH_URL else [EMBEDDED]


def _register(name: str) -> None:
    @batch_handler(f"{INDEX}.{name}", at_most=BATCH)
    def index(object_ids: Sequence[str]) -> None:
        """Index documents, or remove those that members may not read any more."""
        _write_or_wait(object_ids, name)

    @handler(f"{INDEX_TOPIC}.{name}")
    def index_topic(object_id: str) -> None:
        """Index a topic with its case and replies."""
        ids = ids_of_topic(object_id)
        for start in range(0, len(ids), BATCH):
            _write_or_wait(ids[start : start + BATCH], name)


for _name in (EMBEDDED, ELASTIC):
    _register(_name)


def _write_or_wait(ids: Sequence[str], name: str) -> None:
    try:
        write(ids, to=engines()[name])
    except IndexMissing as error:
        request_rebuild(name)
        raise NotNow(ENGINE_DOWN) from error
    except EngineDown as error:
        raise NotNow(ENGINE_DOWN) from error


def write(ids: Sequence[str], *, to: Engine) -> None:
    """Bring documents of an engine up to what the database says.

    The sequence grows before the document is loaded: of two workers, the one with the higher number read later. It is never
    below the clock, so that a database restored from a backup does not fall behind an index that saw later numbers.
    """
    sequences = _next_sequences(ids)
    found = load_many(ids)
    documents = prepared([_with_sequence(document, sequences[key]) for key, document in found.items()])
    gone = {key: sequence for key, sequence in sequences.items() if key not in found}
    to.write(documents, gone=gone)
    forget_vectors(gone)


def write_as_they_are(ids: Sequence[str], *, to: Engine) -> dict[str, str]:
    """Write documents under the sequence they already have (for a new index); a later change wins, as everywhere.

    Returns:
        digest by id of what was written; ids that members may not read (any more) are missing.
    """
    sequences = dict(DocumentSequence.objects.filter(document_id__in=ids).values_list("document_id", "sequence"))
    found = load_many(ids)
    to.write(prepared([_with_sequence(document, sequences.get(key, 0) or 1) for key, document in found.items()]))
    return {key: document.digest for key, document in found.items()}


@transaction.atomic
def leave_to_the_outbox(ids: Iterable[str]) -> None:
    """A row for each document and engine: what is refused again and again is parked there and shown to moderators."""
    for name in written_engines():
        for key in sorted(ids):
            enqueue(topic=f"{INDEX}.{name}", object_id=key)


def prepared(documents: list[Document]) -> list[Document]:
    """The documents with everything that is worked out about them before they are written."""
    return with_vectors(documents)


def _with_sequence(document: Document, sequence: int) -> Document:
    return replace(document, sequence=sequence)


@transaction.atomic
def _next_sequences(ids: Sequence[str]) -> dict[str, int]:
    rows = [DocumentSequence(document_id=key) for key in sorted(set(ids))]
    DocumentSequence.objects.bulk_create(rows, ignore_conflicts=True)
    held = DocumentSequence.objects.filter(document_id__in=ids)
    list(held.select_for_update().values_list("pk", flat=True))  # in one order, so that two workers cannot deadlock
    now = int(time.time() * 1000)
    held.update(sequence=Greatest(F("sequence") + 1, Value(now, output_field=BigIntegerField())))
    return dict(held.values_list("document_id", "sequence"))

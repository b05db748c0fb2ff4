"""Outbox handlers: the index is written only here, always from what the database says now."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.db.models import F

from core.outbox.queueing import handler
from search.documents import Document
from search.engines.base import Engine
from search.engines.choosing import engine
from search.loading import ids_of_topic, load_many
from search.models import DocumentSequence


@handler("search.index")
def index_one(object_id: str) -> None:
    """Index a document, or remove it when members may not read it any more."""
    write([object_id], to=engine())


@handler("search.index_topic")
def index_topic(object_id: str) -> None:
    """Index a topic with its case and replies."""
    write(ids_of_topic(object_id), to=engine())


def write(ids: Sequence[str], *, to: Engine) -> None:
    """Bring documents of an engine up to what the database says.

    The sequence grows before the document is loaded: of two workers, the one with the higher number read later.
    """
    sequences = _next_sequences(ids)
    found = load_many(ids)
    documents = prepared([_with_sequence(document, sequences[key]) for key, document in found.items()])
    to.write(documents, gone={key: sequence for key, sequence in sequences.items() if key not in found})


def write_as_they_are(ids: Sequence[str], *, to: Engine) -> dict[str, str]:
    """Write documents under the sequence they already have (for a new index); a later change wins, as everywhere.

    Returns:
        digest by id of what was written; ids that members may not read (any more) are missing.
    """
    sequences = dict(DocumentSequence.objects.filter(document_id__in=ids).values_list("document_id", "sequence"))
    found = load_many(ids)
    to.write(prepared([_with_sequence(document, sequences.get(key, 0) or 1) for key, document in found.items()]))
    return {key: document.digest for key, document in found.items()}


def prepared(documents: list[Document]) -> list[Document]:
    """The documents with everything that is worked out about them before they are written."""
    return documents


def _with_sequence(document: Document, sequence: int) -> Document:
    return replace(document, sequence=sequence)


@transaction.atomic
def _next_sequences(ids: Sequence[str]) -> dict[str, int]:
    rows = [DocumentSequence(document_id=key) for key in sorted(set(ids))]
    DocumentSequence.objects.bulk_create(rows, ignore_conflicts=True)
    held = DocumentSequence.objects.filter(document_id__in=ids)
    list(held.select_for_update().values_list("pk", flat=True))  # in one order, so that two workers cannot deadlock
    held.update(sequence=F("sequence") + 1)
    return dict(held.values_list("document_id", "sequence"))

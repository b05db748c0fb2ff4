"""Vectors of documents, worked out in the outbox worker and kept, so that a rebuild computes nothing again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from search.documents import Document
from search.models import DocumentVector
from search.semantic.choosing import model
from search.semantic.texts import fingerprint, text_of


def with_vectors(documents: list[Document]) -> list[Document]:
    """The documents with their vectors; unchanged where there is no model."""
    encoder = model()
    if encoder is None:
        return documents
    texts = {document.id: text_of(document) for document in documents}
    wanted = {key: fingerprint(text) for key, text in texts.items()}
    rows = DocumentVector.objects.filter(document_id__in=wanted).values_list("document_id", "fingerprint", "vector")
    held = {key: bytes(vector) for key, mark, vector in rows if mark == wanted[key]}
    missing = [key for key in wanted if key not in held]
    made = encoder.vectors([texts[key] for key in missing]).astype("<f4") if missing else []
    fresh = {key: vector.tobytes() for key, vector in zip(missing, made, strict=True)}
    _keep(fresh, wanted)
    vectors = {key: np.frombuffer(stored, dtype="<f4").tolist() for key, stored in (held | fresh).items()}
    return [replace(document, vector=vectors[document.id]) for document in documents]


def forget_vectors(ids: Iterable[str]) -> None:
    """Delete the vectors of documents that nobody may read any more: a vector tells something of its text."""
    DocumentVector.objects.filter(document_id__in=list(ids)).delete()


def _keep(fresh: dict[str, bytes], marks: dict[str, str]) -> None:
    rows = [DocumentVector(document_id=key, fingerprint=marks[key], vector=stored) for key, stored in fresh.items()]
    changed: Sequence[str] = ("fingerprint", "vector")
    DocumentVector.objects.bulk_create(
        rows, update_conflicts=True, update_fields=list(changed), unique_fields=["document_id"]
    )

"""What of a document is read for its meaning."""

import hashlib

from search.documents import Document
from search.semantic.encoder import MODEL_ID

LONGEST = 2000  # characters: more than the model reads


def text_of(document: Document) -> str:
    """Title, text and outcome in one, as far as the model reads."""
    parts = (document.title, document.body, document.outcome)
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())[:LONGEST]


def fingerprint(text: str) -> str:
    """Of a text and the model that reads it: the same fingerprint, the same vector."""
    return hashlib.sha256(f"{MODEL_ID}\n{text}".encode()).hexdigest()[:32]

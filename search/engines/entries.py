"""A document as both engines store it: the same fields, the same words."""

from typing import Any

from search import words
from search.documents import Document
from search.plan import seconds

ONE_VALUE = ("kind", "specialty", "channel", "label", "year", "author", "topic")
MANY_VALUES = ("has", "tag", "mentions", "audience")


def entry(document: Document) -> dict[str, Any]:
    """Field to value or values. `text` holds the title twice (it counts double) and the parts of words with digits."""
    raw = (document.title, document.body, document.outcome)
    title, body, outcome = map(words.spaced, raw)
    everything = "\n".join(raw)
    return {
        "id": document.id,
        "digest": document.digest,
        "text": _filled(title, title, body, outcome, " ".join(words.pieces(everything))),
        "text_plain": _filled(title, body, outcome),
        "title": title,
        "title_plain": title,
        "outcome": outcome,
        "outcome_plain": outcome,
        "codes": " ".join(words.codes(everything)),
        **{name: getattr(document, name) for name in ONE_VALUE},
        **{name: list(getattr(document, name)) for name in MANY_VALUES},
        "updated": seconds(document.updated),
        "active": seconds(document.active),
        "votes": document.votes,
        "sequence": document.sequence,
    }


def _filled(*texts: str) -> list[str]:
    return [text for text in texts if text]

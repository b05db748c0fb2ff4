"""What a search engine offers. Two adapters, one contract test suite."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.documents import Document
from search.query import Query

FACETS = ("kind", "specialty", "channel", "label", "year", "has")


@dataclass(frozen=True)
class Ask:
    """A query with everything the engine needs to know about who asks.

    Attributes:
        audience: tokens of the viewer; a hit carries at least one. Empty: nothing is found.
        handle: the viewer's own, for is:mine.
        topics: for is:following and is:unread, the topic ids that condition means for this viewer.
        after: cursor of the previous page.
    """

    query: Query
    audience: tuple[str, ...]
    handle: str = ""
    topics: dict[str, frozenset[str]] = field(default_factory=dict)
    limit: int = 20
    after: str = ""


@dataclass(frozen=True)
class Hit:
    """One document found; its row is loaded again from the database before it is shown."""

    id: str
    score: float


@dataclass(frozen=True)
class Answer:
    """Hits in order, the number of documents that match, counts a facet, and the cursor of the next page."""

    hits: list[Hit]
    total: int = 0
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    next: str = ""


class Engine(Protocol):
    """An index that can be written by the outbox worker and asked by anyone."""

    def write(self, documents: Iterable[Document], *, gone: Sequence[str] = ()) -> None:
        """Insert or replace documents, remove the ids in `gone`; visible to the next question when it returns."""

    def ask(self, ask: Ask) -> Answer:
        """Answer a question, trimmed to its audience: totals and facets too."""

    def clear(self) -> None:
        """Forget everything, for a rebuild."""

"""What a search engine offers. Two adapters, one contract test suite."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self

from search.documents import Document
from search.query import Query, Term

FACETS = ("kind", "specialty", "channel", "label", "year", "has")
MOST_BUCKETS = 30  # values counted a facet
DEEPEST_PAGE = 500  # hits one can page through


class EngineDown(Exception):
    """The engine cannot be reached or has lost its index; nothing is wrong with the question or the document."""


class IndexMissing(EngineDown):
    """Reached, but there is no complete index of the current format: it has to be built from the database."""


class BadDocument(Exception):
    """The engine refuses documents for what they are; the others of the batch are written. Names ids, never content."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = frozenset(ids)
        super().__init__(", ".join(sorted(self.ids)))


@dataclass(frozen=True)
class Expansion:
    """Other words for terms of the query.

    Attributes:
        of: the terms it stands for, neighbours in the query; the better of the two counts, never both.
        text: a word, or several that must stand together.
        weight: of a match, against 1 for a match of the original.
    """

    of: tuple[Term, ...]
    text: str
    weight: float


@dataclass(frozen=True)
class Ask:
    """A query with everything the engine needs to know about who asks.

    Attributes:
        audience: tokens of the viewer; a hit carries at least one. Empty: nothing is found.
        handle: the viewer's own, for is:mine.
        topics: for is:following and is:unread, the topic ids that condition means for this viewer.
        after: cursor of the previous page.
        vector: meaning of the question, L2-normalised.
        vector_limit: how many hits by meaning, taken among the documents that pass audience and filters.
        only: document ids; nothing else is considered.
        facets: whether to count.
    """

    query: Query
    audience: tuple[str, ...]
    handle: str = ""
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limit: int = 20
    after: str = ""
    expansions: tuple[Expansion, ...] = ()
    vector: Sequence[float] | None = None
    vector_limit: int = 100
    only: tuple[str, ...] = ()
    facets: bool = True


@dataclass(frozen=True)
class Hit:
    """One document found; its row is loaded again from the database before it is shown."""

    id: str
    score: float
    topic: str = ""


@dataclass(frozen=True)
class Answer:
    """Hits in order, how many documents match, counts a facet, the cursor of the next page, hits by meaning.

    `standby`: Elasticsearch is down and the embedded index answered.
    """

    hits: list[Hit]
    total: int = 0
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    next: str = ""
    vector_hits: list[Hit] = field(default_factory=list)
    standby: bool = False


class Engine(Protocol):
    """An index that is written by the outbox worker and asked by anyone. Every answer is trimmed to an audience."""

    def write(self, documents: Iterable[Document], *, gone: Mapping[str, int] | None = None) -> None:
        """Insert or replace documents and remove the ids in `gone` (id to sequence); visible when it returns.

        A document or removal whose sequence is not above the one the index holds changes nothing.

        Raises:
            EngineDown: not reached; the same call may be repeated later.
            BadDocument: some were refused; the others are written.
        """

    def ask(self, ask: Ask) -> Answer:
        """Answer a question, trimmed to its audience: totals, facets and hits by meaning too."""

    def vocabulary(self, *, audience: Sequence[str], prefix: str = "", limit: int = 1000) -> list[tuple[str, int]]:
        """Unstemmed words of readable documents with document counts, the most frequent first."""

    def readable(self, words: Sequence[str], *, audience: Sequence[str]) -> dict[str, int]:
        """Those of the words that stand in readable documents, with document counts."""

    def titles(
        self, typed: str, *, audience: Sequence[str], limit: int = 8, kinds: Sequence[str] = ("case", "topic", "member")
    ) -> list[Hit]:
        """While typing: documents whose title holds the words, the last one as a beginning; latest activity first."""

    def similar(
        self,
        text: str,
        *,
        audience: Sequence[str],
        vector: Sequence[float] | None = None,
        limit: int = 20,
        leave_out: Sequence[str] = (),
        kinds: Sequence[str] = ("case",),
    ) -> Answer:
        """Documents that share the most telling words of a text, and those nearest in meaning."""

    def count(self) -> int:
        """Documents in the index."""

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and `Document.digest` of every document in the index."""

    def beside(self) -> Self:
        """A new empty index that receives every later write too; `adopt` makes it the one that answers."""

    def adopt(self, fresh: Self) -> None:
        """Let the new index answer from now on and delete the old one."""

    def wipe(self) -> None:
        """Delete the index and everything that belongs to it."""

"""The embedded engine: a tantivy index in a folder. Any thread reads; one process at a time writes; safe to kill."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from search import words
from search.documents import Document
from search.engines.base import Answer, Ask, Hit
from search.engines.embedded_index import FORMAT, Index
from search.engines.folders import Folders, Pointers
from search.plan import Is, Plan, Word, plan, plan_around, plan_titles

SIMILAR_WORDS = 25  # most telling words a comparison uses


class EmbeddedEngine:
    """See `Engine`. Removals are kept as empty documents until the next rebuild, so that late writes stay harmless."""

    def __init__(self, folder: Path, *, pinned: str = "") -> None:
        """`pinned`: always this index of the folder, whichever answers (a rebuild in progress)."""
        self._folders = Folders(folder, FORMAT)
        self._pinned = pinned
        self._open: dict[str, Index] = {}

    # --- writing ---

    def write(self, documents: Iterable[Document], *, gone: Mapping[str, int] | None = None) -> None:
        documents = list(documents)
        with self._folders.locked():
            targets = (self._pinned,) if self._pinned else self._folders.pointers().write
            for name in targets:
                self._index(name).write(documents, gone or {})

    def beside(self) -> Self:
        with self._folders.locked():
            return type(self)(self._folders.root, pinned=self._folders.add())

    def adopt(self, fresh: Self) -> None:
        with self._folders.locked():
            self._folders.point(Pointers(fresh._pinned, (fresh._pinned,), complete=True))

    def wipe(self) -> None:
        with self._folders.locked():
            self._open.clear()
            name = self._folders.add()
            self._folders.point(Pointers(name, (name,), complete=False))

    @property
    def is_complete(self) -> bool:
        """False for a folder that is new or was lost, until the first rebuild."""
        return self._folders.pointers().complete

    # --- asking ---

    def ask(self, ask: Ask) -> Answer:
        if not ask.audience:
            return Answer([])
        index, planned = self._reading(), plan(ask)
        answer = index.search(planned, limit=ask.limit, after=ask.after, facets=ask.facets)
        return _with_vectors(index, answer, planned, ask.vector, ask.vector_limit)

    def vocabulary(self, *, audience: Sequence[str], prefix: str = "", limit: int = 1000) -> list[tuple[str, int]]:
        if not audience:
            return []
        return self._reading().vocabulary(Plan(None, (Is("audience", tuple(audience)),)), prefix, limit)

    def readable(self, words: Sequence[str], *, audience: Sequence[str]) -> dict[str, int]:
        if not audience:
            return {}
        index, viewer = self._reading(), Is("audience", tuple(audience))
        counts = {word: index.total(Plan(None, (viewer, Word("text_plain", word)))) for word in dict.fromkeys(words)}
        return {word: count for word, count in counts.items() if count}

    def titles(
        self, typed: str, *, audience: Sequence[str], limit: int = 8, kinds: Sequence[str] = ("case", "topic", "member")
    ) -> list[Hit]:
        if not audience:
            return []
        return self._reading().search(plan_titles(typed, audience, kinds), limit=limit, facets=False).hits

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
        if not audience:
            return Answer([])
        index, planned = self._reading(), plan_around(audience, kinds, leave_out)
        answer = index.like(words.spaced(text), planned, limit=limit, most_words=SIMILAR_WORDS)
        return _with_vectors(index, answer, planned, vector, limit)

    def count(self) -> int:
        return self._reading().total(Plan(None, (), (Is("gone", ("1",)),)))

    def digests(self) -> Iterator[tuple[str, str]]:
        yield from self._reading().digests()

    def _reading(self) -> Index:
        return self._index(self._pinned or self._folders.pointers().read)

    def _index(self, name: str) -> Index:
        if name not in self._open:
            self._open = {kept: index for kept, index in self._open.items() if self._folders.path(kept).exists()}
            self._open[name] = Index(self._folders.path(name))
        return self._open[name]


def _with_vectors(index: Index, answer: Answer, planned: Plan, vector: Sequence[float] | None, limit: int) -> Answer:
    """Add hits by meaning among the documents that pass the plan's conditions."""
    if vector is None:
        return answer
    conditions = Plan(None, planned.conditions, planned.without)
    return Answer(answer.hits, answer.total, answer.facets, answer.next, index.nearest(conditions, vector, limit))

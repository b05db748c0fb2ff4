"""The embedded engine: a tantivy index in a folder, written by one thread at a time, safe to kill."""

import shutil
import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Filter as TokenFilter
from tantivy import Occur, TextAnalyzerBuilder, Tokenizer
from tantivy import Query as Q

from search.documents import Document
from search.engines.base import FACETS, Answer, Ask, Hit
from search.filters import Filter
from search.query import Group, Node, Query, Term

FORMAT = 2  # grows when the schema or the analysers change: an older index is rebuilt
TITLE_BOOST, OUTCOME_BOOST, ALL_WORDS_LIFT, PHRASE_BOOST = 2.0, 1.5, 2.0, 1.5
DEEPEST_PAGE = 500  # hits one can page through by relevance
WRITER_BYTES = 30_000_000
TEXTS = ("title", "body", "outcome")
BOOSTS = {"title": TITLE_BOOST, "body": 1.0, "outcome": OUTCOME_BOOST}
STEMMED = (
    TextAnalyzerBuilder(Tokenizer.simple())
    .filter(TokenFilter.remove_long(60))
    .filter(TokenFilter.lowercase())
    .filter(TokenFilter.ascii_fold())
    .filter(TokenFilter.stemmer("english"))
    .build()
)
PLAIN = (
    TextAnalyzerBuilder(Tokenizer.simple())
    .filter(TokenFilter.remove_long(60))
    .filter(TokenFilter.lowercase())
    .filter(TokenFilter.ascii_fold())
    .build()
)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", fast=True)
    for name in TEXTS:
        builder.add_text_field(name, stored=False, tokenizer_name="stemmed")
        builder.add_text_field(f"{name}_plain", stored=False, tokenizer_name="plain")
    for name in (*FACETS, "author", "tag", "mentions", "topic", "audience"):
        builder.add_text_field(name, tokenizer_name="raw", fast=name in FACETS, index_option="basic")
    builder.add_integer_field("updated", indexed=True, fast=True)
    builder.add_integer_field("active", indexed=True, fast=True)
    return builder.build()


class EmbeddedEngine:
    """One index folder. Reading is safe from any thread; writing takes a lock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / f"v{FORMAT}"
        self._lock = threading.Lock()
        self._schema = _schema()
        self._index = self._open()

    def _open(self) -> tantivy.Index:
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            index = tantivy.Index(self._schema, path=str(self._folder), reuse=True)
        except ValueError:  # unreadable after a crash in the middle of creation: the database rebuilds it
            shutil.rmtree(self._folder)
            self._folder.mkdir(parents=True)
            index = tantivy.Index(self._schema, path=str(self._folder))
        index.register_tokenizer("stemmed", STEMMED)
        index.register_tokenizer("plain", PLAIN)
        return index

    @property
    def is_empty(self) -> bool:
        """Nothing indexed yet (a fresh folder, or one that was lost)."""
        self._index.reload()
        return self._index.searcher().num_docs == 0

    def write(self, documents: Iterable[Document], *, gone: Sequence[str] = ()) -> None:
        with self._lock:
            writer = self._index.writer(WRITER_BYTES, 1)
            for document_id in gone:
                writer.delete_documents_by_term("id", document_id)
            for document in documents:
                writer.delete_documents_by_term("id", document.id)
                writer.add_document(self._entry(document))
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()

    def clear(self) -> None:
        with self._lock:
            writer = self._index.writer(WRITER_BYTES, 1)
            writer.delete_all_documents()
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()

    def ask(self, ask: Ask) -> Answer:
        if not ask.audience:
            return Answer([])
        self._index.reload()
        searcher = self._index.searcher()
        compiled = self._compile(ask)
        order = {"new": "updated", "active": "active"}.get(ask.query.sort)
        found = searcher.search(compiled, limit=DEEPEST_PAGE, count=True, order_by_field=order)
        hits = [Hit(searcher.doc(address)["id"][0], float(score or 0)) for score, address in found.hits]
        shown, following = _page(hits, ask)
        return Answer(shown, found.count or 0, self._facets(searcher, compiled), following)

    def _facets(self, searcher: tantivy.Searcher, query: Q) -> dict[str, list[tuple[str, int]]]:
        wanted = {name: {"terms": {"field": name, "size": 30}} for name in FACETS}
        counted = searcher.aggregate(query, wanted)
        return {name: [(bucket["key"], bucket["doc_count"]) for bucket in counted[name]["buckets"]] for name in FACETS}

    def _entry(self, document: Document) -> tantivy.Document:
        entry = tantivy.Document()
        entry.add_text("id", document.id)
        for name in TEXTS:
            entry.add_text(name, getattr(document, name))
            entry.add_text(f"{name}_plain", getattr(document, name))
        for name in ("kind", "specialty", "channel", "label", "year", "author", "topic"):
            entry.add_text(name, getattr(document, name))
        for name in ("has", "tag", "mentions", "audience"):
            for value in getattr(document, name):
                entry.add_text(name, value)
        entry.add_integer("updated", _seconds(document.updated))
        entry.add_integer("active", _seconds(document.active))
        return entry

    # --- compiling ---

    def _compile(self, ask: Ask) -> Q:
        query = ask.query
        parts = [(Occur.Must, Q.const_score_query(Q.term_set_query(self._schema, "audience", list(ask.audience)), 0.0))]
        if query.should:
            parts.append((Occur.Must, self._ranked(query)))
        parts += [(Occur.MustNot, self._node(node, query.scope)) for node in query.without]
        for condition in query.filters:
            matching = Q.const_score_query(self._condition(condition, ask), 0.0)
            parts.append((Occur.MustNot if condition.negated else Occur.Must, matching))
        return Q.boolean_query(parts)

    def _ranked(self, query: Query) -> Q:
        nodes = [self._node(node, query.scope) for node in query.should]
        parts = [(Occur.Should, node) for node in nodes]
        if len(nodes) > 1:
            everything = Q.boolean_query([(Occur.Must, node) for node in nodes])
            parts.append((Occur.Should, Q.boost_query(everything, ALL_WORDS_LIFT)))
        return Q.boolean_query(parts)

    def _node(self, node: Node, scope: str) -> Q:
        if isinstance(node, Group):
            inner = [(Occur.Should, self._node(child, scope)) for child in node.should]
            inner += [(Occur.MustNot, self._node(child, scope)) for child in node.without]
            if not node.should:
                inner.append((Occur.Must, Q.all_query()))
            return Q.boolean_query(inner)
        fields = (scope,) if scope else TEXTS
        found = [Q.boost_query(self._term(node, name), BOOSTS[name]) for name in fields]
        return Q.disjunction_max_query(found, 0.3)

    def _term(self, term: Term, name: str) -> Q:
        if term.kind == "prefix":
            tokens = PLAIN.analyze(term.text)
            return self._starting_with(tokens, f"{name}_plain")
        if term.kind == "phrase":
            return Q.boost_query(self._tokens(PLAIN.analyze(term.text), f"{name}_plain"), PHRASE_BOOST)
        return self._tokens(STEMMED.analyze(term.text), name)

    def _starting_with(self, tokens: list[str], name: str) -> Q:
        if not tokens:
            return Q.empty_query()
        if len(tokens) > 1:
            return Q.phrase_prefix_query(self._schema, name, tokens)
        return Q.regex_query(self._schema, name, f"{tokens[0]}.*")

    def _tokens(self, tokens: list[str], name: str) -> Q:
        if not tokens:
            return Q.empty_query()
        if len(tokens) == 1:
            return Q.term_query(self._schema, name, tokens[0])
        return Q.phrase_query(self._schema, name, tokens)

    def _condition(self, condition: Filter, ask: Ask) -> Q:
        if condition.field == "viewer":
            if condition.value == "mine":
                return Q.term_query(self._schema, "author", ask.handle)
            topics = sorted(ask.topics.get(condition.value, frozenset()))
            return Q.term_set_query(self._schema, "topic", topics) if topics else Q.empty_query()
        if condition.field == "updated":
            day = _seconds(datetime.fromisoformat(condition.value).replace(tzinfo=UTC))
            lower, upper = (day, None) if condition.operator == "from" else (None, day - 1)
            return Q.range_query(self._schema, "updated", tantivy.FieldType.Integer, lower, upper)
        return Q.term_query(self._schema, condition.field, condition.value)


def _page(hits: list[Hit], ask: Ask) -> tuple[list[Hit], str]:
    """The hits after the cursor. The cursor is the last id shown: a hit that vanished ends paging, never repeats one."""
    start = 0
    if ask.after:
        ids = [hit.id for hit in hits]
        start = ids.index(ask.after) + 1 if ask.after in ids else len(hits)
    shown = hits[start : start + ask.limit]
    more = len(hits) > start + ask.limit
    return shown, shown[-1].id if more and shown else ""


def _seconds(moment: Any) -> int:
    return int(moment.timestamp())

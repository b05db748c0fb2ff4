"""One tantivy index: its schema, its batches of writes, its answers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur
from tantivy import Query as Q

from search import words
from search.documents import Document
from search.engines.base import DEEPEST_PAGE, FACETS, MOST_BUCKETS, Answer, Hit
from search.engines.cursors import Cursor, page
from search.engines.embedded_query import compiled
from search.engines.entries import entry
from search.engines.vectors import Vectors
from search.plan import Plan

FORMAT = "v3"  # grows when the schema or what stands in a field changes: an older index is not opened, but rebuilt
WRITER_BYTES = 30_000_000
EXACT = ("author", "tag", "mentions", "topic", "audience", "gone")
NUMBERS = ("updated", "active", "votes", "sequence")
FEW = 2000  # matching documents whose vectors are compared one by one; of more, the best vectors are tried first
CHUNK = 400  # vectors tried at a time: a query of so many clauses takes about a millisecond


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("id", "digest"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("text", "title", "outcome"):
        builder.add_text_field(name, tokenizer_name="stemmed")
        builder.add_text_field(f"{name}_plain", tokenizer_name="plain")
    builder.add_text_field("codes", tokenizer_name="plain", index_option="freq")
    for name in (*FACETS, *EXACT):
        stored = name == "topic"
        builder.add_text_field(name, stored=stored, tokenizer_name="raw", fast=name in FACETS, index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_integer_field("vector_row", indexed=True, fast=True)
    return builder.build()


class Index:
    """An index folder. `write` is called by one thread of one process at a time; everything else by anyone."""

    def __init__(self, folder: Path) -> None:
        self._meta = folder / "meta.json"
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder), reuse=True)
        self._index.register_tokenizer("stemmed", words.STEMMER)
        self._index.register_tokenizer("plain", words.FOLDER)
        self._vectors = Vectors(folder)
        self._seen: tuple[int, int] = (0, 0)

    # --- writing ---

    def write(self, documents: Sequence[Document], gone: Mapping[str, int]) -> None:
        """Commit one batch. What the index knows in a later sequence is left alone."""
        held = self._sequences([*(document.id for document in documents), *gone])
        documents = [document for document in documents if document.sequence > held.get(document.id, 0)]
        gone = {key: sequence for key, sequence in gone.items() if sequence > held.get(key, 0)}
        with_vector = [document for document in documents if document.vector is not None]
        rows = dict(
            zip((d.id for d in with_vector), self._vectors.append([d.vector for d in with_vector]), strict=True)
        )
        writer = self._index.writer(WRITER_BYTES, 1)
        for document in documents:
            writer.delete_documents_by_term("id", document.id)
            writer.add_document(_entry(document, rows.get(document.id)))
        for key, sequence in gone.items():
            writer.delete_documents_by_term("id", key)
            writer.add_document(_tombstone(key, sequence))
        writer.commit()
        self._refresh()
        writer.wait_merging_threads()

    def _sequences(self, ids: Sequence[str]) -> dict[str, int]:
        searcher = self._searcher()
        found = searcher.search(Q.term_set_query(self._schema, "id", list(ids)), limit=len(ids) + 1, count=False).hits
        addresses = [address for _, address in found]
        numbers = searcher.fast_field_values("sequence", addresses)
        return {searcher.doc(at)["id"][0]: int(number or 0) for at, number in zip(addresses, numbers, strict=True)}

    # --- asking ---

    def search(self, plan: Plan, *, limit: int, after: str = "", facets: bool = True) -> Answer:
        """One page of what a plan finds."""
        searcher, query = self._searcher(), compiled(plan, self._schema)
        order = plan.order or ("" if plan.ranked is not None else "active")
        cursor, within = Cursor.read(after), query
        if cursor and order:  # by time one can page to the end: start where the last page ended
            until = Q.range_query(self._schema, order, tantivy.FieldType.Integer, None, int(cursor.value))
            within = Q.boolean_query([(Occur.Must, query), (Occur.Must, until)])
        found = searcher.search(within, limit=DEEPEST_PAGE, count=cursor is None, order_by_field=order or None)
        total = found.count if cursor is None else searcher.search(query, limit=1, count=True).count
        hits, following = page(found.hits, lambda at, score: _hit(searcher, at, score), limit, cursor)
        return Answer(hits, total or 0, self._facets(searcher, query) if facets else {}, following)

    def like(self, text: str, plan: Plan, *, limit: int, most_words: int) -> Answer:
        """Documents that share the most telling words of a text."""
        searcher = self._searcher()
        alike = Q.more_like_this_document_fields_query(
            self._schema, {"text": [text]}, min_doc_frequency=1, min_term_frequency=1, max_query_terms=most_words,
            stop_words=sorted(words.EMPTY_WORDS),
        )  # fmt: skip
        both = Q.boolean_query(
            [(Occur.Must, alike), (Occur.Must, Q.const_score_query(compiled(plan, self._schema), 0))]
        )
        found = searcher.search(both, limit=limit, count=False)
        return Answer([_hit(searcher, at, score) for score, at in found.hits])

    def nearest(self, conditions: Plan, question: Sequence[float], limit: int) -> list[Hit]:
        """Documents nearest in meaning among those that pass the conditions: exact, for few as for many of them."""
        searcher, query = self._searcher(), compiled(conditions, self._schema)
        passing = searcher.search(query, limit=1, count=True).count or 0
        if passing <= FEW:
            alive = searcher.search(query, limit=max(1, passing), count=False, order_by_field="vector_row").hits
            among = {int(row): address for row, address in alive if row is not None}
            ranked = self._vectors.among(question, list(among))
            return [_hit(searcher, among[row], score) for row, score in islice(ranked, limit)]
        hits: list[Hit] = []
        for score_of in self._vectors.best(question, CHUNK):
            these = Q.boolean_query([(Occur.Should, Q.term_query(self._schema, "vector_row", row)) for row in score_of])
            both = Q.boolean_query([(Occur.Must, query), (Occur.Must, these)])
            passed = searcher.search(both, limit=CHUNK, count=False, order_by_field="vector_row").hits
            by_score = sorted(((score_of[int(row)], address) for row, address in passed), key=lambda item: -item[0])
            hits += [_hit(searcher, address, score) for score, address in by_score[: limit - len(hits)]]
            if len(hits) >= limit:
                break
        return hits

    def total(self, plan: Plan) -> int:
        """How many documents match."""
        return self._searcher().search(compiled(plan, self._schema), limit=1, count=True).count or 0

    def vocabulary(self, plan: Plan, prefix: str, limit: int) -> list[tuple[str, int]]:
        """Plain words of the documents that match, with their counts, the most frequent first."""
        return self._searcher().terms_with_prefix("text_plain", prefix, compiled(plan, self._schema), limit)

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every document that is not gone."""
        searcher = self._searcher()
        alive = Q.boolean_query([(Occur.Must, Q.all_query()), (Occur.MustNot, Q.term_query(self._schema, "gone", "1"))])
        for _, address in searcher.search(alive, limit=max(1, searcher.num_docs), count=False).hits:
            document = searcher.doc(address)
            yield document["id"][0], document["digest"][0]

    def _facets(self, searcher: tantivy.Searcher, query: Q) -> dict[str, list[tuple[str, int]]]:
        wanted = {name: {"terms": {"field": name, "size": MOST_BUCKETS}} for name in FACETS}
        counted = searcher.aggregate(query, wanted)
        return {name: [(bucket["key"], bucket["doc_count"]) for bucket in counted[name]["buckets"]] for name in FACETS}

    def _searcher(self) -> tantivy.Searcher:
        """The newest commit of any process: the file that names it is replaced by each."""
        if self._commit() != self._seen:
            self._refresh()
        return self._index.searcher()

    def _refresh(self) -> None:
        self._seen = self._commit()
        self._index.reload()

    def _commit(self) -> tuple[int, int]:
        state = self._meta.stat()
        return state.st_mtime_ns, state.st_ino


def _entry(document: Document, row: int | None) -> tantivy.Document:
    stored = tantivy.Document()
    for name, value in entry(document).items():
        if name in NUMBERS:
            stored.add_integer(name, value)
        else:
            for text in [value] if isinstance(value, str) else value:
                stored.add_text(name, text)
    if row is not None:
        stored.add_integer("vector_row", row)
    return stored


def _tombstone(document_id: str, sequence: int) -> tantivy.Document:
    """What stays of a removed document: nothing that can be found, only how late it was removed."""
    stored = tantivy.Document()
    stored.add_text("id", document_id)
    stored.add_text("gone", "1")
    stored.add_integer("sequence", sequence)
    return stored


def _hit(searcher: tantivy.Searcher, address: Any, score: float) -> Hit:
    stored = searcher.doc(address)
    return Hit(stored["id"][0], float(score), stored["topic"][0] if stored.get_first("topic") else "")

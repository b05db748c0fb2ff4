"""The Elasticsearch engine. One index, asked through elasticsearch.dsl, written in bulk with external versions."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from elasticsearch import Elasticsearch
from elasticsearch.dsl import Q, Search

from search import words
from search.documents import Document
from search.engines.base import FACETS, Answer, Ask, BadDocument, EngineDown, Hit, IndexMissing
from search.engines.cursors import Cursor
from search.engines.elastic_cluster import BUSY, Cluster, reached
from search.engines.elastic_query import compiled, search_for
from search.engines.entries import entry
from search.plan import Is, Plan, plan, plan_around, plan_titles

BULK = 250  # documents a request: about two megabytes with their vectors
ASK_SECONDS, WRITE_SECONDS = 2.0, 30.0
LOOKED_UP_FOR = 5.0  # seconds an alias is believed before it is looked up again
MOST_ALIKE = 25  # telling words a comparison uses
PAGE_OF_DIGESTS = 2000
CANDIDATES = 3  # vectors looked at in the graph for each one wanted


class ElasticEngine:
    """See `Engine`."""

    def __init__(
        self,
        url: str,
        *,
        prefix: str = "consilium",
        create: bool = False,
        ask_seconds: float = ASK_SECONDS,
        **access: Any,
    ) -> None:
        """Args:
        prefix: of index and alias names.
        create: make an empty index when there is none (for an index of one's own; in service a lost index is
            rebuilt from the database instead).
        ask_seconds: how long a question may take before the engine counts as down.
        access: `api_key`, `basic_auth`, `ca_certs` as the client takes them.
        """
        client = Elasticsearch(url, request_timeout=ask_seconds, max_retries=0, **access)
        self._cluster = Cluster(client, prefix)
        self._create = create
        self._pinned = ""
        self._looked_up: tuple[float, str] = (0.0, "")

    # --- writing ---

    def write(self, documents: Iterable[Document], *, gone: Mapping[str, int] | None = None) -> None:
        changes = [_removal(key, sequence) for key, sequence in (gone or {}).items()]
        changes += [_insertion(document) for document in documents]
        refused: list[str] = []
        for name in self._targets() if changes else ():
            for start in range(0, len(changes), BULK):
                refused += self._bulk(name, changes[start : start + BULK])
            with reached():
                self._client.options(request_timeout=WRITE_SECONDS).indices.refresh(index=name)
        if refused:
            raise BadDocument(refused)

    def _bulk(self, name: str, changes: Sequence[list[dict[str, Any]]]) -> list[str]:
        """Ids that were refused. An older sequence and a removal of nothing are no refusals."""
        operations = [line for change in changes for line in change]
        with reached():
            done = self._client.options(request_timeout=WRITE_SECONDS).bulk(index=name, operations=operations)
        refused = []
        for item in done["items"]:
            ((action, result),) = item.items()
            status, kind = result["status"], result.get("error", {}).get("type", "")
            if kind == "index_not_found_exception":
                raise IndexMissing(name)
            if status in BUSY:
                raise EngineDown(str(status))
            if status >= 400 and status != 409 and not (action == "delete" and status == 404):
                refused.append(result["_id"])
        return refused

    def beside(self) -> Self:
        fresh = self.__class__.__new__(self.__class__)
        fresh._cluster, fresh._create, fresh._looked_up = self._cluster, False, (0.0, "")
        fresh._pinned = self._cluster.create()
        return fresh

    def adopt(self, fresh: Self) -> None:
        self._cluster.adopt(fresh._pinned)
        self._looked_up = (0.0, "")

    def wipe(self) -> None:
        self._cluster.wipe()
        self._looked_up = (0.0, "")

    # --- asking ---

    def ask(self, ask: Ask) -> Answer:
        if not ask.audience:
            return Answer([])
        planned = plan(ask)
        search = search_for(planned, limit=ask.limit, after=Cursor.read(ask.after), facets=ask.facets)
        return self._answer(search, planned, ask.limit, ask.vector, ask.vector_limit)

    def vocabulary(self, *, audience: Sequence[str], prefix: str = "", limit: int = 1000) -> list[tuple[str, int]]:
        if not audience:
            return []
        search = Search().query(compiled(Plan(None, (Is("audience", tuple(audience)),)))).extra(size=0)
        begins = {"include": f"{prefix.replace('.', '[.]')}.*"} if prefix else {}
        search.aggs.bucket("words", "terms", field="vocabulary", size=limit, **begins)
        buckets = self._run(search)["aggregations"]["words"]["buckets"]
        return [(bucket["key"], bucket["doc_count"]) for bucket in buckets]

    def readable(self, words: Sequence[str], *, audience: Sequence[str]) -> dict[str, int]:
        if not audience or not words:
            return {}
        search = Search().query(compiled(Plan(None, (Is("audience", tuple(audience)),)))).extra(size=0)
        asked = list(dict.fromkeys(words))
        filters = {f"w{at}": Q("term", text_plain=word) for at, word in enumerate(asked)}
        search.aggs.bucket("words", "filters", filters=filters)
        buckets = self._run(search)["aggregations"]["words"]["buckets"]
        counts = {word: buckets[f"w{at}"]["doc_count"] for at, word in enumerate(asked)}
        return {word: count for word, count in counts.items() if count}

    def titles(
        self, typed: str, *, audience: Sequence[str], limit: int = 8, kinds: Sequence[str] = ("case", "topic", "member")
    ) -> list[Hit]:
        if not audience:
            return []
        planned = plan_titles(typed, audience, kinds)
        return self._answer(search_for(planned, limit=limit, facets=False), planned, limit).hits

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
        planned = plan_around(audience, kinds, leave_out)
        alike = Q(
            "more_like_this", fields=["text"], like=words.spaced(text), min_term_freq=1, min_doc_freq=1,
            max_query_terms=MOST_ALIKE, minimum_should_match=1, stop_words=sorted(words.EMPTY_WORDS),
        )  # fmt: skip
        search = Search().query(Q("bool", must=[alike], filter=[compiled(planned)]))
        search = search.extra(size=limit, docvalue_fields=["topic"]).source(False)
        return self._answer(search, planned, limit, vector, limit)

    def count(self) -> int:
        with reached():
            return int(self._client.count(index=self._reading())["count"])

    def digests(self) -> Iterator[tuple[str, str]]:
        """From one point in time, so that writes meanwhile neither hide nor repeat a document."""
        with reached():
            point = self._client.open_point_in_time(index=self._reading(), keep_alive="1m")["id"]
            after: list[Any] | None = None
            try:
                while True:
                    found = self._client.options(request_timeout=WRITE_SECONDS).search(
                        pit={"id": point, "keep_alive": "1m"}, size=PAGE_OF_DIGESTS, sort=[{"_shard_doc": "asc"}],
                        search_after=after, docvalue_fields=["digest"], track_total_hits=False,
                    )["hits"]["hits"]  # fmt: skip
                    if not found:
                        return
                    yield from ((hit["_id"], hit["fields"]["digest"][0]) for hit in found)
                    after = found[-1]["sort"]
            finally:
                self._client.close_point_in_time(id=point)

    # --- talking to the cluster ---

    @property
    def _client(self) -> Elasticsearch:
        return self._cluster.client

    def _answer(
        self, search: Search, planned: Plan, limit: int, vector: Sequence[float] | None = None, vector_limit: int = 0
    ) -> Answer:
        """Run a search, and next to it the one by meaning, in one request."""
        searches = [search.to_dict()]
        if vector is not None:
            searches.append(_nearest(planned, vector, vector_limit))
        found, *by_meaning = self._run_all(searches)
        hits = [_hit(hit) for hit in found["hits"]["hits"]]
        shown, more = hits[:limit], len(hits) > limit
        counted = found.get("aggregations", {})
        return Answer(
            shown,
            found["hits"]["total"]["value"],
            {
                name: [(b["key"], b["doc_count"]) for b in counted[name]["buckets"]]
                for name in FACETS
                if name in counted
            },
            str(Cursor(shown[-1].score, shown[-1].id)) if more and shown else "",
            # The score of cosine similarity is (1 + cosine) / 2.
            [Hit(hit.id, 2 * hit.score - 1, hit.topic) for hit in map(_hit, by_meaning[0]["hits"]["hits"])]
            if by_meaning
            else [],
        )

    def _run(self, search: Search) -> dict[str, Any]:
        return self._run_all([search.to_dict()])[0]

    def _run_all(self, searches: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        lines: list[dict[str, Any]] = []
        for search in searches:
            lines += [{}, search]
        with reached():
            answers = self._client.msearch(index=self._reading(), searches=lines)["responses"]
        for answer in answers:
            if answer["status"] in BUSY:
                raise EngineDown(str(answer["status"]))
            if answer["status"] == 404:
                self._looked_up = (0.0, "")
                raise IndexMissing(self._cluster.read)
            if "error" in answer:
                raise ValueError(f"Elasticsearch refused a search: {answer['error']['type']}")
        return list(answers)

    def _reading(self) -> str:
        if self._pinned:
            return self._pinned
        at, name = self._looked_up
        if time.monotonic() - at > LOOKED_UP_FOR:
            self._ensure()
            name = self._cluster.behind(self._cluster.read)[0]
            self._looked_up = (time.monotonic(), name)
        return name

    def _targets(self) -> list[str]:
        if self._pinned:
            return [self._pinned]
        self._ensure()
        return self._cluster.behind(self._cluster.write)

    def _ensure(self) -> None:
        if self._create:
            try:
                self._cluster.behind(self._cluster.read)
            except IndexMissing:
                self._cluster.adopt(self._cluster.create())


def _insertion(document: Document) -> list[dict[str, Any]]:
    fields = entry(document)
    fields["vocabulary"] = sorted({word for text in fields["text_plain"] for word in words.tokens(text)})
    if document.vector is not None:
        fields["vector"] = [float(number) for number in document.vector]
    return [{"index": _version(document.id, document.sequence)}, fields]


def _removal(document_id: str, sequence: int) -> list[dict[str, Any]]:
    return [{"delete": _version(document_id, sequence)}]


def _version(document_id: str, sequence: int) -> dict[str, Any]:
    return {"_id": document_id, "version": sequence, "version_type": "external"}


def _nearest(planned: Plan, vector: Sequence[float], limit: int) -> dict[str, Any]:
    conditions = Plan(None, planned.conditions, planned.without)
    return {
        "knn": {
            "field": "vector",
            "query_vector": [float(number) for number in vector],
            "k": limit,
            "num_candidates": max(CANDIDATES * limit, 200),
            "filter": compiled(conditions).to_dict(),
        },
        "size": limit,
        "_source": False,
        "docvalue_fields": ["topic"],
    }


def _hit(found: dict[str, Any]) -> Hit:
    score = found["sort"][0] if "sort" in found else found["_score"]
    return Hit(found["_id"], float(score or 0), found.get("fields", {}).get("topic", [""])[0])

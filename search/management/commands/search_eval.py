"""`manage.py search_eval`: rank a collection's documents for its questions, the way the product does, as a TREC run."""

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.documents import MEMBERS, Document
from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.ranking import Asker, Options, answer
from search.semantic.choosing import model as chosen_model
from search.semantic.choosing import status
from search.semantic.texts import fingerprint, text_of

BATCH = 256
DEPTH = 100
EVERYTHING = Asker((MEMBERS,))


class Command(BaseCommand):
    help = (
        "Rank corpus.jsonl (_id, title, text) for queries.jsonl (_id, text) in an index of its own; writes a TREC run."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--engine", choices=("embedded", "elastic"), required=True)
        parser.add_argument("--corpus", type=Path, required=True)
        parser.add_argument("--queries", type=Path, required=True)
        parser.add_argument("--run", type=Path, required=True)
        parser.add_argument("--bm25-only", action="store_true", help="by words alone")
        parser.add_argument("--no-expansion", action="store_true", help="without other names")
        parser.add_argument("--vector-cache", type=Path, help="folder that keeps vectors between runs")

    def handle(self, *args: Any, **options: Any) -> None:
        meaning = not options["bm25_only"]
        if meaning and not status().ready:
            self.stderr.write(status().why)
        documents = read_corpus(options["corpus"])
        asked = [(row["_id"], row.get("text") or "") for row in rows_of(options["queries"])]
        choices = Options(expand=not options["no_expansion"], meaning=meaning)
        with tempfile.TemporaryDirectory(prefix="search-eval-") as folder:
            engine = private_engine(options["engine"], Path(folder))
            try:
                self._write(engine, documents, options["vector_cache"] if meaning else None, meaning)
                self._ask(engine, asked, choices, options["run"])
            finally:
                engine.wipe()

    def _write(self, engine: Engine, documents: list[Document], cache: Path | None, meaning: bool) -> None:
        vectors = Vectors(cache) if meaning else None
        for start in range(0, len(documents), BATCH):
            batch = documents[start : start + BATCH]
            engine.write(vectors.added_to(batch) if vectors else batch)
            self._progress("indexed", start + len(batch), len(documents))
        if vectors:
            vectors.keep()

    def _ask(self, engine: Engine, asked: list[tuple[str, str]], choices: Options, run: Path) -> None:
        empty, took = 0, []
        with run.open("w", encoding="utf-8") as out:
            for number, (query_id, text) in enumerate(asked, 1):
                begun = time.perf_counter()
                hits = answer(engine, text, EVERYTHING, choices, limit=DEPTH).hits
                took.append(time.perf_counter() - begun)
                empty += not hits
                for rank, hit in enumerate(hits, 1):
                    out.write(f"{query_id} Q0 {hit.id} {rank} {hit.score:.6f} consilium\n")
                if number % 50 == 0 or number == len(asked):
                    self._progress("asked", number, len(asked))
        if took:
            took.sort()
            p95 = took[int(0.95 * (len(took) - 1))] * 1000
            self.stdout.write(f"{len(asked)} questions, {empty} without any result, p95 {p95:.0f} ms")

    def _progress(self, word: str, done: int, total: int) -> None:
        self.stderr.write(f"\r{word} {done} of {total}", ending="\n" if done == total else "")
        self.stderr.flush()


def private_engine(name: str, folder: Path) -> Engine:
    """An engine whose index nothing else uses."""
    if name == "embedded":
        return EmbeddedEngine(folder)
    from search.engines.elastic import ElasticEngine

    if not settings.ELASTICSEARCH_URL:
        raise CommandError("set ELASTICSEARCH_URL to a running Elasticsearch")
    prefix = f"consilium-eval-{folder.name[-8:].lower().replace('_', 'x')}"
    access = settings.ELASTICSEARCH_ACCESS
    return ElasticEngine(settings.ELASTICSEARCH_URL, prefix=prefix, create=True, ask_seconds=60, **access)


def read_corpus(path: Path) -> list[Document]:
    """Rows as documents everybody may read, in the order of the file."""
    return [Document(id=row["_id"], kind="case", title=row.get("title") or "", body=row.get("text") or "",
                     topic=row["_id"]) for row in rows_of(path)]  # fmt: skip


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a JSON-lines file with `_id` as text."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                yield {**row, "_id": str(row["_id"])}


class Vectors:
    """Vectors of documents, kept in a folder when there is one."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "vectors.npz" if folder else None
        self._known: dict[str, np.ndarray] = {}
        if self._file and self._file.exists():
            held = np.load(self._file)
            self._known = dict(zip(held["keys"].tolist(), held["vectors"], strict=True))

    def added_to(self, documents: list[Document]) -> list[Document]:
        """The documents with their vectors; unchanged where there is no model."""
        from dataclasses import replace

        model = chosen_model()
        if model is None:
            return documents
        texts = [text_of(document) for document in documents]
        keys = [fingerprint(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        self._known |= dict(zip(missing, model.vectors(list(missing.values())), strict=True))
        return [replace(d, vector=self._known[key].tolist()) for d, key in zip(documents, keys, strict=True)]

    def keep(self) -> None:
        if self._file and self._known:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(self._file, keys=np.array(list(self._known)), vectors=np.vstack(list(self._known.values())))

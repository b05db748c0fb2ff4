"""How fast search is at 100,000 posts: `python benchmarks/search_scale.py --engine embedded|elastic [--size 100000]`.

Builds an index of its own from a generated forum (benchmarks/search_corpus.py), asks from one process, prints p50 and p95 in
milliseconds and what they should be. "Engine" is the answer with conditions, totals and six facets; the page's snippets are
cut in the app and counted with it. For elastic, ELASTICSEARCH_URL names a server (`make services`).
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from benchmarks.search_corpus import SPECIALTIES, Forum  # noqa: E402
from search.documents import Document  # noqa: E402
from search.engines.base import Ask, Engine  # noqa: E402
from search.engines.elastic import ElasticEngine  # noqa: E402
from search.engines.embedded import EmbeddedEngine  # noqa: E402
from search.passages import best_passage  # noqa: E402
from search.query import parse  # noqa: E402

BATCH = 2000
QUESTIONS = 600
WRITES = 120
PAGE = 20
TARGETS = {"words": 15.0, "words and meaning": 60.0, "as you type": 10.0, "one write": 1500.0}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=["embedded", "elastic"], default="embedded")
    parser.add_argument("--size", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = opened(options.engine, Path(folder))
        try:
            return measure(engine, options.engine, options.size)
        finally:
            engine.wipe()


def opened(name: str, folder: Path, prefix: str = "consilium-scale") -> Engine:
    """An empty engine of one's own."""
    if name == "embedded":
        return EmbeddedEngine(folder / "search")
    engine = ElasticEngine(os.environ["ELASTICSEARCH_URL"], prefix=prefix, create=True, ask_seconds=60)
    engine.wipe()
    return engine


def measure(engine: Engine, name: str, size: int) -> int:
    """Fill, ask, print. 0 when every figure is within its target."""
    forum = Forum(size, vectors=True)
    bodies, seconds = fill(engine, forum)
    print(f"{name}: {engine.count()} documents in {seconds:.0f} s ({size / seconds:.0f}/s, with vectors)")
    asked = list(_asks(forum))
    figures = {
        "words": timed(asked, lambda ask: _page(engine, ask, bodies)),
        "words and meaning": timed(_with_meaning(forum, asked), lambda ask: _page(engine, ask, bodies)),
        "as you type": timed(_typed(forum), lambda text: engine.titles(text, audience=("members",))),
        "one write": timed(_writes(forum), lambda document: engine.write([document])),
    }
    late = False
    for title, (middle, high, busy) in figures.items():
        late |= high > TARGETS[title]
        print(
            f"  {title:<18} p50 {middle:8.1f} ms   p95 {high:8.1f} ms   target {TARGETS[title]:<6.0f} processor p95 {busy:8.1f} ms"
        )
    print(json.dumps({"engine": name, "size": size, **{title: figure for title, (_, *figure) in figures.items()}}))
    return int(late)


def fill(engine: Engine, forum: Forum) -> tuple[dict[str, str], float]:
    """Write every document in batches; the bodies for snippets, and how long the engine took."""
    bodies: dict[str, str] = {}
    batch: list[Document] = []
    took = 0.0
    for document in forum.documents():
        bodies[document.id] = document.body
        batch.append(document)
        if len(batch) == BATCH or len(bodies) == forum.size:
            started = time.perf_counter()
            engine.write(batch)
            took += time.perf_counter() - started
            batch = []
    return bodies, took


def timed(items: list[Any] | Iterator[Any], action: Callable[[Any], object]) -> tuple[float, float, float]:
    """p50 and p95 in milliseconds, and p95 of this process's processor time, of the second half of the items.

    The first half is warm-up: a virtual machine that has just started still compiles what it runs.
    On a busy machine the clock measures the neighbours; the processor time of the embedded engine does not.
    """
    items = list(items)
    for item in items[: len(items) // 2]:
        action(item)
    taken, busy = [], []
    for item in items[len(items) // 2 :]:
        started, at_work = time.perf_counter(), time.process_time()
        action(item)
        taken.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - at_work) * 1000)
    taken.sort()
    busy.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.95)], busy[int(len(busy) * 0.95)]


def _page(engine: Engine, ask: Ask, bodies: dict[str, str]) -> None:
    words = ask.query.words()
    for hit in engine.ask(ask).hits[:PAGE]:
        best_passage(bodies[hit.id], words)


def _asks(forum: Forum) -> Iterator[Ask]:
    rng = random.Random(3)
    for text in forum.questions(QUESTIONS):
        conditions = (f"specialty:{rng.choice(SPECIALTIES)}", "kind:post", "is:solved", "after:2023", "-has:dicom", "")
        query = parse(f"{text} {rng.choice(conditions)} {rng.choice(conditions)}")
        yield Ask(query, ("members",), handle="member-1", limit=PAGE)


def _with_meaning(forum: Forum, asked: list[Ask]) -> Iterator[Ask]:
    rng = random.Random(4)
    for ask in asked:
        yield Ask(ask.query, ask.audience, ask.handle, limit=100, vector=forum.vector(rng), vector_limit=100)


def _typed(forum: Forum) -> list[str]:
    return [text[:length] for text in forum.questions(60, seed=9) for length in (3, 5, 8, 12)]


def _writes(forum: Forum) -> Iterator[Document]:
    for number, document in enumerate(Forum(WRITES, seed=5, vectors=True).documents()):
        yield Document(f"post:{forum.size + number}", "post", document.title, document.body, vector=document.vector)


if __name__ == "__main__":
    sys.exit(main())

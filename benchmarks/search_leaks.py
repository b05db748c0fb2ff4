"""Does search show anybody what they may not read? `python benchmarks/search_leaks.py --engine embedded|elastic [--pairs 10000]`.

Documents of a generated forum are dealt out to four audiences; each holds a word that stands nowhere else. Viewers hold random
tokens (none at all, too). For every random viewer and query the hits, totals, facets, snippets' documents, hits by meaning, the
pages that follow, suggestions while typing, vocabulary and similar documents are compared with what a filter over the plain
list of documents allows. Prints the number of leaks; 0 is the only good one.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from benchmarks.search_corpus import HANDLES, Forum  # noqa: E402
from benchmarks.search_scale import opened  # noqa: E402
from search import words  # noqa: E402
from search.documents import Document  # noqa: E402
from search.engines.base import FACETS, Answer, Ask, Engine  # noqa: E402
from search.query import parse  # noqa: E402

AUDIENCES = ("members", "cardiologists", "moderators", "author")
SIZE = 1200


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=["embedded", "elastic"], default="embedded")
    parser.add_argument("--pairs", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = opened(options.engine, Path(folder), prefix="consilium-leaks")
        try:
            leaks = look_for_leaks(engine, options.pairs)
        finally:
            engine.wipe()
    print(f"{options.engine}: {leaks} leaks in {options.pairs} viewer and query pairs, target 0")
    print(json.dumps({"engine": options.engine, "pairs": options.pairs, "leaks": leaks}))
    return int(leaks > 0)


def look_for_leaks(engine: Engine, pairs: int, *, size: int = SIZE, seed: int = 11) -> int:
    """Fill an empty engine and ask; how many of the pairs showed something they may not."""
    forum = Forum(size, seed=seed, audiences=AUDIENCES, vectors=True)
    documents = {document.id: _marked(document) for document in forum.documents()}
    engine.write(documents.values())
    rng = random.Random(seed)
    questions = [*forum.questions(200, seed=seed), *forum.narrowed(200, seed=seed)]
    return sum(_leaks(engine, documents, forum, rng, rng.choice(questions)) for _ in range(pairs))


def secret(document: Document) -> str:
    """The word that stands in this document only."""
    return f"zq{document.id.replace(':', '')}"


def _marked(document: Document) -> Document:
    word = secret(document)
    # A facet value of its own, too: a count would give the document away as well as a hit.
    return replace(document, body=f"{document.body} {word}", title=f"{document.title} {word}", channel=word)


def _leaks(engine: Engine, documents: dict[str, Document], forum: Forum, rng: random.Random, question: str) -> bool:
    audience = tuple(token for token in AUDIENCES if rng.random() < 0.4)
    readable = {key for key, document in documents.items() if set(audience) & set(document.audience)}
    hidden = rng.choice([document for key, document in documents.items() if key not in readable] or [None])
    text = f"{question} {secret(hidden)}" if hidden and rng.random() < 0.5 else question
    ask = Ask(
        parse(text), audience, rng.choice(HANDLES), {"following": frozenset(map(str, range(1, 30)))}, limit=20,
        vector=forum.vector(rng), vector_limit=20,
    )  # fmt: skip
    answer = engine.ask(ask)
    following = engine.ask(replace(ask, after=answer.next)) if answer.next else Answer([])
    alike = engine.similar(text, audience=audience, vector=ask.vector, kinds=())
    shown = {hit.id for found in (answer, following, alike) for hit in (*found.hits, *found.vector_hits)}
    shown |= {
        hit.id for hit in engine.titles(secret(hidden)[: rng.randrange(2, 9)] if hidden else "a", audience=audience)
    }
    if shown - readable or answer.total > len(readable) or _counted_too_much(answer, documents, readable):
        return True
    if hidden is None:
        return False
    alone = engine.ask(Ask(parse(secret(hidden)), audience))
    guessed = engine.vocabulary(audience=audience, prefix=secret(hidden))
    told = engine.readable([secret(hidden), *words.tokens(hidden.title)], audience=audience)
    spoken = {word for key in readable for word in words.tokens(documents[key].title)} if told else set()
    return bool(alone.total or alone.hits or any(alone.facets.values()) or secret(hidden) in dict(guessed)
                or secret(hidden) in told or (told and not audience) or (secret(hidden) in spoken))  # fmt: skip


def _counted_too_much(answer: Answer, documents: dict[str, Document], readable: set[str]) -> bool:
    """A facet counts no more than the readable documents have of a value."""
    for name in FACETS:
        allowed: Counter[str] = Counter()
        for key in readable:
            value = getattr(documents[key], name)
            allowed.update((value,) if isinstance(value, str) else value)
        if any(count > allowed[value] for value, count in answer.facets.get(name, ())):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())

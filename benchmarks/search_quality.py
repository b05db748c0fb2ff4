"""How well search understands: `python benchmarks/search_quality.py COLLECTION [--engine embedded elastic] [--cache FOLDER]`.

COLLECTION is a folder with corpus.jsonl, queries.jsonl and qrels.txt, e.g. SciFact as BEIR ships it. Prints for each engine,
by words alone, with other names, with meaning and with both:

- nDCG@10 and recall@100 of the collection's own questions,
- known item: one sentence of a document's text, does its document come among the first ten,
- swapped: a title in which a name was exchanged for its abbreviation or everyday name, likewise; which names are exchanged
  comes from the product's own list, so this measures ranking, not the coverage of the list,
- questions without any result.
"""

import argparse
import math
import os
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
os.environ.setdefault("CONSILIUM_VAR_DIR", tempfile.mkdtemp(prefix="search-quality-"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

django.setup()

from search import words  # noqa: E402
from search.documents import Document  # noqa: E402
from search.engines.base import Engine  # noqa: E402
from search.language.names import key, names  # noqa: E402
from search.management.commands.search_eval import (  # noqa: E402
    BATCH,
    EVERYTHING,
    Vectors,
    private_engine,
    read_corpus,
    rows_of,
)
from search.ranking import Options, answer  # noqa: E402

SAMPLE = 300
SETTINGS = {
    "words": Options(expand=False, meaning=False),
    "words, names": Options(expand=True, meaning=False),
    "words, meaning": Options(expand=False, meaning=True),
    "all": Options(),
}
Question = tuple[str, dict[str, int]]


def own_questions(folder: Path) -> list[Question]:
    """Questions of the collection with their judgements."""
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.txt").read_text().splitlines():
        query, _, document, grade = line.split()
        judged[query][document] = int(grade)
    return [(row["text"], judged[row["_id"]]) for row in rows_of(folder / "queries.jsonl") if row["_id"] in judged]


def known_items(documents: list[Document], chance: random.Random) -> Iterator[Question]:
    """One middle-sized sentence of a text."""
    for document in documents:
        sentences = [s for s in re.split(r"(?<=[.?!]) ", document.body) if 6 <= len(s.split()) <= 20]
        if sentences:
            yield chance.choice(sentences), {document.id: 1}


def swapped(documents: list[Document], chance: random.Random) -> Iterator[Question]:
    """Titles with one name exchanged for another."""
    for document in documents:
        title = words.spaced(document.title).split()
        spans = [(at, at + width) for width in (4, 3, 2, 1) for at in range(len(title) - width + 1)]
        for start, end in spans:
            others = [n for n in names().get(key(" ".join(title[start:end])), []) if n.kind in {"lay", "abbreviation"}]
            if others and len(title) > end - start + 2:
                yield " ".join([*title[:start], chance.choice(others).text, *title[end:]]), {document.id: 1}
                break


def measured(engine: Engine, questions: list[Question], options: Options) -> tuple[float, float, float, float]:
    """nDCG@10, recall@100, success@10, share without any result."""
    sums = [0.0, 0.0, 0.0, 0.0]
    for text, judged in questions:
        found = [hit.id for hit in answer(engine, text, EVERYTHING, options, limit=100).hits]
        gains = [max(0, judged.get(item, 0)) / math.log2(at + 2) for at, item in enumerate(found[:10])]
        ideal = [grade / math.log2(at + 2) for at, grade in enumerate(sorted(judged.values(), reverse=True)[:10])]
        relevant = {item for item, grade in judged.items() if grade > 0}
        sums[0] += sum(gains) / sum(ideal)
        sums[1] += len(relevant & set(found)) / len(relevant)
        sums[2] += bool(relevant & set(found[:10]))
        sums[3] += not found
    return tuple(total / len(questions) for total in sums)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--engine", nargs="+", choices=("embedded", "elastic"), default=["embedded"])
    parser.add_argument("--cache", type=Path, help="folder that keeps vectors between runs")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="questions of each kind made from the documents")
    chosen = parser.parse_args()
    chance = random.Random(6)
    documents = read_corpus(chosen.collection / "corpus.jsonl")
    shuffled = chance.sample(documents, len(documents))
    sets = {
        "own questions": own_questions(chosen.collection),
        "known item": [q for q, _ in zip(known_items(shuffled, chance), range(chosen.sample), strict=False)],
        "swapped": [q for q, _ in zip(swapped(shuffled, chance), range(chosen.sample), strict=False)],
    }
    vectors = Vectors(chosen.cache)
    for name in chosen.engine:
        with tempfile.TemporaryDirectory() as folder:
            engine = private_engine(name, Path(folder))
            try:
                for start in range(0, len(documents), BATCH):
                    engine.write(vectors.added_to(documents[start : start + BATCH]))
                vectors.keep()
                report(name, engine, sets)
            finally:
                engine.wipe()


def report(name: str, engine: Engine, sets: dict[str, list[Question]]) -> None:
    print(f"{name:10s} {'questions':14s} {'searched by':16s} {'n':>4s} nDCG@10   R@100    S@10   empty", flush=True)
    for kind, questions in sets.items():
        for label, options in SETTINGS.items():
            figures = measured(engine, questions, options)
            line = "  ".join(f"{figure:6.3f}" for figure in figures)
            print(f"{name:10s} {kind:14s} {label:16s} {len(questions):4d}  {line}", flush=True)


if __name__ == "__main__":
    main()

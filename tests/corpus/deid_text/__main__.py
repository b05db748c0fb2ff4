"""``python -m tests.corpus.deid_text``: scores of our scrubber; ``--jsonl`` writes the corpus, ``--misses`` lists what fails."""

from __future__ import annotations

import argparse
import json

from scrubber import scrub
from tests.corpus.deid_text.loading import Document, documents
from tests.corpus.deid_text.scoring import Scores, score


def scrub_all(corpus: list[Document]) -> dict[str, list[tuple[int, int]]]:
    """The spans our scrubber replaces, by document."""
    return {document.id: [(found.start, found.end) for found in scrub(document.text).findings] for document in corpus}


def lines(scores: Scores) -> list[str]:
    """The scores as text."""
    informal = scores.false_per_thousand("note", "post", "query", "teaching")
    told = [
        f"span recall, all / core            {scores.recall:7.1%} / {scores.core_recall:.1%}   of {scores.marks.total()}",
        f"documents with any / direct leak   {scores.leak_rate:7.1%} / {scores.direct_leak_rate:.1%}   of {scores.identified}",
        f"word precision                     {scores.precision:7.1%}",
        f"false positives per 1,000 words    {scores.false_per_thousand():7.1f}   (notes and posts {informal:.1f})",
        f"disguised spans caught             {scores.tag_recall('obf'):7.1%}   of {scores.tagged['obf']}",
        "",
    ]
    told += [f"{kind:12} {scores.caught[kind]:4} of {count:4}" for kind, count in scores.marks.most_common()]
    told.append("")
    told += [f"{tag:12} {scores.tagged_caught[tag]:4} of {count:4}" for tag, count in scores.tagged.most_common()]
    return told


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.deid_text", description=__doc__)
    parser.add_argument("--jsonl", action="store_true", help="write the corpus as JSON lines instead of scoring")
    parser.add_argument("--misses", action="store_true", help="list survivors and words wrongly taken")
    parser.add_argument(
        "--half", choices=("open", "held-back"), help="only this half (the other half's misses stay unread)"
    )
    options = parser.parse_args()
    corpus = [document for document in documents() if options.half in (None, document.half)]
    if options.jsonl:
        for document in corpus:
            print(json.dumps(document.record(), ensure_ascii=False))
        return
    scores = score(corpus, scrub_all(corpus))
    print("\n".join(lines(scores)))
    if options.misses:
        print()
        for miss in scores.misses:
            print(f"{miss.document:22} {miss.mark.type:11} {miss.words!r}")
        print("\ntaken wrongly:", ", ".join(f"{word} x{count}" for word, count in scores.taken.most_common()))


if __name__ == "__main__":
    main()

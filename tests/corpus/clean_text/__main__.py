"""``python -m tests.corpus.clean_text [--words]``: how much of identifier-free writing the scrubber takes, by set and kind."""

from __future__ import annotations

import argparse

from tests.corpus.clean_text import SETS, documents
from tests.corpus.deid_text.__main__ import scrub_all
from tests.corpus.deid_text.scoring import score


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.clean_text", description=__doc__)
    parser.add_argument("--words", action="store_true", help="list the words taken from the first two sets")
    options = parser.parse_args()
    for name in SETS:
        corpus = documents(name)
        scores = score(corpus, scrub_all(corpus))
        informal = scores.false_per_thousand("note", "post", "query", "teaching")
        kinds = ", ".join(f"{kind} {scores.false_per_thousand(kind):.1f}" for kind in scores.clean_words)
        print(
            f"{name:7} {len(corpus)} documents, {scores.clean_words.total()} words: {scores.false_per_thousand():.1f} taken per 1,000"
            f" (notes and posts {informal:.1f}); {kinds}"
        )
        if options.words and name != "third":
            print("       ", ", ".join(sorted(scores.taken)))


if __name__ == "__main__":
    main()

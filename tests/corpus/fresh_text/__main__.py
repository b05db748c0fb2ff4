"""``python -m tests.corpus.fresh_text [SET ...] [--together] [--misses | --jsonl]``: scores of each set or of all as one, by type and origin; what
was missed of the sets that may be read; the texts."""

from __future__ import annotations

import argparse
import json

from tests.corpus.deid_text.__main__ import lines, scrub_all
from tests.corpus.deid_text.scoring import score
from tests.corpus.fresh_text import SETS, documents

READ = tuple(
    "one two three four five six seven eight nine fourteen sixteen nineteen twentytwo twentythree twentyfour".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.fresh_text", description=__doc__)
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(SETS)} (default all)")
    parser.add_argument("--misses", action="store_true", help="list survivors and words wrongly taken")
    parser.add_argument("--jsonl", action="store_true", help="write the documents with identifiers as JSON lines")
    parser.add_argument("--together", action="store_true", help="all the sets as one, with types and origins")
    options = parser.parse_args()
    names = options.sets or SETS
    if options.together:
        corpus = [document for name in names for document in documents(name)]
        print("\n".join(lines(score(corpus, scrub_all(corpus)))))
        return
    for name in names:
        corpus = documents(name)
        if options.jsonl:
            for document in corpus:
                if document.marks:
                    print(json.dumps(document.record(), ensure_ascii=False))
            continue
        scores = score(corpus, scrub_all(corpus))
        print(f"\n{name}: {len(corpus)} documents, {scores.clean_words.total()} words without identifiers")
        print("\n".join(lines(scores)[:5]))
        if options.misses and name in READ:
            for miss in scores.misses:
                print(f"{miss.document:22} {miss.mark.type:11} {miss.words!r}")
            print("taken wrongly:", ", ".join(f"{word} x{count}" for word, count in scores.taken.most_common()))


if __name__ == "__main__":
    main()

"""Did-you-mean: share of single-edit slips in medical words whose first suggestion is the word meant.

    python benchmarks/search_spelling.py [--words 2000]

The vocabulary is every word of the list of clinical names (about as many words as a forum of some years has), with the number
of names it stands in as its frequency. Each word is damaged once: a letter left out, doubled, put in, exchanged (half the time
for a neighbour on the keyboard) or two swapped. Slips that give another word of the vocabulary are not slips and left out.
"""

import argparse
import lzma
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from search import words
from search.language.names import FILE
from search.language.spelling import NEAR_KEYS, Speller

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 5


def vocabulary() -> Counter[str]:
    """Words of all names with how often they stand there."""
    counts: Counter[str] = Counter()
    for line in lzma.decompress(FILE.read_bytes()).decode().split("\n"):
        counts.update(word for name in line.split("\t")[:2] for word in set(words.tokens(name)) if word.isalpha())
    return counts


def damaged(word: str, chance: random.Random) -> tuple[str, str]:
    """The word with one slip, and which kind."""
    at = chance.randrange(len(word))
    kind = chance.choice(["left out", "doubled", "put in", "exchanged", "next key", "swapped"])
    before, letter, after = word[:at], word[at], word[at + 1 :]
    near = sorted(NEAR_KEYS.get(letter, set()) - {letter}) or list(LETTERS)
    return {
        "left out": before + after,
        "doubled": before + letter * 2 + after,
        "put in": before + chance.choice(LETTERS) + letter + after,
        "exchanged": before + chance.choice(LETTERS) + after,
        "next key": before + chance.choice(near) + after,
        "swapped": before + after[:1] + letter + after[1:],
    }[kind], kind


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=2000)
    chosen = parser.parse_args()
    counts, chance = vocabulary(), random.Random(6)
    speller = Speller(counts.items())
    sample = chance.sample(sorted(word for word in counts if len(word) >= SHORTEST), chosen.words)
    right, tried, took, missed = Counter(), Counter(), [], []
    for word in sample:
        typed, kind = damaged(word, chance)
        if typed in counts or typed == word:
            continue
        begun = time.perf_counter()
        found = speller.candidates(typed)
        took.append(time.perf_counter() - begun)
        tried[kind] += 1
        right[kind] += found[:1] == [word]
        if found[:1] != [word]:
            missed.append(f"{typed} ({word}): {', '.join(found[:2])}")
    took.sort()
    total, good = sum(tried.values()), sum(right.values())
    print(
        f"{len(counts)} words, {total} slips: {good / total:.3f} right at first; p95 {took[int(0.95 * len(took))] * 1000:.1f} ms"
    )
    for kind in sorted(tried):
        print(f"  {kind:10s} {right[kind] / tried[kind]:.3f} of {tried[kind]}")
    print("missed, for example:", "; ".join(missed[:8]))


if __name__ == "__main__":
    main()

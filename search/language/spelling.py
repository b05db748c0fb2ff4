"""Did you mean: words of the forum itself that are one or two slips away from what was typed.

Candidates come from the documents the viewer may read, never from a dictionary: nothing is suggested that finds nothing, and
nothing that only stands where the viewer may not look. The index holds each word without one letter (symmetric deletes:
Wolf Garbe, 2012), so that looking a word up costs a few dictionary look-ups, whatever the size of the vocabulary.
"""

import math
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search import words
from search.engines.base import Engine
from search.language.names import key, names

SHORTEST = 4  # letters: shorter words are abbreviations as often as slips
MOST_WORDS = 30_000
STALE_AFTER = 600.0  # seconds; every suggestion is checked against the live index anyway
RARE = 2  # documents that hold a word; with fewer, a far more frequent neighbour is suggested
FAR_MORE = 20
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEAR_KEYS = {
    letter: {
        other
        for near in range(max(0, row - 1), min(3, row + 2))
        for at, other in enumerate(KEYS[near])
        if abs(at - place) <= 1
    }
    for row, letters in enumerate(KEYS)
    for place, letter in enumerate(letters)
}
# What is written for what it sounds like, in medical words most of all.
SOUND_ALIKE = [{"ph", "f"}, {"i", "y"}, {"c", "k"}, {"s", "c"}, {"ae", "e"}, {"oe", "e"}, {"x", "cks"}, {"z", "s"}]
VOWELS = set("aeiouy")
SWAP, NEXT_KEY, DOUBLED, ALIKE, VOWEL, OTHER, FIRST_LETTER = 0.6, 0.7, 0.6, 0.6, 0.8, 1.0, 0.5


@dataclass(frozen=True)
class Correction:
    """A question with its slips corrected: `text` as a whole, `changed` typed word to suggested word."""

    text: str
    changed: Mapping[str, str]


class Speller:
    """Words with their frequencies, to look slips up in."""

    def __init__(self, vocabulary: Iterable[tuple[str, int]]) -> None:
        self.counts = {word: count for word, count in vocabulary if word.isalpha() and len(word) >= SHORTEST}
        self._without: dict[str, list[str]] = defaultdict(list)
        for word in self.counts:
            for shorter in _shortened(word):
                self._without[shorter].append(word)

    def candidates(self, word: str, *, limit: int = 5) -> list[str]:
        """Words at most one slip away (two for long words), the likeliest first."""
        found: set[str] = set()
        for shorter in _shortened(word):
            found.update(self._without.get(shorter, ()))
        found.discard(word)
        if not found and len(word) >= 8:
            for shorter in _shortened(word):
                for shortest in _shortened(shorter):
                    found.update(self._without.get(shortest, ()))
        costs = {other: cost(word, other) for other in found}
        likely = [other for other in found if costs[other] <= (1.6 if len(word) < 8 else 2.6)]
        return sorted(likely, key=lambda other: (costs[other] - 0.12 * math.log1p(self.counts[other]), other))[:limit]


_spellers: dict[tuple[str, ...], tuple[float, Speller]] = {}


def speller(engine: Engine, audience: Sequence[str]) -> Speller:
    """The speller of an audience, at most ten minutes old."""
    at, held = _spellers.get(tuple(audience), (-STALE_AFTER, Speller(())))
    if time.monotonic() - at >= STALE_AFTER:
        held = Speller(engine.vocabulary(audience=audience, limit=MOST_WORDS))
        _spellers[tuple(audience)] = (time.monotonic(), held)
    return held


def did_you_mean(text: str, typed: Iterable[str], engine: Engine, audience: Sequence[str]) -> Correction | None:
    """The question with unknown words replaced by readable ones; None when nothing is better.

    Args:
        text: the question as typed.
        typed: its words that are looked for.
    """
    wanted = [word for item in typed for word in words.tokens(item) if word.isalpha() and len(word) >= SHORTEST]
    counts = engine.readable(wanted, audience=audience)
    doubtful = [word for word in dict.fromkeys(wanted) if counts.get(word, 0) < RARE and key(word) not in names()]
    if not doubtful or not audience:
        return None
    held = speller(engine, audience)
    changed = {}
    for word in doubtful:
        candidates = held.candidates(word)
        live = engine.readable(candidates, audience=audience)
        best = next((other for other in candidates if other in live), "")
        if best and (not counts.get(word) or live[best] >= FAR_MORE * counts[word]):
            changed[word] = best
    return Correction(_replaced(text, changed), changed) if changed else None


def cost(typed: str, meant: str) -> float:
    """How unlikely it is to type one for the other: weighted optimal string alignment, first letters are rarely wrong."""
    rows: list[list[float]] = [[float(at) for at in range(len(meant) + 1)]]
    for i, letter in enumerate(typed, 1):
        row = [float(i)]
        for j, other in enumerate(meant, 1):
            best = min(
                rows[i - 1][j] + _gap(typed, i - 1),
                row[j - 1] + _gap(meant, j - 1),
                rows[i - 1][j - 1] + _swap_of(letter, other),
            )
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other and letter != other:
                best = min(best, rows[i - 2][j - 2] + SWAP)
            row.append(best)
        rows.append(row)
    return rows[-1][-1] + (FIRST_LETTER if typed[:1] != meant[:1] else 0.0)


def _gap(word: str, at: int) -> float:
    """A letter too many or too few; a doubled one slips most easily."""
    if word[at] == "h" and word[at - 1 : at] in {"r", "t", "p", "c", "g"}:
        return ALIKE  # heard by nobody: haemorrhage, arthritis
    beside = {word[at - 1] if at else "", word[at + 1] if at + 1 < len(word) else ""}
    return DOUBLED if word[at] in beside else VOWEL if word[at] in VOWELS else OTHER


def _swap_of(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if {one, other} in SOUND_ALIKE:
        return ALIKE
    if other in NEAR_KEYS.get(one, ()):
        return NEXT_KEY
    return VOWEL if {one, other} <= VOWELS else OTHER


def _shortened(word: str) -> set[str]:
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def _replaced(text: str, changed: Mapping[str, str]) -> str:
    """The text with words exchanged, everything around them (quotes, signs, filters) as it was."""
    result = []
    for piece in text.split(" "):
        found = words.tokens(piece)
        for word in found:
            if word in changed and ":" not in piece:
                at = piece.lower().find(word)
                piece = piece[:at] + changed[word] + piece[at + len(word) :] if at >= 0 else piece
        result.append(piece)
    return " ".join(result)

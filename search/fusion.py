"""Two orders become one: hits by words and hits by meaning, each stretched to 0..1, then added with a weight.

Min-max fusion with half the weight on either side, and more on meaning for long text, whose words say less one by one:
the setting measured best over three public collections (docs/search.md); ranks alone (RRF) lose how clear a hit is.
"""

from collections.abc import Sequence

from search.engines.base import Hit

MEANING, MEANING_OF_LONG_TEXT = 0.5, 0.7
LONG_TEXT = 25  # words of a question


def weight_of_meaning(words: int) -> float:
    """The share of meaning in the score of a question of so many words."""
    return MEANING_OF_LONG_TEXT if words >= LONG_TEXT else MEANING


def fused(by_words: Sequence[Hit], by_meaning: Sequence[Hit], *, weight: float) -> list[Hit]:
    """Both lists in one order, best first; ties keep the order by words. Scores are 0..1.

    Args:
        weight: share of meaning, 0..1.
    """
    topics = {hit.id: hit.topic for hit in (*by_words, *by_meaning)}
    words, meaning = _stretched(by_words), _stretched(by_meaning)
    scores = {key: (1 - weight) * words.get(key, 0.0) + weight * meaning.get(key, 0.0) for key in topics}
    return [Hit(key, scores[key], topics[key]) for key in sorted(topics, key=lambda key: -scores[key])]


def _stretched(hits: Sequence[Hit]) -> dict[str, float]:
    """Scores from 0 (the last of the list) to 1 (the first); a list whose scores are all alike is all 1."""
    if not hits:
        return {}
    low, high = min(hit.score for hit in hits), max(hit.score for hit in hits)
    return {hit.id: (hit.score - low) / (high - low) if high > low else 1.0 for hit in hits}

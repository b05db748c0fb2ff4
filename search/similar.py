"""Cases like a text: for the author while composing, and beside every case. Solved ones first."""

from typing import Any

from search import fusion
from search.engines.base import Hit
from search.engines.choosing import engine
from search.semantic.choosing import model
from search.viewers import audience_of

SHOWN = 5
CANDIDATES = 30
SHORTEST = 40  # characters below which a text says too little
LEAST = 0.35  # of the fused score, 0..1: below, likeness is chance
LONGEST = 4000  # characters compared


def similar_to(text: str, viewer: Any, *, leave_out: tuple[str, ...] = ()) -> list[Hit]:
    """Cases that resemble a text, the nearest first, trimmed to what the viewer may read.

    Args:
        text: only compared in memory, never stored or logged.
        leave_out: document ids, e.g. the case itself.
    """
    text = text[:LONGEST]
    if len(text) < SHORTEST:
        return []
    encoder = model()
    vector = encoder.vectors([text])[0].tolist() if encoder else None
    answer = engine().similar(
        text, audience=audience_of(viewer), vector=vector, limit=CANDIDATES, leave_out=leave_out, kinds=("case",)
    )
    weight = fusion.MEANING_OF_LONG_TEXT if answer.vector_hits else 0.0
    found = fusion.fused(answer.hits, answer.vector_hits, weight=weight)
    return [hit for hit in found if hit.score >= LEAST][: 2 * SHOWN]

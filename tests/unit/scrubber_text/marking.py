"""Reads the tables of the recognizer tests: identifiers stand between ⟦ and ⟧."""

from __future__ import annotations

import re

from scrubber import registry, scrub
from scrubber.normalise import normalise

_MARK = re.compile(r"⟦([^⟧]*)⟧")


def unmarked(marked: str) -> tuple[str, list[str]]:
    """The text without its marks, and what stood between them."""
    return _MARK.sub(r"\1", marked), _MARK.findall(marked)


def found_by(recognizer: registry.Recognizer, text: str, *, threshold: float = 0.5) -> list[tuple[str, str]]:
    """(what one recognizer proposes alone, category), without what lies inside a longer proposal."""
    document = registry.Document(text, normalise(text))
    spans = sorted({(c.start, -c.end, -c.score, c.category) for c in recognizer.find(document) if c.score >= threshold})
    out: list[tuple[str, str]] = []
    reach = 0
    for start, minus_end, _score, category in spans:
        if -minus_end > reach:
            out.append((text[start:-minus_end].strip(), category))
            reach = -minus_end
    return out


def found_in(text: str) -> list[str]:
    """What the whole engine hides, in order."""
    return [text[found.start : found.end] for found in scrub(text).findings]

"""How much of what is marked was found, and how much else was taken along."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.corpus.deid_text.loading import Document, Mark

_WORD = re.compile(r"[^\W_]+")
#: reported, but not part of the core figure
CONTEXT_TYPES = frozenset({"OCCUPATION", "EMPLOYER", "LOCATION", "ROOM"})
#: an identifier of these types names one person by itself
DIRECT_TYPES = frozenset(
    "NAME NAME_REL STREET PHONE FAX EMAIL SSN MRN HEALTHPLAN ACCOUNT LICENSE VEHICLE DEVICE URL IP BIOMETRIC PHOTO HANDLE OTHERID".split()
)
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Miss:
    """An identifier that survived, at least in part."""

    document: str
    mark: Mark
    words: str


@dataclass(slots=True)
class Scores:
    """Counts over a corpus; the properties are shares from 0 to 1 unless they say otherwise."""

    marks: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    tagged: Counter[str] = field(default_factory=Counter)
    tagged_caught: Counter[str] = field(default_factory=Counter)
    identified: int = 0
    leaking: int = 0
    leaking_directly: int = 0
    true_words: int = 0
    false_words: int = 0
    clean_words: Counter[str] = field(default_factory=Counter)
    clean_false: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        """Share of marked spans of which every letter and digit was covered."""
        return self.caught.total() / self.marks.total()

    @property
    def core_recall(self) -> float:
        """Recall without occupation, employer, landmark and room."""
        core = [kind for kind in self.marks if kind not in CONTEXT_TYPES]
        return sum(self.caught[kind] for kind in core) / sum(self.marks[kind] for kind in core)

    @property
    def leak_rate(self) -> float:
        """Share of documents with identifiers in which at least one survived."""
        return self.leaking / self.identified

    @property
    def direct_leak_rate(self) -> float:
        """Share of documents in which a direct identifier survived."""
        return self.leaking_directly / self.identified

    @property
    def precision(self) -> float:
        """Share of the words taken that were marked."""
        return self.true_words / max(1, self.true_words + self.false_words)

    def false_per_thousand(self, *kinds: str) -> float:
        """Words taken per 1,000 words of identifier-free text (of these kinds, or of all)."""
        chosen = kinds or tuple(self.clean_words)
        words = sum(self.clean_words[kind] for kind in chosen)
        return 1000 * sum(self.clean_false[kind] for kind in chosen) / max(1, words)

    def tag_recall(self, tag: str) -> float:
        """Recall of the spans with this tag."""
        return self.tagged_caught[tag] / self.tagged[tag]


def score(documents: Sequence[Document], found: Mapping[str, Spans]) -> Scores:
    """Compares the spans ``found`` (by document id) with the marks; what counts is coverage, not the type."""
    scores = Scores()
    for document in documents:
        covered = _covered(len(document.text), found[document.id])
        _score_marks(scores, document, covered)
        _score_words(scores, document, covered)
    return scores


def _covered(length: int, spans: Spans) -> bytearray:
    covered = bytearray(length)
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def _score_marks(scores: Scores, document: Document, covered: bytearray) -> None:
    lost: list[Mark] = []
    for mark in document.marks:
        words = re.sub(r"['’]s$", "", document.text[mark.start : mark.end])
        caught = all(covered[mark.start + offset] for offset, character in enumerate(words) if character.isalnum())
        scores.marks[mark.type] += 1
        scores.caught[mark.type] += caught
        for tag in mark.tags:
            scores.tagged[tag] += 1
            scores.tagged_caught[tag] += caught
        if not caught:
            lost.append(mark)
            scores.misses.append(Miss(document.id, mark, words))
    scores.identified += bool(document.marks)
    scores.leaking += bool(lost)
    scores.leaking_directly += any(mark.type in DIRECT_TYPES for mark in lost)


def _score_words(scores: Scores, document: Document, covered: bytearray) -> None:
    marked = _covered(len(document.text), [(mark.start, mark.end) for mark in document.marks])
    neutral = _covered(len(document.text), document.neutral)
    for match in _WORD.finditer(document.text):
        start, end = match.span()
        false = False
        if any(covered[start:end]):
            if any(marked[start:end]):
                scores.true_words += 1
            elif not any(neutral[start:end]):
                false = True
                scores.false_words += 1
                scores.taken[match.group()] += 1
        if not document.marks:
            scores.clean_words[document.kind] += 1
            scores.clean_false[document.kind] += false

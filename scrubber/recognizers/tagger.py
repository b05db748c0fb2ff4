"""The statistical tagger: the mean of small networks, decided on how likely a word is *outside* every identifier."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from scrubber import features, plausibility, thresholds, tokens, wholeness
from scrubber.findings import Candidate
from scrubber.network import LABELS, REACH, Networks
from scrubber.registry import Document
from scrubber.tokens import Range, Token

FOLDER = Path(__file__).parent.parent / "model"
#: the networks and their hashes, as :mod:`scrubber.training.train` prints them
SHA256 = {
    "tagger-1.network": "a7f90665fde6104f7f796bc97487d8848823b2364c2980fb4f7509dc5bd82360",  # pragma: allowlist secret
    "tagger-2.network": "962f4b3c295bc721687fb768f77420cce9b65e7199779de965153925820b3a32",  # pragma: allowlist secret
}
CATEGORY = {"ID": "OTHERID", "WEB": "HANDLE", "PLACE": "CITY", "HOSP": "HOSPITAL", "WORK": "EMPLOYER"}
REASON = {
    "NAME": "This reads like a person's name.", "DATE": "This reads like a date.", "ID": "This reads like an identifying number.",
    "PHONE": "This reads like a telephone number.", "WEB": "This reads like an address or account on the web.", "PLACE": "This reads like a place smaller than a state.",
    "HOSP": "This reads like the name of a place of care.", "WORK": "This reads like an employer or a rare occupation.", "ROOM": "This reads like a room or bed.", "AGE": "This reads like an age over 89.",
}  # fmt: skip
_JOINERS = frozenset("-'./&,#()_+:@ ")
#: parentheses part a name from another, and from a trial's: "DART (Doyle"
_JOIN_NAMES = _JOINERS - frozenset("()")
#: company is no reason to take everyday words in lower case for one of these: "Coble Row, use side gate"
_MADE_OF_WORDS = frozenset({"NAME", "PLACE", "HOSP", "WORK", "ROOM", "AGE", "WEB"})


class ModelChanged(RuntimeError):
    """The model file is not the one this code was written for."""


@lru_cache(maxsize=1)
def _networks() -> Networks | None:
    """The loaded networks; None where the package comes without."""
    if not any((FOLDER / name).exists() for name in SHA256):
        return None
    for name, digest in SHA256.items():
        if hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() != digest:
            raise ModelChanged("a tagger's model file does not match its pinned hash; run the training command")
    return Networks([FOLDER / name for name in SHA256])


class _Scores(NamedTuple):
    """For each word of a text the probability of being inside any identifier, and the place of the likeliest type in ``LABELS``."""

    inside: list[float]
    kinds: list[int]


def _scored(networks: Networks, words: Sequence[Token], ranges: Iterable[Range], casing: str) -> _Scores:
    """The scores of the words in ``ranges``, and of those between two near ones; the words around them are read with them."""
    scores = _Scores([0.0] * len(words), [0] * len(words))
    for first, last in _joined(ranges):
        before = max(0, first - REACH)
        likely = networks.read(words[before : last + REACH], casing)[first - before : last - before]
        scores.inside[first:last] = (1 - likely[:, 0]).tolist()
        scores.kinds[first:last] = (1 + likely[:, 1:].argmax(axis=1)).tolist()
    return scores


def _joined(ranges: Iterable[Range]) -> Iterator[Range]:
    """Ranges so near to each other that they would read the same words are one."""
    start, end = -1, -1
    for first, last in ranges:
        if start >= 0 and first - end > 2 * REACH:
            yield start, end
            start = -1
        start, end = (first if start < 0 else start), last
    if start >= 0:
        yield start, end


def _scaled(word: str, inside: float, kind: str, limits: Mapping[str, float]) -> float:
    """The score of a word beside its limit."""
    if inside < thresholds.LEAST:
        return 0.0
    score = thresholds.scaled(inside, limits[kind])
    if score >= 0.25 and kind in _MADE_OF_WORDS and len(word) > 1 and word.islower() and features.everyday(word):
        return min(score, thresholds.scaled(inside, thresholds.THRESHOLD[kind]))
    return score


def _worth_reading(words: Sequence[Token], line: Range) -> Iterator[Range]:
    """The sentences of a line that hold more than everyday words in lower case; neighbours stay together."""
    kept = first = line[0]
    plain = True
    for place in range(*line):
        word = words[place][0]
        plain = plain and features.everyday(word) and (place == first or word == word.lower())
        if place + 1 < line[1] and (word not in ".!?" or place - first < 2):
            continue
        if plain:
            if kept < first:
                yield kept, first
            kept = place + 1
        first, plain = place + 1, True
    if kept < first:
        yield kept, first


#: what a full stop belongs to: an initial, a title, "St."
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:\w|St|Ste|Mt|Ft|Drs?|Mrs?|Ms|Jr|Sr|Prof|Rev|Wm|Jos|Chas|Geo|Thos|Ave|Blvd|Rd|Apt|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$",
    re.I,
)


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the full stop at ``start..end`` parts two sentences."""
    if text[start:end] != "." or not text[end : end + 1].isspace():
        return False
    return _ABBREVIATED.search(text, max(0, start - 6), start) is None


class TaggerRecognizer:
    """Spans of neighbouring tokens that are probably inside an identifier."""

    name = "tagger"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of all categories; below the threshold they carry a low score and become doubt."""
        networks = _networks()
        if networks is None:
            return
        words = tokens.tokenize(document.view.text)
        ranges = [
            part
            for line in tokens.segments(words)
            for part in (_worth_reading(words, line) if document.casing in ("", features.PUBLISHED) else (line,))
        ]
        scores = _scored(networks, words, ranges, document.casing)
        limits = thresholds.limits(scores.inside, len(words))
        for first, last in ranges:
            document.read.extend((*words[place][1:], scores.inside[place]) for place in range(first, last))
            yield from self._spans(document, words, (first, last), scores, limits)

    def _spans(
        self,
        document: Document,
        words: Sequence[Token],
        part: Range,
        scores: _Scores,
        limits: Mapping[str, float],
    ) -> Iterator[Candidate]:
        text = document.view.text
        start = end = -1
        best, label = 0.0, ""
        for place in range(*part):
            word, low, high = words[place]
            inside, kind = scores.inside[place], LABELS[scores.kinds[place]]
            if inside < thresholds.LEAST and word != ".":
                continue
            score = _scaled(word, inside, kind, limits)
            if start >= 0 and _ends_sentence(text, low, high):
                yield self._candidate(document, start, end, label, best)
                start = -1
                continue
            if score < 0.25 or (not word[0].isalnum() and score < 0.5):
                continue
            joiners = _JOIN_NAMES if kind == "NAME" else _JOINERS
            joined = (
                label == kind and (score >= 0.5) == (best >= 0.5) and set(text[end:low]) <= joiners and low - end <= 2
            )
            if start >= 0 and joined:
                end, best = high, max(best, score) if best >= 0.5 else best
                continue
            if start >= 0:
                yield self._candidate(document, start, end, label, best)
            start, end, best, label = low, high, score, kind
        if start >= 0:
            yield self._candidate(document, start, end, label, best)

    def _candidate(self, document: Document, start: int, end: int, label: str, score: float) -> Candidate:
        start, end = wholeness.completed(label, document.view.text, start, end, sure=score >= 0.5)
        score = plausibility.capped(label, document.view.text, start, end, score)
        return document.candidate(
            start, end, CATEGORY.get(label, label), score, "tagger." + label.lower(), REASON[label]
        )


RECOGNIZER = TaggerRecognizer()

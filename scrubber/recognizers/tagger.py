"""The statistical tagger: a linear-chain CRF, decided on how likely a token is *outside* every identifier."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pycrfsuite

from scrubber import features, tokens
from scrubber.findings import Candidate
from scrubber.registry import Document

MODEL = Path(__file__).parent.parent / "model" / "tagger.crfsuite"
SHA256 = "1d1ef0bdd06f6066025f7714f41140461863e70be8507466df0b8e0cb3be88e5"  # pragma: allowlist secret
LABELS = ("NAME", "DATE", "ID", "PHONE", "WEB", "PLACE", "HOSP", "WORK", "ROOM", "AGE")
CATEGORY = {"ID": "OTHERID", "WEB": "HANDLE", "PLACE": "CITY", "HOSP": "HOSPITAL", "WORK": "EMPLOYER"}
#: the lowest probability of being an identifier at which a token of that type is taken; the rest is doubt
THRESHOLD = {
    "NAME": 0.35,
    "DATE": 0.5,
    "ID": 0.4,
    "PHONE": 0.4,
    "WEB": 0.4,
    "PLACE": 0.4,
    "HOSP": 0.4,
    "WORK": 0.45,
    "ROOM": 0.5,
    "AGE": 0.6,
}
REASON = {
    "NAME": "This reads like a person's name.", "DATE": "This reads like a date.", "ID": "This reads like an identifying number.",
    "PHONE": "This reads like a telephone number.", "WEB": "This reads like an address or account on the web.", "PLACE": "This reads like a place smaller than a state.",
    "HOSP": "This reads like the name of a place of care.", "WORK": "This reads like an employer or a rare occupation.", "ROOM": "This reads like a room or bed.", "AGE": "This reads like an age over 89.",
}  # fmt: skip
_JOINERS = frozenset("-'./&,#()_+:@ ")


class ModelChanged(RuntimeError):
    """The model file is not the one this code was written for."""


@lru_cache(maxsize=1)
def _tagger() -> pycrfsuite.Tagger | None:
    if not MODEL.exists():
        return None
    content = MODEL.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise ModelChanged("the tagger's model file does not match its pinned hash; run the training command")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger


@lru_cache(maxsize=512)
def _scores(words: tuple[str, ...], cased: str, before: str) -> tuple[tuple[float, str], ...]:
    """For each token the probability of being inside any identifier, and the likeliest type."""
    tagger = _tagger()
    if tagger is None:
        return tuple((0.0, "") for _ in words)
    tagger.set(features.featurize(list(words), cased=cased, before=before))
    marginal = tagger.marginal
    labels = [label for label in LABELS if label in _known()]
    out = []
    for index in range(len(words)):
        inside = 1.0 - marginal("O", index)
        if inside < 0.15:
            out.append((inside, ""))
        else:
            out.append((inside, max(labels, key=lambda label: marginal(label, index))))
    return tuple(out)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    tagger = _tagger()
    return frozenset(tagger.labels()) if tagger else frozenset()


def scaled(probability: float, label: str) -> float:
    """A score that crosses 0.5 exactly at the label's threshold, so that policy thresholds mean the same everywhere."""
    limit = THRESHOLD[label]
    return 0.5 + 0.5 * (probability - limit) / (1 - limit) if probability >= limit else 0.5 * probability / limit


class TaggerRecognizer:
    """Spans of neighbouring tokens that are probably inside an identifier."""

    name = "tagger"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of all categories; below the threshold they carry a low score and become doubt."""
        text = document.view.text
        cased = features.casing(text)
        before = ""
        for line in tokens.segments(tokens.tokenize(text)):
            words = tuple(token[0] for token in line)
            yield from self._spans(document, line, _scores(words, cased, before))
            before = words[-1].lower() if not words[-1].isalnum() else features.describe(words[-1])[0]

    def _spans(
        self, document: Document, line: list[tuple[str, int, int]], scores: tuple[tuple[float, str], ...]
    ) -> Iterator[Candidate]:
        text = document.view.text
        start = end = -1
        best, label = 0.0, ""
        for (word, low, high), (inside, kind) in zip(line, scores, strict=True):
            score = scaled(inside, kind) if kind else 0.0
            if score < 0.25 or (not word[0].isalnum() and score < 0.5):
                continue
            joined = (
                label == kind and (score >= 0.5) == (best >= 0.5) and set(text[end:low]) <= _JOINERS and low - end <= 2
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
        return document.candidate(
            start, end, CATEGORY.get(label, label), score, "tagger." + label.lower(), REASON[label]
        )


RECOGNIZER = TaggerRecognizer()

"""The statistical tagger: the mean of linear-chain CRFs, decided on how likely a token is *outside* every identifier."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from threading import Lock

import pycrfsuite

from scrubber import features, plausibility, tokens
from scrubber.findings import Candidate
from scrubber.registry import Document

FOLDER = Path(__file__).parent.parent / "model"
#: the models and their hashes, as :mod:`scrubber.training.train` prints them
SHA256 = {
    "tagger-1.crfsuite": "52da5cfbd871c6879ded6d6ef49a27bbfdcd1dae9e07d69d1f10bd3c163d6e93",  # pragma: allowlist secret
    "tagger-2.crfsuite": "708224a7cc223340e0e1ccecc513b458c6f74cc1dae86f74b11dc094c03c7821",  # pragma: allowlist secret
    "tagger-3.crfsuite": "3b595a63d76428bfa24ee7bfb4ad2b47fecaa9fec28a6072bbbfd8166b7a427a",  # pragma: allowlist secret
}
LABELS = ("NAME", "DATE", "ID", "PHONE", "WEB", "PLACE", "HOSP", "WORK", "ROOM", "AGE")
CATEGORY = {"ID": "OTHERID", "WEB": "HANDLE", "PLACE": "CITY", "HOSP": "HOSPITAL", "WORK": "EMPLOYER"}
#: the lowest probability of being an identifier at which a token of that type is taken; the rest is doubt
THRESHOLD = {
    "NAME": 0.13,
    "DATE": 0.25,
    "ID": 0.16,
    "PHONE": 0.2,
    "WEB": 0.1,
    "PLACE": 0.08,
    "HOSP": 0.08,
    "WORK": 0.12,
    "ROOM": 0.6,
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
def _taggers() -> tuple[pycrfsuite.Tagger, ...]:
    """The opened models; none of them where the package comes without."""
    if not any((FOLDER / name).exists() for name in SHA256):
        return ()
    taggers = []
    for name, digest in SHA256.items():
        if hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() != digest:
            raise ModelChanged("a tagger's model file does not match its pinned hash; run the training command")
        taggers.append(pycrfsuite.Tagger())
        taggers[-1].open(str(FOLDER / name))
    return tuple(taggers)


#: a line that a tagger is this sure of throughout, one way or the other, is not read by the next
SURE = 0.05
#: probability of being inside an identifier from which it is worth asking of which type
LEAST = 0.04

Scores = tuple[tuple[float, str], ...]
#: scores of lines read lately, so that reading a text again costs little; keyed by a hash, because a cache keeps no words
_LATELY: dict[int, Scores] = {}
_KEPT = 512
#: a tagger holds one line at a time; threads must not read each other's
_ONE_LINE = Lock()


def _scores(words: tuple[str, ...], cased: str, before: str) -> Scores:
    """For each token the probability of being inside any identifier, and the likeliest type."""
    key = hash((words, cased, before))
    scores = _LATELY.get(key)
    if scores is None:
        scores = _scored(words, cased, before)
        if len(_LATELY) >= _KEPT:
            _LATELY.clear()
        _LATELY[key] = scores
    return scores


def _scored(words: tuple[str, ...], cased: str, before: str) -> Scores:
    taggers = _taggers()
    if not taggers:
        return tuple((0.0, "") for _ in words)
    rows = pycrfsuite.ItemSequence(features.featurize(list(words), cased=cased, before=before))
    with _ONE_LINE:
        marginals: list[Callable[[str, int], float]] = []
        outside = [0.0] * len(words)
        for tagger in taggers:
            tagger.set(rows)
            marginals.append(tagger.marginal)
            mine = [tagger.marginal("O", index) for index in range(len(words))]
            outside = [sum_ + probability for sum_, probability in zip(outside, mine, strict=True)]
            if not any(SURE < probability < 1 - SURE for probability in mine):
                break
        inside = [1.0 - sum_ / len(marginals) for sum_ in outside]
        return tuple(
            (score, _likeliest(marginals, index, score) if score >= LEAST else "") for index, score in enumerate(inside)
        )


def _likeliest(marginals: list[Callable[[str, int], float]], index: int, inside: float) -> str:
    """The type that the taggers together think most probable for a token, which is ``inside`` an identifier."""
    best, most, left = "", -1.0, inside * len(marginals)
    for label in _known():
        together = 0.0
        for marginal in marginals:
            together += marginal(label, index)
        if together > most:
            best, most = label, together
        left -= together
        if left <= most:  # no other type can be more probable
            break
    return best


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    """The types every tagger knows, in a fixed order."""
    return tuple(label for label in LABELS if all(label in tagger.labels() for tagger in _taggers()))


def scaled(probability: float, label: str) -> float:
    """A score that crosses 0.5 exactly at the label's threshold, so that policy thresholds mean the same everywhere."""
    limit = THRESHOLD[label]
    return 0.5 + 0.5 * (probability - limit) / (1 - limit) if probability >= limit else 0.5 * probability / limit


def _worth_reading(line: list[tuple[str, int, int]]) -> Iterator[list[tuple[str, int, int]]]:
    """The sentences of a line that hold more than everyday words in lower case; neighbours stay together."""
    kept: list[tuple[str, int, int]] = []
    sentence: list[tuple[str, int, int]] = []
    plain = True
    for position, token in enumerate(line):
        sentence.append(token)
        word = token[0]
        plain = plain and features.everyday(word) and (len(sentence) == 1 or word == word.lower())
        if position + 1 < len(line) and (word not in ".!?" or len(sentence) < 3):
            continue
        if plain:
            if kept:
                yield kept
            kept = []
        else:
            kept = kept + sentence
        sentence, plain = [], True
    if kept:
        yield kept


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
        text = document.view.text
        cased = document.casing
        before = ""
        for line in tokens.segments(tokens.tokenize(text)):
            last = line[-1][0]
            for part in _worth_reading(line) if cased in ("", "p") else (line,):
                scores = _scores(tuple(token[0] for token in part), cased, before)
                document.read.extend(
                    (low, high, inside) for (_, low, high), (inside, _kind) in zip(part, scores, strict=True)
                )
                yield from self._spans(document, part, scores)
            before = last.lower() if not last.isalnum() else features.describe(last)[0]

    def _spans(
        self, document: Document, line: list[tuple[str, int, int]], scores: tuple[tuple[float, str], ...]
    ) -> Iterator[Candidate]:
        text = document.view.text
        start = end = -1
        best, label = 0.0, ""
        for (word, low, high), (inside, kind) in zip(line, scores, strict=True):
            score = scaled(inside, kind) if kind else 0.0
            if start >= 0 and _ends_sentence(text, low, high):
                yield self._candidate(document, start, end, label, best)
                start = -1
                continue
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
        score = plausibility.capped(label, document.view.text, start, end, score)
        return document.candidate(
            start, end, CATEGORY.get(label, label), score, "tagger." + label.lower(), REASON[label]
        )


RECOGNIZER = TaggerRecognizer()

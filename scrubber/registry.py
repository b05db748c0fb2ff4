"""Recognizers and rules: what may propose a candidate, and the table they are listed in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Protocol

from scrubber import features
from scrubber.findings import Candidate
from scrubber.normalise import View, in_lower_case
from scrubber.prefilter import prefilter

#: rules that go by one word beside another; on the corpora that may be read the taggers were this sure of none for 4 in 1,000 of what
#: such rules found rightly, and for two in five of what they took wrongly
_OVERRULED = (
    "name.", "facility", "city.", "room", "field.person", "handle.cue", "employer.", "landmark.", "accession",
)  # fmt: skip
_STRICT = ("name.title", "name.signed", "name.accompanied", "name.aged", "name.speaks", "city.known", "name.unlisted")
#: days, weeks and months as a British hand writes them are dates only where the taggers do not rule that out: "F/U 3/7"
_BRIEF, _SPANS_OF_TIME = ("date.cued", "date.bare"), ("/7", "/12", "/52")
_IMPROBABLE, _DOUBTED = 0.02, 0.4
#: probability from which a name of the text is looked for where any word would have a capital
_SUSPECTED = 0.01


@dataclass(slots=True)
class Document:
    """One text being scrubbed: the original, its plain view and, lazily, whatever recognizers share."""

    text: str
    view: View
    known_names: tuple[str, ...] = ()
    #: how the whole text uses capitals, see :func:`features.casing`; given when ``text`` is only a part of it
    casing: str = features.UNJUDGED
    lowered: str = field(init=False)
    around_digits: list[tuple[int, int]] = field(init=False)
    #: numbers of the patterns that may match it
    possible: set[int] = field(init=False)
    #: words the taggers read: offsets in the plain view, and the probability of being inside an identifier
    read: list[tuple[int, int, float]] = field(init=False, default_factory=list)
    #: language of medicine and of literature, in which no name is looked for that was found elsewhere; offsets in the plain view
    shielded: list[tuple[int, int]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        if self.casing == features.UNJUDGED:
            self.casing = features.casing(self.view.text)
        self.lowered = in_lower_case(self.view.text)
        self.around_digits = _around_digits(self.view.text)
        self.possible = prefilter.possible(self.view.text)

    def matches(self, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
        """All matches of a watched pattern (:meth:`prefilter.Prefilter.watch`) in the plain view."""
        return pattern.finditer(self.view.text) if prefilter.number(pattern) in self.possible else ()

    def candidate(self, start: int, end: int, category: str, score: float, rule: str, reason: str) -> Candidate:
        """A candidate from view offsets; what the taggers are sure is none is only a doubt, unless the rule is strict."""
        if rule.startswith(_OVERRULED) and not rule.startswith(_STRICT) and self._reads_like_none(start, end):
            score = min(score, _DOUBTED)
        if (
            rule.startswith(_BRIEF)
            and self.view.text[start:end].endswith(_SPANS_OF_TIME)
            and self._reads_like_none(start, end)
        ):
            score = min(score, _DOUBTED)
        first, last = self.view.span(start, end)
        return Candidate(first, last, category, score, rule, reason)

    def suspects(self, start: int, end: int) -> bool:
        """Whether the taggers hold these words of the text as it was written for an identifier with the least probability."""
        return self.view.starts is None and self._highest(start, end) >= _SUSPECTED

    def _reads_like_none(self, start: int, end: int) -> bool:
        """Whether the taggers read these words and think all of them improbable."""
        return 0 <= self._highest(start, end) < _IMPROBABLE

    def _highest(self, start: int, end: int) -> float:
        """The highest probability of these words; -1 where the taggers read none."""
        first = bisect_right(self.read, start, key=lambda word: word[1])
        return max(
            (inside for _, _, inside in takewhile(lambda word: word[0] < end, islice(self.read, first, None))),
            default=-1.0,
        )


_DIGITS = re.compile(r"\d+")
#: how far a label may stand before its number, and how far a value may go on behind a digit
_BEFORE, _BEHIND = 110, 70


def _around_digits(text: str) -> list[tuple[int, int]]:
    """Stretches of the text near a digit, cut at spaces; most clinical prose lies outside them."""
    stretches: list[tuple[int, int]] = []
    size = len(text)
    for match in _DIGITS.finditer(text):
        low, high = match.start() - _BEFORE, match.end() + _BEHIND
        if stretches and low <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], high)
        else:
            stretches.append((low, high))
    out = []
    for low, high in stretches:
        start = max(0, text.rfind(" ", 0, low)) if low > 0 else 0
        end = text.find(" ", high) if high < size else size
        out.append((start, size if end < 0 else end))
    return out


class Recognizer(Protocol):
    """Anything that proposes candidates for a document."""

    name: str

    def find(self, document: Document) -> Iterable[Candidate]:
        """Candidates in original offsets; must be linear in the length of the text."""
        ...


Check = Callable[[re.Match[str]], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with what it means. ``group`` is the identifying part; ``digits`` says that it always holds a digit;
    a ``lowered`` pattern is written in lower case and searches the text in lower case, which is many times faster for a
    long list of words than to ignore the case of each (both keep long texts fast). ``needs`` are lower-case words of which one must
    stand somewhere in the text: "backwards" for a name that may be written so."""

    id: str
    category: str
    pattern: re.Pattern[str]
    score: float
    reason: str
    group: int | str = 0
    check: Check | None = None
    needs: tuple[str, ...] = ()
    digits: bool = False
    lowered: bool = False
    number: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", prefilter.watch(self.pattern, lowered=self.lowered))


@dataclass(frozen=True, slots=True)
class PatternRecognizer:
    """Runs a table of rules over the plain view."""

    name: str
    rules: tuple[Rule, ...]

    def find(self, document: Document) -> Iterator[Candidate]:
        text = document.view.text
        for rule in self.rules:
            if rule.number not in document.possible:
                continue
            if rule.needs and not any(word in document.lowered for word in rule.needs):
                continue
            searched = document.lowered if rule.lowered else text
            for low, high in document.around_digits if rule.digits else ((0, len(text)),):
                for match in rule.pattern.finditer(searched, low, high):
                    start, end = match.span(rule.group)
                    if start < 0 or start == end or (rule.check is not None and not rule.check(match)):
                        continue
                    yield document.candidate(start, end, rule.category, rule.score, rule.id, rule.reason)


def watch(*patterns: re.Pattern[str]) -> None:
    """Patterns that a recognizer looks for with :meth:`Document.matches`; told at import, so that one pass looks for all."""
    for pattern in patterns:
        prefilter.watch(pattern)


_RECOGNIZERS: list[Recognizer] = []


def register(recognizer: Recognizer) -> Recognizer:
    """Adds a recognizer to every later scrub; names are unique."""
    if any(recognizer.name == other.name for other in _RECOGNIZERS):
        raise ValueError(f"recognizer {recognizer.name!r} is registered twice")
    _RECOGNIZERS.append(recognizer)
    return recognizer


def recognizers() -> tuple[Recognizer, ...]:
    """The registered recognizers, in order."""
    return tuple(_RECOGNIZERS)

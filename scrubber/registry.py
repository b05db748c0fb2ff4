"""Recognizers and rules: what may propose a candidate, and the table they are listed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from scrubber.findings import Candidate
from scrubber.normalise import View


@dataclass(slots=True)
class Document:
    """One text being scrubbed: the original, its plain view and, lazily, whatever recognizers share."""

    text: str
    view: View
    known_names: tuple[str, ...] = ()
    lowered: str = field(init=False)

    def __post_init__(self) -> None:
        lowered = self.view.text.lower()
        self.lowered = lowered if len(lowered) == len(self.view.text) else self.view.text

    def candidate(self, start: int, end: int, category: str, score: float, rule: str, reason: str) -> Candidate:
        """A candidate from view offsets."""
        first, last = self.view.span(start, end)
        return Candidate(first, last, category, score, rule, reason)


class Recognizer(Protocol):
    """Anything that proposes candidates for a document."""

    name: str

    def find(self, document: Document) -> Iterable[Candidate]:
        """Candidates in original offsets; must be linear in the length of the text."""
        ...


Check = Callable[[re.Match[str]], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with what it means. ``group`` is the identifying part; ``needs`` are lower-case hints of which one
    must occur in the text for the pattern to be tried at all (this keeps long texts fast)."""

    id: str
    category: str
    pattern: re.Pattern[str]
    score: float
    reason: str
    group: int | str = 0
    check: Check | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternRecognizer:
    """Runs a table of rules over the plain view."""

    name: str
    rules: tuple[Rule, ...]

    def find(self, document: Document) -> Iterator[Candidate]:
        text = document.view.text
        for rule in self.rules:
            if rule.needs and not any(hint in document.lowered for hint in rule.needs):
                continue
            for match in rule.pattern.finditer(text):
                start, end = match.span(rule.group)
                if start < 0 or start == end or (rule.check is not None and not rule.check(match)):
                    continue
                yield document.candidate(start, end, rule.category, rule.score, rule.id, rule.reason)


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

"""What a pattern cannot match without. Nearly all of our patterns need not be tried on nearly all texts.

For each pattern a set of literals is worked out of which one stands in everything it matches, as RE2's filtered matching does
(Cox, "Regular Expression Matching with a Trigram Index", 2012). One pass over a text finds which of all these literals it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from re import _constants as opcode  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import ahocorasick

#: a set of more strings says too little for what it costs, and so does a shorter string
MOST_EXACT, MOST_LITERALS, SHORTEST = 64, 400, 3
#: characters that ignoring case takes for "i" and "s", and that have another lower case (Python's ``re``)
_LIKE = {0x130: "i", 0x131: "i", 0x17F: "s"}

Strings = frozenset[str]


class _Part(NamedTuple):
    """Of a part of a pattern: all strings it matches, when they are few, or else strings of which one is in every match."""

    exact: Strings | None
    needed: Strings | None


_NOTHING = _Part(frozenset({""}), None)
_ANYTHING = _Part(None, None)


class Watch:
    """The literals of all patterns, and which of them a text holds."""

    def __init__(self) -> None:
        self._automaton = ahocorasick.Automaton()
        self._is_ready = False

    def add(self, literals: Strings) -> Strings:
        """Watch for ``literals`` too."""
        for literal in literals:
            self._automaton.add_word(literal, literal)
        self._is_ready = self._is_ready and not literals
        return literals

    def present(self, lowered: str) -> Strings:
        """Those that stand in a text in lower case."""
        if not len(self._automaton):
            return frozenset()
        if not self._is_ready:
            self._automaton.make_automaton()
            self._is_ready = True
        plain = lowered if lowered.isascii() else lowered.translate(_LIKE)
        return frozenset(literal for _, literal in self._automaton.iter(plain))


watch = Watch()


@cache
def needed(pattern: re.Pattern[str]) -> Strings:
    """Lower-case strings of which one stands in every match of ``pattern``, watched from now on; empty when there is no such set."""
    found = _sequence(_parser.parse(pattern.pattern, pattern.flags))
    best = _best([found.exact, found.needed])
    return watch.add(best or frozenset())


def _best(sets: Iterable[Strings | None]) -> Strings | None:
    """The set that says most: its shortest string is longest, and it has few."""
    useful = [one for one in sets if one and len(one) <= MOST_LITERALS and min(map(len, one)) >= SHORTEST]
    return max(useful, key=lambda one: (min(map(len, one)), -len(one)), default=None)


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    exact: Strings | None = frozenset({""})
    candidates: list[Strings | None] = []
    for code, argument in items:
        part = _part(code, argument)
        candidates.append(part.needed)
        if exact is not None and part.exact is not None and len(exact) * len(part.exact) <= MOST_EXACT:
            exact = frozenset(left + right for left in exact for right in part.exact)
        else:
            candidates += [exact, part.exact]
            exact = part.exact if exact is None else None
            if part.exact is not None and len(part.exact) <= MOST_EXACT:
                exact = part.exact
    whole = exact is not None and not any(one is not None for one in candidates) and _is_exact(items)
    return _Part(exact, None) if whole else _Part(None, _best([*candidates, exact]))


def _is_exact(items: Iterable[tuple[Any, Any]]) -> bool:
    return all(_part(code, argument).exact is not None for code, argument in items)


def _part(code: Any, argument: Any) -> _Part:
    if code is opcode.LITERAL:
        return _Part(frozenset({_lower(argument)}), None)
    if code is opcode.IN:
        return _one_of(argument)
    if code is opcode.SUBPATTERN:
        return _sequence(argument[3])
    if code is opcode.ATOMIC_GROUP:
        return _sequence(argument)
    if code is opcode.BRANCH:
        return _alternatives(argument[1])
    if code in (opcode.MAX_REPEAT, opcode.MIN_REPEAT, opcode.POSSESSIVE_REPEAT):
        return _repeated(*argument)
    if code is opcode.ASSERT:
        inside = _sequence(argument[1])
        return _Part(_NOTHING.exact, _best([inside.exact, inside.needed]))
    if code in (opcode.AT, opcode.ASSERT_NOT):
        return _NOTHING
    return _ANYTHING


def _one_of(items: Sequence[tuple[Any, Any]]) -> _Part:
    if any(code is not opcode.LITERAL for code, _ in items):
        return _ANYTHING
    return _Part(frozenset(_lower(argument) for _, argument in items), None)


def _alternatives(branches: Sequence[Any]) -> _Part:
    parts = [_sequence(branch) for branch in branches]
    if all(part.exact is not None for part in parts):
        return _Part(frozenset().union(*(part.exact or () for part in parts)), None)
    sets = [_best([part.exact, part.needed]) for part in parts]
    if any(one is None for one in sets):
        return _ANYTHING
    return _Part(None, frozenset().union(*(one or () for one in sets)))


def _repeated(least: int, most: Any, items: Any) -> _Part:
    part = _sequence(items)
    if most == 1 and part.exact is not None:
        return part if least else _Part(part.exact | {""}, None)
    return _Part(None, _best([part.exact, part.needed])) if least else _ANYTHING


def _lower(code_point: int) -> str:
    lowered = chr(code_point).lower().translate(_LIKE)
    return lowered if len(lowered) == 1 else chr(code_point)

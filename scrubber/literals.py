"""What a pattern cannot match without. Nearly all of our patterns need not be tried on nearly all texts.

For each pattern sets of literals are worked out, of each of which one stands in everything it matches, as RE2's filtered matching
does (Cox, "Regular Expression Matching with a Trigram Index", 2012). One pass over a text finds which of all these literals it
holds. Both are compared in a plain form: lower case, every digit a zero, all space between words one blank. So a date written
with strokes needs "0/0", and a text without it is not searched for one.
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
#: sets kept for one pattern; more than these are hardly ever missing when the others are there
MOST_SETS = 3
#: times that what repeats is written out
MOST_REPEATED = 12
#: characters that ignoring case takes for "i" and "s", and that have another lower case (Python's ``re``)
_LIKE = {0x130: "i", 0x131: "i", 0x17F: "s"}
_ZEROS = str.maketrans("123456789", "0" * 9)
_DIGIT = re.compile(r"\d")

Strings = frozenset[str]


class _Part(NamedTuple):
    """Of a part of a pattern: all strings it matches, when they are few, or else sets of strings of which one is in every match."""

    exact: Strings | None
    needed: tuple[Strings, ...] = ()


_NOTHING = _Part(frozenset({""}))
_ANYTHING = _Part(None)


class Watch:
    """The literals of all patterns, and which of them a text holds."""

    def __init__(self) -> None:
        self._automaton = ahocorasick.Automaton()
        self._is_ready = False

    def add(self, literals: Iterable[str]) -> None:
        """Watch for ``literals`` too."""
        for literal in literals:
            self._automaton.add_word(literal, literal)
            self._is_ready = False

    def present(self, lowered: str) -> Strings:
        """Those that stand in a text in lower case."""
        if not len(self._automaton):
            return frozenset()
        if not self._is_ready:
            self._automaton.make_automaton()
            self._is_ready = True
        return frozenset(literal for _, literal in self._automaton.iter(_plain(lowered)))


watch = Watch()


@cache
def needed(pattern: re.Pattern[str]) -> tuple[Strings, ...]:
    """Sets of strings, watched from now on, of each of which one stands in every text (see ``Watch``) that ``pattern`` matches."""
    found = _sequence(_parser.parse(pattern.pattern, pattern.flags))
    sets = _useful([found.exact, *found.needed])
    watch.add(literal for one in sets for literal in one)
    return sets


def may_match(sets: tuple[Strings, ...], present: Strings) -> bool:
    """Whether a pattern that needs one of each of these ``sets`` can match a text that holds the literals ``present``."""
    return all(not one.isdisjoint(present) for one in sets)


def _plain(lowered: str) -> str:
    """Digits as zeros, space as one blank."""
    blank = " " + " ".join(lowered.split()) + " "
    return blank.translate(_ZEROS) if blank.isascii() else _DIGIT.sub("0", blank.translate(_LIKE))


def _useful(sets: Iterable[Strings | None]) -> tuple[Strings, ...]:
    """The sets that say most first: their shortest string is longest, and they have few."""
    useful = {one for one in sets if one and len(one) <= MOST_LITERALS and min(map(len, one)) >= SHORTEST}
    return tuple(sorted(useful, key=lambda one: (-min(map(len, one)), len(one), min(one)))[:MOST_SETS])


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    run: Strings = frozenset({""})  # all that can stand since the last part with too many possibilities
    is_whole = True
    sets: list[Strings | None] = []
    for code, argument in items:
        part = _part(code, argument)
        longer = _joined(run, part.exact) if part.exact is not None else None
        sets += part.needed
        if longer is None:
            is_whole = False
            sets.append(run)
            longer = part.exact if part.exact is not None else frozenset({""})
        run = longer
    return _Part(run, _useful(sets)) if is_whole else _Part(None, _useful([*sets, run]))


def _joined(left: Strings, right: Strings) -> Strings | None:
    """Every string of one followed by every string of the other, when they are few."""
    if len(left) * len(right) > MOST_EXACT:
        return None
    return frozenset((first + second).replace("  ", " ") for first in left for second in right)


def _part(code: Any, argument: Any) -> _Part:
    if code is opcode.LITERAL:
        return _Part(frozenset({_character(argument)}))
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
        return _Part(_NOTHING.exact, _useful([inside.exact, *inside.needed]))
    if code in (opcode.AT, opcode.ASSERT_NOT):
        return _NOTHING
    return _ANYTHING


def _one_of(items: Sequence[tuple[Any, Any]]) -> _Part:
    if (opcode.NEGATE, None) in items:
        is_space = (opcode.CATEGORY, opcode.CATEGORY_NOT_SPACE) in items  # as in [^\S\n]
        return _Part(frozenset({" "})) if is_space else _ANYTHING
    characters: set[str] = set()
    for code, argument in items:
        if code is opcode.LITERAL:
            characters.add(_character(argument))
        elif code is opcode.CATEGORY and argument is opcode.CATEGORY_DIGIT:
            characters.add("0")
        elif code is opcode.CATEGORY and argument is opcode.CATEGORY_SPACE:
            characters.add(" ")
        elif code is opcode.RANGE and ord("0") <= argument[0] and argument[1] <= ord("9"):
            characters.add("0")
        else:
            return _ANYTHING
    return _Part(frozenset(characters))


def _alternatives(branches: Sequence[Any]) -> _Part:
    parts = [_sequence(branch) for branch in branches]
    if all(part.exact is not None for part in parts):
        return _Part(frozenset().union(*(part.exact or () for part in parts)))
    best = [_useful([part.exact, *part.needed])[:1] for part in parts]
    if not all(best):
        return _ANYTHING
    return _Part(None, (frozenset().union(*(one for (one,) in best)),))


def _repeated(least: int, most: Any, items: Any) -> _Part:
    part = _sequence(items)
    if part.exact is None:
        return _Part(None, part.needed) if least else _ANYTHING
    return _written_out(part.exact, least, most)


def _written_out(once: Strings, least: int, most: Any) -> _Part:
    """``once`` so many times; more blanks are one blank."""
    times: Strings = frozenset({""})
    enough = times
    found: Strings = frozenset()
    for count in range(MOST_REPEATED + 1):
        if count <= least:
            enough = times
        if count >= least:
            if count == most or times <= found:  # nothing new comes from going on
                return _Part(found | times)
            found |= times
        longer = _joined(times, once)
        if longer is None:
            break
        times = longer
    return _Part(None, _useful([enough]))


def _character(code_point: int) -> str:
    """The plain form of one character."""
    character = chr(code_point)
    if character.isspace():
        return " "
    if character.isdecimal():
        return "0"
    lowered = character.lower().translate(_LIKE)
    return lowered if len(lowered) == 1 else character

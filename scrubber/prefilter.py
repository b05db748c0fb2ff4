"""Which patterns can match a text at all. Nearly all of our patterns need not be tried on nearly all texts.

Hyperscan looks for all of them in one pass, in a fortieth of the time that Python's ``re`` takes to try them. It does not know
look-around, so it is asked for an approximation (``HS_FLAG_PREFILTER``) that finds at least every text a pattern matches;
``re`` then says where. What the two disagree on, characters beyond ASCII, is shown to Hyperscan as a letter, digit or blank.

Compiling takes some seconds, so the result is kept in a file beside the taggers: ``python -m scrubber prepare`` writes it,
and so does the first use. It holds for these patterns, this version of Hyperscan and this kind of processor only.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from re import _constants as opcode  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from threading import Lock
from typing import Any

import hyperscan

from scrubber.approximate import approximate, is_told_by_stand_ins, stand_in

FILE = Path(__file__).parent / "model" / "patterns.hs"
#: patterns compiled together: a few small databases are compiled faster than a large one, and each costs a pass
TOGETHER = 100
_FLAGS = {
    re.IGNORECASE: hyperscan.HS_FLAG_CASELESS,
    re.MULTILINE: hyperscan.HS_FLAG_MULTILINE,
    re.DOTALL: hyperscan.HS_FLAG_DOTALL,
}
_APPROXIMATE = (
    hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_ALLOWEMPTY | hyperscan.HS_FLAG_UTF8
)
#: all that Hyperscan and ``re`` do not see alike
_UNLIKE = re.compile(r"[^\x00-\x1b\x20-\x7f]")
_LENGTH = 8  # bytes before each database that say how long it is

log = logging.getLogger(__name__)


class Prefilter:
    """All patterns by their numbers, and which of them a text may hold."""

    def __init__(self, file: Path = FILE) -> None:
        self.patterns: list[re.Pattern[str]] = []
        self._caseless: list[bool] = []
        self._numbers: dict[int, int] = {}
        self._databases: list[hyperscan.Database] = []
        self._compiled = 0
        self._unlike: frozenset[int] = frozenset()
        self._file = file
        self._one_at_a_time = Lock()  # a database has room for one scan

    def watch(self, pattern: re.Pattern[str], *, lowered: bool = False) -> int:
        """The number of ``pattern``, which is ``lowered`` when it is looked for in texts in lower case."""
        self._numbers[id(pattern)] = len(self.patterns)
        self.patterns.append(pattern)
        self._caseless.append(lowered)
        return len(self.patterns) - 1

    def watch_all(self, patterns: Iterable[re.Pattern[str]]) -> tuple[tuple[int, re.Pattern[str]], ...]:
        """Numbers and patterns."""
        return tuple((self.watch(pattern), pattern) for pattern in patterns)

    def number(self, pattern: re.Pattern[str]) -> int:
        """The number of a watched pattern.

        Raises:
            KeyError: it is not watched.
        """
        return self._numbers[id(pattern)]

    def possible(self, text: str) -> set[int]:
        """Numbers of the patterns that may match ``text``; every pattern that does is among them."""
        if not self._compiled:
            with self._one_at_a_time:
                self._load()
        found = set(range(self._compiled, len(self.patterns)))
        if _UNLIKE.search(text):
            text = _UNLIKE.sub(_stand_in, text)
            found |= self._unlike
        data = text.encode("utf-8", "replace")

        def note(number: int, *_: Any) -> None:
            found.add(number)

        with self._one_at_a_time:
            for database in self._databases:
                database.scan(data, match_event_handler=note)
        return found

    def _load(self) -> None:
        """From the file, or compiled and written there where that is allowed."""
        if self._compiled:  # another thread was first
            return
        count = len(self.patterns)
        digest = self._digest(count)
        databases = _read(self._file, digest)
        if databases is None:
            databases = [
                self._compile(range(first, min(first + TOGETHER, count))) for first in range(0, count, TOGETHER)
            ]
            _write(self._file, digest, databases)
        self._unlike = frozenset(number for number in range(count) if _excludes_letters(self.patterns[number]))
        self._databases, self._compiled = databases, count

    def _flags(self, number: int) -> int:
        pattern = self.patterns[number]
        flags = sum(theirs for ours, theirs in _FLAGS.items() if pattern.flags & ours)
        return _APPROXIMATE | flags | (hyperscan.HS_FLAG_CASELESS if self._caseless[number] else 0)

    def _compile(self, numbers: range) -> hyperscan.Database:
        database = hyperscan.Database()
        database.compile(
            expressions=[approximate(self.patterns[number].pattern).encode() for number in numbers],
            ids=list(numbers),
            flags=[self._flags(number) for number in numbers],
        )
        return database

    def _digest(self, count: int) -> bytes:
        """Of everything the file depends on, but for the processor, which Hyperscan checks itself."""
        told = [f"{self._flags(number)} {approximate(self.patterns[number].pattern)}" for number in range(count)]
        return hashlib.sha256("\0".join([version("hyperscan"), str(TOGETHER), *told]).encode()).digest()


def _read(file: Path, digest: bytes) -> list[hyperscan.Database] | None:
    """The databases of ``file``, unless it is missing, of other patterns, or of another kind of processor."""
    if not file.exists():
        return None
    data = file.read_bytes()
    if not data.startswith(digest):
        return None
    databases, at = [], len(digest)
    try:
        while at < len(data):
            start = at + _LENGTH
            at = start + int.from_bytes(data[at:start], "big")
            databases.append(hyperscan.loadb(data[start:at], mode=hyperscan.HS_MODE_BLOCK))
            databases[-1].scratch = hyperscan.Scratch(databases[-1])
    except hyperscan.error as problem:
        log.warning("compiled patterns cannot be used here: %s", type(problem).__name__)
        return None
    return databases


def _write(file: Path, digest: bytes, databases: list[hyperscan.Database]) -> None:
    dumps = [hyperscan.dumpb(database) for database in databases]
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(digest + b"".join(len(dump).to_bytes(_LENGTH, "big") + dump for dump in dumps))
        unfinished.replace(file)
    except OSError as problem:  # an installation that cannot be written to: the next start compiles again
        log.warning("compiled patterns cannot be kept: %s", type(problem).__name__)


def _stand_in(match: re.Match[str]) -> str:
    return stand_in(match.group())


def _excludes_letters(pattern: re.Pattern[str]) -> bool:
    """Whether a stand-in could hide a match: the pattern excludes stand-ins, or letters that have one."""
    return any(
        _excludes_one(code, argument) for code, argument in _steps(_parser.parse(pattern.pattern, pattern.flags))
    )


def _steps(part: Any) -> Iterator[tuple[Any, Any]]:
    """Every step of a parsed pattern, at any depth."""
    if isinstance(part, tuple) and len(part) == 2 and isinstance(part[0], opcode._NamedIntConstant):
        yield part
        yield from _steps(part[1])
    elif isinstance(part, (tuple, list, _parser.SubPattern)):
        for inner in part:
            yield from _steps(inner)


def _excludes_one(code: Any, argument: Any) -> bool:
    if code is opcode.NOT_LITERAL:
        return is_told_by_stand_ins(argument, argument)
    if code is opcode.IN and argument[0][0] is opcode.NEGATE:
        return any(
            is_told_by_stand_ins(*(found if kind is opcode.RANGE else (found, found)))
            for kind, found in argument[1:]
            if kind in (opcode.RANGE, opcode.LITERAL)
        )
    return False


prefilter = Prefilter()

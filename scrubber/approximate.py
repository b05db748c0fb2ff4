"""What Hyperscan is asked for instead of a pattern: something it knows that matches wherever the pattern does.

It leaves look-around out. What is looked for ahead at the very end of a pattern can be asked for all the same: whether "A, followed
by B" is anywhere in a text is whether "AB" is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_POINT = re.compile(r"\\u([0-9a-fA-F]{4})")  # is written \x{1234} in Hyperscan
_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_AHEAD, _GROUP = "(?=", "(?:"
_REFUSED = ("(?!", "(?<!")
_REPEATED = ("*", "+", "?", "{")


def approximate(pattern: str) -> str:
    """``pattern`` in Hyperscan's way of writing, with what is looked for ahead at its end as a part of it.

    A text in which ``pattern`` matches holds a match of it too.
    """
    for start in sorted((at for at, _ in _groups(pattern) if pattern.startswith(_AHEAD, at)), reverse=True):
        if _is_last(pattern, start):
            pattern = pattern[:start] + _GROUP + pattern[start + len(_AHEAD) :]
    return _POINT.sub(r"\\x{\1}", pattern)


def _groups(pattern: str) -> Iterator[tuple[int, int]]:
    """Where each group opens and closes."""
    opened = []
    for atom in _ATOM.finditer(pattern):
        if atom.group() == "(":
            opened.append(atom.start())
        elif atom.group() == ")":
            yield opened.pop(), atom.start()


def _is_last(pattern: str, start: int) -> bool:
    """Whether nothing can match behind the group that opens at ``start``."""
    closings = dict(_groups(pattern))
    at = closings[start] + 1
    while at < len(pattern):
        if pattern[at] == ")" and not pattern.startswith(_REPEATED, at + 1):
            at += 1
        elif pattern[at] == "|":
            at = min((close for opening, close in closings.items() if opening < at < close), default=len(pattern))
        elif pattern.startswith(_REFUSED, at):
            at = closings[at] + 1
        else:
            return False
    return True

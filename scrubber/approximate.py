"""What Hyperscan is asked for instead of a pattern: something it knows that matches wherever the pattern does.

Letters and digits beyond ASCII are shown to it as others that stand in for them, because it does not know them for letters; so
they are asked for as these. It leaves look-around out. What is looked for ahead at the very end of a pattern can be asked for all
the same: whether "A, followed by B" is anywhere in a text is whether "AB" is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_POINT = re.compile(r"\\u([0-9a-fA-F]{4})")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_LETTER, _CAPITAL, _DIGIT = "x", "X", "0"
#: capitals of Western European names; our patterns write them so beside A-Z
_CAPITALS = range(0xC0, 0xDF)
#: what ``re`` takes for "i", "k" and "s" when case does not count
_LIKE = {"\u0130": "i", "\u0131": "i", "\u212a": "k", "\u017f": "s"}
#: a range of letters, and the signs that stand among them
_RANGE, _SIGNS = re.compile(r"([^\x00-\x7f])-([^\x00-\x7f])"), "\u00d7\u00f7"
_STAND_INS = frozenset({_LETTER, _DIGIT, *_LIKE.values()})
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
    pattern = _POINT.sub(lambda found: chr(int(found[1], 16)), pattern)
    return _BEYOND.sub(lambda found: stand_in(found[0]), _RANGE.sub(_of_range, pattern))


def _of_range(found: re.Match[str]) -> str:
    """Everything that may be shown for one of a range of letters."""
    return _CAPITAL + _LETTER + "".join(sign for sign in _SIGNS if found[1] <= sign <= found[2])


@lru_cache(maxsize=4096)
def stand_in(character: str) -> str:
    """What Hyperscan is shown for a character that ``re`` takes for a digit, letter or blank; others are shown as they are."""
    if character.isdecimal():
        return _DIGIT
    if character.isalnum():
        return _LIKE.get(character, _CAPITAL if ord(character) in _CAPITALS else _LETTER)
    return " " if character.isspace() else character


def is_told_by_stand_ins(low: int, high: int) -> bool:
    """Whether the characters ``low`` to ``high`` hold one that is shown as another, or another that is shown for it."""
    if any(low <= ord(form) <= high for letter in _STAND_INS for form in (letter, letter.upper())):
        return True
    return high > 127 and (low < high or stand_in(chr(low)) != chr(low))


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

"""Words, numbers and signs of a text with their offsets; a token of an earlier scrub is one word."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\[[a-z][a-z0-9 \-]{2,24}\]|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\n|[^\w\s]|_")
#: a line longer than this is cut, so that the tagger's memory stays bounded; one longer than the other, at the end of a sentence
LONGEST, SHORTEST_CUT = 160, 60

Token = tuple[str, int, int]
"""A word, number or sign; offsets of its start and end."""

Range = tuple[int, int]
"""Neighbouring tokens: the place of the first, and the place behind the last."""


def tokenize(text: str) -> list[Token]:
    """(token, start, end) triples; line breaks are tokens."""
    return [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def segments(tokens: list[Token]) -> list[Range]:
    """Lines; long ones are cut after a full stop where possible."""
    lines: list[Range] = []
    first = 0
    for place, (word, _start, _end) in enumerate(tokens):
        if word == "\n":
            if first < place:
                lines.append((first, place))
            first = place + 1
        elif place + 1 - first >= (SHORTEST_CUT if word in ".!?" else LONGEST):
            lines.append((first, place + 1))
            first = place + 1
    if first < len(tokens):
        lines.append((first, len(tokens)))
    return lines

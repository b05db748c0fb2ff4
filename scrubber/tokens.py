"""Words, numbers and signs of a text with their offsets; a token of an earlier scrub is one word."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\[[a-z][a-z0-9 \-]{2,24}\]|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\n|[^\w\s]|_")
#: a line longer than this is cut, so that the tagger's memory stays bounded
LONGEST = 160

Token = tuple[str, int, int]
"""A word, number or sign; offsets of its start and end."""


def tokenize(text: str) -> list[Token]:
    """(token, start, end) triples; line breaks are tokens."""
    return [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def segments(tokens: list[Token]) -> list[list[Token]]:
    """Tokens by line; long lines are cut after a full stop where possible."""
    out: list[list[Token]] = []
    line: list[Token] = []
    for token in tokens:
        if token[0] == "\n":
            if line:
                out.append(line)
            line = []
            continue
        line.append(token)
        if len(line) >= LONGEST or (len(line) >= 60 and token[0] in ".!?"):
            out.append(line)
            line = []
    if line:
        out.append(line)
    return out

"""Whole documents written by hand for training, with their identifiers marked; other identifiers take their places.

A document begins with ``=== kind``; an identifier is written ``[[TYPE.form:words]]``, where the form of a name says how much of it
stands there (``full``, ``first``, ``last``, ``lf``, ``fi``, ``fl``, ``li``, ``nick``, with ``lc`` or ``uc`` for its letters).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scrubber.training.people import DATA
from scrubber.training.slots import Segment, Slots

_DOCUMENT = re.compile(r"^=== (?P<kind>[a-z]+)\n(?P<body>.*?)(?=^=== |\Z)", re.M | re.S)
_MARK = re.compile(r"\[\[(?P<type>[A-Z_]+)(?P<tags>(?:\.[a-z]+)*):(?P<words>.*?)\]\]", re.S)
#: form of a name in the marks, and in the slots
_FORMS = {"full": "", "first": "f", "last": "l", "lf": "lf", "fi": "fi", "fl": "fl", "li": "li", "nick": "n"}
#: share of identifiers left as they were written; all names and towns of one kind would be too much alike
_KEPT = 0.25
_PLACES = frozenset({"HOSPITAL", "EMPLOYER", "LOCATION"})
#: what is not drawn anew: a day or an age must stay possible, and a disguise or a rare trade is not made by rule
_AS_WRITTEN = frozenset({"DATE", "AGE", "OCCUPATION", "URL", "EMAIL", "HANDLE", "INITIALS"})
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")
INFORMAL = frozenset({"post", "query"})


class Written(NamedTuple):
    """A document as it was written: its kind, and pieces of (words, type of identifier or "", tags)."""

    kind: str
    pieces: tuple[tuple[str, str, tuple[str, ...]], ...]


@lru_cache(maxsize=1)
def documents() -> tuple[Written, ...]:
    """All of them; they belong to the training half."""
    texts = [path.read_text(encoding="utf8") for path in sorted((DATA / "documents").glob("*.txt"))]
    return tuple(
        Written(match["kind"], tuple(_pieces(match["body"].strip("\n"))))
        for text in texts
        for match in _DOCUMENT.finditer(text)
    )


def _pieces(body: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    cursor = 0
    for match in _MARK.finditer(body):
        yield body[cursor : match.start()], "", ()
        yield match["words"], match["type"], tuple(match["tags"].split(".")[1:])
        cursor = match.end()
    yield body[cursor:], "", ()


def filled(written: Written, slots: Slots, rng: random.Random) -> Iterator[Segment]:
    """The document with other identifiers; what stood for one person or place still does."""
    drawn: dict[str, str] = {}
    for words, kind, tags in written.pieces:
        if not kind:
            if words:
                yield Segment(words)
            continue
        if words not in drawn:
            drawn[words] = words if rng.random() < _KEPT else _another(words, kind, tags, slots, rng)
        yield Segment(drawn[words], "NAME" if kind == "INITIALS" else kind, ("document",))


def _another(words: str, kind: str, tags: tuple[str, ...], slots: Slots, rng: random.Random) -> str:
    if kind in ("NAME", "NAME_REL"):
        return _name(words, tags, slots)
    if kind == "CITY":
        return slots.people.city() if words[:1].isupper() else slots.people.city().lower()
    if kind in _PLACES and rng.random() < 0.5:
        return _CAPITALISED.sub(lambda _: slots.people.word("L"), words, count=1)
    if kind in _AS_WRITTEN:
        return words
    return re.sub(r"\d", lambda _: rng.choice("0123456789"), words)


def _name(words: str, tags: tuple[str, ...], slots: Slots) -> str:
    """Another name in the same form; as it was where the form is none of ours."""
    form = next((_FORMS[tag] for tag in tags if tag in _FORMS), None)
    if form is None:
        return words
    name = "".join(segment.text for segment in slots.person(slots.people.person(), form, role="p"))
    return name.lower() if "lc" in tags else name.upper() if "uc" in tags else name

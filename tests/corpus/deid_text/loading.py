"""Reads the marked texts; offsets are those of the text without marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

HERE = Path(__file__).parent
_DOCUMENT = re.compile(r"^=== (?P<kind>[a-z]+)\n(?P<body>.*?)(?=^=== |\Z)", re.M | re.S)
_MARK = re.compile(r"\[\[(?P<type>[A-Z_]+)(?P<tags>(?:\.[a-z]+)*):(?P<words>.*?)\]\]", re.S)
_TITLE_BEFORE = re.compile(
    r"\b(?:Drs?|Mrs?|Ms|Miss|Mx|Prof|Professor|Fr|Father|Sister|Nurse|Officer|Chaplain|Sr|Don|Doña|Lic|Coach|RN)\.?\s*$",
    re.I,
)
_POSSESSIVE_AFTER = re.compile(r"['’]s\b")
_YEAR_AFTER = re.compile(r"(?:,?\s(?:19|20)|[/.-](?:19|20)?)\d\d\b")
_FACILITY_AFTER = re.compile(
    r"'?s?(?:\s(?:Hospital|Clinic|Medical|Med|Center|Centre|Ctr|Health|Regional|Women's|Children's|Memorial|Infirmary|Institute|"
    r"Rehabilitation|Burn|Birth|Associates|Rheumatology|Endocrine|National|Forest|County|State|Canyon|ED|ER|Elementary))+\b"
)
_STATE_AFTER = re.compile(r",?\s(?:[A-Z]{2})\b(?=[\s,.]|$)")
#: words beside a mark of these types that a scrubber may take along without being wrong
_NEUTRAL = {
    "NAME": (_TITLE_BEFORE, _POSSESSIVE_AFTER), "NAME_REL": (_TITLE_BEFORE, _POSSESSIVE_AFTER), "DATE": (None, _YEAR_AFTER),
    "HOSPITAL": (None, _FACILITY_AFTER), "EMPLOYER": (None, _FACILITY_AFTER), "CITY": (None, _STATE_AFTER),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One identifier: half-open offsets, type, and tags such as ``obf`` or a name's origin."""

    start: int
    end: int
    type: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its marks; ``neutral`` spans count neither for nor against."""

    id: str
    kind: str
    text: str
    marks: tuple[Mark, ...]
    neutral: tuple[tuple[int, int], ...] = field(default=())

    @property
    def half(self) -> str:
        """ "open" may be read by whoever writes rules; of "held-back" only the scores are looked at."""
        return "open" if crc32(self.id.encode()) % 2 else "held-back"

    def record(self) -> dict[str, Any]:
        """As a JSON line for any other scorer: ``id, kind, text, spans, ignore``."""
        spans = [
            {"start": m.start, "end": m.end, "type": m.type, "tags": list(m.tags), "text": self.text[m.start : m.end]}
            for m in self.marks
        ]
        return {
            "id": self.id,
            "kind": self.kind,
            "text": self.text,
            "spans": spans,
            "ignore": [list(n) for n in self.neutral],
        }


def parse(name: str, kind: str, body: str) -> Document:
    """A document from its marked body."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = cursor = 0
    for match in _MARK.finditer(body):
        before = body[cursor : match.start()]
        words = match["words"]
        length += len(before)
        marks.append(Mark(length, length + len(words), match["type"], tuple(match["tags"].split(".")[1:])))
        pieces += [before, words]
        length += len(words)
        cursor = match.end()
    text = ("".join(pieces) + body[cursor:]).rstrip("\n")
    if "[[" in text or "]]" in text:
        raise ValueError(f"{name}: a mark is not closed")
    return Document(name, kind, text, tuple(marks), _neutral(text, marks))


def _neutral(text: str, marks: list[Mark]) -> tuple[tuple[int, int], ...]:
    spans = []
    for mark in marks:
        before, after = _NEUTRAL.get(mark.type, (None, None))
        if before and (found := before.search(text, max(0, mark.start - 12), mark.start)):
            spans.append((found.start(), mark.start))
        if after and (found := after.match(text, mark.end)):
            spans.append((mark.end, found.end()))
    return tuple(spans)


def read(path: Path) -> list[Document]:
    """The documents of one file."""
    matches = _DOCUMENT.finditer(path.read_text(encoding="utf-8"))
    return [parse(f"{path.stem}-{number:02}", m["kind"], m["body"]) for number, m in enumerate(matches, 1)]


def documents() -> list[Document]:
    """Every document, in the order of the files."""
    return [document for path in sorted(HERE.glob("*.txt")) for document in read(path)]

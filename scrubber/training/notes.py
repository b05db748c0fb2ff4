"""Puts documents together: header, prose, real carrier passages, clinical negatives, sign-off; then noise."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from scrubber.training.carriers import carriers
from scrubber.training.people import DATA, People
from scrubber.training.slots import Segment, Slots

_SLOT = re.compile(r"\{([a-z0-9.]+)\}")


@dataclass
class Note:
    """A synthetic document with its identifiers as (start, end, label)."""

    id: str
    kind: str
    text: str
    spans: list[tuple[int, int, str]] = field(default_factory=list)


@lru_cache(maxsize=2)
def templates(test: bool) -> dict[str, list[str]]:
    """Templates by section of one half."""
    sections: dict[str, list[str]] = {}
    name = ""
    path = DATA / ("templates_test.txt" if test else "templates_train.txt")
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# "):
            name = line[2:].split()[0]
        elif line.strip():
            sections.setdefault(name, []).append(line.replace("\\n", "\n"))
    return sections


class Writer:
    """Writes documents from one half of names, templates and carriers."""

    def __init__(self, seed: int, *, test: bool) -> None:
        self.rng = random.Random(seed)
        self.test = test
        self.people = People(self.rng, test=test)

    def document(self, number: int) -> Note:
        """The next document: a note, letter, post, query or identifier-free text."""
        kind = self.rng.choices(
            ("note", "letter", "post", "query", "clean", "literature", "cleanpost"), (34, 8, 22, 12, 12, 7, 8)
        )[0]
        self.slots = Slots(self.rng, self.people)
        segments = getattr(self, "_" + kind)()
        segments = self._noise(segments, kind)
        text = ""
        spans: list[tuple[int, int, str]] = []
        for piece, label in segments:
            if label:
                if spans and spans[-1][1] == len(text) and spans[-1][2] == label:
                    spans[-1] = (spans[-1][0], len(text) + len(piece), label)
                else:
                    spans.append((len(text), len(text) + len(piece), label))
            text += piece
        return Note(f"syn-{number:05}", kind, text, spans)

    def _line(self, section: str) -> list[Segment]:
        template = self.rng.choice(templates(self.test)[section])
        out: list[Segment] = []
        cursor = 0
        for match in _SLOT.finditer(template):
            out.append((template[cursor : match.start()], None))
            out.extend(self.slots.fill(match.group(1)))
            cursor = match.end()
        out.append((template[cursor:], None))
        return [segment for segment in out if segment[0]]

    def _carrier(self, kind: str = "note") -> list[Segment]:
        text = self.rng.choice(carriers(kind, self.test))
        if len(text) > 700 and self.rng.random() < 0.7:
            start = text.find(". ", self.rng.randrange(len(text) - 500))
            text = text[start + 2 : start + 502]
        return [(text, None)]

    def _prose(self, count: int, sections: tuple[str, ...], weights: tuple[int, ...]) -> list[Segment]:
        out: list[Segment] = []
        gap = self.rng.choice((" ", " ", "\n", "\n\n"))
        for _ in range(count):
            section = self.rng.choices(sections, weights)[0]
            out += self._carrier() if section == "carrier" else self._line(section)
            out.append((gap if self.rng.random() < 0.8 else "\n", None))
        return out

    def _note(self) -> list[Segment]:
        out: list[Segment] = []
        if self.rng.random() < 0.5:
            out += [*self._line("header"), ("\n\n", None)]
        out += self._prose(self.rng.randint(3, 10), ("sent", "carrier", "neg", "negwords"), (9, 3, 3, 1))
        if self.rng.random() < 0.35:
            out += [("\n\n", None), *self._line("sign")]
        return out

    def _letter(self) -> list[Segment]:
        body = self._prose(self.rng.randint(2, 7), ("sent", "carrier", "neg"), (6, 2, 2))
        return [*self._line("header"), ("\n\n", None), *body, ("\n\n", None), *self._line("sign")]

    def _post(self) -> list[Segment]:
        return self._prose(self.rng.randint(1, 4), ("post", "sent", "neg"), (7, 1, 2))

    def _query(self) -> list[Segment]:
        return self._line("query")

    def _clean(self) -> list[Segment]:
        return self._prose(self.rng.randint(2, 8), ("neg", "carrier", "negwords"), (5, 4, 1))

    def _cleanpost(self) -> list[Segment]:
        return self._prose(self.rng.randint(1, 3), ("neg",), (1,))

    def _literature(self) -> list[Segment]:
        return self._carrier("abstract") if self.rng.random() < 0.7 else self._prose(4, ("neg", "carrier"), (3, 1))

    def _noise(self, segments: list[Segment], kind: str) -> list[Segment]:
        """Letter case and typing errors as people make them."""
        informal = kind in ("post", "query", "cleanpost")
        roll = self.rng.random()
        if roll < (0.25 if informal else 0.04):
            return [(self._typos(text.lower(), label), label) for text, label in segments]
        if roll > (0.96 if informal else 0.94):
            return [(text.upper(), label) for text, label in segments]
        if informal and self.rng.random() < 0.3:
            return [(self._typos(text, label), label) for text, label in segments]
        return segments

    def _typos(self, text: str, label: str | None) -> str:
        if label or len(text) < 8:
            return text
        letters = list(text)
        for _ in range(len(text) // 60):
            spot = self.rng.randrange(1, len(letters) - 1)
            if letters[spot].isalpha() and letters[spot + 1].isalpha():
                letters[spot], letters[spot + 1] = letters[spot + 1], letters[spot]
        return "".join(letters)


def corpus(seed: int, count: int, *, test: bool) -> Iterator[Note]:
    """``count`` documents, always the same for a seed."""
    writer = Writer(seed, test=test)
    for number in range(count):
        yield writer.document(number)

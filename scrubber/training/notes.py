"""Puts documents together: header, prose, real carrier passages, clinical negatives, sign-off; then noise."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from scrubber.recognizers import facilities
from scrubber.training import documents, inject
from scrubber.training.carriers import carriers
from scrubber.training.people import DATA, People
from scrubber.training.slots import Segment, Slots

_SLOT = re.compile(r"\{([a-z0-9.]+)\}")
_KINDS = ("note", "letter", "post", "query", "telegram", "clean", "literature", "cleanpost", "cleanquery")
_SHARES = (28, 7, 19, 10, 5, 13, 11, 9, 4)
#: share of documents of the training half that are whole documents instead of thrown together from lines
_WHOLE = 0.8
_INFORMAL = frozenset({"post", "query", "cleanpost", "cleanquery", "telegram"})


@dataclass(frozen=True)
class Span:
    """An identifier of a synthetic document with its type and what is special about it."""

    start: int
    end: int
    kind: str
    tags: tuple[str, ...] = ()


@dataclass
class Note:
    """A synthetic document with its identifiers."""

    id: str
    kind: str
    text: str
    spans: list[Span] = field(default_factory=list)
    #: neutral neighbours: titles, years of dates, what kind of place a hospital is
    ignore: list[tuple[int, int]] = field(default_factory=list)


_TITLE = re.compile(
    r"(?:\b(?:Dr|Drs|Mr|Mrs|Ms|Miss|Master|Prof|Doctor|Professor|Officer)\b\.?|\bthe)\s$", re.IGNORECASE
)
_YEAR = re.compile(r"(?:,? |, | of )\d{4}\b")
_ROLE = re.compile(r",?\s(?:M\.?D\.?|D\.?O\.?|RN|NP|PA-C|PhD)\b")


def _neutral(text: str, spans: list[Span]) -> Iterator[tuple[int, int]]:
    for span in spans:
        if span.kind.startswith("NAME") and (found := _TITLE.search(text, max(0, span.start - 12), span.start)):
            yield found.span()
        behind = {"DATE": _YEAR, "HOSPITAL": facilities.TAIL, "CITY": facilities.TAIL, "NAME": _ROLE}.get(span.kind)
        if behind and (found := behind.match(text, span.end)):
            yield found.span()


@lru_cache(maxsize=2)
def templates(test: bool) -> dict[str, list[str]]:
    """Templates of one half by section; a section may go on in another file."""
    sections: dict[str, list[str]] = {}
    for path in sorted((DATA / ("test" if test else "train")).glob("*.txt")):
        name = ""
        for line in path.read_text(encoding="utf8").splitlines():
            if line.startswith("# "):
                name = line[2:].split()[0]
            elif line.strip():
                sections.setdefault(name, []).append(line.replace("\\n", "\n"))
    return sections


def build(id: str, kind: str, segments: list[Segment]) -> Note:
    """A note from its segments; touching segments of one type, and first and last name, become one span."""
    text = ""
    spans: list[Span] = []
    for piece, label, tags in segments:
        if label:
            last = spans[-1] if spans else None
            gap = text[last.end :] if last else ""
            if last and last.kind == label and (not gap or (gap == " " and label.startswith("NAME"))):
                spans[-1] = Span(last.start, len(text) + len(piece), label, last.tags)
            else:
                spans.append(Span(len(text), len(text) + len(piece), label, tags))
        text += piece
    return Note(id, kind, text, spans, list(_neutral(text, spans)))


class Writer:
    """Writes documents from one half of names, templates and carriers."""

    def __init__(self, seed: int, *, test: bool) -> None:
        self.rng = random.Random(seed)
        self.test = test
        self.people = People(self.rng, test=test)

    def document(self, number: int) -> Note:
        """The next document: a note, letter, post, query or identifier-free text."""
        if not self.test and self.rng.random() < _WHOLE:
            return self._whole(number)
        kind = self.rng.choices(_KINDS, _SHARES)[0]
        self.slots = Slots(self.rng, self.people)
        segments: list[Segment] = getattr(self, "_" + kind)()
        return build(f"syn-{number:05}", kind, self._noise(segments, informal=kind in _INFORMAL))

    def _whole(self, number: int) -> Note:
        self.slots = Slots(self.rng, self.people)
        written = self.rng.choice(documents.documents())
        segments = list(documents.filled(written, self.slots, self.rng))
        noisy = self._noise(segments, informal=written.kind in documents.INFORMAL)
        return build(f"syn-{number:05}", written.kind, noisy)

    def _filled(self, template: str) -> list[Segment]:
        out: list[Segment] = []
        cursor = 0
        for match in _SLOT.finditer(template):
            out.append(Segment(template[cursor : match.start()]))
            out.extend(self.slots.fill(match.group(1)))
            cursor = match.end()
        out.append(Segment(template[cursor:]))
        return [segment for segment in out if segment.text]

    def _line(self, section: str) -> list[Segment]:
        return self._filled(self.rng.choice(templates(self.test)[section]))

    def _mix(self) -> list[Segment]:
        """Lead, frame and tail thrown together: contexts the tagger cannot learn by heart."""
        roll = self.rng.random()
        if roll < 0.08:
            return self._line("unfinished")
        lead = self._line("lead") if roll < 0.7 else []
        frames = self._line("frame")
        if self.rng.random() < 0.3:
            frames += [Segment(self.rng.choice((" and ", ", ", "; ", " - ", ", then "))), *self._line("frame")]
        return [*lead, *frames, *self._line("tail")]

    def _carrier(self, kind: str = "note") -> list[Segment]:
        text = self.rng.choice(carriers(kind, self.test))
        if len(text) > 700 and self.rng.random() < 0.7:
            start = text.find(". ", self.rng.randrange(len(text) - 500))
            text = text[start + 2 : start + 502]
        return [Segment(text)]

    def _injected(self) -> list[Segment]:
        """Real prose with identifiers put in."""
        text = self._carrier()[0].text
        out: list[Segment] = []
        cursor = 0
        for start, end, section in inject.sites(text, self.rng, 0.4):
            out += [Segment(text[cursor:start]), *self._line(section)]
            cursor = end
        return [*out, Segment(text[cursor:])]

    def _prose(self, count: int, sections: tuple[str, ...], weights: tuple[int, ...]) -> list[Segment]:
        out: list[Segment] = []
        gap = self.rng.choice((" ", " ", "\n", "\n\n"))
        special = {"carrier": self._carrier, "mix": self._mix, "injected": self._injected}
        for _ in range(count):
            section = self.rng.choices(sections, weights)[0]
            out += special[section]() if section in special else self._line(section)
            out.append(Segment(gap if self.rng.random() < 0.8 else "\n"))
        return out

    def _note(self) -> list[Segment]:
        out: list[Segment] = []
        if self.rng.random() < 0.5:
            out += [*self._line("header"), Segment("\n\n")]
        sections = ("sent", "mix", "injected", "carrier", "neg", "negwords")
        out += self._prose(self.rng.randint(3, 9), sections, (7, 3, 3, 1, 3, 1))
        if self.rng.random() < 0.35:
            out += [Segment("\n\n"), *self._line("sign")]
        return out

    def _letter(self) -> list[Segment]:
        body = self._prose(self.rng.randint(2, 6), ("sent", "mix", "injected", "neg"), (5, 1, 2, 2))
        return [*self._line("header"), Segment("\n\n"), *body, Segment("\n\n"), *self._line("sign")]

    def _post(self) -> list[Segment]:
        return self._prose(self.rng.randint(1, 4), ("post", "mix", "sent", "neg"), (6, 2, 1, 2))

    def _query(self) -> list[Segment]:
        return self._line("query")

    def _telegram(self) -> list[Segment]:
        return self._prose(self.rng.randint(1, 4), ("mix",), (1,))

    def _clean(self) -> list[Segment]:
        return self._prose(self.rng.randint(2, 8), ("neg", "carrier", "negwords", "lit"), (10, 8, 2, 1))

    def _cleanpost(self) -> list[Segment]:
        return self._prose(self.rng.randint(1, 3), ("neg",), (1,))

    def _cleanquery(self) -> list[Segment]:
        return self._line("neg")

    def _literature(self) -> list[Segment]:
        if self.rng.random() < 0.6:
            return self._carrier("abstract")
        return self._prose(self.rng.randint(2, 5), ("lit", "neg"), (4, 1))

    def _noise(self, segments: list[Segment], *, informal: bool) -> list[Segment]:
        """Letter case and typing errors as people make them."""
        roll = self.rng.random()
        if roll < (0.25 if informal else 0.04):
            return [
                Segment(self._typos(text.lower(), label), label, (*tags, "lower")) for text, label, tags in segments
            ]
        if roll > (0.96 if informal else 0.94):
            return [Segment(text.upper(), label, (*tags, "capitals")) for text, label, tags in segments]
        if informal and self.rng.random() < 0.3:
            return [Segment(self._typos(text, label), label, tags) for text, label, tags in segments]
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

"""Made-up people, places and institutions, split into a training half and a held-back half by checksum."""

from __future__ import annotations

import lzma
import random
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scrubber.training.values import identities
from scrubber.training.values.clinical import items
from scrubber.training.values.origins import NICKNAMES, ORIGINS, WORD_NAMES

DATA = Path(__file__).parent / "data"


def held_back(word: str) -> bool:
    """One word in four belongs to the test half."""
    return zlib.crc32(word.lower().encode()) % 4 == 0


@lru_cache(maxsize=4)
def names(kind: str, test: bool) -> tuple[list[str], list[float]]:
    """Names of a kind ("F" or "L") with cumulative weights that mix frequency with an even share for rare ones."""
    found, weights, total = [], [], 0.0
    for line in lzma.decompress((DATA / "names.tsv.xz").read_bytes()).decode().splitlines():
        sort, name, count, origin = line.split("\t")
        if sort != kind or held_back(name) != test:
            continue
        rare = {"white": 1.0, "black": 2.0, "asian": 4.0, "hispanic": 2.0, "other": 4.0}[origin]
        total += rare * 30 + float(count) ** 0.6
        found.append(name)
        weights.append(total)
    return found, weights


@lru_cache(maxsize=4)
def places(test: bool) -> tuple[list[str], list[float]]:
    """Cities with cumulative weights by size."""
    found, weights, total = [], [], 0.0
    for line in lzma.decompress((DATA / "places.tsv.xz").read_bytes()).decode().splitlines():
        place, size = line.split("\t")
        if held_back(place) == test and "(" not in place and len(place) < 24:
            total += (1, 1, 8, 40)[int(size)]
            found.append(place)
            weights.append(total)
    return found, weights


@lru_cache(maxsize=256)
def _half(text: str, test: bool) -> list[str]:
    return [value for value in items(text) if held_back(value) == test]


def titled(name: str) -> str:
    """Title case with the usual exceptions."""
    name = name.title()
    for prefix in ("Mc", "O'"):
        if name.startswith(prefix) and len(name) > len(prefix) + 2:
            name = prefix + name[len(prefix) :].capitalize()
    return name


@dataclass(frozen=True)
class Person:
    """One made-up person."""

    first: str
    last: str
    middle: str
    nick: str
    origin: str


class People:
    """Draws people, cities and institutions from one half."""

    def __init__(self, rng: random.Random, *, test: bool) -> None:
        self.rng, self.test = rng, test

    def pick(self, text: str) -> str:
        """One pipe-separated value; identity-bearing lists are halved."""
        return self.rng.choice(items(text))

    def own(self, text: str) -> str:
        """One value of this half only."""
        return self.rng.choice(_half(text, self.test))

    def word(self, kind: str) -> str:
        """A first ("F") or last ("L") name."""
        roll = self.rng.random()
        if roll < 0.12:
            given, family = ORIGINS[self.rng.choice(tuple(ORIGINS))]
            return self.own(given if kind == "F" else family)
        if roll < 0.19:
            return self.own(WORD_NAMES)
        return self._census(kind)

    def _census(self, kind: str) -> str:
        found, weights = names(kind, self.test)
        name = titled(self.rng.choices(found, cum_weights=weights)[0])
        if self.rng.random() < 0.1:
            name = self.mutated(name)
        if kind == "L" and self.rng.random() < 0.05:
            name += "-" + titled(self.rng.choices(found, cum_weights=weights)[0])
        return name

    def mutated(self, name: str) -> str:
        """A spelling no list holds."""
        letters = list(name)
        for _ in range(self.rng.choice((1, 2))):
            spot = self.rng.randrange(1, len(letters))
            letters[spot] = self.rng.choice("aeiouhlnrstkyzmv")
        return "".join(letters)

    def person(self) -> Person:
        """A person with first, middle and last name, nickname and origin of the name."""
        roll = self.rng.random()
        nick = self.own(NICKNAMES)
        if roll < 0.35:
            origin = self.rng.choice(tuple(ORIGINS))
            given, family = ORIGINS[origin]
            middle = self.own(given) if self.rng.random() < 0.5 else self._census("F")
            first = self.own(given) if self.rng.random() < 0.8 else self._census("F")
            return Person(first, self.own(family), middle, nick, origin)
        if roll < 0.45:
            first = self.own(WORD_NAMES) if self.rng.random() < 0.4 else self._census("F")
            return Person(first, self.own(WORD_NAMES), self._census("F"), nick, "word")
        return Person(self._census("F"), self._census("L"), self._census("F"), nick, "census")

    def city(self) -> str:
        """A city of this half, now and then a part of one or a short name for it."""
        if self.rng.random() < 0.06:
            return self.own(identities.QUARTER)
        found, weights = places(self.test)
        return self.rng.choices(found, cum_weights=weights)[0]

    def hospital(self) -> str:
        """The distinctive part of a hospital's name."""
        roll = self.rng.random()
        if roll < 0.2:
            return self.own(identities.KNOWN_HOSP)
        if roll < 0.4:
            return self.rng.choice(("St. ", "Saint ", "St ")) + self.rng.choice(
                (
                    self.word("F"),
                    self.own(
                        "Mary's|Luke's|Joseph's|Vincent's|Jude's|Anne's|Francis|Elizabeth's|Agnes|John's|Barnabas|Rita's|Thomas|Mark's|Anthony's|Michael's|David's|Clare's|Peter's|Bernard's"
                    ),
                )
            )
        if roll < 0.55:
            return self.city()
        if roll < 0.7:
            return self.word("L")
        if roll < 0.78:
            return (
                "".join(self.rng.choice("ABCEGHKLMNPRSTUVW") for _ in range(self.rng.choice((3, 3, 4))))
                if self.rng.random() < 0.5
                else self.city().split()[0] + self.rng.choice(("Care", "Health", "Med"))
            )
        return self.own(identities.HOSP_STEM)

    def employer(self) -> str:
        """A company, school or office."""
        roll = self.rng.random()
        if roll < 0.25:
            return self.own(identities.EMP_KNOWN)
        stem = (
            self.word("L")
            if roll < 0.6
            else self.city()
            if roll < 0.8
            else self.own(identities.STREET_NAME + "|" + identities.HOSP_STEM)
        )
        if self.rng.random() < 0.2:
            stem += " & " + self.rng.choice(("Sons", self.word("L")))
        return stem + " " + self.pick(identities.EMP_TAIL)

    def landmark(self) -> str:
        """A place people know."""
        if self.rng.random() < 0.3:
            return self.own(identities.LANDMARK_KNOWN)
        stem = self.rng.choice((self.word("L"), self.city(), self.own(identities.STREET_NAME)))
        return self.rng.choice(("the ", "", "the old ")) + stem + " " + self.pick(identities.LANDMARK_TAIL)

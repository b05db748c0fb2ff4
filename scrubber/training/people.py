"""Made-up people, places and institutions, split into a training half and a held-back half by checksum."""

from __future__ import annotations

import lzma
import random
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scrubber.training import values

DATA = Path(__file__).parent / "data"


def held_back(word: str) -> bool:
    """One word in four belongs to the test half."""
    return zlib.crc32(word.lower().encode()) % 4 == 0


@lru_cache(maxsize=2)
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


@lru_cache(maxsize=2)
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

    @property
    def initials(self) -> str:
        return self.first[0] + self.last[0]


class People:
    """Draws people, cities and institutions from one half."""

    def __init__(self, rng: random.Random, *, test: bool) -> None:
        self.rng, self.test = rng, test

    def pick(self, text: str) -> str:
        """One pipe-separated value; identity-bearing lists are halved."""
        return self.rng.choice(values.items(text))

    def own(self, text: str) -> str:
        """One value of this half only."""
        pool = [value for value in values.items(text) if held_back(value) == self.test]
        return self.rng.choice(pool)

    def word(self, kind: str) -> str:
        """A first ("F") or last ("L") name."""
        roll = self.rng.random()
        if roll < 0.10:
            return self.own(values.WORLD_FIRST if kind == "F" else values.WORLD_LAST)
        if roll < 0.17:
            return self.own(values.MINOR_NAME_WORDS)
        found, weights = names(kind, self.test)
        name = titled(self.rng.choices(found, cum_weights=weights)[0])
        if roll > 0.90:
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
        """A person with first, middle, last name and nickname."""
        return Person(self.word("F"), self.word("L"), self.word("F"), self.own(values.NICK))

    def city(self) -> str:
        """A city of this half."""
        found, weights = places(self.test)
        return self.rng.choices(found, cum_weights=weights)[0]

    def hospital(self) -> str:
        """The distinctive part of a hospital's name."""
        roll = self.rng.random()
        if roll < 0.2:
            return self.own(values.KNOWN_HOSP)
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
        return self.own(values.HOSP_STEM)

    def employer(self) -> str:
        """A company, school or office."""
        roll = self.rng.random()
        if roll < 0.25:
            return self.own(values.EMP_KNOWN)
        stem = (
            self.word("L")
            if roll < 0.6
            else self.city()
            if roll < 0.8
            else self.own(values.STREET_NAME + "|" + values.HOSP_STEM)
        )
        if self.rng.random() < 0.2:
            stem += " & " + self.rng.choice(("Sons", self.word("L")))
        return stem + " " + self.pick(values.EMP_TAIL)

    def landmark(self) -> str:
        """A place people know."""
        if self.rng.random() < 0.3:
            return self.own(values.LANDMARK_KNOWN)
        stem = self.rng.choice((self.word("L"), self.city(), self.own(values.STREET_NAME)))
        return self.rng.choice(("the ", "", "the old ")) + stem + " " + self.pick(values.LANDMARK_TAIL)

"""What every slot shares: the random source, the people of the document, and the segments a slot yields."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import NamedTuple

from scrubber.training.people import People, Person

MONTHS = "January February March April May June July August September October November December".split()
ONES = "zero one two three four five six seven eight nine".split()


class Segment(NamedTuple):
    """A piece of text; ``kind`` is the identifier type of the gold standard, None for plain text."""

    text: str
    kind: str | None = None
    tags: tuple[str, ...] = ()


@dataclass
class Cast:
    """The people of one document: patient, two clinicians, two relatives."""

    p: Person
    d: Person
    d2: Person
    r: Person
    r2: Person


class Draw:
    """Draws values for one document; the same person keeps the same name throughout."""

    def __init__(self, rng: random.Random, people: People) -> None:
        self.rng, self.people = rng, people
        self.cast = Cast(people.person(), people.person(), people.person(), people.person(), people.person())
        self.hospital = people.hospital()
        self.year = rng.randint(2008, 2026)
        self.style = rng.randrange(12)

    def digits(self, count: int) -> str:
        """``count`` random digits."""
        return "".join(self.rng.choice("0123456789") for _ in range(count))

    def letters(self, count: int) -> str:
        """``count`` random capitals."""
        return "".join(self.rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(count))  # pragma: allowlist secret

    def one(self, *choices: str) -> str:
        """One of the choices."""
        return self.rng.choice(choices)

    def patterned(self, *shapes: str) -> str:
        """One shape, with 9 standing for a digit and A for a capital."""
        return "".join(
            self.digits(1) if char == "9" else self.letters(1) if char == "A" else char for char in self.one(*shapes)
        )

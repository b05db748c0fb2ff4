"""Invented people. Surnames are rare, so that a byte scan for them means what it says."""

import random
from dataclasses import dataclass

FIRST = (
    "Thessaly|Oswin|Perpetua|Lazarus|Isolde|Balthazar|Marigold|Cuthbert|Ottoline|Fitzgerald|Seraphina|Algernon|Philippa|Ignatius|"
    "Rosamund|Barnaby|Clementine|Leopold|Winifred|Thaddeus"
).split("|")
LAST = (
    "Quorndon|Wetherspoke|Brackenthwaite|Oxenholme|Trelissick|Zellweniger|Haverthorne|Pickersgale|Umfreville|Vandersloot|"
    "Kjaergaard|Nwachukwuma|Okonjolie|Szczepaniuk|Thistlewood|Abernathie|Delacroisse|Featherstone|Grimshawe|Jagannathan"
).split("|")
STREET = "Larkspur|Cobblestone|Marchmont|Tannery|Bellwether|Gallowgate".split("|")
HOSPITAL = "St Aldhelm Infirmary|Brockenhurst Clinic|Royal Wexcombe Hospital|Mount Carrow Medical Center".split("|")


@dataclass(frozen=True)
class Person:
    """One patient with the identifiers of Safe Harbor that files usually carry."""

    first: str
    last: str
    number: str
    born: tuple[int, int, int]
    phone: str
    street: str
    hospital: str
    doctor: str
    accession: str
    mail: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def born_slashed(self) -> str:
        year, month, day = self.born
        return f"{day:02}/{month:02}/{year}"

    @property
    def born_dicom(self) -> str:
        year, month, day = self.born
        return f"{year}{month:02}{day:02}"


def person(dice: random.Random) -> Person:
    """A new person."""
    first, last = dice.choice(FIRST), dice.choice(LAST)
    return Person(
        first, last, str(dice.randrange(10_000_000, 99_999_999)),
        (dice.randrange(1931, 2012), dice.randrange(1, 13), dice.randrange(1, 29)),
        f"07700 9{dice.randrange(0, 100_000):05}"[:12], f"{dice.randrange(11, 199)} {dice.choice(STREET)} Lane", dice.choice(HOSPITAL),
        f"{dice.choice(FIRST)[0]}. {dice.choice(LAST)}", f"ACC{dice.randrange(100_000, 999_999)}",
        f"{first}.{last}@example.org".lower(),
    )  # fmt: skip

"""The list of other names, read once: what a form may stand for. Built by `build.py`, sources in `data/SOURCES.md`."""

import lzma
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from search import words

FILE = Path(__file__).parent / "data" / "names.tsv.xz"
ABBREVIATIONS = {"abbreviation", "cased"}


@dataclass(frozen=True)
class Name:
    """One other name.

    Attributes:
        text: the name.
        kind: abbreviation, cased (an abbreviation that is an English word in small letters), lay, spelling, synonym.
        specialty: slug where a meaning belongs to one.
        form: the abbreviation as written in capitals; "" for other kinds.
        is_short: this is the abbreviation of what was typed, not what it means.
    """

    text: str
    kind: str
    specialty: str = ""
    form: str = ""
    is_short: bool = False


@cache
def names() -> dict[str, list[Name]]:
    """Other names by `key` of a form."""
    found: dict[str, list[Name]] = defaultdict(list)
    for line in lzma.decompress(FILE.read_bytes()).decode().split("\n"):
        form, meaning, kind, specialty, *_ = (*line.split("\t"), "", "")
        is_short = kind in ABBREVIATIONS
        found[key(form)].append(Name(meaning, kind, specialty, form if is_short else ""))
        if is_short:
            found[key(meaning)].append(Name(form, kind, specialty, form, is_short=True))
        elif kind != "lay":  # lay names stand in the list in both directions where both hold
            found[key(meaning)].append(Name(form, kind, specialty))
    return dict(found)


def key(text: str) -> str:
    """How a form is looked up: stems without empty words, so that plurals and "of the" make no difference."""
    stems = words.stems(text)
    return " ".join([stem for stem in stems if stem not in words.EMPTY_WORDS] or stems)

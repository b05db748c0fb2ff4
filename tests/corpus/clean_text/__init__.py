"""Invented clinical writing without a single identifier, full of what looks like one: eponyms, brands, abbreviations.

Notes, posts, questions, letters, abstracts, guidelines, lessons and reports of many specialties, British and American.
``first`` and ``second`` were read while rules and training were made better; ``third`` was only counted.
"""

from pathlib import Path

from tests.corpus.deid_text.loading import Document, read

SETS = ("first", "second", "third")


def documents(name: str) -> list[Document]:
    """The documents of one set."""
    return read(Path(__file__).parent / f"{name}.txt")


__all__ = ["SETS", "documents"]

"""Every accepted name is hidden wherever it stands again, in full or in part, in any letter case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrubber import lexicon
from scrubber.findings import Candidate

_PIECE = re.compile(r"[^\W\d_][\w'’\-]*")
_WORD = re.compile(r"\w+")
_PARTICLES = frozenset(
    "de la del der van von bin al el le da dos das di y and the ben abu ibn bint ter ten of dr mr mrs ms miss md jr sr ii iii".split()
)


def pieces(name: str) -> list[str]:
    """The parts of a name worth looking for alone."""
    found = []
    for piece in _PIECE.findall(name):
        piece = re.sub(r"['’]s$", "", piece)
        if len(piece) >= 3 and piece.lower() not in _PARTICLES:
            found.append(piece)
    return found


def _everyday(word: str) -> bool:
    lowered = word.lower()
    return 0 < lexicon.word_class(lowered) <= 5 or lexicon.is_medical(lowered)


def propagate(text: str, names: Iterable[str], *, rule: str = "propagated") -> Iterator[Candidate]:
    """Candidates for every repetition of ``names`` in ``text``.

    A piece that is also an everyday word ("Grace", "Young", "Long") is only taken when capitalised inside a sentence.
    """
    everyday: dict[str, bool] = {}
    by_beginning: dict[str, list[str]] = {}
    for part in {part.lower() for name in names for part in pieces(name)}:
        everyday[part] = _everyday(part)
        by_beginning.setdefault(_WORD.match(part)[0], []).append(part)  # type: ignore[index]
    for parts in by_beginning.values():
        parts.sort(key=len, reverse=True)
    if not everyday:
        return
    reached = 0
    for match in _WORD.finditer(text):
        start = match.start()
        part = _part_at(text, start, by_beginning.get(match.group().lower(), ()))
        if not part or start < reached:
            continue
        reached = start + len(part)
        found = text[start:reached]
        if everyday[part] and (found.islower() or found.isupper() or _sentence_start(text, start)):
            continue
        yield Candidate(start, reached, "NAME", 0.9, rule, "This name was found elsewhere in the text.")


def _part_at(text: str, start: int, parts: Iterable[str]) -> str:
    """The longest of ``parts`` that stands at ``start`` as whole words, in any letter case."""
    for part in parts:
        end = start + len(part)
        if text[start:end].lower() == part and not _WORD.match(text, end):
            return part
    return ""


def _sentence_start(text: str, offset: int) -> bool:
    before = text[max(0, offset - 3) : offset].rstrip(" ")
    return not before or before[-1] in ".!?\n:*#-•"


def exact(text: str, strings: Iterable[str], *, rule: str = "must_hide") -> Iterator[Candidate]:
    """Candidates for strings that must not survive, whatever they are."""
    for string in strings:
        wanted = string.strip()
        if len(wanted) < 2:
            continue
        pattern = re.compile(
            r"(?<!\w)" + re.escape(wanted) + r"(?!\w)"
            if wanted[0].isalnum() and wanted[-1].isalnum()
            else re.escape(wanted),
            re.IGNORECASE,
        )
        for match in pattern.finditer(text):
            yield Candidate(
                match.start(),
                match.end(),
                "NAME" if wanted.replace(" ", "").isalpha() else "OTHERID",
                1.0,
                rule,
                "You asked for this to be hidden.",
            )

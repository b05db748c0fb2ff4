"""Every accepted name is hidden wherever it stands again, in full or in part, in any letter case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrubber import lexicon
from scrubber.findings import Candidate

_PIECE = re.compile(r"[^\W\d_][\w'’\-]*")
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
    words: dict[str, bool] = {}
    phrases: set[str] = set()
    for name in names:
        parts = pieces(name)
        if len(parts) > 1:
            phrases.add(name.strip())
        for part in parts:
            words[part.lower()] = _everyday(part)
    alternatives = sorted({*(re.escape(word) for word in words)}, key=len, reverse=True)
    if not alternatives:
        return
    pattern = re.compile(r"(?<![\w])(?:" + "|".join(alternatives) + r")(?![\w])", re.IGNORECASE)
    for match in pattern.finditer(text):
        found = match.group()
        if words.get(found.lower(), True) and (
            found.islower() or found.isupper() or _sentence_start(text, match.start())
        ):
            continue
        yield Candidate(match.start(), match.end(), "NAME", 0.9, rule, "This name was found elsewhere in the text.")


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

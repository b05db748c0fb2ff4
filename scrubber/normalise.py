"""A second reading of the text: same meaning, plain characters, with a map back to the original offsets.

Full-width and look-alike characters become their Latin twins and zero-width characters vanish, so that a name
written with a Cyrillic "а" is still found. Every position of the view knows which original character it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LOOKALIKE = str.maketrans(
    "аеорсухіјѕԁһӏкмтвнАЕОРСУХІЈЅКМТВНΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοερνικτυχɡı",
    "aeopcyxijsdhlkmtbhAEOPCYXIJSKMTBHABEZHIKMNOPTYXaoepviktuxgi",  # pragma: allowlist secret
)
_DROP = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_LATIN = re.compile(r"[A-Za-z]")
_PUNCT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-",
                        "—": "-", "−": "-", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n", "\r": "\n", "\t": " "})  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """``text`` to search in, and ``starts``: the original offset of each character (None: identical offsets)."""

    text: str
    starts: tuple[int, ...] | None
    length: int
    disguised: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of a half-open span of the view."""
        if self.starts is None:
            return start, end
        if start >= len(self.starts):
            return self.length, self.length
        first = self.starts[start]
        if end <= start:
            return first, first
        after = self.starts[end] if end < len(self.starts) else self.length
        return first, max(self.starts[end - 1] + 1, after)


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char).translate(_PUNCT)
    return folded.translate(_LOOKALIKE) if len(folded) == 1 else folded


def normalise(text: str) -> View:
    """The plain view of ``text``; free for ASCII."""
    if text.isascii():
        plain = text.translate(_PUNCT) if ("\t" in text or "\r" in text) else text
        return View(plain, None, len(text))
    if not _DROP.search(text):
        same = text.translate(_PUNCT)
        folded = unicodedata.normalize("NFKC", same)
        if folded == same and not _mixed(same):
            return View(same, None, len(text))
    return _mapped(text)


def _mixed(text: str) -> bool:
    """True when look-alike letters stand beside Latin ones in one word."""
    return text.translate(_LOOKALIKE) != text and bool(_LATIN.search(text))


def _mapped(text: str) -> View:
    out: list[str] = []
    starts: list[int] = []
    dropped = 0
    for offset, char in enumerate(text):
        if char < "\x80":
            out.append(" " if char == "\t" else "\n" if char == "\r" else char)
            starts.append(offset)
        elif _DROP.match(char):
            dropped += 1
        elif unicodedata.combining(char) and out:
            composed = unicodedata.normalize("NFC", out[-1] + char)
            if len(composed) == 1:
                out[-1] = composed
        else:
            for piece in _plain(char):
                out.append(piece)
                starts.append(offset)
    return View("".join(out), tuple(starts), len(text), disguised=dropped > 0)


def in_lower_case(text: str) -> str:
    """``text`` in lower case, with every character where it was: "İ" would become two."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)

"""Prepares the open carrier passages once: ``python -m scrubber.training.collect NOTES.jsonl ABSTRACTS.jsonl``.

Sentences that may hold an identifier are dropped, so that the tagger learns nothing wrong from them.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from pathlib import Path

from scrubber import engine, lexicon
from scrubber.training.people import DATA

_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}")
_TITLE = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Miss)\b\.? [A-Z]")


def _suspicious(sentence: str) -> bool:
    if _TITLE.search(sentence):
        return True
    for word in _CAPITAL.findall(sentence):
        lowered = word.lower()
        if (
            (lexicon.first_name(lowered) >= 3 or lexicon.place(lowered))
            and not lexicon.is_medical(lowered)
            and not 0 < lexicon.word_class(lowered) <= 4
        ):
            return True
    return any(item.category != "OCCUPATION" for item in engine.scrub(sentence).findings)


def note_passages(path: Path) -> list[str]:
    """Notes without their suspicious sentences."""
    kept = []
    for line in path.read_text(encoding="utf8").splitlines():
        lines = []
        for paragraph in json.loads(line)["text"].split("\n"):
            sentences = re.split(r"(?<=[.!?])\s+", paragraph)
            lines.append(" ".join(sentence for sentence in sentences if not _suspicious(sentence)))
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        if len(text) > 25:
            kept.append(text)
    return kept


def abstract_passages(path: Path, limit: int = 1500) -> list[str]:
    """Abstracts are published literature: nothing in them is an identifier."""
    kept = []
    for line in path.read_text(encoding="utf8").splitlines()[::3]:
        item = json.loads(line)
        kept.append((item["title"] + " " + item["text"])[:1400])
    return kept[:limit]


def store(kind: str, texts: list[str]) -> None:
    """Writes one compressed list."""
    (DATA / f"{kind}.txt.xz").write_bytes(lzma.compress("\x1e".join(texts).encode(), preset=9))


if __name__ == "__main__":
    store("note", note_passages(Path(sys.argv[1])))
    store("abstract", abstract_passages(Path(sys.argv[2])))

"""Real open text that holds no identifiers: visit notes (CC BY 4.0), abstracts (ODC-By 1.0), ICD-10-CM titles."""

from __future__ import annotations

import lzma
import zlib
from functools import lru_cache

from scrubber.training.people import DATA


@lru_cache(maxsize=4)
def carriers(kind: str, test: bool) -> list[str]:
    """Passages of a kind ("note" or "abstract") of one half."""
    raw = lzma.decompress((DATA / f"{kind}.txt.xz").read_bytes()).decode()
    return [text for text in raw.split("\x1e") if (zlib.crc32(text[:60].encode()) % 4 == 0) == test]

"""The one-word outcome of a scrub."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """``clean``: nothing found. ``redacted``: identifiers replaced. ``blocked``: the text cannot be made safe."""

    CLEAN = "clean"
    REDACTED = "redacted"
    BLOCKED = "blocked"

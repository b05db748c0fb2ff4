"""What cleaning a file gives back."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Box:
    """An area covered, in pixels of the upright picture; `frame` None covers every frame."""

    x: int
    y: int
    w: int
    h: int
    frame: int | None = None
    why: str = ""


@dataclass(frozen=True)
class MediaResult:
    """The verdict on one file.

    Attributes:
        outcome: "cleaned" (may be shown), "held" (a person must look) or "rejected" (never shown).
        files: rebuilt files, pictures to show first; empty unless something could be rebuilt.
        masks: what was covered.
        reasons: plain sentences, without content of the file.
        report: counts and reasons only.
    """

    outcome: str
    files: tuple[Path, ...] = ()
    mime: str = ""
    width: int = 0
    height: int = 0
    frames: int = 0
    masks: tuple[Box, ...] = ()
    reasons: tuple[str, ...] = ()
    report: dict[str, Any] = field(default_factory=dict)

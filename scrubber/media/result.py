"""What is asked of one cleaning and what it gives back."""

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
class Order:
    """What one cleaning is asked for.

    Attributes:
        kind: as `admitting.kind_of` names it, from the file's own first bytes.
        must_hide: words known to identify, covered wherever they are read.
        boxes: areas the author drew, covered as well.
        uid_key: secret of the case for keyed DICOM UIDs; empty means a fresh random one.
        keep_faces: a face is the clinical point: leave faces visible, and hold the file for a moderator.
    """

    kind: str
    must_hide: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    uid_key: bytes = b""
    keep_faces: bool = False


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

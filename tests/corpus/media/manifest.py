"""What a corpus file holds: the planted identifiers, what must stay, and the pixels as they were drawn."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PAGE_MEGAPIXELS = 0.98  # of a page of `documents` at 150 dpi
GROUPS = ("image", "dicom", "pdf", "hard", "control", "hostile")


@dataclass(frozen=True)
class Planted:
    """One identifier. With a box (x, y, w, h) it is drawn in the pixels, else it is a string somewhere in the bytes."""

    value: str
    carrier: str
    box: tuple[int, int, int, int] | None = None
    frame: int | None = None


@dataclass(frozen=True)
class Benign:
    """Clinical text that must stay: drawn in the pixels (with a box) or a header value (with a DICOM keyword)."""

    text: str
    box: tuple[int, int, int, int] | None = None
    keyword: str = ""


@dataclass
class Item:
    """One file of the corpus."""

    name: str
    group: str
    planted: list[Planted] = field(default_factory=list)
    benign: list[Benign] = field(default_factory=list)
    lossless: bool = False  # values outside boxes must come back identical
    megapixels: float = 0.0


class Corpus:
    """Collects files below a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.items: list[Item] = []
        for name in ("files", "truth"):
            (folder / name).mkdir(parents=True, exist_ok=True)

    def add(
        self,
        name: str,
        content: bytes,
        group: str,
        planted: Sequence[Planted] = (),
        benign: Sequence[Benign] = (),
        *,
        frames: Sequence[NDArray] = (),
        lossless: bool = False,
        pages: int = 0,
    ) -> None:
        """Write one file; `frames` are the pixels a reader is to see (stored values for DICOM)."""
        assert group in GROUPS
        stems = {Path(item.name).stem for item in self.items}
        assert Path(name).stem not in stems, f"two files called {name}"
        (self.folder / "files" / name).write_bytes(content)
        megapixels = pages * PAGE_MEGAPIXELS
        if frames:
            np.savez_compressed(self.folder / "truth" / f"{Path(name).stem}.npz", *frames)
            megapixels = sum(frame.shape[0] * frame.shape[1] for frame in frames) / 1e6
        self.items.append(Item(name, group, list(planted), list(benign), lossless, round(megapixels, 3)))

    def write_manifest(self) -> str:
        """Write manifest.json; returns a line of counts."""
        (self.folder / "manifest.json").write_text(json.dumps([asdict(item) for item in self.items], indent=1))
        counts = {group: sum(item.group == group for item in self.items) for group in GROUPS}
        planted = sum(len(item.planted) for item in self.items)
        return f"{len(self.items)} files {counts}, {planted} planted identifiers"

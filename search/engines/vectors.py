"""Vectors of the embedded index: one file of float32 rows; a document holds the number of its row.

Rows are only appended, before the index commits, so that a crash leaves at most rows nobody refers to.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from search.documents import VECTOR_SIZE

ROW_BYTES = VECTOR_SIZE * 4


class Vectors:
    """The rows of one index folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "vectors.f32"
        self._rows: np.ndarray = np.empty((0, VECTOR_SIZE), np.float32)

    def append(self, vectors: Sequence[Sequence[float]]) -> range:
        """Add rows; their numbers. A torn row of a crash is filled up and left behind."""
        size = self._file.stat().st_size if self._file.exists() else 0
        first = -(-size // ROW_BYTES)
        with self._file.open("ab") as handle:
            handle.write(b"\0" * (first * ROW_BYTES - size))
            handle.write(np.asarray(vectors, np.float32).tobytes())
        return range(first, first + len(vectors))

    def scores(self, question: Sequence[float], among: Sequence[int] | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Row numbers and their dot products with the question, best first; of all rows or of some."""
        rows, wanted = self._read(), np.asarray(question, np.float32)
        numbers = np.arange(len(rows)) if among is None else np.asarray([n for n in among if n < len(rows)], int)
        found = rows @ wanted if among is None else rows[numbers] @ wanted
        order = np.argsort(-found, kind="stable")
        return numbers[order], found[order]

    def _read(self) -> np.ndarray:
        count = self._file.stat().st_size // ROW_BYTES if self._file.exists() else 0
        if count != len(self._rows):
            self._rows = np.memmap(self._file, np.float32, "r", shape=(count, VECTOR_SIZE))
        return self._rows

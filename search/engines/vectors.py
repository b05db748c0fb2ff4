"""Vectors of the embedded index: one file of float32 rows; a document holds the number of its row.

Rows are only appended, before the index commits, so that a crash leaves at most rows nobody refers to.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from search.documents import VECTOR_SIZE

ROW_BYTES = VECTOR_SIZE * 4
EARLY = 10  # chunks sorted at first: sorting all of a large index takes as long as comparing them


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

    def among(self, question: Sequence[float], numbers: Sequence[int]) -> Iterator[tuple[int, float]]:
        """Some rows with their dot products with the question, best first."""
        rows = self._read()
        numbers = [number for number in numbers if number < len(rows)]
        scores = rows[numbers] @ np.asarray(question, np.float32)
        yield from sorted(zip(numbers, scores.tolist(), strict=True), key=lambda item: -item[1])

    def best(self, question: Sequence[float], chunk: int) -> Iterator[dict[int, float]]:
        """All rows with their dot products, best first, in chunks. Most callers stop early, so few are sorted at first."""
        scores = self._read() @ np.asarray(question, np.float32)
        few = min(len(scores), EARLY * chunk)
        order = np.argpartition(-scores, few - 1)[:few] if few else np.arange(0)
        order = order[np.argsort(-scores[order], kind="stable")]
        for start in range(0, len(scores), chunk):
            if start == few:
                order = np.argsort(-scores, kind="stable")
            rows = order[start : start + chunk]
            yield dict(zip(rows.tolist(), scores[rows].tolist(), strict=True))

    def _read(self) -> np.ndarray:
        count = self._file.stat().st_size // ROW_BYTES if self._file.exists() else 0
        if count != len(self._rows):
            self._rows = np.memmap(self._file, np.float32, "r", shape=(count, VECTOR_SIZE))
        return self._rows

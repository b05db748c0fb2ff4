"""The taggers' networks: what a word is, read from the words around it. Trained by :mod:`scrubber.training.train`, run in NumPy.

A word is the sum of learned vectors of what :mod:`scrubber.features` says of it. A few layers then look at each word together with
one neighbour on either side, near and farther away, so that in the end eleven words on either side have a say. Nothing else of the text
does: a part read with that many words around it reads the same as in the whole. Layers first mix neighbours number by number, then numbers
(separable convolution: Chollet, "Xception", 2017), and keep the size of what they pass on (Zhang and Sennrich, "Root Mean Square Layer
Normalization", 2019).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, count, pairwise
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from scrubber import features
from scrubber.tokens import Token

#: what a word can be: nothing that identifies, or part of an identifier of that kind
LABELS = ("O", "NAME", "DATE", "ID", "PHONE", "WEB", "PLACE", "HOSP", "WORK", "ROOM", "AGE")
CASINGS = ("", features.PUBLISHED, "l", "u")
#: how far away the neighbours of each layer stand, in words
STEPS = (1, 2, 4, 1, 2, 1)
#: words on either side that have a say
REACH = sum(STEPS)
#: words read at once, so that the memory taken does not grow with the text
MOST = 2048
#: vectors of words kept, by a salted hash: what is kept names no word
KEPT = 16_384
#: training spreads this much of each answer over all labels
SMOOTHED = 0.03
#: keeps a state of zeros from being divided by zero
LEAST_SQUARE = 1e-5

Floats = NDArray[np.float32]
Weights = dict[str, NDArray]


def save(path: Path, weights: Weights, names: Sequence[str]) -> None:
    """Write a network: the names of features as lines, then each array; the same bytes for the same weights.

    Args:
        path: where to.
        weights: ``vectors`` (int8, one row for each name after a row of zeros) with their ``scales``, ``casing``, ``glued``, and for
            each layer ``weight``, ``bias`` and, but for the first and last, ``near``.
        names: of features, in the order of ``vectors``.
    """
    with path.open("wb") as file:
        np.lib.format.write_array(file, np.frombuffer("\n".join(names).encode(), np.uint8), allow_pickle=False)
        for key in sorted(weights):
            np.lib.format.write_array(file, np.frombuffer(key.encode(), np.uint8), allow_pickle=False)
            np.lib.format.write_array(file, weights[key], allow_pickle=False)


class _Stored(NamedTuple):
    names: list[str]
    weights: Weights


def _stored(path: Path) -> _Stored:
    weights: Weights = {}
    with path.open("rb") as file:
        names = np.lib.format.read_array(file).tobytes().decode().split("\n")
        size = path.stat().st_size
        while file.tell() < size:
            key = np.lib.format.read_array(file).tobytes().decode()
            weights[key] = np.lib.format.read_array(file)
    return _Stored(names, weights)


class Networks:
    """Trained networks, from the files at ``paths``, read all at once: their mean."""

    def __init__(self, paths: Sequence[Path]) -> None:
        threadpool_limits(1, "blas")  # products this small are done before a second thread has woken up
        stored = [_stored(path) for path in paths]
        self._rows = {
            name: row for row, name in enumerate(dict.fromkeys(name for one in stored for name in one.names), 1)
        }
        width = stored[0].weights["vectors"].shape[1]
        self._vectors = np.zeros((1 + len(self._rows), len(stored), width), np.int8)
        self._scales = np.zeros((1 + len(self._rows), len(stored)), np.float32)
        for index, (names, weights) in enumerate(stored):
            rows = [self._rows[name] for name in names]
            self._vectors[rows, index] = weights["vectors"][1:]
            self._scales[rows, index] = weights["scales"][1:]
        alike = stored[0].weights.keys() - {"vectors", "scales"}
        self._weights: dict[str, Floats] = {
            key: np.stack([one.weights[key].astype(np.float32) for one in stored])[
                :, None if "bias" in key else slice(None)
            ]
            for key in alike
        }
        self._kept = np.zeros((len(stored), KEPT, width), np.float32)
        self._places: dict[int, int] = {}
        self._lock = Lock()

    def read(self, words: Sequence[Token], casing: str) -> Floats:
        """How probable each label is for each word.

        Args:
            words: of a text or of a part of it, line breaks among them.
            casing: how the text uses capitals, see :func:`features.casing`.

        Returns:
            probabilities, one row for each word and one column for each of ``LABELS``.
        """
        parts = [np.zeros((0, len(LABELS)), np.float32)]
        for start in range(0, len(words), MOST):
            first = max(0, start - REACH)
            read = self._forward(words[first : start + MOST + REACH], casing)
            parts.append(read[start - first : start - first + MOST])
        return np.concatenate(parts)

    def _forward(self, words: Sequence[Token], casing: str) -> Floats:
        weights = self._weights
        glued = [0, *(int(before[2] == word[1]) for before, word in pairwise(words))]
        place = CASINGS.index(casing)
        inputs = self._looked_up(words) + weights["casing"][:, place : place + 1] + weights["glued"][:, glued]
        state: Floats = np.maximum(inputs @ weights["weight.0"] + weights["bias.0"], 0)
        for layer, step in enumerate(STEPS, 1):
            state = self._layer(state, layer, step)
        return _probabilities(state @ weights["weight.last"] + weights["bias.last"])

    def _layer(self, state: Floats, layer: int, step: int) -> Floats:
        near = self._weights[f"near.{layer}"]
        around = state * near[:, 1:2]
        around[:, step:] += state[:, :-step] * near[:, :1]
        around[:, :-step] += state[:, step:] * near[:, 2:]
        change: Floats = np.matmul(around, self._weights[f"weight.{layer}"])
        change += self._weights[f"bias.{layer}"]
        np.maximum(change, 0, out=change)
        change += state
        squares = np.einsum("nij,nij->ni", change, change) / change.shape[2]
        change /= np.sqrt(squares + LEAST_SQUARE)[..., None]
        return change

    def _looked_up(self, words: Sequence[Token]) -> Floats:
        keys = [hash(word) for word, _start, _end in words]
        with self._lock:
            if len(self._places) + len(words) > KEPT:
                self._places.clear()
            new = {key: word for key, (word, _, _) in zip(keys, words, strict=True) if key not in self._places}
            if new:
                self._keep(new)
            return self._kept[:, [self._places[key] for key in keys]]

    def _keep(self, new: Mapping[int, str]) -> None:
        """Adds up the vectors of the features of each word."""
        rows = [[0, *(row for name in features.of(word) if (row := self._rows.get(name)))] for word in new.values()]
        starts = list(accumulate(map(len, rows[:-1]), initial=0))
        listed = list(chain.from_iterable(rows))
        vectors = self._vectors[listed] * self._scales[listed][..., None]
        first = len(self._places)
        self._places.update(zip(new, count(first)))
        self._kept[:, first : len(self._places)] = np.add.reduceat(vectors, starts).swapaxes(0, 1)


def _probabilities(scores: Floats) -> Floats:
    """The mean of the networks, without what training spread over all labels."""
    scores -= scores.max(axis=2, keepdims=True)
    likely = np.exp(scores)
    likely /= likely.sum(axis=2, keepdims=True)
    likely = np.maximum(likely - SMOOTHED / len(LABELS), 1e-6)
    likely /= likely.sum(axis=2, keepdims=True)
    return np.asarray(likely.mean(axis=0), np.float32)

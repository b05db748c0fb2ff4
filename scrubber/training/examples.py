"""Documents of the generator as the taggers' networks learn from them: words, their features and what each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scrubber import features, tokens
from scrubber.network import CASINGS, LABELS
from scrubber.normalise import normalise
from scrubber.training.notes import Note

#: the tagger's label for each type of the gold standard; rules name the finer types
LABEL = {
    "NAME": "NAME", "NAME_REL": "NAME", "DATE": "DATE", "AGE": "AGE", "ROOM": "ROOM", "PHONE": "PHONE", "FAX": "PHONE",
    "EMAIL": "WEB", "URL": "WEB", "HANDLE": "WEB", "IP": "WEB", "PHOTO": "WEB", "CITY": "PLACE", "STREET": "PLACE",
    "ZIP": "PLACE", "LOCATION": "PLACE", "HOSPITAL": "HOSP", "EMPLOYER": "WORK", "OCCUPATION": "WORK",
}  # fmt: skip
#: features of one word that are told apart; the rarest of longer lists are left out
MOST = 20
#: how often a feature must be seen to be learned
LEAST_SEEN = 6


class Example(NamedTuple):
    """A document: for each word its place in the list of distinct words, label, whether it touches the one before, and the casing."""

    words: NDArray[np.int32]
    labels: NDArray[np.uint8]
    glued: NDArray[np.uint8]
    casing: int


class Examples:
    """All documents to learn from, and the features of their distinct words."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._distinct: dict[str, int] = {}
        self.documents = [self._example(note) for note in notes]
        listed = [features.of(word) for word in self._distinct]
        counts = np.bincount(np.concatenate([document.words for document in self.documents]))
        seen: Counter[str] = Counter()
        for names, count in zip(listed, counts, strict=True):
            for name in names:
                seen[name] += int(count)
        #: names of the learned features, the most frequent first; the first of them has number 1
        self.names = [name for name, count in seen.most_common() if count >= LEAST_SEEN]
        numbers = {name: number for number, name in enumerate(self.names, 1)}
        #: numbers of the features of each distinct word, filled up with 0
        self.features = np.zeros((len(listed), MOST), np.int32)
        for row, names in zip(self.features, listed, strict=True):
            known = [numbers[name] for name in names if name in numbers][:MOST]
            row[: len(known)] = known

    def _example(self, note: Note) -> Example:
        view = normalise(note.text)
        words, labels, glued = [], [], []
        end_before = -1
        for word, start, end in tokens.tokenize(view.text):
            words.append(self._distinct.setdefault(word, len(self._distinct)))
            labels.append(0 if word == "\n" else _label(note, *view.span(start, end)))
            glued.append(start == end_before)
            end_before = end
        casing = CASINGS.index(features.casing(view.text))
        return Example(np.array(words, np.int32), np.array(labels, np.uint8), np.array(glued, np.uint8), casing)


def _label(note: Note, first: int, last: int) -> int:
    kind = next((span.kind for span in note.spans if span.start < last and first < span.end), "")
    return LABELS.index(LABEL.get(kind, "ID")) if kind else 0

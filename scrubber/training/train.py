"""Trains the taggers: ``python -m scrubber.training.train [DOCUMENTS]``. One core, a quarter of an hour, always the same data.

Each of the taggers learns from other documents of the same generator; what one of them misreads by accident the others
seldom misread too, so their mean is steadier than any of them.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from pathlib import Path

import pycrfsuite

from scrubber import features, tokens
from scrubber.normalise import normalise
from scrubber.training.notes import Note, corpus

FOLDER = Path(__file__).parent.parent / "model"
#: one tagger for each
SEEDS = (20261, 20262, 20263)


#: the tagger's label for each type of the gold standard; rules name the finer types
LABEL = {
    "NAME": "NAME", "NAME_REL": "NAME", "DATE": "DATE", "AGE": "AGE", "ROOM": "ROOM", "PHONE": "PHONE", "FAX": "PHONE",
    "EMAIL": "WEB", "URL": "WEB", "HANDLE": "WEB", "IP": "WEB", "PHOTO": "WEB", "CITY": "PLACE", "STREET": "PLACE",
    "ZIP": "PLACE", "LOCATION": "PLACE", "HOSPITAL": "HOSP", "EMPLOYER": "WORK", "OCCUPATION": "WORK",
}  # fmt: skip
#: features that name the words around a token; left out of some lines, so that shape and lexicon must do
_NEIGHBOURS = ("-1:", "+1:", "-2:", "+2:", "-3:", "w-1w:", "-2w:", "+2w:", "-1w:", "+1w:")


def examples(note: Note, rng: random.Random) -> list[tuple[list[list[str]], list[str]]]:
    """Feature lists and labels for each line of a note."""
    view = normalise(note.text)
    cased = features.casing(view.text)
    out = []
    before = ""
    for line in tokens.segments(tokens.tokenize(view.text)):
        labels = []
        for _word, start, end in line:
            first, last = view.span(start, end)
            kind = next((span.kind for span in note.spans if span.start < last and first < span.end), "")
            labels.append(LABEL.get(kind, "ID") if kind else "O")
        words = [token[0] for token in line]
        rows = features.featurize(words, cased=cased, before=before)
        if rng.random() < 0.12:
            rows = [[item for item in row if not item.startswith(_NEIGHBOURS)] for row in rows]
        out.append((rows, labels))
        before = words[-1].lower() if not words[-1].isalnum() else features.describe(words[-1])[0]
    return out


def train(seed: int, count: int, path: Path) -> None:
    """Trains on ``count`` documents of the training half and prints the model's hash."""
    started = time.time()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    total = 0
    rng = random.Random(seed)
    for note in corpus(seed, count, test=False):
        for rows, labels in examples(note, rng):
            trainer.append(rows, labels)
            total += len(labels)
    trainer.set_params(
        {"c1": 0.25, "c2": 0.02, "max_iterations": 90, "feature.minfreq": 3, "feature.possible_transitions": False}
    )
    print(f"{total} tokens, {time.time() - started:.0f} s", flush=True)
    trainer.train(str(path))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path.name} {path.stat().st_size} bytes, {time.time() - started:.0f} s, sha256 {digest}", flush=True)


def main(count: int) -> None:
    """Trains every tagger."""
    for number, seed in enumerate(SEEDS, 1):
        train(seed, count, FOLDER / f"tagger-{number}.crfsuite")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9000)

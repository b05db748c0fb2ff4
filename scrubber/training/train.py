"""Trains the tagger: ``python -m scrubber.training.train [DOCUMENTS]``. One core, a few minutes, always the same data."""

from __future__ import annotations

import hashlib
import sys
import time
from pathlib import Path

import pycrfsuite

from scrubber import features, tokens
from scrubber.normalise import normalise
from scrubber.training.notes import Note, corpus

MODEL = Path(__file__).parent.parent / "model" / "tagger.crfsuite"


def examples(note: Note) -> list[tuple[list[list[str]], list[str]]]:
    """Feature lists and labels for each line of a note."""
    view = normalise(note.text)
    spans = sorted(note.spans)
    cased = features.casing(view.text)
    out = []
    before = ""
    for line in tokens.segments(tokens.tokenize(view.text)):
        labels = []
        for _word, start, end in line:
            first, last = view.span(start, end)
            labels.append(next((label for a, b, label in spans if a < last and first < b), "O"))
        words = [token[0] for token in line]
        out.append((features.featurize(words, cased=cased, before=before), labels))
        before = words[-1].lower() if not words[-1].isalnum() else features.describe(words[-1])[0]
    return out


def main(count: int) -> None:
    """Trains on ``count`` documents of the training half and prints the model's hash."""
    started = time.time()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    total = 0
    for note in corpus(20261, count, test=False):
        for rows, labels in examples(note):
            trainer.append(rows, labels)
            total += len(labels)
    trainer.set_params(
        {"c1": 0.25, "c2": 0.02, "max_iterations": 90, "feature.minfreq": 3, "feature.possible_transitions": False}
    )
    print(f"{total} tokens, {time.time() - started:.0f} s", flush=True)
    trainer.train(str(MODEL))
    print(
        f"{MODEL.stat().st_size} bytes, {time.time() - started:.0f} s, sha256 {hashlib.sha256(MODEL.read_bytes()).hexdigest()}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6000)

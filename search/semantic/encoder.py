"""Text to vectors: all-MiniLM-L6-v2 in int8 on the processor, checked against its pinned hash before it is used.

Search works without it. A missing or altered file, or a missing library, is one clear log line and a status; every
question is then answered by words alone.
"""

import hashlib
import logging
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

log = logging.getLogger("consilium.search")

SIZE = 384
MOST_TOKENS = 256  # what the model was trained on (sentence_bert_config.json)
BATCH = 16  # passages at a time: more costs memory and is no faster on two cores
FOLDER = Path(__file__).parent / "model"
MODEL, TOKENIZER = "minilm-l6-v2.int8.onnx", "tokenizer.json"
SHA256 = {
    MODEL: "dab22dcf0265d72f0ba921212b4d451eaa62c4f45fb1f00f9316432fa293d138",  # pragma: allowlist secret
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",  # pragma: allowlist secret
}
MODEL_ID = SHA256[MODEL][:16]  # stored beside every vector: another model's vectors are never compared


@dataclass(frozen=True)
class Status:
    """Whether meaning is searched too, and one sentence why not."""

    ready: bool
    why: str = ""


class Encoder:
    """A loaded model. Safe from any thread."""

    def __init__(self, folder: Path = FOLDER, *, threads: int = 0) -> None:
        """Load and check both files.

        Args:
            threads: of one question; 0 for as many as the machine has, at most 4.

        Raises:
            OSError: a file is missing.
            ValueError: a file is not the pinned one.
            ImportError: onnxruntime or tokenizers is not installed.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        for name, expected in SHA256.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise ValueError(f"{name} is not the pinned file")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or min(os.cpu_count() or 1, 4)
        options.enable_cpu_mem_arena = False  # give memory back after a long batch
        self._session = onnxruntime.InferenceSession(folder / MODEL, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._tokenizer.no_padding()
        self._lock = threading.Lock()  # the tokenizer keeps state

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """One unit-length row of 384 float32 a text; text behind 256 tokens is not read."""
        found = np.zeros((len(texts), SIZE), dtype=np.float32)
        with self._lock:
            tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        by_length = sorted(range(len(texts)), key=lambda at: len(tokens[at]))  # like lengths together: less padding
        for start in range(0, len(texts), BATCH):
            chosen = by_length[start : start + BATCH]
            found[chosen] = self._run([tokens[at] for at in chosen])
        return found

    def _run(self, tokens: list[list[int]]) -> Any:
        ids = np.zeros((len(tokens), max(map(len, tokens))), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, values in enumerate(tokens):
            ids[row, : len(values)] = values
            mask[row, : len(values)] = 1
        return self._session.run(["vector"], {"ids": ids, "mask": mask})[0]


@cache
def _loaded() -> tuple[Encoder | None, Status]:
    try:
        return Encoder(), Status(True)
    except (OSError, ValueError, ImportError) as error:
        why = f"The language model could not be loaded ({type(error).__name__}: {error}); search goes by words alone."
        log.warning("%s", why)
        return None, Status(False, why)


def encoder() -> Encoder | None:
    """The model of this process, loaded once; None where it cannot be used."""
    return _loaded()[0]


def status() -> Status:
    """Whether the model is in use."""
    return _loaded()[1]

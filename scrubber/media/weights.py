"""Models are used only when they are byte for byte the ones that were measured."""

import hashlib
from pathlib import Path

SHA256 = {
    "PP-OCRv6_det_small.onnx": "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",  # pragma: allowlist secret
    "PP-OCRv6_rec_small.onnx": "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",  # pragma: allowlist secret
    "centerface.onnx": "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",  # pragma: allowlist secret
}


class WrongWeights(RuntimeError):
    """A model file is missing or not the pinned one: nothing may be judged with it."""


def pinned(path: Path) -> Path:
    """`path`, after its SHA-256 was compared with the pinned one.

    Raises:
        WrongWeights: missing or different.
    """
    if not path.is_file():
        raise WrongWeights(f"{path.name} is missing")
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256[path.name]:
            raise WrongWeights(f"{path.name} is not the pinned model")
    return path

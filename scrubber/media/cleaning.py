"""One file in, one verdict out: finds the kind by its first bytes and hands over to the module of that kind."""

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from scrubber.media.admitting import HEAD, PICTURES, Refused, agrees, kind_of
from scrubber.media.harvest import must_hide_words
from scrubber.media.result import Box, MediaResult, Order


def clean_file(
    source: Path,
    out_dir: Path,
    *,
    filename_hint: str = "",
    must_hide: Sequence[str] = (),
    extra_boxes: Sequence[Box] = (),
    uid_key: bytes = b"",
    keep_faces: bool = False,
) -> MediaResult:
    """Rebuild one file into `out_dir` under a new random name, in this process; the product uses `clean_in_child`.

    Args:
        source: the upload; its own name is never used.
        filename_hint: the name it was uploaded under: its ending must agree, its words are hidden.
        must_hide: words known to identify, to be covered wherever they are read.
        extra_boxes: boxes the author drew.
        uid_key: secret of the case for keyed DICOM UIDs.
        keep_faces: leave faces visible and hold the file.

    Returns:
        the verdict; on any doubt "held", on anything not on the list or damaged "rejected".
    """
    with source.open("rb") as file:
        kind = kind_of(file.read(HEAD))
    if kind is None:
        return _rejected("This kind of file is not accepted. Use a picture, DICOM or PDF.", kind="unknown")
    if not agrees(filename_hint, kind):
        return _rejected("The file is not what its name says. Rename it or export it again.", kind=kind)
    hidden = (*must_hide, *must_hide_words([Path(filename_hint).stem]))
    order = Order(kind, hidden, tuple(extra_boxes), uid_key, keep_faces)
    try:
        result: MediaResult = _module_of(kind).clean(source, out_dir, order)
    except Refused as refusal:
        return _rejected(str(refusal), kind=kind)
    except Exception as error:  # a decoder can raise anything on a hostile file: never published
        return MediaResult(
            "held", reasons=("Checking stopped with an error. A person has to look at it.",),
            report={"kind": kind, "error": type(error).__name__},
        )  # fmt: skip
    from scrubber.media.codes import READERS  # loaded with the module of the kind

    return replace(result, report={**result.report, "code_readers": list(READERS)})


def _module_of(kind: str) -> Any:
    # imported late: only the child process should pay for decoders and models
    return import_module(f"scrubber.media.{'images' if kind in PICTURES else kind}")


def _rejected(reason: str, *, kind: str) -> MediaResult:
    return MediaResult("rejected", reasons=(reason,), report={"kind": kind, "reason": reason})

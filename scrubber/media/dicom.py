"""DICOM files: held until they are rebuilt here."""

from pathlib import Path

from scrubber.media.result import MediaResult, Order


def clean(source: Path, out_dir: Path, order: Order) -> MediaResult:
    """Hold the file: nothing of it is shown."""
    return MediaResult(
        "held", reasons=("DICOM files are held: a person has to look at them.",), report={"kind": order.kind}
    )

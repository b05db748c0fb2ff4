"""`python -m scrubber media IN_DIR OUT_DIR`: clean every file of a folder."""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from scrubber.media.child import clean_in_child, close_all
from scrubber.media.result import MediaResult

DOCUMENTS = (".dcm", ".pdf", ".tiff")  # where a result holds pictures to show and a document, the document is the file


def main(argv: list[str]) -> int:
    """For each `<name>`: `<stem>.<ext>` when cleaned, `<stem>.review` or `<stem>.rejected`, and `<stem>.report.json`.

    Of two files with the same stem the second keeps its ending in the stem.
    """
    if len(argv) != 2:
        sys.stderr.write("usage: python -m scrubber media IN_DIR OUT_DIR\n")
        return 2
    source, out = Path(argv[0]), Path(argv[1])
    out.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for path in sorted(path for path in source.iterdir() if path.is_file()):
        stem = path.name if path.stem in taken else path.stem
        taken.add(stem)
        _clean_one(path, out, stem)
    close_all()
    return 0


def _clean_one(path: Path, out: Path, stem: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        result = clean_in_child(path, Path(folder), filename_hint=path.name)
        if result.outcome == "cleaned":
            file = _document(result)
            shutil.move(file, out / f"{stem}{file.suffix}")
        else:
            (out / f"{stem}.{'review' if result.outcome == 'held' else 'rejected'}").touch()
    report = {"outcome": result.outcome, "reasons": list(result.reasons), **result.report}
    (out / f"{stem}.report.json").write_text(json.dumps(report, indent=1))


def _document(result: MediaResult) -> Path:
    return next((file for file in result.files if file.suffix in DOCUMENTS), result.files[0])

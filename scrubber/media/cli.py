"""`python -m scrubber media IN_DIR OUT_DIR`: clean every file of a folder."""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from scrubber.media.child import clean_in_child


def main(argv: list[str]) -> int:
    """For each `<name>`: `<stem>.<ext>` when cleaned, `<stem>.review` or `<stem>.rejected`, and `<stem>.report.json`."""
    if len(argv) != 2:
        sys.stderr.write("usage: python -m scrubber media IN_DIR OUT_DIR\n")
        return 2
    source, out = Path(argv[0]), Path(argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(path for path in source.iterdir() if path.is_file()):
        _clean_one(path, out)
    return 0


def _clean_one(path: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        result = clean_in_child(path, Path(folder), filename_hint=path.name)
        if result.outcome == "cleaned":
            shutil.move(result.files[0], out / f"{path.stem}{result.files[0].suffix}")
        else:
            (out / f"{path.stem}.{'review' if result.outcome == 'held' else 'rejected'}").touch()
    report = {"outcome": result.outcome, "reasons": list(result.reasons), **result.report}
    (out / f"{path.stem}.report.json").write_text(json.dumps(report, indent=1))

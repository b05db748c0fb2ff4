"""How much of what was planted in some 220 files is left, and how much is lost: `python benchmarks/deid_media.py`.

Builds the corpus (`tests.corpus.media`), runs `python -m scrubber media` over it and judges the results with a checker that
shares no code with the scrubber. Needs exiftool, dcmtk, poppler-utils and tesseract-ocr (Debian packages) beside the
development requirements. `--only TEXT` takes the files whose name holds TEXT; `--keep DIR` keeps corpus and results.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.media_checker.judging import Verdict, judge  # noqa: E402
from benchmarks.media_checker.opening import PROGRAMS  # noqa: E402
from benchmarks.media_checker.table import details, table  # noqa: E402
from tests.corpus.media.building import build  # noqa: E402


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", help="files whose name holds this")
    options.add_argument("--keep", type=Path, help="folder for corpus and results")
    options.add_argument("--judge", action="store_true", help="judge what an earlier run left in --keep")
    chosen = options.parse_args()
    if missing := [program for program in PROGRAMS if not shutil.which(program)]:
        sys.exit(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        verdicts, megabytes, status = measure(folder, chosen.only, again=not chosen.judge)
    print(details(verdicts))
    print(table(verdicts, megabytes, status))
    return 0


def measure(folder: Path, only: str, *, again: bool) -> tuple[list[Verdict], float, int]:
    """Build, clean and judge; returns verdicts, the peak memory of a child in megabytes and the exit status."""
    corpus, results, status, started = folder / "corpus", folder / "results", 0, time.time()
    if again:
        print(build(corpus))
        shutil.rmtree(results, ignore_errors=True)
        files = corpus / "files"
        if only:
            files = folder / "chosen"
            shutil.rmtree(files, ignore_errors=True)
            files.mkdir()
            for path in (corpus / "files").iterdir():
                if only in path.name:
                    shutil.copy(path, files)
        started = time.time()
        status = subprocess.run(
            [sys.executable, "-m", "scrubber", "media", str(files), str(results)], cwd=ROOT, check=False
        ).returncode
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    manifest = [item for item in json.loads((corpus / "manifest.json").read_text()) if only in item["name"]]
    verdicts = [judge(item, corpus, results) for item in manifest]
    _time(verdicts, results, started)
    for verdict, item in zip(verdicts, manifest, strict=True):
        verdict.megapixels = item["megapixels"]
    return verdicts, megabytes, status


def _time(verdicts: list[Verdict], results: Path, started: float) -> None:
    """Seconds a file, from when its report was written after that of the file before."""
    written = sorted(
        (path.stat().st_mtime, path.name.removesuffix(".report.json")) for path in results.glob("*.report.json")
    )
    seconds, before = {}, min(started, written[0][0]) if written else started
    for moment, stem in written:
        seconds[stem], before = moment - before, moment
    for verdict in verdicts:
        verdict.seconds = seconds.get(Path(verdict.name).stem, 0.0)


if __name__ == "__main__":
    raise SystemExit(main())

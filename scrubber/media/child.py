"""Runs cleaning in a child process with limits. A child that dies, hangs or overspends means: held."""

import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from scrubber.media.cleaning import clean_file
from scrubber.media.result import Box, MediaResult

CPU_SECONDS = 60
WALL_SECONDS = 90
ADDRESS_SPACE = 6 * 1024**3  # virtual: decoders map far more than they use


def clean_in_child(
    source: Path,
    out_dir: Path,
    *,
    must_hide: Sequence[str] = (),
    extra_boxes: Sequence[Box] = (),
    uid_key: bytes = b"",
) -> MediaResult:
    """As `clean_file`, in a child process of its own: 60 s CPU, limited memory, writes only in `out_dir`."""
    order = {
        "source": str(source.resolve()), "out": str(out_dir.resolve()), "must_hide": list(must_hide),
        "boxes": [asdict(box) for box in extra_boxes], "uid_key": uid_key.hex(),
    }  # fmt: skip
    try:
        done = subprocess.run(
            [sys.executable, "-m", "scrubber.media.child"],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=WALL_SECONDS,
            preexec_fn=_limit,
            check=True,
            cwd=Path(__file__).resolve().parents[2],
            env={"PATH": "/usr/bin:/bin", "OMP_NUM_THREADS": "1", "LANG": "C.UTF-8"},
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        reason = "The file could not be checked within its limits. A person has to look at it."
        return MediaResult("held", reasons=(reason,), report={"child": type(error).__name__})
    answer = json.loads(done.stdout)
    answer["files"] = tuple(Path(name) for name in answer["files"])
    answer["masks"] = tuple(Box(**box) for box in answer["masks"])
    answer["reasons"] = tuple(answer["reasons"])
    return MediaResult(**answer)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """The child: one order on standard input, one answer on standard output."""
    order = json.load(sys.stdin)
    result = clean_file(
        Path(order["source"]),
        Path(order["out"]),
        must_hide=order["must_hide"],
        extra_boxes=[Box(**box) for box in order["boxes"]],
        uid_key=bytes.fromhex(order["uid_key"]),
    )
    answer = asdict(result)
    answer["files"] = [str(path) for path in result.files]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()

"""Runs cleaning in a confined child process. A child that dies, hangs or overspends means: held.

Models take seconds to load, so one warm process loads them, never opens a file itself, and forks a child for each: the
child starts in milliseconds, confines itself (`confining`), cleans one file and ends. The warm process ends by itself
when it has had nothing to do for a while, and with the process that started it.
"""

import json
import os
import queue
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scrubber.media.result import Box, MediaResult

WALL_SECONDS = 90  # more than `confining.CPU_SECONDS`, less than the lease of a job
IDLE_SECONDS = 60
OVERSPENT = "The file could not be checked within its limits. A person has to look at it."
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
# Networks take and give back large buffers all the time: kept (mallopt(3)), a fork touches half as many new pages, and
# half of the time spent in the kernel, about a tenth of all, is saved.
KEPT_MEMORY = {
    "MALLOC_MMAP_THRESHOLD_": str(2**30), "MALLOC_TRIM_THRESHOLD_": str(2**31 - 1), "MALLOC_TOP_PAD_": str(2**26),
}  # fmt: skip


def clean_in_child(
    source: Path,
    out_dir: Path,
    *,
    filename_hint: str = "",
    must_hide: Sequence[str] = (),
    extra_boxes: Sequence[Box] = (),
    uid_key: bytes = b"",
    keep_faces: bool = False,
) -> MediaResult:
    """As `cleaning.clean_file`, in a child process of its own: 60 s CPU, 1.5 GB, no network, writes only in `out_dir`."""
    order = {
        "source": str(source.resolve()), "out": str(out_dir.resolve()), "filename_hint": filename_hint,
        "must_hide": list(must_hide), "extra_boxes": [asdict(box) for box in extra_boxes], "uid_key": uid_key.hex(),
        "keep_faces": keep_faces,
    }  # fmt: skip
    process = pool.get()
    try:
        answer = process.ask(order)
    finally:
        pool.put(process)
    if answer is None or "died" in answer:
        return MediaResult("held", reasons=(OVERSPENT,), report={"child": (answer or {}).get("died", "gone")})
    # names only: a child taken over by a hostile file must not point us elsewhere
    answer["files"] = tuple(out_dir / Path(name).name for name in answer["files"])
    answer["masks"] = tuple(Box(**box) for box in answer["masks"])
    answer["reasons"] = tuple(answer["reasons"])
    return MediaResult(**answer)


class WarmProcess:
    """A warm process, started when needed; one order at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, order: dict[str, Any]) -> dict[str, Any] | None:
        """The child's answer; None when the warm process itself is lost twice."""
        line = json.dumps(order).encode() + b"\n"
        for _ in range(2):  # it may have ended, idle, just before the order reached it
            process = self._running()
            try:
                process.stdin.write(line)  # type: ignore[union-attr]
                process.stdin.flush()  # type: ignore[union-attr]
                reply = process.stdout.readline()  # type: ignore[union-attr]
            except BrokenPipeError:
                reply = b""
            except BaseException:  # its answer is still to come, and must not be taken for the answer to another file
                process.kill()
                raise
            if reply:
                return json.loads(reply)
            process.kill()
        return None

    def close(self) -> None:
        """End the process, when there is one, and wait for it: only then does the kernel count what it cost."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.wait()
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "scrubber.media.child"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                cwd=Path(__file__).resolve().parents[2],
                env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **ONE_THREAD, **KEPT_MEMORY},
            )  # fmt: skip
        return self._process


# one a core at most; the last used first, so that files one after the other need one only
pool: queue.LifoQueue[WarmProcess] = queue.LifoQueue()
for _ in range(os.cpu_count() or 1):
    pool.put(WarmProcess())


def close_all() -> None:
    """End the warm processes that are idle; the next order starts one again."""
    for _ in range(pool.qsize()):
        process = pool.get()
        process.close()
        pool.put(process)


def main() -> None:
    """The warm process: one order a line on standard input, one answer a line on standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    orders = os.fdopen(0, "rb", buffering=0)  # unbuffered, or select would not see what was read ahead
    os.dup2(2, 1)  # whatever a library prints is not an answer
    from scrubber.media import ready  # the models; only this process pays for them

    ready.load_all()
    while select.select([0], [], [], IDLE_SECONDS)[0]:
        line = orders.readline()
        if not line:
            return
        answers.write(json.dumps(_in_fork(json.loads(line))).encode() + b"\n")
        answers.flush()


def _in_fork(order: dict[str, Any]) -> dict[str, Any]:
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _work(order, theirs)
    os.close(theirs)
    reply = _read_until(ours, time.monotonic() + WALL_SECONDS)
    os.kill(child, signal.SIGKILL)  # also when it answered: it has nothing left to do
    _, status = os.waitpid(child, 0)
    try:
        return json.loads(reply)
    except ValueError:
        number = os.waitstatus_to_exitcode(status)
        return {"died": signal.Signals(-number).name if number < 0 else f"exit {number}"}


def _work(order: dict[str, Any], answers: int) -> None:
    """In the fork: confine, clean, answer, end; never returns."""
    code = 1
    try:
        from scrubber.media.cleaning import clean_file
        from scrubber.media.confining import confine

        os.setsid()
        out = Path(order.pop("out"))
        layers = confine(out)
        order["extra_boxes"] = [Box(**box) for box in order["extra_boxes"]]
        order["uid_key"] = bytes.fromhex(order["uid_key"])
        answer = asdict(clean_file(Path(order.pop("source")), out, **order))
        answer["files"] = [path.name for path in answer["files"]]
        answer["report"]["confined"] = layers
        answer["report"]["seconds"] = round(_computing(), 2)
        with os.fdopen(answers, "wb") as file:
            file.write(json.dumps(answer).encode())
        code = 0
    finally:
        os._exit(code)


def _computing() -> float:
    """Seconds of computing this fork has cost, with the programs it started."""
    costs = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(cost.ru_utime + cost.ru_stime for cost in costs)


def _read_until(source: int, deadline: float) -> bytes:
    parts = []
    with os.fdopen(source, "rb", buffering=0) as file:
        while (left := deadline - time.monotonic()) > 0 and select.select([file], [], [], left)[0]:
            if not (part := file.read(1 << 16)):
                break
            parts.append(part)
    return b"".join(parts)


if __name__ == "__main__":
    main()

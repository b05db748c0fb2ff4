"""The process that plays the demo's cases ends with its parent, and quietly when its work is done."""

import subprocess
import sys
import time

CHILD = "import sys, time; from config.server.filling import end_with_parent; end_with_parent(); time.sleep({seconds})"


def child(seconds: float) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD.format(seconds=seconds)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_it_ends_without_complaint_while_its_parent_goes_on():
    process = child(0.2)
    assert process.wait(timeout=20) == 0
    assert process.stderr is not None and process.stderr.read() == b""


def test_it_ends_when_its_parent_is_gone():
    process = child(60)
    time.sleep(0.5)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=20) == 1

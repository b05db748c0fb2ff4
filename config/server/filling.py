"""The demo's cases come in while the product serves already: cleaning their pictures takes a while.

A process of its own plays them, because the story sets the clock back and sends no mail. It ends with its parent.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable

from django.conf import settings


class Filling:
    """`manage.py demo_seed` beside the server. `then` is called once it has ended, however it ended."""

    def __init__(self, then: Callable[[], None]) -> None:
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "demo_seed", "--with-parent"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self._then = then
        self._ended = threading.Event()
        threading.Thread(target=self._watch, name="demo", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Whether it ended within that time."""
        return self._ended.wait(seconds)

    def stop(self) -> None:
        """End it now; what it did is kept and the next start goes on from there."""
        self._process.terminate()
        self._process.wait(timeout=10)

    def _watch(self) -> None:
        self._process.wait()
        self._then()
        self._ended.set()


def end_with_parent() -> None:
    """In the child: end when the pipe from the parent closes, even when the parent was killed."""

    def listen() -> None:
        os.read(0, 1)  # not `sys.stdin`: its lock, held here, would make the interpreter abort when the work is done
        os._exit(1)

    threading.Thread(target=listen, name="parent", daemon=True).start()

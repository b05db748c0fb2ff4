"""`manage.py serve`: the whole product in one process (embedded mode): pages, sockets and the outbox thread."""

import os
import socket
import threading
import warnings
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.demo.seed import is_finished
from config.server.filling import Filling
from core.outbox.doorbells import ThreadDoorbell
from core.scrubbing import scrub

FILLED_FIRST = 15.0  # seconds to wait for the demo before serving without the rest of it


class Command(BaseCommand):
    help = "Serve Consilium on 127.0.0.1; PORT or --port chooses the port, --demo migrates and seeds sample content."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--demo", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        _check_free(port)
        # WhiteNoise streams static files from disk; under ASGI Django reads them in a thread, which is fine here.
        warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
        outbox = _Outbox()
        filling = self._fill(outbox) if options["demo"] else None
        if filling is None:
            outbox.start()
        self.stdout.write(self.style.SUCCESS(f"\n  Consilium is at http://127.0.0.1:{port}/   (Ctrl-C stops it)"))
        self.stdout.flush()
        scrub("warm up")  # the lexica load once, now, rather than at somebody's first reply
        try:
            uvicorn.run(
                settings.ASGI_APPLICATION.replace(".application", ":application"),
                host="127.0.0.1",
                port=port,
                log_level="warning",
                ws="websockets-sansio",
                ws_per_message_deflate=False,
                ws_max_size=16 * 1024,
                timeout_graceful_shutdown=3,
            )
        except KeyboardInterrupt:  # uvicorn raises it again after it has shut down
            pass
        finally:
            outbox.close()
            if filling is not None:
                filling.stop()

    def _fill(self, outbox: "_Outbox") -> Filling | None:
        """The people at once, the rest of the demo beside the server; the outbox starts when it is complete."""
        call_command("migrate", verbosity=0)
        call_command("demo_seed", people_only=True, stdout=self.stdout)
        if is_finished():
            return None
        self.stdout.write("  Playing the sample cases ...")
        self.stdout.flush()
        filling = Filling(then=outbox.start)
        if filling.wait(FILLED_FIRST):
            return None
        self.stdout.write("  Their pictures are still being cleaned; the start page says how far that is.")
        return filling


class _Outbox:
    """The outbox thread of this process: started at most once, never after the server has ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._embedded = settings.OUTBOX_DOORBELL.endswith("ThreadDoorbell")
        self._running = self._closed = False

    def start(self) -> None:
        with self._lock:
            if self._embedded and not self._closed and not self._running:
                ThreadDoorbell.start()
                self._running = True

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._running:
                ThreadDoorbell.stop()


def _check_free(port: int) -> None:
    """Say so at once when the port is taken, before any work is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"Port {port} is taken. Choose another: PORT=8001 make run") from error

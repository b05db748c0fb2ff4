"""`manage.py serve`: the whole product in one process (embedded mode): pages, sockets and the outbox thread."""

import os
import socket
import warnings
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.outbox.doorbells import ThreadDoorbell
from core.scrubbing import scrub


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
        if options["demo"]:
            call_command("migrate", verbosity=0)
            call_command("demo_seed")
        self.stdout.write(self.style.SUCCESS(f"\n  Consilium is at http://127.0.0.1:{port}/   (Ctrl-C stops it)"))
        self.stdout.flush()
        scrub("warm up")  # the lexica load once, now, rather than at somebody's first reply
        embedded = settings.OUTBOX_DOORBELL.endswith("ThreadDoorbell")
        if embedded:
            ThreadDoorbell.start()
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
        finally:
            if embedded:
                ThreadDoorbell.stop()


def _check_free(port: int) -> None:
    """Say so at once when the port is taken, before any work is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"Port {port} is taken. Choose another: PORT=8001 make run") from error

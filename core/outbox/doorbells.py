"""Three ways to wake a worker. None of them carries work: the rows do."""

import logging
import threading

from django.db import close_old_connections

from core.outbox.draining import drain, release_all_leases

log = logging.getLogger("consilium.outbox")


class SilentDoorbell:
    """Nobody is woken; tests and the seed drain by hand."""

    @staticmethod
    def ring() -> None:
        pass


class CeleryDoorbell:
    """Production: a Celery worker drains. A lost broker costs latency; beat rings every ten seconds."""

    @staticmethod
    def ring() -> None:
        from core.outbox.tasks import drain_outbox

        try:
            drain_outbox.apply_async(retry=False)
        except drain_outbox.OperationalError as error:
            log.warning("broker not reached (%s); beat will ring", type(error).__name__)


class ThreadDoorbell:
    """Embedded: a thread of the server process drains, woken by an event and once a second."""

    _bell = threading.Event()
    _stop = threading.Event()
    _thread: threading.Thread | None = None

    @classmethod
    def ring(cls) -> None:
        cls._bell.set()

    @classmethod
    def start(cls) -> None:
        """Start the thread of the one working process; leases of a killed predecessor are freed first."""
        release_all_leases()
        cls._stop.clear()
        cls._thread = threading.Thread(target=cls._run, name="outbox", daemon=True)
        cls._thread.start()

    @classmethod
    def stop(cls) -> None:
        """Finish the row in hand and end the thread."""
        cls._stop.set()
        cls._bell.set()
        if cls._thread:
            cls._thread.join(timeout=10)

    @classmethod
    def _run(cls) -> None:
        while not cls._stop.is_set():
            cls._bell.wait(timeout=1.0)
            cls._bell.clear()
            try:
                while not cls._stop.is_set() and drain(limit=20):
                    pass
            except Exception:  # a locked database must not end the only worker
                log.exception("outbox thread: pass failed, going on")
            finally:
                close_old_connections()

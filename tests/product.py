"""The product as a person starts it: a server process of its own, with its own data, on a free loopback port.

With DATABASE_URL, REDIS_URL and ELASTICSEARCH_URL in the environment the same code runs on those servers, in a database
of its own, with a Celery worker beside it; without them it is the embedded default.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import requests

ROOT = Path(__file__).resolve().parents[1]
READY_WITHIN = 40  # seconds


class Product:
    """One running product. `kill()` is kill -9; `start()` afterwards serves the same data again."""

    def __init__(self, var_dir: Path) -> None:
        self.var_dir = var_dir
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ,
            "CONSILIUM_VAR_DIR": str(var_dir),
            "DJANGO_SETTINGS_MODULE": "config.settings.local",
            "SITE_URL": self.address,
            "PORT": str(self.port),
            **_own_databases(self.port),
        }
        self._processes: list[subprocess.Popen[bytes]] = []

    def prepare(self) -> None:
        """Migrate and make the cast of `tests.browser.cast`."""
        self.manage("migrate", "--verbosity", "0")
        subprocess.run([sys.executable, "-m", "tests.cast"], cwd=ROOT, env=self.environment, check=True)

    def start(self) -> None:
        """Serve, and return once /healthz answers."""
        self._run(sys.executable, "manage.py", "serve")
        if os.environ.get("REDIS_URL"):
            self._run(sys.executable, "-m", "celery", "-A", "config", "worker", "-B", "--pool", "solo", "-l", "error",
                      "-s", str(self.var_dir / "beat"))  # fmt: skip
        deadline = time.monotonic() + READY_WITHIN
        while time.monotonic() < deadline:
            try:
                if requests.get(f"{self.address}/healthz", timeout=1).status_code == 200:
                    return
            except requests.ConnectionError:
                time.sleep(0.1)
        raise RuntimeError(f"not ready after {READY_WITHIN} s:\n{self.log()}")

    def kill(self) -> None:
        """kill -9, as a crash would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask politely, wait, insist."""
        self._end(signal.SIGTERM)

    def interrupt(self) -> int:
        """Ctrl-C on the server; its exit code."""
        os.killpg(self._processes[0].pid, signal.SIGINT)
        code = self._processes[0].wait(timeout=10)
        self.stop()
        return code

    def log(self) -> str:
        """What the server printed so far."""
        return (self.var_dir / "server.log").read_text()

    def code_for(self, email: str) -> str:
        """The latest sign-in code mailed to an address, as the mail page shows it."""
        page = requests.get(f"{self.address}/dev/mail/", timeout=5).text
        for mail in re.findall(r"<article.*?</article>", page, re.DOTALL):
            if email in mail and (code := re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mail, re.MULTILINE)):
                return code[1]
        raise AssertionError(f"no code for {email}")

    def manage(self, *arguments: str) -> None:
        """A management command inside this product's environment."""
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def try_manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The same, whatever becomes of it."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=self.environment, check=False, capture_output=True, text=True)

    def _run(self, *command: str) -> None:
        with (self.var_dir / "server.log").open("ab") as log:
            self._processes.append(
                subprocess.Popen(
                    command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
                )
            )

    def _end(self, how: signal.Signals) -> None:
        for process in self._processes:
            if process.poll() is None:
                os.killpg(process.pid, how)
        for process in self._processes:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self._processes.clear()


def _own_databases(number: int) -> dict[str, str]:
    """Addresses of a fresh database on the PostgreSQL and of a number on the Redis of the environment, if there are any."""
    own = {}
    if address := os.environ.get("DATABASE_URL"):
        name = f"product_{number}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        own["DATABASE_URL"] = urlsplit(address)._replace(path=f"/{name}").geturl()
    if address := os.environ.get("REDIS_URL"):
        own["REDIS_URL"] = urlsplit(address)._replace(path=f"/{number % 15 + 1}").geturl()
    return own


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

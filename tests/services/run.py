"""`python -m tests.services.run start|stop|env|test`: PostgreSQL, Redis and Elasticsearch on loopback, for the tests.

start  starts what does not run yet and prints the three addresses
stop   ends what was started, by pid
env    prints the addresses as shell assignments
test   starts, runs the contract, integration and browser tests on the three services, stops; fails if anything is missing
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.services.elasticsearch import start_elasticsearch
from tests.services.machine import ROOT, ServiceFailed, data_folder, end, install_packages, listens
from tests.services.servers import start_postgres, start_redis

STARTERS: dict[str, tuple[str, Callable[[Path], tuple[str, int]]]] = {
    "DATABASE_URL": ("postgres", start_postgres),
    "REDIS_URL": ("redis", start_redis),
    "ELASTICSEARCH_URL": ("elasticsearch", start_elasticsearch),
}
# Each with its arguments to pytest. What only concerns the embedded default stays out; how pages look is the same there.
SUITES = (
    ("contract tests", ["-m", "services and not browser", "tests/unit", "tests/integration"]),
    ("integration tests", ["-n", "2", "-m", "not services and not browser", "tests/integration",
                           "--ignore", "tests/integration/server", "--ignore", "tests/integration/demo"]),
    ("killed servers", ["tests/integration/server"]),
    ("browser journey", ["-m", "browser", "tests/browser/test_journey.py", "tests/browser/test_live.py"]),
)  # fmt: skip


def _state_file() -> Path:
    return ROOT / "var" / "services.json"


def _state() -> dict[str, dict[str, str | int]]:
    """What runs: name of the variable to address and pid."""
    if not _state_file().exists():
        return {}
    kept: dict[str, dict[str, str | int]] = json.loads(_state_file().read_text())
    return {name: entry for name, entry in kept.items() if listens(_port(str(entry["address"])))}


def _port(address: str) -> int:
    return int(address.rsplit(":", 1)[1].split("/")[0])


def start() -> dict[str, str]:
    """Start what does not run; the addresses by variable."""
    install_packages()
    folder, running = data_folder(), _state()
    for variable, (name, starter) in STARTERS.items():
        if variable in running:
            continue
        started = time.monotonic()
        address, pid = starter(folder / name)
        running[variable] = {"address": address, "pid": pid}
        _state_file().parent.mkdir(parents=True, exist_ok=True)
        _state_file().write_text(json.dumps(running, indent=1))
        print(f"{name} started in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return {variable: str(entry["address"]) for variable, entry in running.items()}


def stop() -> None:
    """End what runs, by pid."""
    for entry in _state().values():
        end(int(entry["pid"]))
    _state_file().unlink(missing_ok=True)


def test() -> int:
    """Everything that must hold on real services; 0 when all passed."""
    already = _state()
    environment = {**os.environ, **start()}
    failed = []
    try:
        for title, arguments in SUITES:
            started = time.monotonic()
            command = [sys.executable, "-m", "pytest", "-q", *arguments]
            code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
            print(f"== {title}: {'passed' if code == 0 else f'failed ({code})'}, "
                  f"{time.monotonic() - started:.0f} s ==", flush=True)  # fmt: skip
            if code:
                failed.append(title)
    finally:
        if not already:
            stop()
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """The command line."""
    try:
        match arguments:
            case ["start"]:
                _print(start())
            case ["stop"]:
                stop()
            case ["env"]:
                running = _state()
                _print({variable: str(entry["address"]) for variable, entry in running.items()})
                return 0 if len(running) == len(STARTERS) else 1
            case ["test"]:
                return test()
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except ServiceFailed as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    return 0


def _print(addresses: dict[str, str]) -> None:
    for variable, address in addresses.items():
        print(f"export {variable}={address}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

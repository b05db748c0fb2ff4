"""What the local services need from the machine: packages, an unprivileged user, a folder, free ports, processes by pid."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "consilium-services"
SYSTEM_USER = "consilium-services"
PACKAGES = {
    "postgresql": lambda: bool(postgres_tools()),
    "redis-server": lambda: bool(shutil.which("redis-server")),
    "openjdk-17-jdk-headless": lambda: bool(shutil.which("javac")),
    "maven": lambda: bool(shutil.which("mvn")),
    "libimage-exiftool-perl": lambda: bool(shutil.which("exiftool")),
}
AS_ROOT = os.geteuid() == 0


class ServiceFailed(RuntimeError):
    """A service could not be installed, started or stopped; the message says which and what it printed."""


def postgres_tools() -> Path | None:
    """The folder of initdb and pg_ctl, newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def install_packages() -> None:
    """Install what is missing from Debian (as root), or say what to install."""
    missing = [name for name, present in PACKAGES.items() if not present()]
    if not missing:
        return
    if not AS_ROOT:
        raise ServiceFailed(f"Install these first: apt-get install {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # The packages start servers of their own; a policy file keeps them from doing so where there is no such policy yet.
    policy = Path("/usr/sbin/policy-rc.d")
    ours = not policy.exists()
    if ours:
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    try:
        checked(["apt-get", "update", "-qq"], env=environment)
        checked(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], env=environment)
    finally:
        if ours:
            policy.unlink()


def data_folder() -> Path:
    """var/services, or a folder below /var/tmp when the service user cannot reach the checkout."""
    if not AS_ROOT:
        folder = ROOT / "var" / "services"
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    _ensure_user()
    folder = ROOT / "var" / "services"
    reachable = all(parent.stat().st_mode & 0o001 for parent in ROOT.parents) and ROOT.stat().st_mode & 0o001
    if not reachable:
        folder = Path("/var/tmp") / f"consilium-services-{ROOT.stat().st_ino}"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    if reachable:
        folder.parent.chmod(folder.parent.stat().st_mode | 0o001)
    return folder


def _ensure_user() -> None:
    if subprocess.run(["id", SYSTEM_USER], capture_output=True, check=False).returncode:
        checked(["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/bin/sh", SYSTEM_USER])


def owned(folder: Path) -> Path:
    """Make a folder that belongs to the user the services run as."""
    folder.mkdir(parents=True, exist_ok=True)
    if AS_ROOT:
        checked(["chown", "-R", f"{SYSTEM_USER}:{SYSTEM_USER}", str(folder)])
    return folder


def unprivileged(command: list[str]) -> list[str]:
    """The command as the service user when we are root; these servers refuse to run as root."""
    return ["runuser", "-u", SYSTEM_USER, "--", *command] if AS_ROOT else command


def checked(command: list[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> str:
    """Run to the end; its output, or `ServiceFailed` with it."""
    done = subprocess.run(
        command, capture_output=True, text=True, env=dict(env) if env else None, cwd=cwd or "/", check=False
    )
    if done.returncode:
        raise ServiceFailed(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def free_port() -> int:
    """A loopback port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(ready: Callable[[], bool], seconds: float, what: str, log: Path) -> None:
    """Poll; `ServiceFailed` with the end of the log when it does not become ready."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ready():
            return
        time.sleep(0.1)
    tail = log.read_text(errors="replace")[-3000:] if log.exists() else "(no log)"
    raise ServiceFailed(f"{what} was not ready after {seconds:.0f} s:\n{tail}")


def listens(port: int) -> bool:
    """Something accepts connections on the loopback port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def end(pid: int, seconds: float = 20) -> None:
    """Ask a process to end and wait; insist after `seconds`."""
    for how, wait in ((signal.SIGTERM, seconds), (signal.SIGKILL, 5.0)):
        try:
            os.kill(pid, how)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline and _alive(pid):
            time.sleep(0.1)
        if not _alive(pid):
            return


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"

"""PostgreSQL and Redis from Debian, on loopback, with throw-away data."""

import shutil
from pathlib import Path

from tests.services.machine import (
    ServiceFailed,
    checked,
    free_port,
    listens,
    owned,
    postgres_tools,
    unprivileged,
    wait_until,
)

# Test data may be lost with the machine: no waiting for the disk.
POSTGRES_SETTINGS = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 60
shared_buffers = 64MB
timezone = 'UTC'
"""
REDIS_SETTINGS = """
bind 127.0.0.1
port {port}
dir {folder}
pidfile {folder}/redis.pid
logfile {folder}/redis.log
daemonize yes
save ""
appendonly no
maxmemory 128mb
"""


def start_postgres(folder: Path) -> tuple[str, int]:
    """A fresh cluster with one database; its address and the postmaster's pid."""
    tools = postgres_tools()
    if tools is None:
        raise ServiceFailed("PostgreSQL is not installed")
    shutil.rmtree(folder, ignore_errors=True)
    owned(folder)
    data, log, port = folder / "data", folder / "postgres.log", free_port()
    checked(unprivileged([str(tools / "initdb"), "-D", str(data), "-U", "consilium", "-A", "trust", "-E", "UTF8",
                          "--locale", "C.UTF-8", "--no-sync"]))  # fmt: skip
    with (data / "postgresql.conf").open("a") as settings:
        settings.write(POSTGRES_SETTINGS.format(port=port))
    checked(unprivileged([str(tools / "pg_ctl"), "-D", str(data), "-l", str(log), "-w", "-t", "30", "start"]))
    checked([str(tools / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "consilium", "consilium"])
    pid = int((data / "postmaster.pid").read_text().splitlines()[0])
    return f"postgres://consilium@127.0.0.1:{port}/consilium", pid


def start_redis(folder: Path) -> tuple[str, int]:
    """An empty Redis; its address and pid."""
    shutil.rmtree(folder, ignore_errors=True)
    owned(folder)
    port = free_port()
    settings = folder / "redis.conf"
    settings.write_text(REDIS_SETTINGS.format(port=port, folder=folder))
    settings.chmod(0o644)
    checked(unprivileged(["redis-server", str(settings)]))
    pid_file = folder / "redis.pid"
    wait_until(lambda: listens(port) and pid_file.exists(), 10, "Redis", folder / "redis.log")
    return f"redis://127.0.0.1:{port}/0", int(pid_file.read_text())

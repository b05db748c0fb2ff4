"""What a process that opens hostile files may not do: reach a network, write elsewhere, use up the machine.

Three layers, because none is everywhere: a network namespace of its own (Linux, where the kernel lets us), Landlock
(Linux 5.13 and later) for writing, and a Python audit hook, which also holds where the first two are missing but only
stops Python code. Sources: unshare(2), landlock(7), PEP 578.
"""

import ctypes
import os
import resource
import struct
import sys
from pathlib import Path

CPU_SECONDS = 60
MEMORY = 1536 * 1024**2  # bytes of private memory (RLIMIT_DATA); mapped libraries and models are not counted
LARGEST_FILE = 512 * 1024**2
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_NO_NEW_PRIVS = 38
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446  # the same numbers on x86-64 and arm64
# write file, remove dir/file, make char/dir/reg/sock/fifo/block/symlink (ABI 1), refer (2), truncate (3)
WRITES = (1 << 1) | sum(1 << bit for bit in range(4, 13))
MADE_LATER = {2: 1 << 13, 3: 1 << 14}
TCP = 0b11  # bind and connect (ABI 4)
DEVICES = ("/dev/null",)
FORBIDDEN = ("socket.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "urllib.")
MAY_START = ("exiftool", "perl")


class Forbidden(RuntimeError):
    """The process tried something its confinement rules out."""


def confine(folder: Path) -> list[str]:
    """Confine this process for good; it may write in `folder` only.

    Returns:
        the layers that hold, for the report: "namespace", "landlock", "hook".
    """
    _limit()
    sys.dont_write_bytecode = True  # a module first imported in here must not be refused for wanting to leave its .pyc
    libc = ctypes.CDLL(None, use_errno=True)
    held = []
    if libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0:
        held.append("namespace")
    if _landlock(libc, folder):
        held.append("landlock")
    _hook(str(folder.resolve()) + os.sep)
    return [*held, "hook"]


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _landlock(libc: ctypes.CDLL, folder: Path) -> bool:
    version = libc.syscall(LANDLOCK_CREATE, None, 0, 1)
    if version < 1:
        return False
    writes = WRITES | sum(bit for since, bit in MADE_LATER.items() if version >= since)
    attributes = struct.pack("=QQ", writes, TCP)[: 16 if version >= 4 else 8]
    rules = libc.syscall(LANDLOCK_CREATE, attributes, len(attributes), 0)
    if rules < 0:
        return False
    for path, allowed in [(folder, writes), *((Path(device), 1 << 1) for device in DEVICES)]:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        failed = libc.syscall(LANDLOCK_ADD, rules, 1, struct.pack("=Qi", allowed, opened), 0)
        os.close(opened)
        if failed:
            return False
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return libc.syscall(LANDLOCK_RESTRICT, rules, 0) == 0


def _hook(folder: str) -> None:
    def watch(event: str, arguments: tuple) -> None:
        if event == "open":
            path, _, flags = arguments
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes and isinstance(path, str | bytes) and not _inside(os.fsdecode(path), folder):
                raise Forbidden("writing outside the folder of the job")
        elif event == "subprocess.Popen":
            if Path(os.fsdecode(arguments[0])).name not in MAY_START:
                raise Forbidden(event)
        elif event in {"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "os.truncate"}:
            if not all(_inside(os.fsdecode(p), folder) for p in arguments if isinstance(p, str | bytes)):
                raise Forbidden(event)
        elif event.startswith(FORBIDDEN):
            raise Forbidden(event)

    sys.addaudithook(watch)


def _inside(path: str, folder: str) -> bool:
    return path in DEVICES or os.path.realpath(path).startswith(folder)

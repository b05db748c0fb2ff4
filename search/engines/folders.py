"""Where the embedded index lives: a folder for each index, and a file that says which one answers and which are written.

The file is replaced in one step, so that a crash leaves the old state or the new one, never something between.
"""

import fcntl
import json
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Pointers:
    """Names of folders: the one that answers, and all that are written.

    `complete`: it was built from the database once; what was only written since it was made may lack older documents.
    """

    read: str
    write: tuple[str, ...]
    complete: bool


class Folders:
    """The folders below one root, for one format of index."""

    def __init__(self, root: Path, format_name: str) -> None:
        self.root = root
        self._format = format_name
        self._file = root / f"{format_name}.json"

    def path(self, name: str) -> Path:
        return self.root / name

    def pointers(self) -> Pointers:
        """Made on first use: an empty index that answers."""
        try:
            kept = json.loads(self._file.read_text())
            return Pointers(kept["read"], tuple(kept["write"]), kept["complete"])
        except (FileNotFoundError, ValueError, KeyError):
            name = self._new()
            self.point(Pointers(name, (name,), complete=False))
            return self.pointers()

    def point(self, pointers: Pointers) -> None:
        """Replace the file, then delete folders of this and of older formats that nobody needs any more."""
        self.root.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(pointers)))
        fresh.replace(self._file)
        for path in self.root.iterdir():
            if path.is_dir() and path.name not in {pointers.read, *pointers.write}:
                shutil.rmtree(path, ignore_errors=True)

    def add(self) -> str:
        """A new folder that is written beside the one that answers; leftovers of a rebuild that died are dropped."""
        current, name = self.pointers(), self._new()
        self.point(replace(current, write=(current.read, name)))
        return name

    def _new(self) -> str:
        name = f"{self._format}-{uuid.uuid4().hex[:8]}"
        (self.root / name).mkdir(parents=True)
        return name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One writer at a time, among all processes of this machine; a killed holder lets go."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / "lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

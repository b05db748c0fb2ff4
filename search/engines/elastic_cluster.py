"""The indices of one installation on a cluster: named by the hash of their mapping, reached through two aliases."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from search.engines.base import EngineDown, IndexMissing
from search.engines.elastic_index import FINGERPRINT, body

BUSY = {429, 502, 503, 504}
PATIENCE = 30.0  # seconds for making, swapping and deleting indices


@contextmanager
def reached() -> Iterator[None]:
    """Turn what says "not now" into `EngineDown`; what is wrong with a request stays an error."""
    try:
        yield
    except NotFoundError as error:
        raise IndexMissing(str(error.error)) from error
    except TransportError as error:
        raise EngineDown(type(error).__name__) from error
    except ApiError as error:
        if error.status_code in BUSY:
            raise EngineDown(str(error.status_code)) from error
        raise


class Cluster:
    """Makes, names, swaps and deletes indices. Aliases: `…-read` answers, `…-write` takes every write."""

    def __init__(self, client: Elasticsearch, prefix: str) -> None:
        self.client = client
        self._patient = client.options(request_timeout=PATIENCE)
        self.prefix = prefix
        self.read, self.write = f"{prefix}-read", f"{prefix}-write"

    def behind(self, alias: str) -> list[str]:
        """Indices of the current mapping behind an alias; one of an earlier mapping is as good as none.

        Raises:
            IndexMissing: there is none.
        """
        with reached():
            found = self.client.indices.get_alias(name=alias)
        names = sorted(name for name in found if name.startswith(f"{self.prefix}-{FINGERPRINT}-"))
        if not names:
            raise IndexMissing(alias)
        return names

    def create(self) -> str:
        """A new empty index that takes writes; leftovers of a rebuild that died are deleted."""
        with reached():
            for name in self._all():
                if self.read not in self._aliases(name):
                    self._patient.indices.delete(index=name)
            name = f"{self.prefix}-{FINGERPRINT}-{uuid.uuid4().hex[:8]}"
            self._patient.indices.create(index=name, aliases={self.write: {}}, **body())
        return name

    def adopt(self, name: str) -> None:
        """In one step: `name` answers and takes writes, every other index of this installation is deleted."""
        actions: list[dict[str, Any]] = [{"add": {"index": name, "aliases": [self.read, self.write]}}]
        with reached():
            actions += [{"remove_index": {"index": other}} for other in self._all() if other != name]
            self._patient.indices.update_aliases(actions=actions)

    def wipe(self) -> None:
        """Delete every index of this installation."""
        with reached():
            for name in self._all():
                self._patient.indices.delete(index=name)

    def _all(self) -> list[str]:
        found = self._patient.indices.get(index=f"{self.prefix}-*", ignore_unavailable=True, allow_no_indices=True)
        ours = re.compile(rf"{re.escape(self.prefix)}-[0-9a-f]{{12}}-[0-9a-f]{{8}}")  # not those of a longer prefix
        return sorted(name for name in found if ours.fullmatch(name))

    def _aliases(self, name: str) -> set[str]:
        return set(self._patient.indices.get_alias(index=name)[name]["aliases"])

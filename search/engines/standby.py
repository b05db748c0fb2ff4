"""Asking one engine, and another while the first is down: search goes on, trimmed the same way."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from search.engines.base import Answer, Ask, Engine, EngineDown, Hit, IndexMissing

log = logging.getLogger("consilium.search")
PAUSE = 5.0  # seconds before a failed engine is tried again: nobody else waits for its time-out meanwhile
Found = TypeVar("Found")


class WithStandby:
    """Answers from `first`, or from `standby` after a failure. Only for asking; writers know each engine by name."""

    def __init__(self, first: Engine, standby: Engine, *, on_missing: Callable[[], None] = lambda: None) -> None:
        """`on_missing` is called when the first engine is there but has lost its index."""
        self._first, self._standby, self._on_missing = first, standby, on_missing
        self._again_at = 0.0

    def ask(self, ask: Ask) -> Answer:
        return self._answer(lambda engine: engine.ask(ask))

    def similar(
        self,
        text: str,
        *,
        audience: Sequence[str],
        vector: Sequence[float] | None = None,
        limit: int = 20,
        leave_out: Sequence[str] = (),
        kinds: Sequence[str] = ("case",),
    ) -> Answer:
        return self._answer(
            lambda engine: engine.similar(
                text, audience=audience, vector=vector, limit=limit, leave_out=leave_out, kinds=kinds
            )
        )

    def vocabulary(self, *, audience: Sequence[str], prefix: str = "", limit: int = 1000) -> list[tuple[str, int]]:
        return self._first_or_standby(lambda e: e.vocabulary(audience=audience, prefix=prefix, limit=limit))[0]

    def readable(self, words: Sequence[str], *, audience: Sequence[str]) -> dict[str, int]:
        return self._first_or_standby(lambda engine: engine.readable(words, audience=audience))[0]

    def titles(
        self, typed: str, *, audience: Sequence[str], limit: int = 8, kinds: Sequence[str] = ("case", "topic", "member")
    ) -> list[Hit]:
        return self._first_or_standby(lambda e: e.titles(typed, audience=audience, limit=limit, kinds=kinds))[0]

    def count(self) -> int:
        return self._first_or_standby(lambda engine: engine.count())[0]

    def _answer(self, asking: Callable[[Engine], Answer]) -> Answer:
        answer, from_standby = self._first_or_standby(asking)
        return replace(answer, standby=True) if from_standby else answer

    def _first_or_standby(self, asking: Callable[[Engine], Found]) -> tuple[Found, bool]:
        if time.monotonic() >= self._again_at:
            try:
                return asking(self._first), False
            except EngineDown as error:
                self._again_at = time.monotonic() + PAUSE
                if isinstance(error, IndexMissing):
                    self._on_missing()
                log.warning("Elasticsearch does not answer (%s); the embedded index does", type(error).__name__)
        return asking(self._standby), True

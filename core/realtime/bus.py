"""Carrying frames between the code that publishes (any thread) and the hubs (event loops). Stores nothing."""

from typing import Protocol


class Bus(Protocol):
    def publish(self, group: str, frame: bytes) -> None: ...


class InProcessBus:
    def publish(self, group: str, frame: bytes) -> None:
        pass


_bus: Bus = InProcessBus()


def bus() -> Bus:
    return _bus

"""The bounded queue between the hub and one socket's writer."""

import asyncio
from collections import deque

from core.realtime.frames import Frame

CAPACITY = 256  # frames


class Overflow(Exception):
    """The socket reads too slowly; it is closed with 4008 and resumes by cursor."""


class OutboundQueue:
    """First in, first out. When full, ephemeral frames go first; a log event is never dropped silently."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._frames: deque[Frame] = deque()
        self._capacity = capacity
        self._filled = asyncio.Event()

    def __len__(self) -> int:
        return len(self._frames)

    def put(self, frame: Frame) -> None:
        """Add a frame. Raises Overflow when the queue is full of frames that must not be lost."""
        if len(self._frames) >= self._capacity and not self._make_room():
            if frame.ephemeral:
                return
            raise Overflow
        self._frames.append(frame)
        self._filled.set()

    async def get(self) -> Frame:
        """The next frame, waiting for one."""
        while not self._frames:
            self._filled.clear()
            await self._filled.wait()
        return self._frames.popleft()

    def drop(self, group: str) -> None:
        """Forget what waits for a group that is no longer watched."""
        self._frames = deque(frame for frame in self._frames if frame.group != group)

    def clear(self) -> None:
        self._frames.clear()

    def _make_room(self) -> bool:
        for index, frame in enumerate(self._frames):
            if frame.ephemeral:
                del self._frames[index]
                return True
        return False

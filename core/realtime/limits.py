"""How much a browser may send."""

import time

LARGEST_MESSAGE = 16 * 1024  # characters
MOST_GROUPS = 50  # per socket
TYPING_EVERY = 3.0  # seconds, per group
TYPING_ROOM = 100  # sockets of this process; in larger rooms nobody sees who types


class TokenBucket:
    """At most `burst` messages at once, refilled at `rate` a second."""

    def __init__(self, *, rate: float = 5.0, burst: float = 30.0) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = time.monotonic()

    def take(self) -> bool:
        """Whether one more message is within the limit."""
        now = time.monotonic()
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

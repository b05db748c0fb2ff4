"""Processor time of a call, for tests that say how long something may take on a machine that does other work as well."""

import time
import timeit
from collections.abc import Callable

TRIES = 3


def least_seconds(call: Callable[[], object], *, enough: float = 0.0) -> float:
    """The least processor time of up to `TRIES` calls; none after one that took no more than `enough`.

    A single measurement may hold what a neighbour on the same core cost. What is too slow is so each time. `timeit` keeps
    the collection of other tests' garbage out.
    """
    least = float("inf")
    for _ in range(TRIES):
        least = min(least, timeit.timeit(call, timer=time.process_time, number=1))
        if least <= enough:
            break
    return least

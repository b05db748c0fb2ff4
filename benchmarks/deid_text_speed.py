"""Start, throughput, latency and memory of the text scrubber, as one JSON line: ``python -m benchmarks.deid_text_speed < documents``.

Throughput counts processor time over fresh documents (nothing is scrubbed twice); latency is wall time of posts of 300
characters (stretches of the same documents) with the engine warm.
"""

from __future__ import annotations

import json
import resource
import sys
import time


def main() -> None:
    """Measures in this process."""
    begun = time.perf_counter()
    from scrubber import scrub

    scrub("Mr. Nguyen was seen on 4/12.")
    start = time.perf_counter() - begun
    texts = [json.loads(line)["text"] for line in sys.stdin]
    busy = time.process_time()
    for text in texts:
        scrub(text)
    rate = sum(map(len, texts)) / (time.process_time() - busy)
    posts = [text[start : start + 300] for text in texts for start in range(0, len(text) - 300, 150)][:2000]
    waits = []
    for post in posts:
        begun = time.perf_counter()
        scrub(post)
        waits.append(time.perf_counter() - begun)
    waits.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        json.dumps(
            {
                "start_s": start,
                "chars_per_s": rate,
                "p50_ms": 1000 * waits[len(waits) // 2],
                "p99_ms": 1000 * waits[int(len(waits) * 0.99)],
                "memory_mib": memory,
            }
        )
    )


if __name__ == "__main__":
    main()

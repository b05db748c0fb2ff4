"""``python -m scrubber text``: JSON lines in, JSON lines out; ``python -m scrubber prepare``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from scrubber.engine import scrub


def run(lines: Iterable[str]) -> Iterable[str]:
    """One output line for each ``{"id", "text"}`` line: ``{"id", "spans", "text"}``, offsets in the original."""
    for line in lines:
        if not line.strip():
            continue
        item = json.loads(line)
        result = scrub(item["text"])
        spans = [
            {"start": f.start, "end": f.end, "type": f.category, "score": round(f.score, 4), "rule": f.rule}
            for f in result.findings
        ]
        yield json.dumps({"id": item["id"], "spans": spans, "text": result.text}, ensure_ascii=False)


def main() -> int:
    """Reads standard input to its end; returns the exit status."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in run(sys.stdin):
        print(line)
    return 0


def prepare() -> int:
    """Compiles the patterns once, for some seconds, so that no later start has to; returns the exit status."""
    scrub("")
    return 0

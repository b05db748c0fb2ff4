"""``python -m scrubber text``, ``python -m scrubber media IN OUT`` and ``python -m scrubber prepare``."""

from __future__ import annotations

import sys


def main(argv: list[str]) -> int:
    """Dispatches to the text or the media scrubber; returns the exit status (2 for wrong usage)."""
    if argv[:1] == ["text"]:
        from scrubber import cli

        return cli.main()
    if argv[:1] == ["media"]:
        from importlib import import_module

        return int(import_module("scrubber.media.cli").main(argv[1:]) or 0)
    if argv[:1] == ["prepare"]:
        from scrubber import cli

        return cli.prepare()
    print(
        "usage: python -m scrubber text < in.jsonl > out.jsonl | python -m scrubber media IN_DIR OUT_DIR | "
        "python -m scrubber prepare",
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

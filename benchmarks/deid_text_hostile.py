"""Prints how long one megabyte of text made to be slow takes: ``python -m benchmarks.deid_text_hostile`` (processor time)."""

from __future__ import annotations

import random
import time

from scrubber import scrub

SIZE = 1_000_000
#: what is repeated until the text is long enough
SHAPES = (
    "a", "A a ", "1 ", ".", "Maria Lopez, ", "[patient] ", "Dr ", "a@", "A.B. ", "\n", "May 5 ", "Kussmaul, ", "told with a ",
    "at St Anna ", "Pt RJ seen ", "a\u200b",
)  # fmt: skip


def main() -> None:
    """One line for each shape."""
    scrub("Mr. Nguyen was seen on 4/12.")
    print("| repeated | seconds |\n| --- | --: |")
    chance = random.Random(1)
    noise = "".join(chance.choices("abcAB12 .,-@/:\n", k=SIZE))
    for shape, text in [*((shape, shape * (SIZE // len(shape))) for shape in SHAPES), ("noise", noise)]:
        begun = time.process_time()
        scrub(text)
        print(f"| `{shape!r}` | {time.process_time() - begun:.1f} |", flush=True)


if __name__ == "__main__":
    main()

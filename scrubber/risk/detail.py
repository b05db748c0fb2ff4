"""A detail that narrows the group of people a text can be about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """One narrowing detail of a text.

    ``share`` of the population fits it (0..1], ``broader`` fits once ``suggestion`` stands there instead. ``people`` is set
    where the detail means a known number of people rather than a share (inhabitants of a place, those in an accident).
    ``singles_out``: the detail alone leads to a public record, whatever the numbers say. ``value`` tells repetitions.
    """

    start: int
    end: int
    kind: str
    value: str
    why: str
    share: float = 1.0
    people: float | None = None
    suggestion: str = ""
    singles_out: bool = False


def one_in(share: float) -> str:
    """A share as people say it: "1 in 80"."""
    number = 1 / share
    digits = max(0, len(str(int(number))) - 2)  # two figures say enough
    return f"1 in {round(number, -digits):,.0f}" if number >= 1.5 else "most people"


def people_words(number: float) -> str:
    """A number of people, rounded as people say it: "7.4 million"."""
    return f"{number / 1e6:.1f} million".replace(".0 ", " ") if number >= 1e6 else f"{number:,.0f}"

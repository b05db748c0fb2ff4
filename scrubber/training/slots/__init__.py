"""Fills the slots of the templates with made-up values; each value knows whether it is an identifier and of which type."""

from __future__ import annotations

from collections.abc import Callable

from scrubber.training.slots.base import Segment
from scrubber.training.slots.clinical import PICKED, ClinicalSlots
from scrubber.training.slots.contact import ContactSlots
from scrubber.training.slots.dates import DateSlots
from scrubber.training.slots.medicine import MedicineSlots
from scrubber.training.slots.names import NameSlots
from scrubber.training.slots.numbers import NumberSlots
from scrubber.training.slots.places import PlaceSlots

__all__ = ["Segment", "Slots"]


class Slots(NameSlots, DateSlots, NumberSlots, ContactSlots, PlaceSlots, ClinicalSlots, MedicineSlots):
    """Every slot a template may name."""

    def fill(self, slot: str) -> list[Segment]:
        """Segments of text for ``slot``; raises KeyError for one that does not exist."""
        who, _, form = slot.partition(".")
        if who in ("p", "d", "d2", "r", "r2"):
            return self.person(getattr(self.cast, who), form, role=who)
        if slot in PICKED:
            return self.picked(slot)
        drawn: Callable[[str], list[Segment]] | None = getattr(self, "s_" + who, None)
        if drawn is None:
            raise KeyError(slot)
        return drawn(form)

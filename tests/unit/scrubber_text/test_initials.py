"""Initials beside what only people do: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import initials
from tests.unit.scrubber_text.marking import found_by, unmarked

INITIALS = [
    "Afebrile. ⟦JD⟧ to chase bloods",
    "Consented by ⟦HT⟧, marked left side",
    "⟦R.O.⟧ arrived ten minutes late",
    "RTC in three months. ⟦KM⟧",
    "Bloods chased, ⟦KV⟧ informed",
    "spoke w ⟦NR⟧ re: transfer",
    "Surgeon: ⟦PN⟧. Assistant: ⟦RS⟧.",
    "Script signed ⟦JP⟧ 4/12",
]
NO_INITIALS = [
    "Plan: CT to review, PT to see, ENT to review, GI to see",
    "Examined by MRI, assessed by CT",
    "U.S. is a country, I.V. was given",
    "Home today. NPO",
    "Sats fine on room air. IV",
    "RN aware, MD informed, SW notified",
    "spoke w PT re: stairs",
    "Operator: NA. Surgeon: TBC.",
    "reviewed ECG 4/12",
]


@pytest.mark.parametrize("marked", INITIALS)
def test_initials_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [words for words, _ in found_by(initials.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NO_INITIALS)
def test_roles_tests_and_orders_are_no_initials(text: str) -> None:
    assert found_by(initials.RECOGNIZER, text) == []

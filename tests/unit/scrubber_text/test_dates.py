"""Dates, ranges and holidays: text → what must be found. Years alone and relative times are not identifiers."""

from __future__ import annotations

import pytest

from scrubber.recognizers import dates
from tests.unit.scrubber_text.marking import found_by, unmarked

FOUND = [
    "Seen on ⟦March 4, 2023⟧ in clinic",
    "seen ⟦4 Mar 2023⟧",
    "on ⟦03/04/2023⟧ and ⟦2023-03-09⟧",
    "compact ⟦20241203⟧ in the header",
    "⟦12-Mar-2021⟧",
    "AB/cd  ⟦12JUN2013⟧ and ⟦3jun24⟧",
    "⟦04.03.2021⟧ im Labor",
    "admitted ⟦4/12⟧",
    "POD#3 from ⟦4/12⟧",
    "between ⟦4/12-4/15⟧",
    "⟦March 3-7⟧ in hospital",
    "the ⟦fourth of July⟧",
    "⟦January twenty-first⟧",
    "fell on ⟦Christmas Eve⟧",
    "since ⟦Thanksgiving⟧",
    "around ⟦Diwali⟧",
    "during ⟦Ramadan⟧",
    "in ⟦October 2019⟧",
    "rash since ⟦early spring 2022⟧",
    "audit of ⟦Q3 2023⟧",
    "swab of ⟦2024-W12⟧",
    "in ⟦October⟧ he relapsed",
    "dob ⟦4/7/61⟧",
    "⟦Tuesday, June 5th⟧",
    "on ⟦2021-03-04T08:15:00Z⟧",
]
LEFT_ALONE = [
    "in 2019 and again since 2021",
    "three days ago, last week, two months later",
    "POD 3, HD#4, day 12 of 14",
    "strength 4/5, reflexes 2/4, pain 7/10, 2/6 murmur",
    "BP 120/80, vision 20/40",
    "may 5 patients improve",
    "Take 1/2 tablet; 24/7 care",
    "ratio 3/1 in 10-12 weeks",
    "Christmas disease and Christmas tree pattern",
    "L4-5 and C5/6 levels",
    "the march of the disease may sun-protect",
    "version 2.0.1",
]


@pytest.mark.parametrize("marked", FOUND)
def test_finds(marked: str) -> None:
    text, wanted = unmarked(marked)
    pieces = [piece for piece, category in found_by(dates.RECOGNIZER, text) if category == "DATE"]
    assert [piece.removeprefix("the ") for piece in pieces] == wanted


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert found_by(dates.RECOGNIZER, text) == []

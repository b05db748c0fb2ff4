"""Feasts of many peoples and days that nothing introduces: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import bare_dates, festivals
from tests.unit.scrubber_text.marking import found_by, found_in, unmarked

FEASTS = [
    "stent out after ⟦Onam⟧, he agreed",
    "fell at ⟦hogmanay⟧, on the stairs",
    "admitted ⟦St Brigid's weekend⟧ with swelling",
    "in Gondar for ⟦Timkat⟧ and back",
    "since ⟦Ferragosto⟧ nothing",
    "fasting until ⟦Eid⟧, then metformin",
    "over ⟦Memorial Day weekend⟧ he fell",
    "burned on ⟦Labor Day⟧, debrided since",
    "home for ⟦Succoth⟧, then rehab",
    "wants to be home for ⟦pongal⟧",
    "bleeding since ⟦Michaelmas⟧",
    "hmong family, waits for ⟦noj peb caug⟧",
    "seizure the week of ⟦Navratri⟧",
    "before ⟦White Sunday⟧ travel",
    "by ⟦Waitangi Day⟧ it had healed",
    "missed dialysis on ⟦Mardi Gras⟧",
]
NO_FEASTS = [
    "plans pregnancy in the new year",
    "Tet spell at night, knee to chest",
    "she lent him a walker, in advent of surgery",
    "next weekend or the long weekend",
    "Day Surgery and Sick Day rules, World Diabetes Day",
    "Easter egg sign, Christmas disease, Christmas tree pattern",
    "Every Day matters, Case Day 3",
    "if trialed with success, we go on",
]
BARE = [
    "INR ⟦4/1⟧ 2.1, ⟦4/8⟧ 2.6, ⟦4/15⟧ 3.4",
    "Wt ⟦2/3⟧ 81.2 kg, ⟦2/10⟧ 80.1",
    "Seen 3/4/24. Colonoscopy ⟦2/23⟧, normal",
    "MDT ⟦14.03⟧; theatre list ⟦21.03⟧",
    "missed M ⟦4/1⟧ and W ⟦4/3⟧",
    "Pt in pain. Flu shot ⟦Oct⟧.",
]
NOT_BARE = [
    "strength 4/5 deltoid, 5/5 biceps, reflexes 2/4",
    "pain 7/10 then 3/10, murmur 2/6",
    "MMSE 24/30, EPDS 12/30, PHQ 12/27, GCS 14/15",
    "VA 6/9 and 6/12, BiPAP 12/6 then 14/8",
    "1/2 NS, 1/4 tablet, 2/3 of the meal",
    "nodes 2/14, cores 3/12, bottles 1/4",
    "pH 7.28, WBC 14.03, weight 21.03 kg",
    "Jan Hansen's sign, Dec. of function",
]


@pytest.mark.parametrize("marked", FEASTS)
def test_feasts_are_dates(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [piece for piece, _ in found_by(festivals.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NO_FEASTS)
def test_what_sounds_like_a_feast_stays(text: str) -> None:
    assert found_by(festivals.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", BARE)
def test_days_are_known_by_their_neighbours(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert set(wanted) <= {piece for piece, _ in found_by(bare_dates.RECOGNIZER, text)} | set(found_in(text))


@pytest.mark.parametrize("text", NOT_BARE)
def test_what_is_counted_is_no_day(text: str) -> None:
    assert found_by(bare_dates.RECOGNIZER, text) == []

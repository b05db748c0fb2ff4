"""Addresses, towns, coordinates, rooms and places of care: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber import scrub
from scrubber.recognizers import facilities, places, rooms
from tests.unit.scrubber_text.marking import found_by, unmarked

FOUND = [
    ("STREET", "lives at ⟦12 Oak Street, Apt 4⟧ with"),
    ("STREET", "⟦4410 N. Maple Ave⟧ is the address"),
    ("STREET", "P.O. Box: ⟦PO Box 4471⟧"),
    ("ZIP", "MA ⟦02139⟧ in winter"),
    ("ZIP", "zip ⟦02139⟧"),
    ("ZIP", "postcode ⟦SW1A 1AA⟧"),
    ("CITY", "from ⟦Springfield⟧, IL for review"),
    ("CITY", "lives in ⟦Duluth⟧ now"),
    ("CITY", "the mayor of ⟦Little Snoring⟧ fell"),
    ("CITY", "vicar of ⟦Stow-on-the-Wold⟧ since"),
    ("LOCATION", "at ⟦46.7867, -92.1005⟧ the crew"),
    ("LOCATION", "signal ⟦46°47'12\"N 92°06'02\"W⟧ received"),
    ("LOCATION", "at ⟦46.7867, -92.1005⟧ and walked"),
    ("STREET", "crashed on ⟦Highway 61⟧ in snow"),
    ("STREET", "on ⟦I-95⟧ at exit 30"),
    ("STREET", "corner of ⟦Elm and 5th⟧ at night"),
    ("STREET", "lives at ⟦220 Pine⟧ alone"),
]
ROOMS = [
    "moved to room ⟦412B⟧",
    "ICU bed ⟦12⟧ is free",
    "bed ⟦3⟧ of bay ⟦2⟧",
    "room no. ⟦12⟧",
    "bed ⟦twelve⟧ called",
    "up on ⟦4 West bed 12⟧",
    "in trauma bay ⟦1⟧ now",
    "to pod ⟦C⟧ overnight",
    "ward ⟦6B⟧ called",
]
FACILITIES = [
    "seen at ⟦Lakeview⟧ Hospital",
    "the ⟦Oak Hill⟧ Nursing Home",
    "at ⟦St. Brendan's⟧ Medical Center",
    "admitted to ⟦General Hospital⟧ overnight",
    "treated at ⟦Children's Hospital of Springfield⟧ since",
    "came from ⟦UCSF⟧ by car",
    "at ⟦Mt. Sinai⟧ before",
]
LEFT_ALONE = [
    "BP 120/80, RR 18, room air",
    "stomach 27, the scutters 9\nBristol 7 either way.",
    "5 mm down the hill of the graph",
    "at the hospital, in clinic, to the emergency department",
    "a community hospital and a children's hospital",
    "the pain clinic and the sleep clinic",
    "unit 5000 of heparin, 2 units of blood",
    "St. John's wort",
    "bed rest, ward round, floor exercises",
    "OR 5 (95% CI 2-9), estimates 0.123, 0.456",
    "I-131 therapy, I-123 scan",
    "two beds of the ward, one bed or two",
    "seen in California and Texas",
]


@pytest.mark.parametrize(("category", "marked"), FOUND)
def test_finds_places(category: str, marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [(piece.rstrip("."), kind) for piece, kind in found_by(places.RECOGNIZER, text)] == [
        (piece, category) for piece in wanted
    ]


@pytest.mark.parametrize("marked", ROOMS)
def test_finds_rooms(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found_by(rooms.RECOGNIZER, text) == [(piece, "ROOM") for piece in wanted]


@pytest.mark.parametrize("marked", FACILITIES)
def test_finds_the_name_of_a_facility_and_not_what_kind_it_is(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [piece.removeprefix("the ") for piece, _ in found_by(facilities.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    for recognizer in (places.RECOGNIZER, rooms.RECOGNIZER, facilities.RECOGNIZER):
        assert found_by(recognizer, text) == []


def test_a_date_before_a_saint_is_a_date_and_the_saint_a_hospital() -> None:
    found = scrub("was seen on 3 March 2024 at St Bride's Hospital after the crash").findings
    assert {finding.category for finding in found} == {"DATE", "HOSPITAL"}

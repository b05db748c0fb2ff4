"""What the taggers found in part is completed: label, text, part found → the whole."""

from __future__ import annotations

import pytest

from scrubber.wholeness import completed

WHOLE = [
    ("DATE", "exchanged 9/2, by daughter", "2", "9/2"),
    ("ID", "the Hilux 1XK-4QT outside", "4QT", "1XK-4QT"),
    ("PHONE", "call 555-0142.", "555", "555-0142"),
    ("ID", "3.5 mg/day given", "mg", "mg"),
    ("ID", "well-known Tango case", "Tango", "Tango"),
    ("ID", "ID BLM 60417 88 02 Claim", "60417 88 02", "BLM 60417 88 02"),
    ("ID", "ID: SCX 0098 4417 2 Claim", "SCX 0098 4417", "SCX 0098 4417 2"),
    ("ID", "MRN 60417 88 02 today", "60417 88 02", "60417 88 02"),
    ("ID", "Ref 0098 4417 2 tablets", "0098 4417", "0098 4417"),
    ("ID", "Ref 0098 4417 20 mg", "0098 4417", "0098 4417"),
    ("ID", "Ref 0098 2 pills", "0098", "0098"),
    ("NAME", "from Kwabena Ofori-Atta today", "Kwabena Ofori", "Kwabena Ofori-Atta"),
    ("NAME", "from Ofori-Atta today", "Atta", "Ofori-Atta"),
    ("NAME", "asked Kwabena - Atta said no", "Kwabena", "Kwabena"),
    ("NAME", "asked Lindqvist-led teams", "Lindqvist", "Lindqvist"),
    ("NAME", "Smt Parvathy ammal, 70 yr", "Parvathy", "Parvathy ammal"),
    ("NAME", "Parvathy benefits", "Parvathy", "Parvathy"),
    ("NAME", "58M Abdelkarim Zerrouki", "58M Abdelkarim Zerrouki", "Abdelkarim Zerrouki"),
    ("NAME", "with Ximena Young today", "Ximena", "Ximena Young"),
    ("NAME", "Signed,\nXimena So\nCardiology", "Ximena", "Ximena So"),
    ("NAME", "asked Ximena Plan: home", "Ximena", "Ximena"),
    ("NAME", "told Ximena Clinic is full", "Ximena", "Ximena"),
    ("WEB", "Portal name l1x1a_east ok", "1x1a_east", "l1x1a_east"),
    ("PLACE", "referred from Tell City with", "City", "Tell City"),
    ("HOSP", "SUMMARY, Navajo Springs IHS unit", "Springs", "Navajo Springs IHS"),
    ("PLACE", "in the City with", "City", "City"),
    ("ID", "ref l1x7740 ok", "1x7740", "l1x7740"),
    ("HOSP", "at Androscoggin Pediatric Audiology today", "Androscoggin", "Androscoggin Pediatric Audiology"),
    ("WORK", "tattooed at Blue Carp Ink.", "Blue Carp", "Blue Carp Ink"),
    ("HOSP", "seen at Larkhill Monday", "Larkhill", "Larkhill"),
    ("PLACE", "at Hwy 14", "at Hwy 14", "Hwy 14"),
]


@pytest.mark.parametrize(("label", "text", "part", "whole"), WHOLE)
def test_what_belongs_to_a_part_is_taken_with_it(label: str, text: str, part: str, whole: str) -> None:
    start = text.index(part)
    low, high = completed(label, text, start, start + len(part), sure=True)
    assert text[low:high] == whole


def test_a_doubt_is_not_made_larger() -> None:
    assert completed("NAME", "Ofori-Atta", 6, 10, sure=False) == (6, 10)

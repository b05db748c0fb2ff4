"""Record, insurance, account, licence, vehicle and device numbers: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import numbers
from tests.unit.scrubber_text.marking import found_by, unmarked

FOUND = [
    ("MRN", "MRN: ⟦00482913⟧"),
    ("MRN", "medical record number ⟦A4482-19⟧ was merged"),
    ("MRN", "chart # ⟦558-221-9⟧"),
    ("MRN", "NHS number ⟦943 476 5919⟧"),
    ("SSN", "SSN ⟦078-05-1120⟧"),
    ("SSN", "social security number is ⟦078051120⟧"),
    ("SSN", "ssn ⟦xxx-xx-4321⟧"),
    ("HEALTHPLAN", "member ID ⟦XJB884213907⟧"),
    ("HEALTHPLAN", "Medicare ⟦1EG4-TE5-MK73⟧"),
    ("HEALTHPLAN", "policy number ⟦884-2210-77⟧"),
    ("ACCOUNT", "account ⟦4471-20933⟧ was billed"),
    ("ACCOUNT", "card ⟦4111 1111 1111 1111⟧"),
    ("LICENSE", "DEA ⟦AB1234563⟧"),
    ("LICENSE", "driver's license ⟦S530-4412-8837⟧"),
    ("LICENSE", "NPI ⟦1234567893⟧"),
    ("VEHICLE", "VIN ⟦1HGCM82633A004352⟧"),
    ("VEHICLE", "license plate ⟦7ABC123⟧ was seen"),
    ("DEVICE", "serial number ⟦PJN443210S⟧"),
    ("DEVICE", "lot # ⟦22A881⟧ of the vaccine"),
    ("DEVICE", "Stimulator ⟦48213-221⟧ was implanted in spring"),
    ("DEVICE", "the ICD ⟦99213-221⟧ was explanted"),
    ("DEVICE", "UDI ⟦(01)00844588003288(17)141120(10)7654321D⟧"),
    ("OTHERID", "accession ⟦S23-11842⟧"),
    ("OTHERID", "study ID ⟦0047-112⟧ withdrew"),
    ("OTHERID", "case #⟦20-4418⟧"),
    ("OTHERID", "badge ⟦4471⟧ on duty"),
    ("OTHERID", "Riskman ⟦RM 118823⟧"),
    # a word behind a label is no value because a digit stands near it
    ("OTHERID", "UNOS donor ⟦AKFX555⟧"),
    ("HEALTHPLAN", "Insurance: Medicare ⟦1EG4-TE5-MK73⟧"),
    ("VEHICLE", "a silver Civic, ⟦BKR 4471⟧"),
]
LEFT_ALONE = [
    "a case study 2019-2021, order 12 units, sample 1500 mL",
    "members of the health plan in 1994",
    "WBC 11.2, Hgb 9.8, Plt 142, INR 1.1",
    "troponin 14 (ng/L; ref 0-14)",
    "NCT01234567 and ISRCTN12345678 were registered",
    "rs1801133 and NM_000492.3 were found",
    "PMID: 31535829",
    "Trivial MR. TAPSE 23, RVSP 24",
    "dose 1000 mg twice, 2500 mL in",
    "HLA-B27 positive, CD4 250, IL-6 raised",
    "ICD-10 J18.9; CPT 99213",
    "enrolled 12045 patients at 88 sites",
    "chapter 12, table 3, figure 4B",
    "vitamin B12 240, A1c 7.4",
    "stent 3.5 x 18 was placed, port 2 was placed, valve 23 was implanted",
    "lens 21.5 D was implanted in 2019-2021",
]


@pytest.mark.parametrize(("category", "marked"), FOUND)
def test_finds(category: str, marked: str) -> None:
    text, wanted = unmarked(marked)
    found = found_by(numbers.RECOGNIZER, text)
    assert [piece.lstrip("#") for piece, _ in found] == wanted
    assert category in {kind for _, kind in found}


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert found_by(numbers.RECOGNIZER, text) == []

"""People beside their degree, their role or what staff do, and names in small letters: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import fields, roles, staff
from tests.unit.scrubber_text.marking import found_by, found_in, unmarked

STAFF = [
    "RTC 6 wk w/ ⟦Theodorakis⟧ CNM",
    "Airway ⟦Emine Karadag⟧ CRNA, tube 7.0",
    "MD ⟦Tsai⟧ paged at 0410",
    "Surgeon was ⟦Hebblethwaite⟧. He is 9.",
    "Signed over to ⟦Bishop⟧ RN for the night",
    "SW ⟦Pruitt-Ngo⟧ is looking for a bed",
    "Responding: ⟦Nkechi⟧ RN, ⟦Bo⟧ RT",
    "Driver: neighbor ⟦Vern⟧ will wait",
    "handoff to ⟦Odalys⟧ at 0700",
    "staffed with ⟦Vandermeer⟧ after rounds",
    "⟦Gunderson⟧ aware, will come",
    "Tx team: ⟦Ramaswamy⟧, ⟦Stubbs⟧, ⟦Okonedo⟧, ⟦Feig⟧.",
    "and ⟦bryce⟧ the med student saw her first",
    "⟦debbie k⟧ floated me to five again",
    "seen by ⟦tackett⟧ np in clinic",
    "my nurse is ⟦jolene⟧ tonight",
]
NO_STAFF = [
    "Charge RN notified, night RN to recheck",
    "Neurology aware, Ortho at bedside, Pharmacy notified",
    "seen with Keppra and Lovenox, d/w Cardiology",
    "reviewed with Medtronic, placed by Radiology",
    "Foley placed, Hickman removed, Kelly clamp used",
    "Crohn, Graves, Hashimoto and Addison run together",
    "remi and sevo, lap chole, heli grounded, harley crash",
    "The literature (Jones, Jannotta, Perez) is mixed",
    "sitz baths twice a day, poss home soon",
    "per Fleischner and per Ottawa rules",
    "Cont RT and PT, Para at bedside 42 PMN",
]
INITIALS = [
    'a boy of nine ("⟦KB⟧") with sickle cell',
    "Wires pulled by ⟦JT⟧.",
    "Dr ⟦G⟧ at bedside 0900",
    "READING MD: X   SONOGRAPHER ⟦BTL⟧ RDCS",
    "Transcriptionist: ⟦KWE⟧",
    "guns surrendered.\n-⟦PK⟧, reg",
    "Dictated but not read.\n⟦AAP/NM⟧  12JUN2013",
    "⟦JS/kt⟧ 4/12/2021",
    "⟦D: AAP T: NM⟧",
    "DD: 16 March 2011  DT: 16-May-2011  ⟦BS:YR⟧",
    "⟦R.N.S./NP⟧\nD: 03-18-2020",
    "seen on the 5th of February by ⟦DKW⟧. As discussed",
    "She came back. ⟦CVM⟧ does not smoke and drinks little.",
    "⟦KVB⟧'s mother reports memory loss.",
    "Letter: ⟦VWA⟧ is divorced, two sons.",
    "⟦NHB/RIJ⟧\nD: 25-May-2020",
    "patient initials ⟦QTN⟧ - dementia",
    "⟦JW⟧ again, pain since noon",
    "home today. ⟦jw⟧ again, pain",
]
NO_INITIALS = [
    'no code ("DNR") signed',
    "Line placed by IR.",
    "Evaluated by PT.",
    "Dr. X and Dr. Y disagree",
    "CT/MRI 12/3 showed",
    "BP/HR 12/3",
    "- OT, home visit",
    "COPD does not smoke well with others. AF again, rate 140",
    "CRP has no meaning here. MRI is still pending.",
    "CT again, contrast this time",
    "N/V\nD: none",
    "D: 12 T: 14",
]


@pytest.mark.parametrize("marked", STAFF)
def test_people_on_the_ward_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    found = " ".join(name for name, _ in found_by(staff.RECOGNIZER, text))
    assert all(name in found for name in wanted)


@pytest.mark.parametrize("text", NO_STAFF)
def test_the_ward_itself_stays(text: str) -> None:
    assert found_by(staff.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", INITIALS)
def test_initials_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [piece.strip('(")') for piece, _ in found_by(fields.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NO_INITIALS)
def test_abbreviations_are_no_initials(text: str) -> None:
    assert found_by(fields.RECOGNIZER, text) == []


def test_a_surname_with_its_particle_needs_no_first_name() -> None:
    assert ("Nic Lochlainn", "NAME") in found_by(roles.RECOGNIZER, "Consultant Nic Lochlainn agrees")


def test_a_relative_who_bears_the_name_of_a_sign_is_a_person() -> None:
    assert "Nelson" in found_in("Pt Joaquim Bettencourt, 70. Family: son Nelson reached at 0340. Chest tube no.")


def test_a_title_in_small_letters_before_a_capital_is_a_title() -> None:
    assert "Kurokawa's" in found_in("does anybody have dr. Kurokawa's protocol for ketamine?")

"""Dates in words and other calendars, look-alike digits, addresses, plates, practices: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import (
    addresses,
    calendars,
    dates,
    disguised,
    facilities,
    masked,
    numbers,
    places,
    spelled,
    vehicles,
    work,
)
from tests.unit.scrubber_text.marking import found_by, unmarked

SPELLED = [
    "born ⟦the fourteenth of March nineteen fifty one⟧",
    "d.o.b. ⟦fourteenth March, nineteen-fifty-one⟧",
    "born ⟦fourteen three fifty-one⟧ abroad",
    "born in ⟦nineteen twenty-eight⟧, lives alone",
    "admitted ⟦twelve March twenty twenty-four⟧",
    "admitted ⟦March twelve⟧, improved",
    "on ⟦12 / O3 / 2O24⟧ she fell",
    "ssn ⟦4l2-88-OO9l⟧",
    "tel ⟦07700 nine hundred three eighteen⟧",
    "lives at ⟦fourteen-oh-eight W Cactus Wren⟧",
    "she is ⟦9 4⟧ years old",
    "postcode ⟦L S 2 2 6 R T⟧",
    "birthdate: ⟦March twenty-second, eighty-one⟧",
    "surgery ⟦ten / eleven / twenty three⟧",
    "seen on the ⟦twenty second⟧ and well",
    "⟦twelve-twelve Maple Avenue apartment four⟧",
]
NOT_SPELLED = [
    "one may help, second may be late, march two miles",
    "in March two doses were given",
    "born in nineteen fifty-one",
    "call one of two numbers",
    "sats 9 4 was a typing error",
    "5.1-2.3-1.1 ratio",
    "on the twenty second week scan",
    "of two to three twenty minute sessions",
    "One Way traffic, two Drive units",
]
CALENDARS = [
    "path ⟦12/iii/24⟧ here",
    "⟦14 Marzo 2024⟧ visit",
    "⟦15 Shawwal⟧ visit",
    "⟦the second Tuesday in May⟧",
    "⟦Tues 12th⟧ clinic",
    "died on ⟦Heritage Day⟧",
    "moved to the ⟦23rd⟧ instead",
]
NOT_CALENDARS = ["wedge 22 x 11 x 6 mm", "Fri 3rd degree burn", "on Day Surgery", "moved to the 5 bed bay"]
ADDRESSES = [
    "⟦House 14, Road 7, Block C⟧", "⟦Plot 44 Adeola Odeku Street⟧", "⟦Hauptstr. 14⟧", "lives near ⟦5th⟧.", "at ⟦3/118 Casuarina Pde⟧ with a dog",
    "to ⟦Wynnum⟧ QLD ⟦4178⟧ by car", "PIN ⟦621 555⟧", "Village ⟦Pudukurichi⟧, two hours away",
]  # fmt: skip
NOT_ADDRESSES = [
    "Unit 3 of blood", "Block 4 of the trial", "Lot 3, given today", "off 2nd line therapy", "Heparin SA 5000 units", "the VIC 2020 guideline", "Village of hope",
    "power 4/5 throughout", "PIN site clean",
]  # fmt: skip
VEHICLES = [
    "car keys (red Mazda ⟦BZT 71F⟧)",
    "a white van, ⟦AB12 CDE⟧, hit him",
    "driving a ⟦7YBC412⟧ California plate",
    'truck tag "⟦GOBEARS⟧"',
]
NOT_VEHICLES = ["CD45 RAB and IL17 RAS", "in the car for 3 hours", "IL12 CAR construct"]
FACILITIES = ["Registered at ⟦The Old Forge Practice⟧", "GP: ⟦Elmtree Surgery⟧", "PRIOR AT ⟦OAKDALE⟧ IMAGING"]
NOT_FACILITIES = [
    "Head and Neck Clinic",
    "EMTALA and the Hospital",
    "Mayo Clinic Proceedings",
    "Best Practice poster",
    "Vascular Surgery and Plastic Surgery",
    "CARDIAC IMAGING",
    "General Practice",
]
WORK = [
    "he is a ⟦judge⟧ here",
    "drives for ⟦Stagecoach⟧",
    "employed by ⟦Haldane Fisheries⟧",
    "he is ex-⟦Boeing⟧",
    "School: ⟦St Winifred's⟧",
]
NOT_WORK = [
    "hard to judge",
    "Bishop 8 today",
    "cardinal signs",
    "ex-Army man",
    "drives for hours",
    "School: mainstream",
]
PLACES = ["lives alone on ⟦Inishbofin⟧", "she fled ⟦Mogadishu⟧ then", "out of ⟦Peterhead⟧", "⟦Wetherby⟧ ⟦LS22 6RT⟧"]
NOT_PLACES = ["lives alone in Kenya", "out of Hours", "lives with Asthma", "stayed in Bed"]
DATES = ["readmitted ⟦19.6.⟧ with sepsis", "Admitted ⟦241112⟧, discharged ⟦241119⟧", "Due ⟦01.12⟧ by scan", "on ⟦3.14.24⟧ seen"]  # fmt: skip
NOT_DATES = ["urethral discharge 4/7, itchy", "ER 8/8, PR 6/8", "K 5.6. Na 131.", "from 241112 copies"]
NUMBERS = [
    "share code is ⟦8841-2290⟧ ok",
    "hospital folder ⟦LUTH/24/88123⟧",
    "UHID ⟦KMC.0044821⟧ here",
    "OP no ⟦22/118734⟧ seen",
    "prisoner no ⟦A4471CX⟧ came",
]
NOT_NUMBERS = [
    "Lab: Na 131 today",
    "Rx: Norvasc 10 daily",
    "Ki-67 18%, path ok",
    "there is no 2021 scan",
    "no 500 mg tablets",
    "number 10 blade",
]
DISGUISED = [
    "⟦annaheals(.)com⟧ has it",
    "mail ⟦joduya77(a)yahoo.co.uk⟧",
    "his name is ⟦rofako⟧ spelled backwards",
    "well, ⟦T0und3 0l4niy4n⟧ on the scan",
    "reached at (⟦seven one five) 555 - O 1 S 8⟧ by day",
    "⟦anna (underscore) keller⟧ has it",
]
NOT_DISGUISED = ["GAS, emm1 type", "b1d x10d and t1w", "one two three four, so it is"]
MASKED = [
    "pt ⟦Mar(i)a⟧ again",
    "Dr ⟦N**y*n⟧ saw him",
    "file of ⟦Maria_Lopez_1981⟧",
    "⟦M a r c h 2 2⟧ surgery",
    "⟦22|03|1981⟧ is written",
    "cell ⟦617 (dash) 555 (dash) 0142⟧",
    "cell ⟦[617] 555 [0142]⟧",
]
NOT_MASKED = ["Dose(s) given", "pt had **bold** text", "Cell_Count of 12", "March 22 surgery", "5|6|2000 mL", "see [12] and [13]"]  # fmt: skip
TABLES = (
    (spelled, SPELLED, NOT_SPELLED),
    (calendars, CALENDARS, NOT_CALENDARS),
    (addresses, ADDRESSES, NOT_ADDRESSES),
    (vehicles, VEHICLES, NOT_VEHICLES),
    (facilities, FACILITIES, NOT_FACILITIES),
    (work, WORK, NOT_WORK),
    (places, PLACES, NOT_PLACES),
    (dates, DATES, NOT_DATES),
    (numbers, NUMBERS, NOT_NUMBERS),
    (disguised, DISGUISED, NOT_DISGUISED),
    (masked, MASKED, NOT_MASKED),
)


@pytest.mark.parametrize(("module", "marked"), [(module, row) for module, rows, _ in TABLES for row in rows])
def test_finds(module: object, marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [words for words, _ in found_by(module.RECOGNIZER, text)] == wanted  # type: ignore[attr-defined]


@pytest.mark.parametrize(("module", "text"), [(module, row) for module, _, rows in TABLES for row in rows])
def test_leaves_alone(module: object, text: str) -> None:
    assert found_by(module.RECOGNIZER, text) == []  # type: ignore[attr-defined]

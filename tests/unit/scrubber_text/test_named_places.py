"""Landmarks, places of care and work by the plain word behind their name; rooms, ages and unique jobs: text → findings."""

from __future__ import annotations

import pytest

from scrubber.recognizers import ages, landmarks, outfits, rooms, work
from tests.unit.scrubber_text.marking import found_by, unmarked

LANDMARKS = [
    "works on the ⟦Nantucket ferry⟧ in summer",
    "collapsed at the ⟦Bullring car park⟧",
    "of ⟦Kilcrumper parish⟧, married",
    "held at the ⟦Nogales crossing⟧ for hours",
    "sleeps by the ⟦Grand Canal at Portobello⟧ in June",
    "in the ⟦Fremont district⟧, alone",
    "struck at ⟦Shaw and Blackstone⟧.",
    "home, ⟦88 Weir St, 2nd fl rear⟧, New Bedford",
    "at ⟦1220 Pulaski, unit 2R⟧",
    "mail to ⟦rural route 3, box 118⟧",
    "the girl from ⟦Ifo camp⟧, with a bite",
    "the lounge by the ⟦Koi Atrium⟧.",
    "near ⟦Flat 3, 22 Minard Rd⟧",
]
NO_LANDMARKS = [
    "the Wernicke area and the Broca area",
    "fell at home, a bridge of bone, nasal bridge swollen",
    "seen at Cardiology and Neurology.",
    "at November and December visits",
    "RPV pass with a needle, RHF fell twice",
    "Day 5, 2nd floor nurse; POD 2, 3rd unit of blood",
    "a patient in the Stroke district, Emergency car park",
]
OUTFITS = [
    "who takes call at ⟦Tidewater⟧ Regional?",
    "36 sessions at ⟦Lakehurst Brain Stimulation⟧ Center",
    "at ⟦Corlen Bay⟧ rehab unit since",
    "HH agency ⟦Bayou Tender Hands⟧ missed it",
    "letter to ⟦Quarrytown Ready-Mix⟧, fax below",
    "the ladies at the ⟦Waunakee Y⟧ miss her",
    "meals from the ⟦Silver Anchor⟧ club",
    "shift at ⟦potlatch mill⟧ today",
    "drives a truck for ⟦Knapp Intermodal⟧",
    "home to ⟦Magnolia Terrace⟧ nursing home",
]
NO_OUTFITS = [
    "Cardiac rehab, Pain clinic and Sleep lab referrals",
    "to the Stroke unit from the Emergency department",
    "Heart Failure Clinic and Home Health visits",
    "at High school, from Medical school, the English pub",
    "the XX and XY chromosomes, Mini-Mental State exam",
    "MS 200 and PS 12 over PEEP 5",
]
ROOMS = [
    "MWF, chair ⟦17⟧.",
    "stent out in OPD ⟦14⟧.",
    "called re Mr Okon in ⟦5112⟧ who fell",
    "moved to ⟦418-A⟧ after",
]
NO_ROOMS = ["born in 1951, fell in 2019", "1 in 400 carry it", "UOP 1200 in 1500 out"]
JOBS = [
    "is ⟦the line's only one-armed deckhand⟧, comes in",
    "she was ⟦the county's first Hmong fire chief⟧, because",
]
NO_JOBS = [
    "the patient's only caregiver, the child's first seizure",
    "the county's first liver center and the hospital's only scanner",
    "her first doctor, his last smoker",
]


@pytest.mark.parametrize("marked", LANDMARKS)
def test_landmarks_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert wanted[0] in [piece for piece, _ in found_by(landmarks.RECOGNIZER, text)]


@pytest.mark.parametrize("text", NO_LANDMARKS)
def test_places_without_a_name_stay(text: str) -> None:
    assert found_by(landmarks.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", OUTFITS)
def test_places_of_care_and_work_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    found = " ".join(piece for piece, _ in found_by(outfits.RECOGNIZER, text))
    assert wanted[0] in found


@pytest.mark.parametrize("text", NO_OUTFITS)
def test_departments_stay(text: str) -> None:
    assert found_by(outfits.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", ROOMS)
def test_bare_rooms_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [piece for piece, _ in found_by(rooms.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NO_ROOMS)
def test_other_numbers_are_no_rooms(text: str) -> None:
    assert found_by(rooms.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", JOBS)
def test_unique_jobs_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert any(wanted[0].removeprefix("the ") in piece for piece, _ in found_by(work.RECOGNIZER, text))


@pytest.mark.parametrize("text", NO_JOBS)
def test_firsts_of_medicine_are_no_jobs(text: str) -> None:
    assert found_by(work.RECOGNIZER, text) == []


def test_an_age_behind_a_name_or_a_person_is_an_age() -> None:
    assert ("94", "AGE") in found_by(ages.RECOGNIZER, "Beulah Mae Fontenot, 94. From the coast.")
    assert ("91", "AGE") in found_by(ages.RECOGNIZER, "this retired gamekeeper of 91")
    assert found_by(ages.RECOGNIZER, "a saturation of 91 and a rate of 98") == []

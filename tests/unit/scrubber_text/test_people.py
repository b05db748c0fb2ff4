"""Names by cue, in fields and in disguise; ages over 89; occupations and files: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import ages, disguised, fields, files, names, work
from tests.unit.scrubber_text.marking import found_by, unmarked

NAMES = [
    "Mr. ⟦Foley⟧ was admitted",
    "Dr ⟦Parkinson⟧ will see her",
    "Mrs. ⟦O'Shaughnessy⟧ called",
    "dr ⟦nguyen⟧ called",
    "her daughter ⟦Chiamaka⟧ is here",
    "his wife (⟦Seo-yeon⟧) agrees",
    "named ⟦Tadhg Brennan⟧ in the chart",
    "discussed with ⟦Maria de la Cruz⟧ today",
    "⟦Graves, Anna⟧ was discharged",
    "Nurse ⟦Folasade⟧ noted",
    "Mrs ⟦Sunday⟧ came in on Sunday",
    "I saw her with Dr. ⟦Monday⟧ and agree",
    "her husband ⟦Friday⟧ has gone home",
    "seen by dr ⟦will⟧ and sent home",
    "your patient (⟦Reed Ballantyne⟧, mrn fifty)",
    "Hi Dr ⟦Tesfaye⟧ this is ⟦Mai See Her⟧, I am texting",
]
NO_NAMES = [
    "14 Fr Foley and Lt Knee films",
    "Major Bleeding and Col Cancer screening",
    "PA Chest, RN aware, NP exam",
    "The Foley catheter drained well",
    "Graves disease and Crohn colitis",
    "her mother denies fever",
    "Discussed with the patient, family and nursing",
    "Will follow. Young adult with Long history. Grace period.",
    "seen by Cardiology and Neurology",
    "called the Pharmacy about Eliquis",
    "Start Lasix, Zosyn, Keppra",
    "call the Dr Monday morning, see your Dr Tuesday",
    "seen by Dr Monday morning, see Dr Monday or Tuesday",
    "the dr will see you, spoke with dr will call back",
    "her husband Friday night",
    "Paging Dr ChatGPT",
    "patient (Acute Abdomen, sepsis)",
]
FIELDS = [
    "PATIENT: ⟦MARIA KRAKOWSKI⟧\nNEXT OF KIN: ⟦PETER PAP⟧\nTEL: 555",
    "Patient: ⟦Doe, Jane⟧   MRN: 1",
    "ATTENDING: ⟦Huynh⟧",
    "Emergency contact: ⟦Tevita Havili⟧, son",
    "PATIENT NAME: ⟦OKAFOR, NGOZI⟧",
    "patient: ⟦min-jun park⟧",
    "Dear Dr. ⟦Xiong⟧,",
    "Dear ⟦Down⟧,\n\nI write to",
    "He does not smoke.\n\nThank you,\n⟦Maize⟧",
    "Sincerely,\n⟦Yer Xiong⟧, MD",
    "⟦Anna Graves⟧, RN",
]
NO_FIELDS = [
    "Patient: stable, no complaints",
    "Dear Practice Manager,",
    "Dear Nurse,\nplease",
    "Dear Tutor,\nplease",
    "Thanks,\nRehab",
    "Dear Ophthalmology,",
    "Mother: healthy",
    "Assistant: none",
    "Plan: Follow up",
    "Sex: Male",
]
AGES = [
    "⟦94⟧/F with a fall",
    "F/⟦94⟧",
    "her mother, ⟦94⟧, lives alone",
    "died at ⟦96⟧ of old age",
    "a ⟦94⟧-y-o woman",
    "her ⟦94th⟧ birthday",
    "a ⟦93⟧-year-old man",
    "⟦101⟧ yo F",
    "aged ⟦94⟧",
    "⟦ninety-four⟧ years old",
    "Age: ⟦90⟧",
    "f⟦95⟧, Kaposi sarcoma",
    "⟦95⟧m with sepsis",
    "she turned ⟦one hundred⟧",
    "a ⟦nonagenarian⟧",
    "Tilahun / ⟦ninety-four⟧ f / card",
    "who is ⟦one hundred and two⟧. He",
    "the oldest pt of my career, ⟦108⟧.",
]
NO_AGES = [
    "glucose, 94, normal",
    "died at 96 hours",
    "⟦94⟧/F with a fall",
    "F/⟦94⟧",
    "her mother, ⟦94⟧, lives alone",
    "died at ⟦96⟧ of old age",
    "a ⟦94⟧-y-o woman",
    "her ⟦94th⟧ birthday",
    "an 89-year-old man",
    "eighty-nine years old",
    "HR 93, sat 94%",
    "weight 95 kg",
    "temp 95f with chills, ICD F95, tics",
    "walked 95m with a frame",
    "ages 18 to 90 were included",
    "94% of patients",
    "BP 102/90",
    "the oldest patient we had, with a HR of 108/min",
]
WORK = [
    ("OCCUPATION", "He is the ⟦lighthouse keeper⟧ here"),
    ("OCCUPATION", "the ⟦mayor⟧ was seen"),
    ("OCCUPATION", "⟦the town's only vet⟧ was bitten"),
    ("OCCUPATION", "our ⟦village priest⟧ had it too"),
    ("OCCUPATION", "she retired as a ⟦snake milker⟧, no drugs"),
    ("OCCUPATION", "because he is a ⟦competitive sword fencer⟧, he asked"),
    ("OCCUPATION", "can a ⟦professional quarterback⟧ return to work"),
    ("OCCUPATION", "She's ⟦the woman who christened the ferry⟧, still tells everyone"),
    ("OCCUPATION", "is ⟦the last surviving diver of the Ras dhow⟧."),
    ("OCCUPATION", "he was ⟦Ireland's first underwater welder⟧, and he is"),
    ("EMPLOYER", "works at ⟦Ridgeline Poultry⟧ full time"),
    ("EMPLOYER", "Employer: ⟦Harlow & Sons Shipyard⟧"),
]
NO_WORK = [
    "the state trauma center and the city hospital",
    "the first doctor she saw",
    "a retired teacher",
    "works as a nurse",
    "retired as a long-distance truck driver, formerly a heavy smoker",
    "works nights",
    "pacemaker cells",
    "judged to be stable",
    "head position",
    "the woman who presented with pain",
    "the man who had a stroke",
    "Asherman's first paper, Ireland's first patient",
]
FILES = [
    "photo ⟦IMG_4471.jpg⟧ attached",
    "⟦tran_gait.mov⟧",
    "voiceprint ID ⟦VP-88213⟧ on file",
    "fingerprint template ⟦FP-44201A⟧",
    "see ⟦tran.pdf⟧",
    "scan ⟦face3d_MAB.obj⟧ kept",
]
NO_FILES = ["fingerprint pattern of immunoglobulins", "iris normal", "voice hoarse", "face symmetric, scan 2 of 3"]
DISGUISED = [
    "⟦m i n h @ g m a i l . c o m⟧",
    "⟦617-five five five-0142⟧",
    "call ⟦six one seven five five five zero one four two⟧",
    "ssn ⟦0 7 8 0 5 1 1 2 0⟧",
    "⟦617 . 555 . 0142⟧",
    "mail ⟦minh at gmail dot com⟧ please",
    "⟦minh [at] proton [dot] me⟧",
    "name ⟦N g u y e n⟧ in the list",
    "patient ⟦J0hn⟧ again",
    "at ⟦minhstory dot com⟧",
    "on ⟦0 3 / 1 2 / 2 0 2 1⟧",
]
NOT_DISGUISED = [
    "one to two weeks, three or four times",
    "H1N1 and T4 levels, B12",
    "levels at T1 T2 T3",
    "1 2 3 4",
    "period of two weeks",
    "COVID19 positive, G6PD normal",
]


def pieces(recognizer: object, text: str) -> list[str]:
    return [piece for piece, _ in found_by(recognizer, text)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("recognizer", "marked"),
    [
        *((names.RECOGNIZER, row) for row in NAMES),
        *((fields.RECOGNIZER, row) for row in FIELDS),
        *((ages.RECOGNIZER, row) for row in AGES),
        *((files.RECOGNIZER, row) for row in FILES),
        *((disguised.RECOGNIZER, row) for row in DISGUISED),
    ],
)
def test_finds(recognizer: object, marked: str) -> None:
    text, wanted = unmarked(marked)
    assert pieces(recognizer, text) == wanted


@pytest.mark.parametrize(
    ("recognizer", "text"),
    [
        *((names.RECOGNIZER, row) for row in NO_NAMES),
        *((fields.RECOGNIZER, row) for row in NO_FIELDS),
        *((ages.RECOGNIZER, row) for row in NO_AGES),
        *((work.RECOGNIZER, row) for row in NO_WORK),
        *((files.RECOGNIZER, row) for row in NO_FILES),
        *((disguised.RECOGNIZER, row) for row in NOT_DISGUISED),
    ],
)
def test_leaves_alone(recognizer: object, text: str) -> None:
    assert pieces(recognizer, text) == []


@pytest.mark.parametrize(("category", "marked"), WORK)
def test_finds_work_that_points_to_a_person(category: str, marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found_by(work.RECOGNIZER, text) == [(piece, category) for piece in wanted]

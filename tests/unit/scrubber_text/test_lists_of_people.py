"""People in lists, behind roles and in other scripts; a guess without company: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber import lone_guesses, scrub
from scrubber.findings import Candidate
from scrubber.recognizers import other_scripts, roles, rosters
from tests.unit.scrubber_text.marking import found_by, found_in, unmarked

ROSTERS = [
    "⟦Patel R⟧, ⟦Singh A⟧ and ⟦O'Leary M⟧ on call tonight.",
    "bed 14, ⟦Okafor⟧, 2019 admission notes missing",
    "⟦Yazzie⟧ - NPO after MN, ⟦Benally⟧ - d/c",
    "So what next? ⟦Gutierrez⟧: smear",
    "Parents: ⟦Darlene and Leland Manygoats⟧.",
    "The ⟦Hendersons⟧ want a meeting.",
    "Cross cover: ⟦Pappas⟧ febrile, cx sent. ⟦Ruiz⟧ DNR confirmed.",
    "seen as Pt (⟦Sunita⟧) in triage",
]
NO_ROSTERS = [
    "Patel R, Singh A. Thrombolysis in stroke. Lancet 2019;380:1.",
    "Smith J, Lee K, et al. showed this",
    "Cullen - negative, Murphy - positive",
    "Positive (Hueston) table top",
    "Albumin low, Sodium high. Chloride normal.",
    "The Sanders want it", "Plan: bloods. Imaging: done.",
]  # fmt: skip
ROLES = [
    "seen by RMO ⟦Ahmed⟧ in ED",
    "officers ⟦Bray and Nolan⟧ present",
    "her dads, ⟦Piers and Anselm⟧, describe",
    "to see ⟦Wren⟧, who is 7.",
    "⟦ANTONOV, P⟧ CXR 1V PORT",
    "⟦Conor Mac Giolla Phádraig⟧: hurling injury",
    "my patient, ⟦Nomvula⟧, who died",
    "⟦Park Ji-woo⟧ returned",
    "⟦Choi Eun-bi⟧ is here",
    "is big ⟦dave⟧ on nights",
    "52F ⟦Chidinma⟧, node positive",
    "a boy, ⟦Selvam⟧, with cyanosis",
    "did ⟦vasquez⟧ get her scan",
    "⟦pao ger her⟧ 39m hep b dna 4 million",
    "SDH 14 mm. 68 M, ⟦Keith Durrant⟧, on Xarelto",
    "section, 36 yo ⟦Xu Zhilan⟧, BMI 44",
    "B/o ⟦Chellamma⟧, zone I stage 3",
    "Mum ⟦Um Yazan⟧ is tired",
    "here with his mate ⟦will⟧ was a carrot",
    "my son ⟦will⟧ is 17",
    "bed 1 ông ⟦đoàn văn lực⟧, ng 900",
    "day 11\n⟦Her, Pang Houa⟧ 47F / ICU-14",
]
NO_ROLES = [
    "SHO Reviewed, CNS Lymphoma, PC Fall",
    "twins, Dichorionic and Diamniotic",
    "Will re-check, May co-exist",
    "ABDOMEN, A CT",
    "the big toe, a little water",
    "64M Smoker, 19M Brugada, 70F Ischaemic colitis",
    "is heparin still on, did imaging get done",
    "the girl, however, stayed",
    "copd exac 67f, chest pain 44m, known diabetic 50f",
    "thanks everyone, cheers all, shoutout to night shift",
    "45F, Graves Disease. 36 yo Healthy Woman. 70 M, Crohn Colitis",
    "B/o Fever, H/o Stroke",
    "Um Yes, it did",
    "my son will be seen, and her brother will not, but his father will and his mother might",
    "stopped b/o Ramadan and b/o Norris",
    "cô van here",
]
SCRIPTS = ["⟦서연⟧ (29) is a dancer", "called ⟦طارق المصري⟧ at home and he will come", "her name is ⟦李小龙⟧ and"]
NO_SCRIPTS = ["β-blocker, α1-antitrypsin, µg, Δ of 3", "κ = 0.8", "서연은 무용수이고 병원에 왔다"]


@pytest.mark.parametrize(
    ("recognizer", "marked"),
    [
        *((rosters.RECOGNIZER, row) for row in ROSTERS),
        *((roles.RECOGNIZER, row) for row in ROLES),
        *((other_scripts.RECOGNIZER, row) for row in SCRIPTS),
    ],
)
def test_a_name_in_a_list_or_behind_a_role_is_found(recognizer: object, marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found_by(recognizer, text) == [(words, "NAME") for words in wanted]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("recognizer", "text"),
    [
        *((rosters.RECOGNIZER, row) for row in NO_ROSTERS),
        *((roles.RECOGNIZER, row) for row in NO_ROLES),
        *((other_scripts.RECOGNIZER, row) for row in NO_SCRIPTS),
    ],
)
def test_authors_signs_and_verbs_are_left_alone(recognizer: object, text: str) -> None:
    assert found_by(recognizer, text) == []  # type: ignore[arg-type]


def test_a_lone_guess_becomes_a_doubt_and_keeps_company_otherwise() -> None:
    lone = "Diabetes review in the clinic today: sensor worn all week, time in range 62, hypo score of four, Dafnebo booked."
    told = "Seen with Mrs Okonkwo-Reyes on 4/12. " + lone
    assert found_in(lone) == []
    assert scrub(told).findings
    assert scrub(scrub(told).text).text == scrub(told).text


@pytest.mark.parametrize(
    ("words", "lone"),
    [
        ("Bhuvaneshwari Ramanathapuram", False),
        ("Kodamaea ohmeri", True),
        ("Dafnebo", True),
        ("Hepatitis Ramanathapuram", True),
    ],
)
def test_two_words_of_a_name_in_no_list_are_believed_alone(words: str, lone: bool) -> None:
    text = f"{words}, seen for her diabetes in the clinic today: sensor worn all week, time in range 62, hypo score of four."
    guess = Candidate(0, len(words), "CITY", 0.8, "tagger.place", "")
    assert lone_guesses.are_all({"": text}, [("", guess)]) is lone


@pytest.mark.parametrize(
    "text",
    [
        "Ki-67 18%, ER 8/8, PR 6/8, HER2 2+, FISH neg, nodes clear, margins clear at six mm.",
        "MDT outcome: T3bN1M0, EMVI+, CRM clear. For long course CRT then TNT per RAPIDO. CNS to call.",
        "Bristol 6, Lille 0.3, Ballard 34, Waterlow 18. Family updated. Turned two hourly overnight.",
        "Consultant in General Medicine. Grateful for your thoughts on this pleasant lady with vertigo and nausea.",
        "Onc: Deauville 3, Lugano stage III, Ann Arbor B, Sokal high. Pola-R-CHP c3. Aloxi, Emend, Akynzeo.",
        "Endo: Graves, TRAb 12, Hertel 22/23, Wayne 19, Burch-Wartofsky 30. Tapazole. Dalrymple, von Graefe, Joffroy.",
        "note after replacement: INR 2.6, On-X. Dr-free holiday planned. Amox before dentist. Echo Friday.",
        "GI: Forrest IIc, Rockall 3, Hill II, Prague C0M2, Kudo IIIs, Paris 0-Is. BBPS 8. Access by 6F Terumo.",
        "LA grade C. Hill grade 3. Sleeve converted to bypass for reflux, discharged on day two with advice.",
    ],
)
def test_scores_trials_and_departments_stay(text: str) -> None:
    assert found_in(text) == []

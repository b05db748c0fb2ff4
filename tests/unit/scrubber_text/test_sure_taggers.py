"""What the taggers are sure of is taken whole, past shields and second thoughts; and rules that came with them."""

from __future__ import annotations

import pytest

from scrubber import plausibility, plausible_names, scrub, shields, unidentifying
from scrubber.findings import Candidate
from scrubber.spans import Spans


def taken(text: str) -> list[str]:
    return [text[found.start : found.end] for found in scrub(text).findings]


def test_a_shield_yields_to_a_name_no_list_of_medicine_knows() -> None:
    assert "Abdelkarim Zerrouki" in taken(
        "Wound/ostomy RN: 58M Abdelkarim Zerrouki loop ileostomy day 3, pouch intact."
    )


@pytest.mark.parametrize(("word", "allowed"), [("Zerrouki", True), ("Hartmann", False)])
def test_what_medicine_is_known_to_call_a_thing_stays_behind_its_shield(word: str, allowed: bool) -> None:
    text = f"{word} procedure"
    guess = Candidate(0, len(word), "NAME", 0.99, "tagger.name", "")
    assert shields.allows(guess, Spans([(0, len(text))]), text) is allowed


@pytest.mark.parametrize(
    ("text", "score", "allowed"),
    [
        ("now in Malmö and well", 0.8, True),
        ("now in Malmö and well", 0.7, False),
        ("the Malmö trial", 0.8, False),
        ("from Malmö criteria", 0.8, False),
    ],
)
def test_a_shield_yields_to_a_town_behind_in_sooner(text: str, score: float, allowed: bool) -> None:
    start = text.index("Malmö")
    guess = Candidate(start, start + 5, "CITY", score, "tagger.place", "")
    assert shields.allows(guess, Spans([(start, start + 5)]), text) is allowed


def test_a_shield_yields_to_a_firm_and_a_hospital_no_list_of_medicine_knows() -> None:
    for category, rule in (("EMPLOYER", "tagger.work"), ("HOSPITAL", "tagger.hosp")):
        guess = Candidate(0, 8, category, 0.99, rule, "")
        assert shields.allows(guess, Spans([(0, 18)]), "Zerrouki procedure")
        assert not shields.allows(guess, Spans([(0, 18)]), "Hartmann procedure")


@pytest.mark.parametrize(
    ("text", "score", "allowed"),
    [
        ("transferred to Hartmann. She", 0.6, True),
        ("seen at Hartmann 3/14/24", 0.6, True),
        ("seen at Hartmann ED", 0.6, True),
        ("transferred to Hartmann. She", 0.5, False),
        ("converted to Hartmann procedure", 0.6, False),
        ("a Hartmann. She", 0.6, False),
    ],
)
def test_a_shield_of_an_eponym_yields_to_a_house_where_one_can_be_sent(text: str, score: float, allowed: bool) -> None:
    start = text.index("Hartmann")
    guess = Candidate(start, start + 8, "HOSPITAL", score, "tagger.hosp", "")
    assert shields.allows(guess, Spans([(start, start + 18)]), text) is allowed


@pytest.mark.parametrize(("words", "score", "allowed"), [("4L", 0.98, True), ("4L", 0.9, False), ("40", 0.98, False)])
def test_a_shield_of_a_unit_yields_to_a_bed_the_taggers_are_sure_of(words: str, score: float, allowed: bool) -> None:
    text = f"stays in bay {words}, then home"
    guess = Candidate(13, 15, "ROOM", score, "tagger.room", "")
    assert shields.allows(guess, Spans([(13, 15)]), text) is allowed


@pytest.mark.parametrize(
    "text", ["58M Hartmann loop ileostomy day 3.", "We discussed Susan Komen with the team, and the lungs were clear."]
)
def test_a_shield_does_not_yield_to_an_eponym_or_phrase(text: str) -> None:
    assert taken(text) == []


@pytest.mark.parametrize(("before", "limit"), [("MR. ", 1.0), ("MRS ", 1.0), ("MR ", plausible_names.DOUBTFUL)])
def test_a_title_leaves_no_second_thoughts(before: str, limit: float) -> None:
    text = f"THANK YOU FOR LETTING US SEE {before}GROSS: LVEF 35%, TRACE AR, MILD TR, NO EFFUSION, RVSP 45 MMHG, LA DILATED."
    start = text.index("GROSS")
    assert plausible_names.limit(text, start, "GROSS", ["gross"], 0.7) == limit


@pytest.mark.parametrize(
    ("text", "words", "believed"),
    [
        ("cook at almaty dialysis, burns to both hands", "almaty dialysis", True),
        ("Mr Okonkwo Inhaled Dust while at almaty dialysis", "almaty dialysis", False),
        ("Mr Okonkwo Was the choir director", "choir director", True),
    ],
)
def test_a_firm_in_small_letters_is_believed_where_nothing_has_capitals_or_its_last_word_is_everyday(
    text: str, words: str, believed: bool
) -> None:
    start = text.index(words)
    score = plausibility.capped("WORK", text, start, start + len(words), 0.98)
    assert (score == 0.98) is believed


@pytest.mark.parametrize(("word", "heads"), [("spektor", False), ("flexi", True), ("albumin", True)])
def test_what_stands_before_a_colon_is_a_heading_unless_only_people_are_called_so(word: str, heads: bool) -> None:
    text = f"seen today\n{word}: dc on friday"
    start = text.index(word)
    assert plausible_names.is_heading(text, start, start + len(word), [word]) is heads


@pytest.mark.parametrize(
    ("text", "general"),
    [("laid off in march", False), ("underwent surgery in march", False), ("flu peaks in march", True)],
)
def test_a_month_alone_is_a_date_where_the_text_speaks_of_somebody(text: str, general: bool) -> None:
    assert unidentifying.season(text, text.index("march"), len(text)) is general


@pytest.mark.parametrize(("word", "score", "kept"), [("DJ", 0.98, True), ("DJ", 0.6, False), ("MI", 0.98, False)])
def test_an_abbreviation_is_somebody_only_where_the_tagger_is_sure(word: str, score: float, kept: bool) -> None:
    text = f"[22:09] {word}: call the team"
    start = text.index(word)
    assert (plausibility.capped("NAME", text, start, start + 2, score) == score) is kept


@pytest.mark.parametrize(
    ("label", "word", "score", "kept"),
    [("NAME", "Stent", 0.99, True), ("NAME", "Stent", 0.97, False), ("PLACE", "New South Wales", 0.99, False)],
)
def test_past_doubt_a_word_of_medicine_is_a_name_but_a_state_is_no_town(
    label: str, word: str, score: float, kept: bool
) -> None:
    text = f"She lives with {word} and the children"
    start = text.index(word)
    assert (plausibility.capped(label, text, start, start + len(word), score) == score) is kept


def test_second_thoughts_are_for_what_the_tagger_is_not_sure_of() -> None:
    text = "Mrs. Smith was postpartum. I'm the only PA at the clinic in ottumwa today."
    place = text.index("ottumwa"), text.index(" today")
    assert plausibility.capped("PLACE", text, *place, plausibility.SURE - 0.01) < 0.5
    assert plausibility.capped("PLACE", text, *place, plausibility.SURE) == plausibility.SURE


def test_a_month_is_doubted_however_sure_the_tagger_is() -> None:
    text = "Seen again in May"
    assert plausibility.capped("NAME", text, 14, 17, 0.99) < 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("F/u: cards 1/9 2:40p; BMP by VNA in 3 d", "1/9"),
        ("Read by Nevzat Soylu, MD FACC 2/6\nNo change.", "2/6"),
        ("Thanks, Umm Khalil is well again.", "Umm Khalil"),
        ("GP EMIS consultation\nYoung, Grace 67 - cough 5 wk", "Young, Grace"),
        ("d/w surgery, plan as above.\n-jtm PGY2", "jtm"),
        ("RTC 3 mo.\nRKH/dictated not read", "RKH"),
        ("CONDITION: good. Transcribed by jw", "jw"),
    ],
)
def test_is_found(text: str, expected: str) -> None:
    assert any(expected in words for words in taken(text))


@pytest.mark.parametrize(
    "text",
    [
        "Pain 5/10 9:30 after the dose, power 4/5 10:30.",
        "EBL 25. Plan NWB 6/52, LMWH, wound check.",
        "seen by ICU RN. ED RN aware.",
        "Day -21: diarrhoea",
        "Chromogranin A (ug/L; ref 0-100): day 14 212, day 180 44",
        "Liver clear after the second operation. 5-HIAA normal at six months.",
        "Low copper. EASL guideline: doi:10.1016/j.jhep.2011.11.007.",
    ],
)
def test_is_not_taken(text: str) -> None:
    assert taken(text) == []


def test_an_age_and_a_sex_are_no_name_however_sure_the_tagger_is() -> None:
    assert plausibility.capped("PLACE", "58M with a stoma", 0, 3, 0.999) < 0.5
    assert plausibility.capped("PLACE", "Larkhill with a stoma", 0, 8, 0.999) > 0.5


def test_a_country_behind_a_comma_tells_where_something_is_unless_the_tagger_is_sure() -> None:
    text = "Genetics clinic, Israel"
    assert plausibility.capped("NAME", text, 17, 23, 0.6) < 0.5
    assert plausibility.capped("NAME", text, 17, 23, 0.98) == 0.98
    assert plausibility.capped("NAME", "the son of Israel", 11, 17, 0.6) == 0.6


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "HIS CAR, PLATE RZU-112, WAS TOWED. COMPARISON: CTA OF THE HEAD AND NECK. DATED MAY 13, 2008. SUBJECTIVE",
            "RZU-112",
        ),
        ("Called Anna RN, moved to ward six on May 13 with a cough. Clinic 2008", "May 13"),
        ("Prior records (Mercy, 1987) were reviewed by the team.", "Mercy"),
        ("Works at Exelon as a plumber.", "Exelon"),
        ("Sign-out: ED bed 12G, 14M STEMI", "12G"),
        ("Pt 97/m, Addison's disease, fell at home.", "97"),
        ("Admitted under Okonkwo, Ward Two 2008; 3 days later home", "Okonkwo"),
        ("Pt ABC, 54, was seen with a cough.", "ABC"),
        ("MOVED HERE FROM BARCELONA -\nDONOR ID 20-64595", "BARCELONA"),
        ("HISTORY AND PHYSICAL\nSUN HEE CHOI\n02-19-2024", "SUN HEE CHOI"),
    ],
)
def test_no_shield_of_medicine_or_print_hides(text: str, found: str) -> None:
    assert any(found in one for one in taken(text))


def test_a_reference_stays() -> None:
    assert taken("Smith J, Jones K. Outcomes of bed closure on wards. Lancet. 2019. rs1801133 and NCT01234567.") == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [("sun hee g", "sun hee g"), ("Sun Hee Choi", "Sun Hee Choi"), ("sun lee", "lee"), ("Sun. 4", "4")],
)
def test_a_weekday_before_a_korean_name_belongs_to_it(text: str, kept: str) -> None:
    start, end = unidentifying.trim(text, 0, len(text))
    assert text[start:end] == kept

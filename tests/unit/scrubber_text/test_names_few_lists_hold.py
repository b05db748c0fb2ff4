"""Names few lists hold, cities everybody knows, codes and initials at the end of a line: text → what must be found, and by which rule."""

from __future__ import annotations

import pytest

from scrubber import engine, scrub, shields
from scrubber.findings import Candidate
from scrubber.recognizers import bare_names
from scrubber.spans import Spans
from tests.unit.scrubber_text.marking import found_by, unmarked

FOUND = [
    "[14:03] me. ⟦Cawaale⟧. K 6.9",
    "told ⟦Ntxawm⟧ to hold the dose",
    "bloods for ⟦Haregewoin⟧ are back",
    "⟦shandiin⟧ brought the inhaler",
    "her clinic, not ⟦baton rouge⟧, sent him",
    "share code ⟦ZPXR-KTNQ⟧. Uses Tresiba",
    "took belongings bag ⟦1174⟧. To MICU",
    "mesh lot ⟦QH7TBM⟧ used",
    "splash on ⟦5 Ogos 2024⟧, washed",
    "at 51 Brindley Rooms, ⟦51a Scotland Passage⟧, at noon",
    "write to ⟦sigrun D O T hallgeirs A T barnaspital D O T example⟧ please",
    "slides: ⟦jez (period) mcgillicuddy (a) skymed (period) au⟧ again",
    "Lungs clear. ⟦GAW⟧",
    "20G in the arm. /⟦sbt⟧\nNext",
    "Wife ⟦Ia⟧ manages his pills",
    "missed doses over ⟦Tết⟧, ALT 28",
    "MRN ⟦123.456⟧ on the label",
    "Mr ⟦Many Goats⟧, 71, was seen",
    "Mrs ⟦Dear⟧ is back home",
    "reviewed by Dr ⟦Comfort⟧ today",
    "reviewed by Dr ⟦Martens⟧ today",
    "in a grey Corsa ⟦delta kilo sixteen, x-ray x-ray zulu⟧. He is well",
    "she found ⟦dr dot salehi dash zadeh at icloud⟧ somehow",
    "letters to ⟦c dot vauzelle arobase tilleuls moins med point fr⟧.",
    "the account ⟦at sign dr underscore scalpel underscore jay⟧ posted it",
    "on an app as ⟦f 4 r 1 s under score d x b⟧, he says",
    "Listen: ⟦gutfeelings dot fm forward slash ep ninety⟧. Tell them",
    "from ⟦2001:db8::4:77⟧. Count",
    "⟦WhatsApp Image 2024-02-11 at 19.22.07 – rash_okeke.jpeg⟧\nis hers",
    "two URNs ⟦338-901⟧ and ⟦338-977⟧, different allergies",
    "ASST: ⟦Grace⟧ PGY4, ANES: Tahmasebi. Seen by Dr Okafor",
    "An Clochar Bán, Co. ⟦Mayo⟧, this retired man",
    "AirSense setup ⟦9/12⟧, use 6.2 h",
    "Since ⟦May⟧ he is breathless at work",
    "MOTHER ⟦DEIRBHILE⟧. TETANUS UP TO DATE, FOR THEATRE",
    "he still has the Morris, ⟦WPR 555⟧, and drives",
    "birth date ⟦the ninth of the ninth, sixty one⟧ he said",
    "from Co. ⟦Mayo⟧; a Mayo stand and the Mayo scissors",
    "who has Young in ⟦714⟧? she needs K",
    "home is ⟦unit 3/88 Kooyong Parade⟧, he said",
    "donated by his union, ⟦Sheet Metal Local 4409⟧. His wife",
]
LEFT = [
    "Wound clean. TIA",
    "Repeat in 3 mo. HTN",
    "Los Angeles grade B",
    "St. Louis encephalitis was negative",
    "pT2aN0 and pT3N1b",
    "REG INSULIN 0.1 U/KG/H",
    "Stroke ward 3/7. R MCA M2",
    "Tet booster given",
    "F/U 3/7 or 2/52",
    "Power 5/5/4/5/5/4/5 throughout",
    "INR 1.8 / 2.4 / 4.6 / 3.1",
    "Dear Doctor\n\nThank you for this referral",
    "asked Dr Google first",
    "coded as S52.501A and Y92.146",
    "(Brennan, Murray, Teasdale, J Neurosurg 2018)",
    "Family: father MI at 52",
    "Does it radiate? See doi.org/10.1000/182",
    "Drug given at 10:20:30, then 12::30",
    "nice ng239 from 2024 lets you go either way, intrinsic factor ab is fine",
    "a b c d and e f g: fine",
    "GRACE score 140, per GRACE registry",
    "MS conc 5 mg SL q2h prn",
    "MOTHER DIABETIC, FATHER HYPERTENSIVE, WOUND CLEAN",
    "Tibial Post 25 degrees; arm alpha bravo",
    "Twelve-lead ECG with small complexes",
    "Cryobiopsy first, or four weeks of steroid? Caeruloplasmin was low.",
]


@pytest.mark.parametrize("marked", FOUND)
def test_finds(marked: str) -> None:
    text, wanted = unmarked(marked)
    found = [text[one.start : one.end] for one in scrub(text).findings]
    assert set(wanted) <= set(found), found


@pytest.mark.parametrize("text", LEFT)
def test_leaves_alone(text: str) -> None:
    assert [(text[one.start : one.end], one.rule) for one in scrub(text).findings] == []


@pytest.mark.parametrize("name", ["Cawaale", "Ntxawm", "Haregewoin", "Shandiin"])
def test_such_a_name_is_found_without_the_taggers(name: str) -> None:
    assert found_by(bare_names.RECOGNIZER, f"me. {name}. K 6.9") == [(name, "NAME")]


def test_what_was_found_by_itself_keeps_its_own_score_and_reason() -> None:
    text = "Keller"
    own = Candidate(0, 6, "NAME", 0.6, "tagger.name", "reads like a name")
    again = Candidate(0, 6, "NAME", 0.9, "propagated", "found elsewhere")
    longer = Candidate(0, 9, "NAME", 0.9, "propagated", "found elsewhere")
    assert engine._not_within([again, longer], [own]) == [longer]
    assert all(one.rule != "propagated" for one in scrub(f"Discharged {text} yesterday, on Humira.").findings)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("an aunt in Rotterdam before", True),
        ("as in Rotterdam criteria", False),
        ("as in Rotterdam IV", False),
        ("the Rotterdam one", False),
    ],
)
def test_a_town_passes_the_shield_of_what_is_named_after_it(text: str, allowed: bool) -> None:
    start = text.index("Rotterdam")
    town = Candidate(start, start + 9, "CITY", 0.98, "tagger.place", "")
    assert shields.allows(town, Spans([(0, len(text))]), text) is allowed

"""Measurements, lone eponyms, brands, seasons and labels stay; the people and places beside them go."""

from __future__ import annotations

import pytest

from scrubber import eponyms, implausible_shapes, measures
from scrubber.normalise import normalise
from scrubber.registry import Document
from tests.unit.scrubber_text.marking import found_in, unmarked

STAYS = [
    "Kumar S. Severe asthma in adults. Lancet. 2019;393:12-20.",
    "Nguyen T, Okafor N, et al. Outcomes after TAVI. N Engl J Med 2021;384:1-9.",
    "She came to my Tuesday clinic with swollen legs.",
    "Creatinine 88 µmol/L. ADAMTS13 activity was 4%.",
    "Day 21: DOTATATE PET. The DOTATATE PET was negative.",
    "Keep the pressure at 100 mmHg.",
    "Lice point to *quintana*, cats to *henselae*; Bartonella quintana grew.",
    "India ink was negative. Her grandparents came from southern China.",
    'What helps is to say "I fear that I miss X" aloud.',
    "D-dimer 9.1\nAngiography by CT showed no dissection.",
    "MoCA 22/30, MMSE 24/30, Tinetti 18/28. BP 142/88.",
    "ABG 7.31/48/71/23 on AC 14/450/8, PaO2/FiO2 188.",
    "Norepinephrine 0.12 mcg/kg/min; 19 Fr Blake drain; EBL 250.",
    "Start Macrobid 100 BID, Augmentin 875.",
    "A 45-year-old with fever, 2nd degree block, QTc 480 ms.",
    "S. gallolyticus and T. whipplei grew; E. faecium did not.",
    "No Cullen or Grey Turner sign. Koebner at elbows. Auspitz absent.",
    "Retractors: Bookwalter, Balfour. Kocher and Kelly clamps, Bovie 30/30.",
    "Murmurs: Austin Flint, Graham Steell, Carey Coombs, Still's.",
    "Rome IV, Lyon 2.0 and Baveno VII; stop if Lille > 0.45.",
    "Family: father MI at 52, mother DM. Social: quit smoking 2011.",
    "Holosystolic murmur at LUSB; ANCA MPO positive; ROTEM EXTEM A5 30.",
    "Give one dose October through March. May we all rest.",
    "Lessons from Tuskegee, Nuremberg and Helsinki.",
    "St. John's wort was stopped; Nexplanon in place; Bair Hugger on.",
    "Sites in Canada, Denmark and Kenya. NCT03036124.",
    "Smith PK Jr., Jones AB. Title. N Engl J Med. 2019;381:1889-916.",
    "On BiPAP 14/6 overnight. Follow-up LDCT per Fleischner Society.",
    "Delusions consistent with Cotard. A Kanavel on the thumb? Right Horner.",
    "Fox is thigh, Kussmaul is chest, Gradenigo is ear, Trousseau is calf, Cullen is belly.",
    "Born at 40 weeks, 5/12 male, cough 3/7, review 6/52.",
    "For ERCP, then ITU; MDT and PERT aware; CTPA negative, PEEP 10.",
    "Reviewed in the Tuesday clinic and the Wednesday headache clinic.",
    "Genotype UL97 C592G, BRAF V600E. STE V2-V5.",
    "MR BRAIN WITHOUT CONTRAST was normal. MR PRESSO agreed.",
    "Le Fort I, Campbell de Morgan spots, Dennie Morgan folds.",
    "Hold metformin. Beighton 7/9, Kramer 3/5.",
]
GOES = [
    "⟦Okafor N.⟧ Presented with fever and chills to the ward. She improved.",  # not a reference
    "PET/CT\n⟦T. Balakrishnan⟧, 70M. Deauville 2. Complete response.",
    "Mr. ⟦Cullen⟧ had no Cullen sign.",
    "Labs ⟦3/4⟧ were stable.",
    "Seizure ⟦14/7⟧, then well.",
    "Chart says ⟦11.9.23⟧ for the fall.",
    "She is due ⟦2024-09⟧.",
    "Come back on ⟦the 15th⟧.",
    "Pt ⟦Choi Eun-bi⟧ is stable.",
    "Mom ⟦kia xiong⟧ wants to avoid steroids.",
    "Merge MRNs ⟦331902⟧ and ⟦331920⟧ please.",
    "Gate code ⟦2580⟧ for the visit.",
    "Portal ⟦portal.dawnivf.example/ib⟧ today.",
    "Reach his wife on ⟦2o6 555 oi23⟧ today.",
    "Fax ⟦seven one three, 555, o one nine two⟧ please.",
    "T-boned at ⟦Hwy 14 mile marker 211⟧ today.",
    "Lives above the bakery at ⟦603 E. Olive⟧ now.",
    "His shift as a ⟦bridge tender⟧ starts soon.",
    "DM me ⟦at dr underscore reyes⟧ please.",
    "Extension ⟦four four one nine⟧ reaches him.",
    "Widow, ⟦90⟧ y, lives alone.",
    "Bed MICU ⟦11⟧. Neuro checks.",
    "Pt ⟦RJ⟧ seen again, no change.",
    "⟦DW⟧, 63M, third TIA this year.",
    "Agreed with ⟦JH⟧ (her partner) today.",
    "Found near ⟦Sandpiper Lighthouse⟧ this morning.",
    "Interns with ⟦Halcyon Freight⟧ now.",
    "He met ⟦Rocío⟧ and ⟦Máire⟧ again.",
    "⟦Ludwig⟧ says his throat hurts.",
]


@pytest.mark.parametrize("text", STAYS)
def test_clinical_language_stays(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize("marked", GOES)
def test_identifiers_beside_it_go(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "shielded"),
    [
        ("Auspitz and Koebner absent", ["Auspitz", "Koebner"]),
        ("Koebner was admitted", []),
        ("Dr Koebner agrees", []),
        ("Murphy's neg", ["Murphy's"]),
        ("signed out Murphy, Kelly, Allen", []),
    ],
)
def test_an_eponym_alone_is_shielded_unless_it_acts_like_a_person(text: str, shielded: list[str]) -> None:
    assert [text[start:end] for start, end in eponyms.bare(text)] == shielded


@pytest.mark.parametrize("text", ["Hgb 3/4 8.1", "Cr 10-11-2024", "K 3/14/2024"])
def test_a_date_behind_a_laboratory_value_is_no_measurement(text: str) -> None:
    assert not any(end - start > 6 for start, end in measures.measures(Document(text, normalise(text))))


@pytest.mark.parametrize(
    "text",
    [
        "She saw Dr. X and Dr. XYZ, then Ms. ABC at ABCD General Hospital.",
        "Hydrocodone p.r.n. and metformin b.i.d., e.g. with meals.",
        "Numbness of the 4th and 5th fingers and the 3rd toe.",
        "@everyone grand rounds at noon, @here too",
    ],
)
def test_what_stands_for_a_name_or_is_written_like_one_stays(text: str) -> None:
    assert found_in(text) == []


def test_the_names_beside_placeholders_go() -> None:
    assert found_in("Dr. Xu agreed with Dr. X; seen at ABC Pediatrics on the 4th, @priya_r said.") == [
        "Xu", "ABC Pediatrics", "the 4th", "@priya_r",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "part", "stays"), [("500 mg p.r.n. at", "r.n", True), ("told P.H. so", "P.H.", False)]
)
def test_dotted_letters_are_an_abbreviation_only_when_small(text: str, part: str, stays: bool) -> None:
    start = text.index(part)
    assert implausible_shapes.is_none("NAME", text, start, start + len(part)) is stays

"""The engine as a whole: people with clinical names are people, medicine stays, and the tagger is the one we trained."""

from __future__ import annotations

import pytest

from benchmarks.deid_text import held_back, ours, score
from scrubber import scrub
from scrubber.recognizers import tagger
from scrubber.training.notes import templates
from scrubber.training.people import names, places
from tests.unit.scrubber_text.marking import found_in, unmarked

PEOPLE = [
    "Mr ⟦Foley⟧ returns with his Foley catheter in place.",
    "⟦Graves, Anna⟧ has Graves disease.",
    "Dr ⟦Parkinson⟧ sees many patients with Parkinson's disease.",
    "Ms. ⟦Young⟧ has had a long illness.",
    "Seen with Dr. ⟦Ngozi Okafor⟧ and the team.",
    "Her son ⟦Tadhg⟧ lives far away.",
    "Mrs ⟦Gupta⟧, NEJM 2024;390:314 says no.",
]
MEDICINE = [
    "Crohn disease, Babinski sign absent, Mayo scissors on the tray, Foley draining.",
    "The DAPA-HF and Framingham Heart Study data; Amsterdam criteria; Ottawa ankle rules.",
    "BRCA1 and TP53 mutated; HLA-B27 positive; rs1801133 heterozygous.",
    "Smith J, Jones K, et al. N Engl J Med. 2019;381(21):1995-2008. doi:10.1056/NEJMoa1911303",
    "Weaned per DART (Doyle, Pediatrics 2006;117:75); Saez de la Fuente (JPEN 2016;40:250) and Schabelman & Kuo, J Emerg Med 2012;42:488.",
    "BP 128/76, HR 88, RR 18, SpO2 97% on room air, T 37.2, GCS 15, pain 7/10.",
    "Started on Entresto 24/26 mg BID, Eliquis 5 mg, Lasix 40 mg daily.",
    "Troponin T (ng/L; ref 0-14): day 1 220, day 2 61.",
    "An 89-year-old woman seen three days ago, POD 4, hospital day 6.",
    "The 2021 ESC guideline recommends this; CHA2DS2-VASc is 4, NYHA class III.",
    "[patient] was seen at [hospital] by [clinician]; call [phone].",
]


@pytest.mark.parametrize("marked", PEOPLE)
def test_people_with_the_names_of_diseases_are_people(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found_in(text) == wanted


@pytest.mark.parametrize("text", MEDICINE)
def test_medicine_stays(text: str) -> None:
    assert found_in(text) == []


def test_a_word_taken_once_is_not_taken_everywhere() -> None:
    text = "Tregs rose. Ask about Tregs. Tregs fell. More Tregs. Tregs are cells, and Tregs vary."
    assert len(found_in(text)) < text.count("Tregs")


@pytest.mark.parametrize(
    "marked",
    [
        "MRS. ⟦LANE⟧, WITH KARTAGENER SYNDROME",
        "Patient seen by ⟦P. Husband⟧.",
        "⟦Bud Monday⟧ MD\nPager ⟦937-2684⟧",
        "* ⟦RS⟧ side rm ⟦2⟧: C diff, fidaxomicin day 4",
        "not naming but initials ⟦PVR⟧, ex army, wears bow ties",
    ],
)
def test_names_that_are_words_and_initials_are_hidden(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found_in(text) == wanted


def test_a_place_of_care_is_one_finding_with_its_town() -> None:
    assert scrub("She was seen at Lakeview Clinic in Duluth on Monday.").text == "She was seen at [hospital] on Monday."


def test_a_changed_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tagger.SHA256, next(iter(tagger.SHA256)), "0" * 64)
    tagger._networks.cache_clear()
    with pytest.raises(tagger.ModelChanged):
        tagger._networks()
    monkeypatch.undo()
    tagger._networks.cache_clear()
    assert tagger._networks() is not None


def test_training_never_sees_the_held_back_half() -> None:
    def lines(half: bool) -> set[str]:
        return {line for section, rows in templates(half).items() for line in rows if "{" in line and len(line) > 25}

    assert not lines(True) & lines(False)
    for kind in ("F", "L"):
        assert not set(names(kind, True)[0]) & set(names(kind, False)[0])
    assert not set(places(True)[0]) & set(places(False)[0])


def test_the_held_back_half_is_found_as_well_as_before() -> None:
    documents = held_back(150)
    result = score(documents, ours(documents))
    assert result.recall(core=True) >= 0.92
    assert result.false_positives("clean") <= 14

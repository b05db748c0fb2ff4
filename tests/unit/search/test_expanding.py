"""Other names for what was typed."""

import pytest

from search.language.expanding import understand
from search.query import parse


def names_of(text, **options):
    return {item.text for item in understand(parse(text), **options).expanded}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("heart attack", "myocardial infarction"),
        ("MI", "myocardial infarction"),
        ("myocardial infarction", "MI"),
        ("high blood pressure", "hypertension"),
        ("shortness of breath", "dyspnea"),
        ("anaemia", "anemia"),
        ("oesophagus", "esophagus"),
        ("dvt", "deep vein thrombosis"),
        ("frusemide", "furosemide"),
        ("kidney stones in children", "nephrolithiasis"),
    ],
)
def test_a_name_brings_its_other_names(typed, expected):
    assert expected in names_of(typed)


@pytest.mark.parametrize(
    ("typed", "never"), [("as", "aortic stenosis"), ("all patients", "acute lymphoblastic leukemia")]
)
def test_an_english_word_is_no_abbreviation(typed, never):
    assert never not in names_of(typed)


def test_a_single_letter_is_no_abbreviation():
    assert names_of("vitamin x") == names_of("vitamin")


def test_in_capitals_it_is():
    assert "aortic stenosis" in names_of("AS murmur")


def test_an_abbreviation_with_several_meanings_offers_the_choice():
    found = understand(parse("MS relapse"))
    choice = next(choice for choice in found.choices if choice.form == "MS")
    assert choice.meanings[:2] == ("multiple sclerosis", "mitral stenosis")
    assert choice.chosen == ""


def test_the_specialty_that_is_searched_decides():
    assert "mitral stenosis" not in names_of("MS specialty:neurology")
    assert "multiple sclerosis" not in names_of("MS", specialty="cardiology")


def test_the_person_decides_before_the_specialty():
    found = names_of("MS specialty:neurology", chosen={"MS": "mitral stenosis"})
    assert "mitral stenosis" in found
    assert "multiple sclerosis" not in found


def test_a_name_switched_off_is_not_searched_but_can_be_switched_on_again():
    found = understand(parse("heart attack"), left_out=frozenset({"myocardial infarction"}))
    assert "myocardial infarction" not in {item.text for item in found.expanded}
    assert "myocardial infarction" in {item.text for item in found.left_out}


def test_an_exact_phrase_has_no_other_name():
    assert names_of('"heart attack"') == set()


def test_the_terms_an_expansion_stands_for_are_neighbours_of_the_query():
    query = parse("fever shortness of breath")
    wide = next(item for item in understand(query).expanded if item.text == "dyspnea")
    assert [term.text for term in wide.of] == ["shortness", "breath"]

"""Sentences are read by what they tell."""

import pytest

from search.prose import MOST_WORDS, is_prose, read_prose
from search.ranking import read


def words(text):
    return [term.text for term in read_prose(text).should]


def test_a_question_loses_its_wrapping():
    assert words("Hello doctor, I want to know what causes gallstones? Thank you") == ["gallstones"]


def test_a_word_is_searched_once_in_whatever_form():
    assert words("My daughter has a seizure, her seizures are short?") == ["daughter", "seizure", "short"]


def test_nothing_but_wrapping_is_searched_as_it_is():
    assert words("What is it?") == ["What", "is", "it"]


def test_an_abbreviation_in_capitals_is_no_wrapping():
    assert "IT" in words("Which IT band stretches help a runner with knee pain on the outside?")


@pytest.mark.parametrize(
    "text", ["What is APS?", 'SUBJECT: pain MESSAGE: my husband - 54 - has "pins" in (both) feet since May']
)
def test_questions_are_prose(text):
    assert is_prose(text)


@pytest.mark.parametrize(
    "text", ["troponin chest pain", "is:solved what next?", '"giant cell" -biopsy', "rash (a OR b)?"]
)
def test_lists_of_words_with_operators_are_not(text):
    assert not is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        'my father said: "never again" - is that normal after a stroke, or is it not, doctor?',
        "re: re: fwd: itching/rash -- please help!!! (since 3 days) what could this be? from: a worried mother",
        ":::", '"', "-", "((((", "a:b:c", "type-2 -- diabetes",
    ],
)  # fmt: skip
def test_stray_signs_hide_nothing(text):
    query = read(text)
    assert not query.without and not query.filters
    assert query.should or not any(character.isalnum() for character in text)


def test_a_very_long_post_keeps_its_longest_words():
    text = " ".join(f"word{number}" for number in range(500)) + " and thrombocytopenia?"
    assert len(words(text)) == MOST_WORDS
    assert "thrombocytopenia" in words(text)

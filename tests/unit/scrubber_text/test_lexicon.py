"""What the lexicon says of single words, and what stands beside persons and things."""

from __future__ import annotations

import pytest

from scrubber import lexicon, persons


@pytest.mark.parametrize("word", ["immunostains", "substernal", "intubated", "hypercellular"])
def test_a_word_made_from_a_known_one_is_nobodys_name(word: str) -> None:
    assert lexicon.is_derived(word)


@pytest.mark.parametrize("word", ["priyanka", "nakamura", "oluwaseun"])
def test_a_name_is_not_derived(word: str) -> None:
    assert not lexicon.is_derived(word)


def test_accents_do_not_hide_a_name() -> None:
    assert lexicon.first_name("rocío") == lexicon.first_name("rocio") > 0
    assert lexicon.first_name("máire") == lexicon.first_name("maire") > 0


def test_an_abbreviation_is_written_in_capitals() -> None:
    assert lexicon.is_abbreviation("ERCP")
    assert not lexicon.is_abbreviation("Ercp")


@pytest.mark.parametrize(
    "marked", ["told |Kroeber| to rest", "|Kroeber| says no", "Mrs |Kroeber| sat", "|Kroeber| (54M)"]
)
def test_words_beside_a_person_are_known(marked: str) -> None:
    before, name, after = marked.split("|")
    text = before + name + after
    assert persons.beside_a_person(text, len(before), len(before) + len(name))
    assert not persons.beside_a_thing(text, len(before), len(before) + len(name))


@pytest.mark.parametrize(
    "marked", ["a |Kanavel| is late", "no |Kroeber|", "suspected |Kroeber| here", "started |Tazorin| today"]
)
def test_words_beside_a_thing_are_known(marked: str) -> None:
    before, name, after = marked.split("|")
    text = before + name + after
    assert persons.beside_a_thing(text, len(before), len(before) + len(name))

"""Words, codes and their parts: the one place where text is cut for both engines."""

import pytest

from search import words
from tests.timing import least_seconds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The patient's naïve Straße", ["the", "patient", "naive", "strasse"]),
        ("Crohn’s isn't beta-blocker", ["crohn", "isnt", "beta", "blocker"]),
        ("1.5 mg, 3,000 and 2:1", ["1.5", "mg", "3", "000", "and", "2", "1"]),
        ("ﬁbrosis ²", ["fibrosis", "2"]),
        ("", []),
    ],
)
def test_text_is_cut_into_plain_words(text, expected):
    assert words.tokens(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("HbA1c", "Hb A1c"), ("HBA1C", "hb-a1c"), ("5 mg/kg", "5mg/kg"), ("CHA2DS2-VASc", "cha2ds2vasc"),
     ("2 : 1", "2:1"), ("SARS-CoV-2", "sarscov2"), ("1.5mg", "1.5 mg")],
)  # fmt: skip
def test_one_term_written_in_two_ways_has_one_code(one, other):
    assert words.code_of(one) == words.code_of(other) != ""
    assert words.code_of(one) in words.codes(f"and then {other} again")


@pytest.mark.parametrize("text", ["ordinary words", "123", "2026", "a", "mg 5 of the 3 and 4"])
def test_ordinary_words_and_bare_numbers_are_no_codes(text):
    assert words.code_of(text) == ""


def test_a_dose_is_not_mistaken_for_another():
    assert "5mg" not in words.codes("1.5 mg")
    assert "5mg" not in words.pieces("1.5mg")


def test_words_that_mix_letters_and_digits_hold_their_parts():
    assert {"hb", "a1c"} <= set(words.pieces("HbA1c"))
    assert {"cha", "ds"} <= set(words.pieces("CHA2DS2"))
    assert words.pieces("ordinary 123") == []


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "1" * 20_000, "a1" * 10_000, "1." * 10_000, "1:" * 10_000, "'" * 20_000]
)
def test_hostile_text_is_cut_quickly(text):
    assert least_seconds(lambda: (words.spaced(text), words.codes(text), words.pieces(text)), enough=2) <= 2

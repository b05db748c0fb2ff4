"""NPI check digits (CMS: Luhn over the prefix 80840)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.verifiers.npi import is_valid


@pytest.mark.parametrize("npi", ["1234567893", "1245319599"])
def test_published_examples_are_valid(npi):
    assert is_valid(npi)


@pytest.mark.parametrize(
    "npi", ["1234567890", "123456789", "12345678933", "0234567893", "abcdefghij", "", "１２３４５６７８９３"]
)
def test_malformed_numbers_are_not(npi):
    assert not is_valid(npi)


@given(st.integers(min_value=0, max_value=9), st.integers(min_value=0, max_value=9))
def test_changing_one_digit_breaks_a_valid_number(place, digit):
    npi = "1234567893"
    changed = npi[:place] + str(digit) + npi[place + 1 :]
    assert is_valid(changed) == (changed == npi)

"""What Hyperscan is asked for matches wherever the pattern does, and hardly anywhere else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubber.approximate import approximate
from scrubber.prefilter import prefilter


@pytest.mark.parametrize(
    ("pattern", "asked"),
    [
        ("A(?=B)", "A(?:B)"),
        ("A(?=B|C)(?!D)", "A(?:B|C)(?!D)"),
        ("(?:A(?=B)|C(?=D))", "(?:A(?:B)|C(?:D))"),
        ("(?:A(?=B)|C)D", "(?:A(?=B)|C)D"),
        ("A(?=B)|C", "A(?:B)|C"),
        ("A(?=B(?=C))", "A(?:B(?:C))"),
        (r"[)(?=](?=x)", r"[)(?=](?:x)"),
        (r"\(?=(?=x)", r"\(?=(?:x)"),
    ],
)
def test_what_is_looked_for_at_the_end_is_asked_for(pattern, asked):
    assert approximate(pattern) == asked


@pytest.mark.parametrize("pattern", ["A(?=B)C", "(?:A(?=B))+", "(A(?=B))?", r"A(?=B)\b", "(?=A)B", "(?<=A)B", "A(?!B)"])
def test_what_is_looked_for_before_something_else_is_left_as_it_is(pattern):
    assert approximate(pattern) == pattern


def test_a_letter_by_its_number_is_written_as_hyperscan_writes_it():
    assert approximate(r"[\u00c0-\u00de]") == r"[\x{00c0}-\x{00de}]"


#: patterns of which something is asked that stands ahead
_CHANGED = [
    pattern
    for pattern in prefilter.patterns
    if "(?:" in approximate(pattern.pattern) != pattern.pattern and "\\u" not in pattern.pattern
]


def test_there_are_such_patterns():
    assert len(_CHANGED) > 20


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_where_a_pattern_matches_so_does_what_is_asked(data):
    pattern = data.draw(st.sampled_from(_CHANGED))
    text = data.draw(st.from_regex(pattern))
    if pattern.search(text):
        assert re.search(approximate(pattern.pattern), text, pattern.flags)

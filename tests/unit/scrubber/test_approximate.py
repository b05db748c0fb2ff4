"""What Hyperscan is asked for matches wherever the pattern does, and hardly anywhere else."""

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


@pytest.mark.parametrize(
    ("pattern", "asked"), [(r"[A-Z\u00c0-\u00de]", "[A-ZXx×]"), ("m[uü]nster É", "m[ux]nster X"), ("[a-z’]", "[a-z’]")]
)
def test_a_letter_beyond_ascii_is_asked_for_as_the_one_that_is_shown_for_it(pattern, asked):
    assert approximate(pattern) == asked


#: patterns of which something is asked that stands ahead
_CHANGED = [pattern for pattern in prefilter.patterns if "(?:" in approximate(pattern.pattern) != pattern.pattern]


def test_there_are_such_patterns():
    assert len(_CHANGED) > 20


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_where_a_pattern_matches_it_is_possible(data):
    pattern = data.draw(st.sampled_from(_CHANGED))
    text = data.draw(st.from_regex(pattern))
    if pattern.search(text):
        assert prefilter.number(pattern) in prefilter.possible(text)

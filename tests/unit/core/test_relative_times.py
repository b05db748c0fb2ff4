"""Times are told as a colleague would tell them."""

from datetime import UTC, datetime, timedelta

import pytest

from core.web.relative import ago, left, until

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "just now"),
        (5 * 60, "5 min ago"),
        (3 * 3600 + 60, "3 h ago"),
        (26 * 3600, "yesterday"),
        (4 * 86400, "4 days ago"),
        (40 * 86400, "15 Oct"),
        (400 * 86400, "20 Oct 2025"),
    ],
)
def test_the_past_gets_coarser_with_distance(seconds, words):
    assert ago(NOW - timedelta(seconds=seconds), now=NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(90, "due in 1 min"), (5 * 3600, "due in 5 h"), (3 * 86400, "due in 3 days"), (-4 * 3600, "4 h late")],
)
def test_a_clock_says_what_is_left_or_how_late_it_is(seconds, words):
    assert until(NOW + timedelta(seconds=seconds), now=NOW) == words


def test_a_claim_that_ended_says_so():
    assert left(NOW + timedelta(minutes=29), now=NOW) == "29 min left"
    assert left(NOW - timedelta(minutes=1), now=NOW) == "ran out"

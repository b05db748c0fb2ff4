"""The tables of moderation."""

import pytest

from moderation.models import ReviewItem
from moderation.states import (
    APPEAL_TRANSITIONS,
    APPEALABLE,
    CLOCKS,
    FLAG_SEVERITY,
    ITEM_TRANSITIONS,
    OUTCOMES,
    OVERTURNED_TO,
    AppealState,
    FlagReason,
    ItemState,
    Outcome,
    Reason,
    Severity,
)
from moderation.words import RULES, TO_AUTHOR, TO_REPORTER, Ground


def test_only_a_claimed_item_can_be_decided():
    assert [before for before, verb in ITEM_TRANSITIONS if verb == "decide"] == [ItemState.CLAIMED]


def test_what_is_decided_or_closed_stays_so():
    ended = {ItemState.DECIDED, ItemState.CLOSED}
    assert not ended & {before for before, _ in ITEM_TRANSITIONS}
    assert {before for before, _ in APPEAL_TRANSITIONS} == {AppealState.WAITING}


def test_every_reason_every_severity_and_every_flag_has_its_row():
    assert set(OUTCOMES) == set(Reason)
    assert set(CLOCKS) == set(Severity)
    assert set(FLAG_SEVERITY) == set(FlagReason)


def test_the_more_severe_the_shorter_the_clock():
    clocks = [CLOCKS[level] for level in sorted(Severity)]
    assert clocks == sorted(clocks, reverse=True)


def test_a_possible_patient_identifier_is_the_most_severe_flag():
    assert [reason for reason, level in FLAG_SEVERITY.items() if level == Severity.URGENT] == [
        FlagReason.PATIENT_IDENTIFIER
    ]


def test_what_can_be_appealed_can_be_undone():
    assert set(OVERTURNED_TO) == APPEALABLE
    assert Outcome.PURGE not in APPEALABLE


def test_there_are_words_for_every_outcome_and_ground():
    assert set(TO_AUTHOR) == set(TO_REPORTER) == set(Outcome)
    assert set(RULES) == set(Ground)


@pytest.mark.parametrize(
    ("reason", "flagged", "hidden", "offered"),
    [
        ("submission", False, False, ["approve", "return", "reject"]),
        ("flag", True, False, ["no_action", "hide", "remove", "purge"]),
        ("flag", True, True, ["restore", "hide", "remove", "purge"]),
        ("submission", True, True, ["approve", "return", "reject", "hide", "remove", "purge"]),
    ],
)
def test_the_decisions_offered_fit_why_the_item_is_here(reason, flagged, hidden, offered):
    item = ReviewItem(reason=reason, hidden_at="2026-01-01" if hidden else None)
    assert [outcome.value for outcome in item.outcomes(flagged=flagged)] == offered

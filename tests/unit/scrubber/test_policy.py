"""What becomes of each kind of identifier, and that a site can be stricter but never looser than Safe Harbor."""

import pytest
from django.test import override_settings

from core.scrubbing import scrub as site_scrub
from core.scrubbing import site_policy
from scrubber import DEFAULT_POLICY, LooserPolicy, Operator, Policy, scrub, scrub_fields
from scrubber.policy import CATEGORIES

WRITTEN = [
    ("A 93-year-old man.", "A [age 90 or older]-year-old man."),
    ("He is ninety-four years old.", "He is [age 90 or older] years old."),
    ("An 89-year-old man.", "An 89-year-old man."),
    ("Born in 1931, retired.", "Born in [age 90 or older], retired."),
    ("Born in 1971, retired.", "Born in 1971, retired."),
    ("Admitted 5/6/2023, home 5/9/2023.", "Admitted day 1, home day 4."),
    ("Operated 14 June 1998, admitted 3 May 2024, home May 9.", "Operated [date] 1998, admitted day 1, home day 7."),
    ("DOB 3/14/1961, seen 4/12/2023.", "DOB [date], seen day 1."),
    ("DOB 3/14/1931, seen 4/12/2023.", "DOB [date], seen day 1."),
    ("Diagnosed in 2019, three weeks later on POD 3.", "Diagnosed in 2019, three weeks later on POD 3."),
]


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_dates_and_ages_become(text, written):
    assert scrub(text).text == written


def test_the_dates_of_all_fields_share_one_origin():
    results = scrub_fields({"history": "Fell on 5/1/2024.", "timeline": "CT 5/3/2024."})
    assert [result.text for result in results.values()] == ["Fell on day 1.", "CT day 3."]


def test_every_category_is_replaced_by_default():
    assert all(DEFAULT_POLICY.operators[category] >= 1 for category in CATEGORIES)


def test_a_site_may_leave_no_year_and_no_relative_day():
    text = "Operated 14 June 1998, admitted 3 May 2024."
    strict = DEFAULT_POLICY.tightened(operators={"DATE": Operator.TOKEN}, keep_year=False)
    assert scrub(text, policy=strict).text == "Operated [date], admitted [date]."


@pytest.mark.parametrize(
    "looser",
    [
        {"operators": {"NAME": Operator.GENERALISE}},
        {"operators": {"SSN": Operator.RELATIVE}},
        {"thresholds": {"NAME": 0.9}},
        {"doubt": 0.4},
        {"review_people": 1},
        {"raised_people": 5},
        {"thresholds": {"NOTHING": 0.1}},
    ],
)
def test_nothing_can_be_loosened(looser):
    with pytest.raises(LooserPolicy):
        DEFAULT_POLICY.tightened(**looser)


def test_a_policy_made_from_nothing_cannot_be_looser_either():
    with pytest.raises(LooserPolicy):
        Policy(thresholds={"NAME": 0.99})


def test_what_was_tightened_stays_so():
    strict = DEFAULT_POLICY.tightened(keep_year=False, review_people=11)
    with pytest.raises(LooserPolicy):
        strict.tightened(keep_year=True)
    with pytest.raises(LooserPolicy):
        strict.tightened(review_people=3)


def test_the_product_follows_the_site_s_setting():
    with override_settings(SCRUB_POLICY={"operators": {"DATE": "TOKEN"}, "keep_year": False}):
        assert site_scrub("Admitted 5/6/2023.").text == "Admitted [date]."
    assert site_scrub("Admitted 5/6/2023.").text == "Admitted day 1."


def test_a_site_looser_than_safe_harbor_does_not_start():
    with override_settings(SCRUB_POLICY={"thresholds": {"NAME": 0.8}}), pytest.raises(LooserPolicy):
        site_policy()

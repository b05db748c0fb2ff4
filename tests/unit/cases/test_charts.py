"""The light syntax of case texts becomes charts; anything else stays text."""

import pytest

from cases.charts import differential_rows, lab_series, text_without_charts, timeline_events
from cases.sections import age_band


def test_differentials_with_a_percentage_become_bars_most_likely_first():
    rows = differential_rows("Migraine: 20%\nGiant cell arteritis: 60%\nno number here\n- Stroke – 15 %")
    assert [(row.name, row.percent) for row in rows] == [("Giant cell arteritis", 60), ("Migraine", 20), ("Stroke", 15)]


def test_events_are_sorted_by_relative_day_and_other_lines_are_left_alone():
    events = timeline_events("Day 3: fever 39.1\nday 1: headache\nLater she improved.\n[day 5]: better")
    assert [(event.day, event.what) for event in events] == [(1, "headache"), (3, "fever 39.1"), (5, "better")]


def test_a_lab_series_keeps_its_unit_and_reference_band():
    (series,) = lab_series("CRP: 120\nTroponin T (ng/L; ref 0-14): day 1 12, day 2 40, day 3 90.5")
    assert (series.name, series.unit, series.low, series.high) == ("Troponin T", "ng/L", 0.0, 14.0)
    assert series.points == ((1, 12.0), (2, 40.0), (3, 90.5))


def test_a_single_value_is_no_series():
    assert lab_series("Troponin T (ng/L): day 1 12") == []


def test_lines_that_no_chart_shows_stay_text():
    text = "CRP (mg/L; ref 0-5): day 1 96, day 2 40\nESR 92 on admission.\nTroponin T (ng/L): day 1 12"
    assert text_without_charts("investigations", text) == "ESR 92 on admission.\nTroponin T (ng/L): day 1 12"


@pytest.mark.parametrize(
    ("age", "band"),
    [(0, "under 1"), (4, "1 to 4"), (17, "12 to 17"), (18, "18 to 19"), (47, "40 to 49"), (89, "80 to 89")],
)
def test_ages_are_stored_as_bands(age, band):
    assert age_band(age) == band


@pytest.mark.parametrize("age", [90, 104, 125])
def test_every_age_over_89_reads_90_or_older(age):
    assert age_band(age) == "90 or older"

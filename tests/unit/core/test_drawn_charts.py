"""Charts are pure functions: rows in, accessible SVG out."""

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from core.web.charts import case_timeline, differential_bars, lab_sparklines, trend

TROPONIN = SimpleNamespace(name="Troponin T", unit="ng/L", low=0.0, high=14.0, points=((1, 12.0), (2, 40.0), (3, 9.5)))


def parsed(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{html}</div>")


@pytest.mark.parametrize("draw", [differential_bars, case_timeline, lab_sparklines])
def test_nothing_to_draw_draws_nothing(draw):
    assert draw([]) == ""


def test_bars_show_each_diagnosis_with_its_share_and_never_leave_their_ground():
    rows = [SimpleNamespace(name="A <b>", percent=60), SimpleNamespace(name="C", percent=140)]
    tree = parsed(differential_bars(rows))
    widths = [bar.get("width") for bar in tree.iter("rect") if bar.get("class") == "c-bar"]
    assert widths == ["60%", "100%"]
    assert "A <b>" in "".join(tree.itertext())


def test_the_timeline_says_the_gap_between_days_and_groups_events_of_one_day():
    events = [SimpleNamespace(day=day, what=what) for day, what in [(9, "biopsy"), (1, "pain"), (1, "admitted")]]
    tree = parsed(case_timeline(events))
    items = ["".join(item.itertext()) for item in tree.iter("li")]
    assert items == ["Day 1painadmitted", "Day 9+8 daysbiopsy"]


def test_the_strip_always_names_the_day_everything_is_counted_from():
    days = (-400, -1, 0, 3)
    tree = parsed(case_timeline([SimpleNamespace(day=day, what=f"event {day}") for day in days]))
    labels = [label.text for label in tree.iter("text")]
    assert "day \u2212400" in labels
    assert len(labels) == len(set(labels)) <= 3


def test_series_share_one_table_with_a_column_a_day():
    sodium = SimpleNamespace(name="Na", unit="mmol/L", low=135.0, high=145.0, points=((1, 140.0), (4, 128.0)))
    tree = parsed(lab_sparklines([TROPONIN, sodium]))
    tables = list(tree.iter("table"))
    assert len(tables) == 1
    rows = [["".join(cell.itertext()) for cell in row] for row in tables[0].find("tbody")]
    assert rows[1] == ["Na (mmol/L)", "140", "", "", "128 ▼ below", "135–145"]


def test_a_value_above_its_band_is_a_triangle_and_is_said_in_words():
    tree = parsed(lab_sparklines([TROPONIN]))
    assert sum(1 for path in tree.iter("path") if "c-dot--high" in path.get("class", "")) == 1
    assert [head.text for head in tree.iter("th")][1:4] == ["Day 1", "Day 2", "Day 3"]
    assert "40 ▲ above" in ["".join(cell.itertext()) for cell in tree.iter("td")]
    assert "ref 0–14" in "".join(tree.itertext())


@pytest.mark.parametrize(
    "html", [lab_sparklines([TROPONIN]), trend("Inflow", [("1 Nov", 4.0), ("2 Nov", 9.0)], unit="h", target=6)]
)
def test_every_drawing_has_a_title_a_description_and_a_table(html):
    tree = parsed(html)
    drawing = next(svg for svg in tree.iter("svg") if svg.get("role") == "img")
    ids = drawing.get("aria-labelledby", "").split()
    assert [child.get("id") for child in drawing if child.tag in {"title", "desc"}] == ids
    assert tree.find(".//details//table") is not None


def test_series_of_one_value_all_alike_and_without_band_are_drawn_too():
    flat = SimpleNamespace(name="Na", unit="mmol/L", low=None, high=None, points=((4, 140.0), (4, 140.0)))
    assert "NaN" not in lab_sparklines([flat])
    assert "nan" not in trend("Flat", [("1 Nov", 0.0)])

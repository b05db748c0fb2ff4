"""The charts of a case page: the light syntax of its texts, drawn on the server."""

from typing import Any

from cases.charts import differential_rows, lab_series, text_without_charts, timeline_events
from cases.models import CaseRevision
from core.web.charts import case_timeline, differential_bars, lab_sparklines

CHARTED = ("differential", "timeline", "investigations")


def case_charts(revision: CaseRevision) -> dict[str, Any]:
    """Safe SVG by name; a chart without rows is left out. `rest`: by section, the lines no chart shows."""
    drawn = {
        "differential": (differential_bars, differential_rows(revision.differential)),
        "timeline": (case_timeline, timeline_events(revision.timeline)),
        "labs": (lab_sparklines, lab_series(revision.investigations)),
    }
    charts: dict[str, Any] = {name: draw(rows) for name, (draw, rows) in drawn.items() if rows}
    charts["rest"] = {name: text_without_charts(name, getattr(revision, name)) for name in CHARTED}
    return charts

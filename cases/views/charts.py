"""Charts of a case, drawn by the server from the light syntax of its texts."""

from cases.charts import differential_rows, lab_series, timeline_events
from cases.models import CaseRevision
from core.web.charts import case_timeline, differential_bars, lab_sparklines


def case_charts(revision: CaseRevision) -> dict[str, str]:
    """Figures by place: differential, timeline, labs; a place is empty where its text holds no such lines."""
    rows = {
        "differential": (differential_bars, differential_rows(revision.differential)),
        "timeline": (case_timeline, timeline_events(revision.timeline)),
        "labs": (lab_sparklines, lab_series(revision.investigations)),
    }
    return {place: draw(found) for place, (draw, found) in rows.items() if found}

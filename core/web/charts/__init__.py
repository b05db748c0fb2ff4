"""Charts as server-made SVG: pure functions from rows to safe HTML, readable without script.

Horizontal positions are percentages and the drawing is not scaled, so words keep their size on a phone. Every chart is
a `<figure>` with a title and a description for those who cannot see it, and a table of its numbers behind a switch.
Nothing is told by colour alone: values outside a reference band are triangles that point the way they lie.
"""

from core.web.charts.differential import differential_bars
from core.web.charts.labs import lab_sparklines
from core.web.charts.timeline import case_timeline
from core.web.charts.trends import trend, trends

__all__ = ["case_timeline", "differential_bars", "lab_sparklines", "trend", "trends"]

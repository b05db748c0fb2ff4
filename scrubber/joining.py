"""Makes one finding of neighbouring pieces of a place: "Lakeview" + "Medical Center", "Mercy Clinic" + "in" + town."""

from __future__ import annotations

import re
from dataclasses import replace

from scrubber.findings import Candidate
from scrubber.recognizers.facilities import TAIL
from scrubber.recognizers.landmarks import TAIL as LANDMARK_TAIL

#: of a hospital, behind the name alone: "Tidewater Regional"
_SHORT_TAIL = re.compile(
    r"(?:\s(?:Regional|Memorial|Community|Women['’]s|Children['’]s|County|ER|ED|A&E|ICU|NICU|PICU|CCU|MICU|SICU|HDU|OPD))+(?![\w-])"
)
#: between two pieces of one name: "Bord na Móna", "Lutheran Resettlement of the Plains"
_WITHIN = re.compile(r"\s(?:na|of\sthe|de|del|de\sla|da|do|y|&)\s|-on-(?:the-)?|-upon-")
_NAMED = frozenset({"EMPLOYER", "LOCATION", "HOSPITAL", "CITY"})
_LINK = re.compile(r"\s(?:in|of|at)\s(?:the\s)?|,\s")


def join_places(text: str, found: list[Candidate]) -> list[Candidate]:
    """Accepted candidates in order, with places of care grown over the words that belong to their name."""
    out: list[Candidate] = []
    for item in found:
        if out and item.start < out[-1].end:
            out[-1] = replace(out[-1], end=max(out[-1].end, item.end))
            continue
        if item.category in ("HOSPITAL", "CITY") and (tail := TAIL.match(text, item.end)):
            item = replace(item, end=tail.end(), category="HOSPITAL")
        elif item.category == "HOSPITAL" and (tail := _SHORT_TAIL.match(text, item.end)):
            item = replace(item, end=tail.end())
        elif item.category in _NAMED and (tail := LANDMARK_TAIL.match(text, item.end)):
            item = replace(item, end=tail.end(), category="LOCATION")
        last = out[-1] if out else None
        if last and {last.category, item.category} <= _NAMED and _WITHIN.fullmatch(text, last.end, item.start):
            out[-1] = replace(last, end=item.end)
            continue
        if (
            last
            and last.category == "HOSPITAL"
            and item.category == "CITY"
            and _LINK.fullmatch(text, last.end, item.start)
        ):
            out[-1] = replace(last, end=item.end)
        else:
            out.append(item)
    return out

"""Tracking boards and bed lists: rows that begin with a room, a bed or an area and go on with who lies there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.registry import Document, watch

_WHY = "A room or bed shows where the patient lay."
#: of these one is enough: "22: Chue Vang", "Psych A: D. Pruitt"
_OF_SOMEBODY = re.compile(
    r"(?m)^\s{0,3}(H\d{1,2}|\d{2,3}[A-D]?|(?:Psych|Trauma|Resus|Hall)\s[A-D0-9]{1,2}):\s(?P<one>[A-Z\u00c0-\u00de][^\W\d_]+|[A-Z]\.),?\s(?P<two>[A-Z\u00c0-\u00de][^\W\d_]+)"
)
#: of these two at least: "4-2 young, 58 chf", "Tr1 Hodan W 41.2", "I-2 sedated"; no vertebrae, leads, vitamins and complement
_ROW = re.compile(
    r"(?m)^[ \t]{0,3}(?:[-*•][ ]?)?((?:(?P<area>Tr|TR|ED|ER|LDR|OR|RM|HW|FT|Obs|OBS|ICU|NICU|PICU|CCU|[A-BDFIKMNR])-?)\d{1,2}[A-D]?|\d{1,2}-\d{1,2}[A-D]?)[ :]{1,2}(?=[\"“(]?[^\W\d_]{2})"
)
_TWO = 2
#: "Hodan W", behind the label
_SHORTENED = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{2,18}\s[A-Z](?=[\s,.]\s?\d)")
_NAME = re.compile(r"[ :]{1,2}([A-Z\u00c0-\u00de][^\W\d_]{2,18})(?!\w)")
#: "B12 low", "4-5 days", "A1 pulley": what else stands at the beginning of lines
_ELSE = re.compile(
    r"\s?:?\s?(?:low|high|normal|def|inj|level|days?|weeks?|months?|hours?|hrs|times|beers?|drinks?|pulley|receptors?|cells?|agonist|blocker|to|of|per|x)\b"
)


class BoardRecognizer:
    """Labels of rows."""

    name = "boards"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category ROOM."""
        text = document.view.text
        for match in document.matches(_OF_SOMEBODY):
            if _names_somebody(match):
                yield document.candidate(*match.span(1), "ROOM", 0.75, "bed.row", _WHY)
        rows = [match for match in document.matches(_ROW) if _is_row(match)]
        alike = Counter(area for area, _ in {match.group("area", 1) for match in rows})
        for match in rows:
            if alike[match.group("area")] >= _TWO:
                yield document.candidate(*match.span(1), "ROOM", 0.75, "bed.board", _WHY)
                if name := _SHORTENED.match(text, match.end()):
                    yield document.candidate(*name.span(), "NAME", 0.75, "name.board", "A name in a list of patients.")


def _is_row(match: re.Match[str]) -> bool:
    """No count and no finding: "K1", "M1", "D1" alone are a cornea, an artery and a day; "I-2" is not, nor is "B6 Okafor"."""
    text, end = match.string, match.end(1)
    if _ELSE.match(text, end):
        return False
    if len(match.group("area") or "--") > 1 or "-" in match.group(1):
        return True
    name = _NAME.match(text, end)
    word = name[1].lower() if name else ""
    return bool(name) and not lexicon.means(word) and max(lexicon.first_name(word), lexicon.surname(word)) >= 2


def _names_somebody(match: re.Match[str]) -> bool:
    """Whether two words behind the label of a row are what somebody is called."""
    words = [word for part in ("one", "two") if len(word := match.group(part).lower().strip(".")) > 1]
    borne = [word for word in words if max(lexicon.first_name(word), lexicon.surname(word)) >= 4]
    return len(borne) == 2 or any(not lexicon.is_medical(word) for word in borne)


watch(_OF_SOMEBODY, _ROW)
RECOGNIZER = BoardRecognizer()

"""Initials of staff and patients beside what only people do: "JD to chase bloods", "consented by HT", "R.O. arrived"."""

from __future__ import annotations

import re

from scrubber.initials_of_names import OTHERS
from scrubber.recognizers.fields import stands_for_a_name
from scrubber.registry import PatternRecognizer, Rule

_WHY = "Initials stand for a name."
#: tests, orders and answers that stand alone, or behind "by", as initials do
_THINGS = OTHERS | frozenset(
    "CT US MR XR NM TTE TOE TEE UA IV PO NG IO IM SC DC BP HR RR PR UO NA NIL TBC TBA NBM NPO DNR DNAR PRN OK NOK VTE TED PPI ABG VBG FBC LFT CBC BMP UTI AKI "
    "GCS MDT ITU HDU ICU AMU SAU OOH RRT RSI FAST EUA LA GA MAC DNA".split()
)


def _is_nothing_else(match: re.Match[str]) -> bool:
    return stands_for_a_name(match.group(1))


def _may_be_somebody(match: re.Match[str]) -> bool:
    """Where only a person can stand, an abbreviation may be one's initials too."""
    return match.group(1).replace(".", "").replace(" ", "") not in _THINGS


RECOGNIZER = PatternRecognizer(
    "initials",
    (
        Rule("initials.task", "INITIALS", re.compile(r"(?m)(?:^|[.;:,]\s|\n\s{0,3}[-•*]?\s?)([A-Z]{2,3})\sto\s(?=(?:chase|review|see|call|ring|phone|discuss|book|organi[sz]e|speak|contact|arrange|inform|update|check|follow|refer|write|present|consent|prescribe|bring|pick|cover|take)\b)"), 0.7, _WHY, 1, _is_nothing_else),
        Rule("initials.done", "INITIALS", re.compile(r"\b(?i:consented|clerked|countersigned|co-?signed|examined|assessed|marked|scribed|counsel+ed|handed over|resited|sited)\sby\s([A-Z]{2,3})(?=\s?(?:[.,;)\n]|$)|\s(?:and|at|on|for|in|with)\b)"), 0.7, _WHY, 1, _may_be_somebody),
        Rule("initials.arrived", "INITIALS", re.compile(r"(?m)(?:^|[.!?]\s)\s{0,3}((?:[A-Z]\.\s?){2,3})(?=\s?(?:arrived|came|denie[sd]|reports?|reported|said|says|presented|told|felt|feels|looks|remains|lives|described|attended|agreed|wants|asked|states|stated|was\s(?:seen|well|late|tearful|accompanied)|is\s(?:a|an|well|still|now|\d))\b)"), 0.7, _WHY, 1, _may_be_somebody),
        Rule("initials.end", "INITIALS", re.compile(r"[a-z]{2}[.!?)]\s{1,3}([A-Z]{2})\s*\Z"), 0.65, _WHY, 1, _may_be_somebody),
        Rule("initials.told", "INITIALS", re.compile(r"(?:^|[.,;]\s)([A-Z]{2,3})\s(?:aware|informed|notified|bleeped|happy with)\b"), 0.65, _WHY, 1, _is_nothing_else),
        Rule("initials.spoke", "INITIALS", re.compile(r"\b(?i:spoke|talked|chatted|met)\sw(?:/|ith)?\s([A-Z]{2,3})(?=\s(?:re|about|regarding|on|by|today)\b)"), 0.7, _WHY, 1, _may_be_somebody),
        Rule("initials.post", "INITIALS", re.compile(r"\b(?:An(?:a|)esthetist|Anaesthetist|Surgeon|Assistant|Scrub|Circulating|Operator|Consultant|Registrar|Midwife|Reviewer|Author|Seen by|Clerked by)\s?:\s?([A-Z]{2,3})(?=\s?[.,;\n]|\s?$)"), 0.7, _WHY, 1, _may_be_somebody),
        Rule("initials.signed.day", "INITIALS", re.compile(r"\b(?i:signed|seen|reviewed|checked)\s([A-Z]{2,3})(?=\s\d{1,2}[/.-]\d)"), 0.7, _WHY, 1, _is_nothing_else),
    ),
)  # fmt: skip

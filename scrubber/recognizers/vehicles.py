"""Licence plates that stand near a vehicle, without a label."""

from __future__ import annotations

import re

from scrubber.registry import PatternRecognizer, Rule

_WHY = "A licence plate identifies a vehicle's owner."
_PLATE = r"(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}[\s-]?\d{3,4}[A-Z]?|[A-Z]{3}[\s-]?\d{2}[A-Z]|\d[A-Z]{3}\d{3}|[A-Z]{2}[\s-]?\d{2}[\s-]?[A-Z]{1,2}[\s-]?\d{4}|\d{2,3}-[A-Z]{1,2}-\d{1,6})"
_VEHICLE = (
    r"(?:car|van|lorry|truck|vehicle|motorbike|motorcycle|bike|scooter|taxi|cab|minicab|bus|coach|pickup|SUV|jeep|caravan|trailer|tractor|"
    r"Ford|Toyota|Honda|Nissan|BMW|Audi|Tesla|Volvo|Vauxhall|Corsa|Astra|Fiesta|Focus|Golf|Polo|Transit|Corolla|Civic|Morris|Renault|Peugeot|Skoda|Kia|Hyundai|Mazda|Subaru|Holden|Hilux|Land Rover|Maruti|Suzuki|Camry|F-?150|Silverado|Bajaj|okada|danfo)"
)

RECOGNIZER = PatternRecognizer(
    "vehicles",
    (
        Rule("plate.behind", "VEHICLE", re.compile(rf"\b{_VEHICLE}s?\b[^.;\n\d]{{0,40}}?[\s(\"“]({_PLATE})(?![\w-])"), 0.8, _WHY, 1, digits=True),
        Rule("plate.before", "VEHICLE", re.compile(rf"(?<![\w-])({_PLATE})(?=\s(?:[A-Z][a-z]+\s)?(?:licen[cs]e\s|number\s)?plates?\b|[,)\s]{{1,3}}(?:parked|abandoned|overturned)\b)"), 0.8, _WHY, 1, digits=True),
        Rule("plate.quoted", "VEHICLE", re.compile(r"\b(?:plates?|tag|vanity plate|reg)(?:\s(?:reads?|says|is))?[\s:,]{1,2}[\"“']([A-Z0-9][A-Z0-9 -]{2,8})[\"”']"), 0.85, _WHY, 1),
        Rule("plate.tail", "VEHICLE", re.compile(r"\b(?i:tail|callsign|aircraft)\s(N\d{1,5}[A-Z]{0,2}|[A-Z]-[A-Z]{4})(?!\w)"), 0.8, _WHY, 1),
        Rule("plate.craft", "VEHICLE", re.compile(r"\b(?i:tail|hull|fleet|boat|vessel|aircraft|registration)\s(?i:number|no|reg)\.?\s?:?\s([A-Z0-9][A-Z0-9 -]{3,10}\d[A-Z0-9]{0,3})(?!\w)"), 0.8, _WHY, 1, digits=True),
    ),
)  # fmt: skip

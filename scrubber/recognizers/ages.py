"""Ages over 89, in digits and in words (45 CFR 164.514(b)(2)(i)(C)). Ages up to 89 are not identifiers."""

from __future__ import annotations

import re

from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_OLD = r"(?:9\d|1[01]\d|12[0-4])"
_WORD = (r"(?:ninety(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one)[\s-]hundred(?:[\s-](?:and[\s-])?"
         r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)")  # fmt: skip
_WHY = "Ages over 89 are rare enough to identify a person."
_UNIT = r"[\s-]{0,2}(?:y(?:ea)?rs?[\s-]{0,2}(?:-?\s?old|of age|young)|y\.?[\s/]?o\.?\b|yo[mf]?\b|y/o|yrs?\b|year[\s-]{1,2}olds?|yr[\s-]{1,2}olds?|years?[\s-]{1,2}old)"

RECOGNIZER = PatternRecognizer(
    "ages",
    (
        Rule("age.unit", "AGE", re.compile(r"(?<![\w.,/:])(" + _OLD + r")(?=" + _UNIT + r")(?![\s-]{0,2}yrs?\s(?:ago|later|follow))", _I), 0.97, _WHY, 1, digits=True),
        Rule("age.sex", "AGE", re.compile(r"(?<![\w.,/:])(" + _OLD + r")(?=\s?(?:[MF]\b|year-?old|(?:male|female|man|woman|lady|gentleman|gent)\b))", 0), 0.93, _WHY, 1, digits=True),
        Rule("age.cue", "AGE", re.compile(r"\b(?:age|aged|ages|turn(?:s|ed|ing)|she is|he is|she's|he's|patient is|at the age of|at age|nearly|almost|birthday.{0,5})[\s:=]{1,3}(?:now |about |nearly |almost |currently )?(" + _OLD + r")(?!\s?(?:%|mg|kg|lb|cm|mm|bpm|/|days?|weeks?|months?|hours?|min|ml|pounds|percent|degrees|f\b|units|\.\d|-\d)|\d)", _I), 0.9, _WHY, 1,
             lambda m: not re.search(r"(?:range|older than|over|above|up to|under|below|between|to|than|≥|>)\s?$", m.string[max(0, m.start() - 12): m.start()], _I), digits=True),
        Rule("age.th", "AGE", re.compile(r"\b(9\d|10\d)(?:th|st|nd|rd)(?=\s(?:birthday|year of life))", _I), 0.93, _WHY, 1, digits=True),
        Rule("age.words", "AGE", re.compile(r"\b(" + _WORD + r")(?=[\s-]{1,2}(?:years?[\s-]{1,2}(?:old|of age|young)|y/?o\b|year-?old|yr[\s-]old))", _I), 0.96, _WHY, 1, needs=("ninety", "hundred")),
        Rule("age.words.cue", "AGE", re.compile(r"\b(?:age|aged|turn(?:s|ed|ing)|(?:she|he)(?: is|'s)|she was|he was|at)[\s:]{1,2}(?:age )?(" + _WORD + r")\b(?!\s(?:percent|degrees|mg|minutes|days|pounds|units|per|kilo|beats))", _I), 0.85, _WHY, 1, needs=("ninety", "hundred")),
        Rule("age.decade", "AGE", re.compile(r"\b(?:in|into|her|his|their|of)\s(?:(?:early|mid|late)[\s-])?((?:nineties)|(?:90|100)'?s|tenth decade)\b", _I), 0.8, _WHY, 1,
             lambda m: bool(re.search(r"(?:his|her|their|mid|early|late)\W\S*$", m.group(), _I)), ("ninet", "90", "100", "tenth")),
        Rule("age.centenarian", "AGE", re.compile(r"\b(?:super)?centenarian\b|\bnonagenarian\b", _I), 0.85, _WHY, needs=("genarian", "tenarian")),
        Rule("age.nonagen", "AGE", re.compile(r"(?m)\bage[:\s]{1,3}(" + _OLD + r")(?=\s*(?:$|[,;|)]|sex|gender|y|m\b|f\b))", _I), 0.95, _WHY, 1, needs=("age",), digits=True),
    ),
)  # fmt: skip

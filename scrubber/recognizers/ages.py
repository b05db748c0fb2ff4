"""Ages over 89, in digits and in words (45 CFR 164.514(b)(2)(i)(C)). Ages up to 89 are not identifiers."""

from __future__ import annotations

import re
from datetime import date

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_OLD = r"(?:9\d|1[01]\d|12[0-4])"
_WORD = (r"(?:(?<!two )(?<!three )hundred[\s-]and[\s-](?:one|two|three|four|five|six)|ninety(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one)[\s-]hundred(?:[\s-](?:and[\s-])?"
         r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)")  # fmt: skip
_WHY = "Ages over 89 are rare enough to identify a person."
_RELATIVE = frozenset(
    "mother father mom dad mum grandmother grandfather grandma grandpa aunt uncle sister brother wife husband neighbor neighbour".split()
)


def _person_before(word: str) -> bool:
    lowered = word.lower()
    return lowered in _RELATIVE or (
        word[0].isupper()
        and max(lexicon.first_name(lowered), lexicon.surname(lowered)) >= 2
        and not lexicon.is_medical(lowered)
    )


_UNIT = r"[\s-]{0,2}(?:y(?:ea)?rs?[\s-]{0,2}(?:-?\s?old|of age|young)|y\.?[\s/]?o\.?\b|yo[mf]?\b|y/o|yrs?\b|year[\s-]{1,2}olds?|yr[\s-]{1,2}olds?|years?[\s-]{1,2}old|y[\s-]{1,2}(?:o\b|old\b)|y(?=\s?(?:M|F|man|woman|male|female|lady|gentleman)\b))"


def _tells_an_age_over_89(year: str) -> bool:
    """45 CFR 164.514(b)(2)(i)(C): a year indicative of such an age goes too."""
    return date.today().year - int(year) > 89


RECOGNIZER = PatternRecognizer(
    "ages",
    (
        Rule("age.unit", "AGE", re.compile(r"(?<![\w.,/:])(" + _OLD + r")(?=" + _UNIT + r")(?![\s-]{0,2}yrs?\s(?:ago|later|follow))", _I), 0.97, _WHY, 1, digits=True),
        Rule("age.sex", "AGE", re.compile(r"(?<![\w.,/:])(" + _OLD + r")(?=\s?(?:[MF]\b|/\s?[MF]\b|\(\s?[MF]\s?\)|year-?old|(?:male|female|man|woman|lady|gentleman|gent)\b))", 0), 0.93, _WHY, 1, digits=True),
        Rule("age.cue", "AGE", re.compile(r"\b(?:age|aged|ages|turn(?:s|ed|ing)|she is|he is|she's|he's|patient is|pt is|died at|dead at|passed (?:away )?at|lived to(?: be)?|alive (?:and well )?at|living at|at the age of|at age|nearly|almost|birthday.{0,5})[\s:=]{1,3}(?:now |about |nearly |almost |currently )?(" + _OLD + r")(?!\s?(?:%|mg|kg|lb|cm|mm|bpm|/|days?|weeks?|months?|hours?|min|ml|pounds|percent|degrees|f\b|units|\.\d|-\d)|\d)", _I), 0.9, _WHY, 1,
             lambda m: not re.search(r"(?:range|older than|over|above|up to|under|below|between|to|than|≥|>)\s?$", m.string[max(0, m.start() - 12): m.start()], _I), digits=True),
        Rule("age.born", "AGE", re.compile(r"(?<![A-Za-z])(?:born|birth|b\.|dob|d\.o\.b\.?|year of birth|yob)[\s:=]{1,3}(?:was |is |in |about |around |c\. ?|the year ){0,2}(1[89]\d\d)(?![\w/.-]*\d)", _I), 0.9, "A year of birth that tells an age over 89.", 1, lambda m: _tells_an_age_over_89(m.group(1)), digits=True),
        Rule("age.y", "AGE", re.compile(r"(?<![\w.,/:\-])(" + _OLD + r")\s?y(?=[,;.)]|\s(?:w/?|with|c/o|here|s/p|from|in|at|on|lives|living)(?:\s|$))"), 0.9, _WHY, 1, digits=True),
        Rule("age.words.bare", "AGE", re.compile(r"(?<=[,(/])\s?(ninety[\s-](?:one|two|three|four|five|six|seven|eight|nine))(?=[,;.)/]|\s[mf]\b)|\b(ninety[\s-](?:one|two|three|four|five|six|seven|eight|nine))(?=\s(?:y\s?/?o|yo)\b)", _I), 0.85, _WHY),
        Rule("age.slash", "AGE", re.compile(r"(?<![\w/])[MF]\s?/\s?(" + _OLD + r")(?![\w/%.])"), 0.9, _WHY, 1, digits=True),
        Rule("age.short", "AGE", re.compile(r"(?m)(?:^|(?<=\s))[mf](" + _OLD + r")(?=,\s|\s(?:with|w/|c/o|s/p)\b)"), 0.85, _WHY, 1, digits=True),
        Rule("age.short", "AGE", re.compile(r"(?m)^(?:[A-Z][\w.]{1,15}\s)?(" + _OLD + r")[mf](?=,\s|\s(?:with|w/|c/o|s/p|from|hx|h/o|pmh|here|adm|came|fell|found)\b)"), 0.85, _WHY, 1, digits=True),
        Rule("age.short", "AGE", re.compile(r"(?m)(?:^|\b[Pp]t\.?\s|\b[Pp]atient\s)(" + _OLD + r")(?=/[mf](?![\w/]))"), 0.85, _WHY, 1, digits=True),
        Rule("age.apposition", "AGE", re.compile(r"\b([A-Za-z][\w'\-]{2,20}),\s(" + _OLD + r")(?=,\s[a-z]|,?\sand\s[a-z]|\))(?!,\s(?:sats?|hr|bp|rr|spo2)\b)"), 0.8, _WHY, 2, lambda m: _person_before(m.group(1)), digits=True),
        Rule("age.of", "AGE", re.compile(r"\b(?:man|woman|lady|gentleman|widow|widower|farmer|gamekeeper|teacher|veteran|patient|spinster|bachelor|nun|priest|grandmother|great-grandmother|grandfather|soul|retiree|resident|(?:retired|elderly|frail|pleasant|charming|lovely|sprightly|spry|delightful|independent|remarkable|fit|active)\s\w+)\sof\s(" + _OLD + r")(?![\w%/.]\d|%|\s?(?:mg|kg|lb|years? of))", _I), 0.85, _WHY, 1, digits=True),
        Rule("age.named", "AGE", re.compile(r"(?<![\w'’.-])([A-Z][a-z'’\-]{1,20}(?:\s[A-Z]\.)?\s[A-Z][\w'’\-]{2,20}),\s(" + _OLD + r")(?=[.;]\s|,?\s(?:[A-Z]|w/|with|s/p|from|is|was|has|who|in|lives|here|admitted)|\s*$)", re.M), 0.8, _WHY, 2, lambda m: _person_before(m.group(1).split()[-1]) or _person_before(m.group(1).split()[0]), digits=True),
        Rule("age.oldest", "AGE", re.compile(r"\b(?:oldest|eldest)\s(?:pt|patient|person|resident|lady|man|woman)\b[^.\n\d]{0,40}[\s,(](" + _OLD + r")(?=[.,;:)!?\n]|\s?$)(?![.,]\d)", _I), 0.8, _WHY, 1, digits=True),
        Rule("age.th", "AGE", re.compile(r"\b((?:9\d|10\d)(?:th|st|nd|rd))(?=\s(?:birthday|year of life))", _I), 0.93, _WHY, 1, digits=True),
        Rule("age.words", "AGE", re.compile(r"\b(" + _WORD + r")(?=[\s-]{1,2}(?:years?[\s-]{1,2}(?:old|of age|young)|y/?o\b|year-?old|yr[\s-]old))", _I), 0.96, _WHY, 1),
        Rule("age.words.cue", "AGE", re.compile(r"\b(?:age|aged|turn(?:s|ed|ing)|(?:she|he|who)(?: is|'s)|she was|he was|at)[\s:]{1,2}(?:age )?(" + _WORD + r")\b(?!\s(?:percent|degrees|mg|minutes|days|pounds|units|per|kilo|beats))", _I), 0.85, _WHY, 1),
        Rule("age.decade", "AGE", re.compile(r"\b(?:in|into|her|his|their|of)\s(?:(?:early|mid|late)[\s-])?((?:nineties)|(?:90|100)'?s|tenth decade)\b", _I), 0.8, _WHY, 1,
             lambda m: bool(re.search(r"(?:his|her|their|mid|early|late)\W\S*$", m.group(), _I))),
        Rule("age.centenarian", "AGE", re.compile(r"\b(?:super)?centenarian\b|\bnonagenarian\b", _I), 0.85, _WHY),
        Rule("age.nonagen", "AGE", re.compile(r"(?m)\bage[:\s]{1,3}(" + _OLD + r")(?=\s*(?:$|[,;|)]|sex|gender|y|m\b|f\b))", _I), 0.95, _WHY, 1, digits=True),
    ),
)  # fmt: skip

"""Days without a word that says so: "INR 4/1 2.1, 4/8 2.6", "Colonoscopy 2/24", "Flu shot Oct.", "MDT 14.03"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scrubber import unidentifying
from scrubber.findings import Candidate
from scrubber.recognizers import dates
from scrubber.registry import Document, watch

_WHY = "A date other than a year ties the case to one moment."
_PAIR = re.compile(r"(?<![\w/.+\-–:%])(\d{1,2})/(\d{1,2})(?![\w/%+]|\.\d|-\d|–\d)")
#: what is counted out of something, set or measured with a stroke
_COUNTED = re.compile(
    r"\b(?:pain|strength|power|mrc|muscle|grip|reflex(?:es)?|dtrs?|murmur|sem|apgars?|gcs|phq-?\d?|gad-?\d?|mmse|moca|slums|epds|audit|edss|ecog|kps|va|vision|acuity|visual|od|os|ou|re|le|bp|bipap|bilevel|"
    r"niv|cpap|ipap|epap|peep|settings?|iops?|ratio|nodes?|lns?|cores?|mitos[ei]s|hpf|bottles?|sets?|quadrants?|allred|gleason|bishop|wells|curb|scores?|scored|scale|stage|grade|dose|tabs?|ns|d5|levels?|"
    r"points?|items|criteria|centor|fev1|deltoids?|biceps|triceps|quads?|df|pf|ehl|iliopsoas|wrist|flexion|extension|flex|ext|ues?|les?|rue|lue|rle|lle|motor|sensation|monofilament|pulses?|dp|count|of|x|"
    r"er|pr|her2|sirs|qsofa|sofa|nihss|tinetti|berg|katz|lawton|adls?|iadls?|frax|tug|rass|cam|braden|morse|norton|waterlow|must|nrs|vas|faces|flacc|bps|cpot|percent|about|sats?|hr|rr|temp|"
    r"approximately|in|positive|weaned|ventil\w*|pressures?|pupils?|eom|cn|palpable|symmetric\w*|throughout|bilaterally|per|q|mix|insulin|humalog|novolog|humulin|novolin|ryzodeg|nph|mixtard|augmentin|bactrim|"
    r"exforge|lotrel|percocet|norco|vicodin|advair|symbicort|seretide|janumet|hyzaar|septra|sinemet|madopar|suboxone|entresto|combivent|lot|type|snellen|l4|l5|s1|p|t|n)[\s:=(,]{0,3}(?:is|was|were|at|of|to|now|only|about)?\s?$",
    re.I,
)
_GOES_ON = re.compile(
    r"\s?(?:mg|ml|mcg|cm|mm|units?|mmhg|cmh2o|pain|strength|power|murmur|systolic|sem|of\b|ppd|packs?|tabs?|tablets?|ns\b|saline|strength|thirds?|hpf|bottles?|nodes|lns?|cores|positive|pos\b|days?|weeks?|wks?|"
    r"hours?|hrs?|months?|times|patients|cases|points|correct|items|recall|words|criteria|rule|in\s(?:all|both)|throughout|bilat|right|left|upper|lower|and\s\d+/\d+|quadrants?|on\s(?:a|the)\b|o2|fio2|out\sof|dj\b|stent|fr\b|french)",
    re.I,
)
#: what is often counted in full; a day of these needs another date in the text
_TOTALS = frozenset({10, 12, 15, 16, 18, 20, 21, 24, 25, 27, 28, 30})
#: how far the next day of a series may stand, in characters
_NEAR = 110
_MONTH_ALONE = re.compile(
    r"(?<![\w'’.\-/])((?:(?:early|mid|late|end of|start of)[\s-])?(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|January|February|April|June|July|August|September|October|November|December))\b(?![\w'’-]|\.?\s?\d|\s[A-Z][a-z])"
)
_DOTTED = re.compile(
    r"\b(?:on|mdt|list|clinic|opd|opa|tci|bloods?|scan|review(?:ed)?|seen|adm(?:itted|ission)?|disch(?:arged)?|op|from|till|until|dated?|pre-?op|mon|tues?|weds?|thurs?|fri|sat|sun|ct|mri|uss|xr|echo|biopsy|"
    r"appt|appointment|follow[\s-]up|next|due|since|placed|removed)[\s:,]{1,2}((?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2]))(?![\w%]|\.\d|[-–/]\d|\s?(?:mg|ml|cm|mm|kg|g/|mmol|x10|to\b|%|u/|ng|µ))",
    re.I,
)
#: a clock time behind a day: "cards 1/9 2:40p", "visit 5-6 1:10p to 1:55p"
_TIMED = re.compile(
    r"(?<![\w/.+\-–:%])((?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])|(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2]))"
    r"\s(?:at\s|@\s?)?(?:[01]?\d|2[0-3]):[0-5]\d(?!\d|\s?(?:%|mg|ml|cm|mm))"
)
#: a day behind the one who signed: "Read by Nevzat Soylu, MD FACC 2/6"
_SIGNED = re.compile(
    r"\b(?:MD|DO|RN|LPN|NP|FNP|PA-C|CRNA|CNM|PharmD|PT|OT|SLP|RRT|RDMS|RDCS|FACC|FACS|FACP|FACOG|MBBS|FRCS|FRCA|MRCP|PGY-?\d)\s((?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01]))(?=\s*(?:\n|$))",
    re.M,
)
_DAY_OF_RUN = re.compile(r"(?<![\w.])(?:M|Tu?|W|Th|F|Sa|Su)\s$")
_SURE = re.compile(r"(?<![\d/.])\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?!\d)")


class BareDateRecognizer:
    """Days that other days around them, or their size, give away."""

    name = "bare_dates"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category DATE."""
        text = document.view.text
        pairs = [match for low, high in document.around_digits for match in _PAIR.finditer(text, low, high)]
        days = [match for match in pairs if _may_be_a_day(match)]
        if days:
            dated = bool(_SURE.search(text)) or any(_is_cued(match) for match in days)
            for index, match in enumerate(days):
                if _in_series(days, index) or _run(days, index) or _is_late(match, dated):
                    yield document.candidate(*match.span(), "DATE", 0.7, "date.bare", _WHY)
        for match in document.matches(_MONTH_ALONE):
            if not unidentifying.season(text, *match.span(1)):
                yield document.candidate(*match.span(1), "DATE", 0.65, "date.month.bare", _WHY)
        for pattern, rule in ((_TIMED, "date.timed"), (_SIGNED, "date.signed")):
            for match in document.matches(pattern):
                if not _COUNTED.search(text, max(0, match.start() - 26), match.start()):
                    yield document.candidate(*match.span(1), "DATE", 0.75, rule, _WHY)
        for match in document.matches(_DOTTED):
            yield document.candidate(*match.span(1), "DATE", 0.75, "date.dotted.cued", _WHY)


def _may_be_a_day(match: re.Match[str]) -> bool:
    """A possible month and day, in either order, and nothing that is counted or measured."""
    first, second = int(match.group(1)), int(match.group(2))
    if not ((1 <= first <= 12 and 1 <= second <= 31) or (13 <= first <= 31 and 1 <= second <= 12)):
        return False
    text = match.string
    return not (_COUNTED.search(text, max(0, match.start() - 26), match.start()) or _GOES_ON.match(text, match.end()))


def _is_cued(match: re.Match[str]) -> bool:
    return bool(dates.CUE.search(match.string, max(0, match.start() - 24), match.start()))


def _in_series(days: list[re.Match[str]], index: int) -> bool:
    """The day before or behind it falls in the same month: what is counted shares the figure behind the stroke instead."""
    here = days[index]
    return any(
        abs(other.start() - here.start()) <= _NEAR and _same_month(here, other)
        for other in days[max(0, index - 1) : index + 2]
        if other is not here
    )


def _run(days: list[re.Match[str]], index: int) -> bool:
    """Three days or more of one month, one after the other: "5/1 142/88, 5/2 138/84, 5/3 151/90"."""
    months = [tuple(map(int, match.groups())) for match in days[max(0, index - 2) : index + 3]]
    mine = int(days[index].group(1))
    seconds = [second for first, second in months if first == mine]
    return len(seconds) >= 3 and all(one < other for one, other in pairwise(seconds)) and mine <= 12


def _same_month(one: re.Match[str], other: re.Match[str]) -> bool:
    (a, b), (c, d) = (tuple(map(int, match.groups())) for match in (one, other))
    if a == c and b != d and a <= 12:
        return a != 6 and (max(b, d) >= 7 or all(_follows_weekday(match) for match in (one, other)))
    return b == d and a != c and b <= 12 and max(a, c) >= 13


def _follows_weekday(match: re.Match[str]) -> bool:
    """ "missed F 4/5"."""
    return bool(_DAY_OF_RUN.search(match.string, max(0, match.start() - 4), match.start()))


def _is_late(match: re.Match[str], dated: bool) -> bool:
    """ "2/24": hardly anything is counted out of 24 where nothing says so."""
    first, second = int(match.group(1)), int(match.group(2))
    return dated and (first > 12 or (second >= 13 and second not in _TOTALS))


watch(_MONTH_ALONE, _DOTTED, _TIMED, _SIGNED)
RECOGNIZER = BareDateRecognizer()

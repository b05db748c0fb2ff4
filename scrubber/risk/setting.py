"""Where and when: states, small places, and how long ago somebody was seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber.risk import base_rates as rates
from scrubber.risk.detail import Detail, one_in, people_words

_STATE = re.compile(
    r"\b(?:in|from|of|near|across|rural|northern|southern|eastern|western|central|upstate|throughout)\s+(?:the state of\s+|rural\s+)?"
    r"(?P<state>"
    + "|".join(re.escape(name) for name in sorted(rates.STATES, key=len, reverse=True))
    + r")\b(?!\s+(?:[A-Z]|criteria|score|virus|bark))"
)
_WASHINGTON = re.compile(r"\b(?P<state>Washington State|state of Washington)\b")
_INHABITANTS = re.compile(
    r"\b(?:(?:town|village|island|community|settlement|hamlet|reservation|parish|county)\s+(?:of|with)\s+(?:about\s+|around\s+|only\s+|fewer than\s+)?(?P<number>\d{1,3}(?:,\d{3})|\d{2,5})(?:\s+(?:people|souls|inhabitants|residents))?)\b",
    re.I,
)
_SMALL = re.compile(
    r"\b(?P<what>(?:tiny|small|remote|isolated|rural|little|mountain|fishing|mining|farming|border|island)\s+(?:\w+\s+)?(?:town|village|island|community|county|hamlet|reservation|settlement|monastery|convent|colony))\b",
    re.I,
)
_SMALL_SIZE = {
    "town": 5_000,
    "county": 10_000,
    "village": 1_000,
    "community": 2_000,
    "hamlet": 300,
    "island": 2_000,
    "reservation": 5_000,
    "settlement": 500,
    "monastery": 50,
    "convent": 50,
    "colony": 150,
}


def places(text: str) -> Iterator[Detail]:
    for match in [*_STATE.finditer(text), *_WASHINGTON.finditer(text)]:
        state = match["state"]
        people = rates.STATES.get(state, 7_810_000)
        region = rates.region_of("Washington" if "Washington" in state else state)
        words = {"Northeast": "the Northeast", "Midwest": "the Midwest", "South": "the South", "West": "the West"}[
            region
        ]
        yield Detail(
            *match.span("state"), "place", state, f"A state: about {people_words(people)} people live there, {people_words(rates.REGIONS[region])} in its region.",
            people=people, suggestion=words,
        )  # fmt: skip
    for match in _INHABITANTS.finditer(text):
        number = int(match["number"].replace(",", ""))
        yield Detail(
            *match.span(),
            "place",
            str(number),
            f"A place of about {number:,} people.",
            people=number,
            suggestion="rural area",
        )
    for match in _SMALL.finditer(text):
        people = _SMALL_SIZE[match["what"].lower().split()[-1]]
        why = f"A small place: often fewer than {people:,} people, who know each other."
        yield Detail(*match.span("what"), "place", match["what"].lower(), why, people=people, suggestion="rural area")


_SEEN = r"\b(?:saw|seen|presented|presents|presenting|admitted|came|arrived|died|delivered|lost|coded|transferred|operated|brought|intubated|had|met)\b[^.\n]{0,60}?"
_DAY = re.compile(
    _SEEN
    + r"\b(?P<when>yesterday|today|tonight|last night|this morning|this afternoon|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|morning|evening))?|last (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.I,
)
_WEEK = re.compile(
    _SEEN + r"\b(?P<when>this week|last week|(?:over )?(?:the|this|last) weekend|a few days ago|the other day)\b", re.I
)


def times(text: str) -> Iterator[Detail]:
    for pattern, days, words in ((_DAY, 1, "one day"), (_WEEK, 7, "one week")):
        share = rates.VISITS_PER_YEAR * days / 365
        for match in pattern.finditer(text):
            why = f"The time: in {words}, about {one_in(share)} people are seen as an emergency."
            yield Detail(*match.span("when"), "time", match["when"].lower(), why, share=share, suggestion="recently")

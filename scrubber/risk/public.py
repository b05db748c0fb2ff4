"""What made it public: roles few people hold, fame, events, reports in the press, superlatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber.operators import LEFT_OUT
from scrubber.risk import base_rates as rates
from scrubber.risk.detail import Detail

_ROLE = re.compile(
    r"\b(?:(?P<only>the|our|town|city|local)\s)?(?P<role>"
    + "|".join(sorted(map(re.escape, rates.ROLES), key=len, reverse=True))
    + r")\b(?!['’]s\s)",
    re.I,
)
_FAME = re.compile(
    r"\b(?:celebrity|public figure|household name|member of the royal family|social media influencer|reality (?:tv|show) (?:star|contestant)|"
    r"(?:professional|pro) (?:football|basketball|baseball|hockey|soccer|tennis|golf) player|"
    r"(?:famous|well[- ]known|prominent) (?:local )?(?:person|patient|man|woman|singer|musician|actor|actress|author|artist|athlete|politician|lawyer|chef|"
    r"businessman|businesswoman|activist|preacher|doctor|family))\b",
    re.I,
)


def roles(text: str) -> Iterator[Detail]:
    """Offices and jobs few people hold; "the mayor" is one person to everybody who knows the place."""
    for match in _ROLE.finditer(text):
        role = rates.ROLES[match["role"].lower()]
        only = match["only"] is not None
        why = f"A role few people hold: about {role.holders:,} in the United States" + (", one here." if only else ".")
        yield Detail(
            *match.span("role"), "occupation", match["role"].lower(), why, share=role.holders / rates.POPULATION,
            suggestion=role.broader, people=1 if only else None, singles_out=only or role.holders <= 1_000,
        )  # fmt: skip
    for match in _FAME.finditer(text):
        why = "Somebody the public knows: the case can be matched with what is written about them."
        yield Detail(
            *match.span(), "occupation", match.group().lower(), why, people=10, suggestion="patient", singles_out=True
        )


#: pattern, people in it, broader words, whether newspapers report it
_EVENTS = (
    (r"(?:school |church |charter |tour )?(?:bus|train|plane|airplane|helicopter|ferry|boat|tram|coach|subway|cable car)[- ](?:crash|accident|derailment|collision|sinking|wreck|fire)", 60, "a transport accident", True),
    (r"(?:mass|school|church|mall|nightclub|workplace|police)[- ]shooting|mass stabbing|bombing|terror(?:ist)? attack|hostage(?: taking| situation)?|riot", 60, "a violent incident", True),
    (r"(?:plant|factory|refinery|gas|mine|silo|grain elevator|boiler) (?:explosion|collapse|fire|disaster)|(?:building|bridge|stage|crane|dam) collapse|avalanche|landslide|sinkhole", 60, "an accident", True),
    (r"tornado|hurricane|earthquake|tsunami|wildfire|flash flood|volcanic eruption", 50_000, "a disaster", False),
    (r"(?:rodeo|state fair|county fair|music festival|parade|cruise ship|summer camp|church picnic|quincea[nñ]era)", 5_000, "an event", False),
    (r"murder(?:ed)?|homicide|kidnapp(?:ed|ing)|missing (?:child|person)|manhunt|court case|lawsuit|custody (?:case|battle)", 500, LEFT_OUT, True),
)  # fmt: skip
_EVENT_PATTERNS = tuple(
    (re.compile(rf"\b(?:the |a |an )?(?:{pattern})\b", re.I), people, words, public)
    for pattern, people, words, public in _EVENTS
)
_PRESS = re.compile(
    r"\b(?:(?:was|were|been|is|it'?s|all over|featured|appeared|interviewed) (?:in |on |by )?(?:the )?(?:local |national |evening |nightly ){0,2}(?:news|newspapers?|tv|television|tabloids?)"
    r"|on the (?:local |national |evening |nightly )?news|in the (?:local |national )?newspapers?|in the local paper"
    r"|made (?:the )?(?:local |national )?(?:news|headlines)|went viral|viral video|gofundme|documentary about (?:him|her|them|it|this|the case)|press conference|obituary"
    r"|(?:read|heard|seen|saw) about (?:it|him|her|this|them) (?:in|on)[^.\n]{0,20}(?:news|paper|tv))\b",
    re.I,
)


def events(text: str) -> Iterator[Detail]:
    """What happened to few people at once, and what was reported."""
    for pattern, people, words, public in _EVENT_PATTERNS:
        for match in pattern.finditer(text):
            why = f"An event with few people in it (about {people:,})" + (
                ", and newspapers report it." if public else "."
            )
            yield Detail(
                *match.span(), "event", match.group().lower(), why, people=people, suggestion=words, singles_out=public
            )
    for match in _PRESS.finditer(text):
        why = "It was reported publicly: one search joins the report with this case."
        yield Detail(*match.span(), "event", "press", why, people=10, suggestion=LEFT_OUT, singles_out=True)


_PERSON = r"(?:patient|person|man|woman|child|baby|survivor|recipient|resident|infant)"
_FIRST = re.compile(
    rf"\b(?P<word>(?:the )?(?:very )?(?:first|only)(?: (?:ever|known|reported|documented|confirmed|living)){{0,3}}) (?:case|{_PERSON})\b"
    r"(?= (?:ever |of |with |to |who |[a-z]+ ){0,4}(?:in|of) (?:(?:the|our|this) )?(?:state|country|county|world|region|town|city|u\.?s\.?|united states|area|island|history)\b)",
    re.I,
)
_MOST = re.compile(
    rf"\b(?P<word>(?:the )?(?P<most>youngest|oldest|tallest|shortest|heaviest|smallest|longest[- ]surviving|longest[- ]living)(?: known| living| ever){{0,3}}) {_PERSON}\b",
    re.I,
)
_PLAIN = {"youngest": "a young", "oldest": "an old", "tallest": "a tall", "shortest": "a short", "heaviest": "a heavy", "smallest": "a small"}  # fmt: skip


def superlatives(text: str) -> Iterator[Detail]:
    """ "The first case in the state", "the oldest patient": there is one."""
    for pattern in (_FIRST, _MOST):
        for match in pattern.finditer(text):
            most = match["most"].lower() if pattern is _MOST else ""
            yield Detail(
                *match.span("word"), "event", match.group().lower(), "It says there is only one such person.",
                people=1, suggestion=_PLAIN.get(most, "a"), singles_out=True,
            )  # fmt: skip

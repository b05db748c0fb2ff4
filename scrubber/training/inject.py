"""Puts identifiers into real clinical prose, so that the tagger meets them among sentences nobody made up."""

from __future__ import annotations

import random
import re

#: what a phrase of a real note can be replaced by (or, for relatives, followed by): a section of the templates
_PLACES: tuple[tuple[re.Pattern[str], str, bool], ...] = (
    (re.compile(r"\b[Tt]he patient\b(?!')"), "patient", False),
    (re.compile(r"(?<=[.!?]\s)(?:She|He)\b(?=\s[a-z])"), "patient", False),
    (
        re.compile(
            r"\b(?:[Hh]er|[Hh]is) (?:husband|wife|daughter|son|mother|father|brother|sister|partner|girlfriend)\b"
        ),
        "relative",
        True,
    ),
    (
        re.compile(
            r"\b(?:[Hh]er|[Hh]is|the|a) (?:primary care (?:physician|provider|doctor)|PCP|doctor|surgeon|\w+ologist)\b"
        ),
        "doctor",
        False,
    ),
    (
        re.compile(r"\b(?:yesterday|last (?:week|month|night)|(?:\w+|\d+) (?:days|weeks|months) ago|this morning)\b"),
        "when",
        False,
    ),
    (
        re.compile(r"\b(?:in|at|to) (?:the|an?) (?:emergency (?:room|department)|hospital|clinic|office|ER|ED)\b"),
        "where",
        False,
    ),
)
_SENTENCE = re.compile(r"(?<=[a-z]{3})\.(?=\s|$)")
_STARTS = re.compile(r"(?:^|(?<=[.!?]\s)|(?<=\n))(?=[A-Z][a-z]+\s[a-z])")


def sites(text: str, rng: random.Random, share: float) -> list[tuple[int, int, str]]:
    """Spans of ``text`` to be replaced and the template section to take from, in order and apart from each other."""
    found: list[tuple[int, int, str]] = []
    for pattern, section, keep in _PLACES:
        for match in pattern.finditer(text):
            if rng.random() < share:
                found.append((match.end() if keep else match.start(), match.end(), section))
    for match in _SENTENCE.finditer(text):
        if rng.random() < share * 0.5:
            found.append((match.start(), match.start(), "end"))
    for match in _STARTS.finditer(text):
        if rng.random() < share * 0.25:
            found.append((match.start(), match.start(), "start"))
    found.sort()
    kept: list[tuple[int, int, str]] = []
    for start, end, section in found:
        if not kept or start > kept[-1][1] + 12:
            kept.append((start, end, section))
    return kept

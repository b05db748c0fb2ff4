"""The scrub itself: recognize, shield, merge, propagate, replace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

import scrubber.recognizers  # noqa: F401  (registers them)
from scrubber import (
    edges,
    features,
    initials_of_names,
    joining,
    lone_guesses,
    propagation,
    registry,
    rereading,
    shields,
    timeline,
    unidentifying,
    writing,
)
from scrubber.findings import Candidate, ScrubResult
from scrubber.normalise import normalise
from scrubber.policy import DEFAULT_POLICY, Policy
from scrubber.spans import Spans

_PRIORITY = {"EMAIL": 9, "URL": 8, "PHOTO": 8, "STREET": 7, "SSN": 7, "DATE": 6}


#: characters; of a longer text the beginning is read first, and nothing more when that is noise
LONG, BEGINNING = 300_000, 20_000
#: characters for each finding; notes full of identifiers have a hundred
FEWEST_BETWEEN = 60
#: a text is read again after it was written, at most this often in all
MOST_READINGS = 6


class Found(NamedTuple):
    """Of one text: merged candidates that are replaced, those a reviewer looks at, names to look for elsewhere, where no
    name stands that was found elsewhere ("Foley catheter"), and how it uses capitals."""

    accepted: list[Candidate]
    doubtful: list[Candidate]
    names: tuple[str, ...]
    shielded: Spans
    casing: str


def candidates(document: registry.Document, *, must_hide: Iterable[str] = ()) -> list[Candidate]:
    """Everything any recognizer proposes, after shields; offsets in the text as it was written."""
    text = document.text
    shield_spans = Spans(document.view.span(*span) for span in shields.clinical(document))
    published = document.casing == features.PUBLISHED
    found = [
        candidate
        for recognizer in registry.recognizers()
        for candidate in recognizer.find(document)
        if shields.allows(candidate, shield_spans, text)
        and (not published or shields.identifies_even_in_print(candidate))
    ]
    found.extend(propagation.exact(text, must_hide))
    return found


def _allowed(repeated: Iterable[Candidate], shielded: Spans, text: str) -> list[Candidate]:
    """Repetitions of names, except inside "Foley catheter" and the like."""
    return [item for item in repeated if shields.allows(item, shielded, text)]


def _clip(found: Iterable[Candidate], protected: Spans, text: str) -> list[Candidate]:
    """Cuts candidates around the tokens of an earlier scrub, and trims space."""
    kept: list[Candidate] = []
    for candidate in found:
        for start, end in protected.cut_from(candidate.start, candidate.end):
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if candidate.rule.startswith("tagger.") or candidate.category == "NAME":
                start, end = unidentifying.trim(text, start, end)
            start, end = edges.trimmed(text, _placed(candidate, start, end))
            if candidate.rule == "tagger.date":
                dates = edges.dates(text, _placed(candidate, start, end))
                kept.extend(_placed(candidate, low, high) for low, high in dates[:-1])
                start, end = dates[-1] if dates else (end, end)
            if start < end and any(char.isalnum() for char in text[start:end]):
                kept.append(_placed(candidate, start, end))
    return kept


def _placed(candidate: Candidate, start: int, end: int) -> Candidate:
    """``candidate`` at another place; itself where it is there already, which is nearly always and much faster."""
    if (candidate.start, candidate.end) == (start, end):
        return candidate
    return replace(candidate, start=start, end=end)


def _outside(found: Iterable[Candidate], accepted: Iterable[Candidate]) -> list[Candidate]:
    """Those that share no character with an accepted one."""
    taken = Spans((item.start, item.end) for item in accepted)
    return [item for item in found if not taken.touch(item.start, item.end)]


def _not_within(found: Iterable[Candidate], accepted: Iterable[Candidate]) -> list[Candidate]:
    """Those that go beyond the accepted ones: what was found by itself keeps its own score and reason."""
    taken = Spans((item.start, item.end) for item in accepted)
    return [item for item in found if not taken.cover(item.start, item.end)]


def _weight(item: Candidate) -> tuple[bool, int, float, int]:
    """A written rule names the category more precisely than the tagger, however sure the tagger is."""
    is_rule = not item.rule.startswith(("tagger.", "propagated"))
    return is_rule, _PRIORITY.get(item.category, 5), item.score, item.end - item.start


def merge(found: Iterable[Candidate]) -> list[Candidate]:
    """One candidate per stretch of text: overlapping ones are united under the strongest."""
    merged: list[Candidate] = []
    for candidate in sorted(found, key=lambda item: (item.start, -item.end)):
        if merged and candidate.start < merged[-1].end:
            last = merged.pop()
            best = max(last, candidate, key=_weight)
            merged.append(
                Candidate(
                    last.start,
                    max(last.end, candidate.end),
                    best.category,
                    max(last.score, candidate.score),
                    best.rule,
                    best.reason,
                )
            )
        else:
            merged.append(candidate)
    return merged


def _accepted(
    text: str, *, policy: Policy, must_hide: Iterable[str], known_names: Iterable[str], casing: str = features.UNJUDGED
) -> Found:
    """What one reading of one text finds."""
    protected, known = shields.protected(text), tuple(known_names)
    document = registry.Document(text, normalise(text), known, casing)
    proposed = candidates(document, must_hide=must_hide)
    shielded = Spans(document.view.span(*span) for span in document.shielded)
    expected = propagation.propagate(text, known, rule="known", suspected=document.suspects)
    found = _clip([*proposed, *_allowed(expected, shielded, text)], protected, text)
    sure = [item for item in found if item.score >= policy.thresholds.get(item.category, 0.5)]
    unsure = [item for item in found if policy.doubt <= item.score < policy.thresholds.get(item.category, 0.5)]
    accepted = merge(sure)
    names = propagation.seeds(text, accepted)
    repeated = _allowed(propagation.propagate(text, names, suspected=document.suspects), shielded, text)
    repeated.extend(initials_of_names.repeated(text, names))
    more = _not_within(_clip(repeated, protected, text), accepted)
    accepted = joining.join_places(text, merge([*accepted, *more]))
    return Found(accepted, _outside(merge(unsure), accepted), names, shielded, document.casing)


def scrub(
    text: str, *, policy: Policy = DEFAULT_POLICY, must_hide: Iterable[str] = (), known_names: Iterable[str] = ()
) -> ScrubResult:
    """Replaces every identifier of ``text``; see :class:`ScrubResult`. Never raises for any string."""
    return scrub_fields({"": text}, policy=policy, must_hide=must_hide, known_names=known_names)[""]


def scrub_fields(
    fields: Mapping[str, str],
    *,
    policy: Policy = DEFAULT_POLICY,
    must_hide: Iterable[str] = (),
    known_names: Iterable[str] = (),
) -> dict[str, ScrubResult]:
    """Scrubs the fields of one document: names found in one are hidden in all, and all dates share one origin.

    What was written is read again until nothing new is found in it: a neighbour that became a token can make a word stand
    out, and whoever scrubs the result once more must find nothing.
    """
    must_hide, known = tuple(must_hide), tuple(known_names)
    found = {
        field: _accepted(text, policy=policy, must_hide=must_hide, known_names=known)
        if len(text) <= LONG or not _is_noise(text[:BEGINNING], policy)
        else _unread(text)
        for field, text in fields.items()
    }
    found = _doubted(fields, _spread(fields, found))
    results = _written(fields, found, policy)
    for _ in range(MOST_READINGS - 1):
        again = {
            field: _found_again(
                fields[field], result, found[field].casing, policy=policy, must_hide=must_hide, known_names=known
            )
            for field, result in results.items()
            if result.findings
        }
        if not any(more.accepted for more in again.values()):
            break
        for field, more in again.items():
            accepted = merge([*found[field].accepted, *more.accepted])
            found[field] = found[field]._replace(accepted=accepted, doubtful=_outside(found[field].doubtful, accepted))
        found = _spread(fields, found, [name for more in again.values() for name in more.names])
        results = _written(fields, found, policy)
    return results


def _doubted(fields: Mapping[str, str], found: dict[str, Found]) -> dict[str, Found]:
    """What was found, unless it is a guess or two without anything surer: those become doubts."""
    accepted = [(field, item) for field, own in found.items() for item in own.accepted]
    if not lone_guesses.are_all(fields, accepted):
        return found
    return {
        field: own._replace(
            accepted=[], doubtful=merge([*own.doubtful, *map(lone_guesses.doubted, own.accepted)]), names=()
        )
        for field, own in found.items()
    }


def _is_noise(beginning: str, policy: Policy) -> bool:
    """Whether a long text begins as nobody writes: almost nothing but what looks like identifiers."""
    accepted = _accepted(beginning, policy=policy, must_hide=(), known_names=()).accepted
    return len(accepted) * FEWEST_BETWEEN > len(beginning) or writing.is_mostly_covered(beginning, accepted)


def _unread(text: str) -> Found:
    """All of it hidden as one finding that blocks the text."""
    reason = "A text this long that is almost nothing but identifiers is not read."
    return Found([Candidate(0, len(text), "SECRET", 1.0, "noise", reason)], [], (), Spans(()), "")


def _found_again(
    text: str, result: ScrubResult, cased: str, *, policy: Policy, must_hide: Iterable[str], known_names: Iterable[str]
) -> Found:
    """What a reading of the result still accepts, placed in the original ``text``, whose casing was ``cased``."""
    known = (*known_names, *result.names)
    casing = features.casing(normalise(result.text).text)
    part = rereading.excerpt(result, whole=casing != cased)
    found = _accepted(part.text, policy=policy, must_hide=must_hide, known_names=known, casing=casing)
    written = Spans((item.out_start, item.out_end) for item in result.findings)
    moves = writing.moves_back(text, result)
    more = [
        replace(item, start=writing.moved(moves, start), end=writing.moved(moves, start) + end - start)
        for item in found.accepted
        for place in (part.placed(item.start, item.end),)
        if place
        for start, end in written.cut_from(*place)
        if any(char.isalnum() for char in result.text[start:end])
    ]
    return found._replace(accepted=more, doubtful=[], names=found.names if more else ())


def _spread(fields: Mapping[str, str], found: Mapping[str, Found], more: Iterable[str] = ()) -> dict[str, Found]:
    """Names and numbers accepted in one field are accepted in all, and so are ``more`` names found since."""
    names = tuple(dict.fromkeys([*(name for item in found.values() for name in item.names), *more]))
    numbers = {
        words: item.category
        for field, item_found in found.items()
        for item in item_found.accepted
        if (words := propagation.worth_repeating(item, fields[field]))
    }
    spread = {}
    for field, text in fields.items():
        own = found[field]
        others = [name for name in names if name not in own.names]
        accepted, doubtful = own.accepted, own.doubtful
        if others or numbers:
            repeated = _allowed(propagation.propagate(text, others), own.shielded, text)
            repeated.extend(propagation.numbers(text, numbers))
            accepted = merge([*accepted, *_not_within(_clip(repeated, shields.protected(text), text), accepted)])
            doubtful = _outside(doubtful, accepted)
        spread[field] = own._replace(accepted=accepted, doubtful=doubtful, names=names)
    return spread


def _written(fields: Mapping[str, str], found: Mapping[str, Found], policy: Policy) -> dict[str, ScrubResult]:
    """The safe texts; one timeline for all of them."""
    dates = [
        day
        for field, text in fields.items()
        for item in found[field].accepted
        if item.category == "DATE" and item.rule != "date.born" and (day := timeline.parse(text[item.start : item.end]))
    ]
    line = timeline.Timeline(dates)
    return {
        field: writing.write(text, found[field].accepted, found[field].doubtful, found[field].names, policy, line)
        for field, text in fields.items()
    }

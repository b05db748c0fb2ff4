"""The scrub itself: recognize, shield, merge, propagate, replace."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace

import scrubber.recognizers  # noqa: F401  (registers them)
from scrubber import joining, operators, propagation, registry, shields, timeline
from scrubber.findings import Candidate, Finding, ScrubResult
from scrubber.normalise import normalise
from scrubber.policy import DEFAULT_POLICY, Policy
from scrubber.spans import Spans
from scrubber.verdict import Verdict

_PRIORITY = {"EMAIL": 9, "URL": 8, "PHOTO": 8, "STREET": 7, "SSN": 7, "DATE": 6}


def candidates(text: str, *, known_names: Iterable[str] = (), must_hide: Iterable[str] = ()) -> list[Candidate]:
    """Everything any recognizer proposes, after shields; offsets in ``text``."""
    known = tuple(known_names)
    document = registry.Document(text, normalise(text), known)
    shield_spans = Spans(document.view.span(*span) for span in shields.shielded(document.view.text))
    found = [
        candidate
        for recognizer in registry.recognizers()
        for candidate in recognizer.find(document)
        if shields.allows(candidate, shield_spans)
    ]
    found.extend(propagation.exact(text, must_hide))
    found.extend(_repeats(text, known, shield_spans, rule="known"))
    return found


def _repeats(text: str, names: Iterable[str], shield_spans: Spans, *, rule: str = "propagated") -> list[Candidate]:
    """Repetitions of names, except inside "Foley catheter" and the like."""
    return [item for item in propagation.propagate(text, names, rule=rule) if shields.allows(item, shield_spans)]


def _clip(found: Iterable[Candidate], protected: Spans, text: str) -> list[Candidate]:
    """Cuts candidates around the tokens of an earlier scrub, and trims space."""
    kept: list[Candidate] = []
    for candidate in found:
        for start, end in protected.cut_from(candidate.start, candidate.end):
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end and any(char.isalnum() for char in text[start:end]):
                kept.append(replace(candidate, start=start, end=end))
    return kept


def _outside(found: Iterable[Candidate], accepted: Iterable[Candidate]) -> list[Candidate]:
    """Those that share no character with an accepted one."""
    taken = Spans((item.start, item.end) for item in accepted)
    return [item for item in found if not taken.touch(item.start, item.end)]


def _weight(item: Candidate) -> tuple[bool, int, float, int]:
    """A written rule names the category more precisely than the tagger, however sure the tagger is."""
    is_rule = not item.rule.startswith("tagger.")
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
    text: str, *, policy: Policy, must_hide: Iterable[str], known_names: Iterable[str]
) -> tuple[list[Candidate], list[Candidate], tuple[str, ...]]:
    """Accepted and doubtful candidates, merged, with the names that were accepted."""
    protected = shields.protected(text)
    found = _clip(candidates(text, known_names=known_names, must_hide=must_hide), protected, text)
    sure = [item for item in found if item.score >= policy.thresholds.get(item.category, 0.5)]
    unsure = [item for item in found if policy.doubt <= item.score < policy.thresholds.get(item.category, 0.5)]
    accepted = merge(sure)
    names = tuple(
        dict.fromkeys(
            text[item.start : item.end]
            for item in accepted
            if item.category == "NAME" and item.rule not in {"spaced.letters"}
        )
    )
    repeated = _clip(_repeats(text, names, Spans(shields.shielded(text))), protected, text)
    accepted = joining.join_places(text, merge([*accepted, *repeated]))
    return accepted, _outside(merge(unsure), accepted), names


def _apply(
    text: str,
    accepted: list[Candidate],
    doubtful: list[Candidate],
    names: tuple[str, ...],
    policy: Policy,
    line: timeline.Timeline,
) -> ScrubResult:
    out: list[str] = []
    length = cursor = 0
    findings: list[Finding] = []
    moves: list[tuple[int, int]] = [(0, 0)]
    for item in accepted:
        before = text[cursor : item.start]
        out.append(before)
        length += len(before)
        token = operators.replacement(item.category, text, item.start, item.end, policy=policy, line=line)
        padded = operators.spaced(
            token, text[: item.start][-1:] or (out[-2][-1:] if len(out) > 1 else ""), text[item.end : item.end + 1]
        )
        lead = len(padded) - len(padded.lstrip(" "))
        findings.append(
            Finding(
                item.start,
                item.end,
                item.category,
                item.score,
                item.rule,
                item.reason,
                token,
                length + lead,
                length + lead + len(token),
            )
        )
        out.append(padded)
        length += len(padded)
        cursor = item.end
        moves.append((cursor, length - cursor))
    out.append(text[cursor:])
    unsure = [_doubt(item, moves) for item in doubtful]
    safe = "".join(out)
    return ScrubResult(len(text), safe, tuple(findings), _verdict(text, findings), tuple(unsure), names)


def _doubt(item: Candidate, moves: list[tuple[int, int]]) -> Finding:
    shift = moves[bisect_right(moves, item.start, key=lambda move: move[0]) - 1][1]
    return Finding(
        item.start,
        item.end,
        item.category,
        item.score,
        item.rule,
        item.reason,
        "",
        item.start + shift,
        item.end + shift,
    )


def _verdict(text: str, findings: list[Finding]) -> Verdict:
    """Blocked when a passage is unreadable to us, or when almost nothing but identifiers would remain."""
    if not findings:
        return Verdict.CLEAN
    covered = sum(item.end - item.start for item in findings)
    letters = len(re.sub(r"\s", "", text))
    if any(item.category == "SECRET" for item in findings) or (letters > 200 and covered > 0.8 * letters):
        return Verdict.BLOCKED
    return Verdict.REDACTED


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
    """Scrubs the fields of one document: names found in one are hidden in all, and all dates share one origin."""
    must_hide, known = tuple(must_hide), tuple(known_names)
    parts = {
        field: _accepted(text, policy=policy, must_hide=must_hide, known_names=known) for field, text in fields.items()
    }
    names = tuple(dict.fromkeys(name for _, _, found in parts.values() for name in found))
    dates: list[timeline.ParsedDate] = []
    final: dict[str, tuple[list[Candidate], list[Candidate]]] = {}
    for field, text in fields.items():
        accepted, doubtful, own = parts[field]
        others = [name for name in names if name not in own]
        if others:
            repeated = _repeats(text, others, Spans(shields.shielded(text)))
            accepted = merge([*accepted, *_clip(repeated, shields.protected(text), text)])
            doubtful = _outside(doubtful, accepted)
        final[field] = accepted, doubtful
        dates.extend(
            day
            for item in accepted
            if item.category == "DATE"
            and item.rule != "date.born"
            and (day := timeline.parse(text[item.start : item.end]))
        )
    line = timeline.Timeline(dates)
    return {field: _apply(text, *final[field], names, policy, line) for field, text in fields.items()}

"""Writes the safe text: every accepted span replaced, every offset known in both texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from scrubber import operators, timeline
from scrubber.findings import Candidate, Finding, ScrubResult
from scrubber.policy import Policy
from scrubber.verdict import Verdict


def write(
    text: str,
    accepted: list[Candidate],
    doubtful: list[Candidate],
    names: tuple[str, ...],
    policy: Policy,
    line: timeline.Timeline,
) -> ScrubResult:
    """The result for one text; ``accepted`` is in order and free of overlaps."""
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
            token,
            text[max(0, item.start - 1) : item.start] or (out[-2][-1:] if len(out) > 1 else ""),
            text[item.end : item.end + 1],
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


def moved(moves: list[tuple[int, int]], position: int) -> int:
    """A position in the other text; ``moves`` says from where on by how much, in order."""
    return position + moves[bisect_right(moves, position, key=lambda move: move[0]) - 1][1]


def moves_back(text: str, result: ScrubResult) -> list[tuple[int, int]]:
    """Moves from the safe text to ``text``. A space written after a token has no place there and counts to the token."""
    moves = [(0, 0)]
    for item in result.findings:
        padded = result.text[item.out_end : item.out_end + 1] == " " != text[item.end : item.end + 1]
        out_end = item.out_end + padded
        moves.append((out_end, item.end - out_end))
    return moves


def _doubt(item: Candidate, moves: list[tuple[int, int]]) -> Finding:
    start = moved(moves, item.start)
    return Finding(
        item.start,
        item.end,
        item.category,
        item.score,
        item.rule,
        item.reason,
        "",
        start,
        start + item.end - item.start,
    )


def _verdict(text: str, findings: list[Finding]) -> Verdict:
    """Blocked when a passage is unreadable to us, or when almost nothing but identifiers would remain."""
    if not findings:
        return Verdict.CLEAN
    if any(item.category == "SECRET" for item in findings) or is_mostly_covered(text, findings):
        return Verdict.BLOCKED
    return Verdict.REDACTED


def is_mostly_covered(text: str, found: Sequence[Candidate | Finding]) -> bool:
    """Whether more than four fifths of what is written would be replaced."""
    covered = sum(item.end - item.start for item in found)
    letters = len(re.sub(r"\s", "", text))
    return letters > 200 and covered > 0.8 * letters

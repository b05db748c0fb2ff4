"""Colleagues addressed by their handle: "@brisk-plover" is no patient's user name, and stays."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from django.db.models import QuerySet

from accounts.models import User
from accounts.selectors import members
from scrubber import Finding, ScrubResult

_ADDRESS = r"(?<![\w@.])@([A-Za-z][A-Za-z0-9-]{2,29})(?![\w-])"
LEAST_BEGUN, MOST_OFFERED = 2, 5
HELD = "[user name]"  # what the scrubber writes for a user name, and never touches again
_HELD_OR_ADDRESS = re.compile(re.escape(HELD) + "|" + _ADDRESS)


def handles_in(text: str) -> set[str]:
    """What stands in `text` behind an @, in lower case."""
    return {handle.lower() for handle in re.findall(_ADDRESS, text)}


def addressed_in(text: str) -> QuerySet[User]:
    """Members whose handles stand in `text` behind an @."""
    return members().filter(handle__in=handles_in(text))


def handles_beginning(begun: str, *, but: str) -> list[str]:
    """Up to `MOST_OFFERED` handles of members that begin so, in the order of the alphabet; none for a single letter."""
    if len(begun) < LEAST_BEGUN:
        return []
    found = members().filter(handle__startswith=begun.lower()).exclude(handle=but)
    return list(found.order_by("handle").values_list("handle", flat=True)[:MOST_OFFERED])


def scrub_but_colleagues(text: str, scrub: Callable[[str], ScrubResult]) -> ScrubResult:
    """`scrub(text)` with the handles of members left as they are; all offsets are those of `text` and of the result."""
    colleagues = {user.handle for user in addressed_in(text)} if "@" in text else set()
    if not colleagues:
        return scrub(text)
    behind: list[str] = []  # what stands behind each token held, in order

    def hold(match: re.Match[str]) -> str:
        if match[1] and match[1].lower() not in colleagues:
            return match[0]
        behind.append(match[0])
        return HELD

    held = _HELD_OR_ADDRESS.sub(hold, text)
    return _given_back(scrub(held), held, behind)


def _given_back(result: ScrubResult, held: str, behind: Sequence[str]) -> ScrubResult:
    """The result with the handles in their places again; should a token have got lost, none is put back."""
    written = [(finding.out_start, finding.out_end) for finding in result.findings]
    ours = [place for place in _places(result.text) if not any(start <= place < end for start, end in written)]
    if len(ours) != len(behind):
        return result

    def moved(finding: Finding) -> Finding:
        start, end = (_moved(at, _places(held), behind) for at in (finding.start, finding.end))
        out_start, out_end = (_moved(at, ours, behind) for at in (finding.out_start, finding.out_end))
        return replace(finding, start=start, end=end, out_start=out_start, out_end=out_end)

    text = result.text
    for place, handle in reversed([*zip(ours, behind, strict=True)]):
        text = text[:place] + handle + text[place + len(HELD) :]
    findings, doubtful = (tuple(map(moved, found)) for found in (result.findings, result.doubtful))
    return replace(result, text=text, findings=findings, doubtful=doubtful)


def _places(text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(HELD), text)]


def _moved(at: int, places: Sequence[int], behind: Sequence[str]) -> int:
    """Where an offset stands once the tokens before it are handles again."""
    return at + sum(len(word) - len(HELD) for place, word in zip(places, behind, strict=True) if place < at)

"""What was written is read again only where it changed, and scrubbing twice still changes nothing."""

from __future__ import annotations

import pytest

from scrubber import rereading, scrub

_FAR = "The abdomen is soft and the lungs are clear to auscultation.\n" * 20


def test_only_lines_near_a_replacement_are_read_again() -> None:
    result = scrub(f"Dr Okonkwo saw him.\n{_FAR}")
    part = rereading.excerpt(result, whole=False)
    assert len(part.text) < len(result.text) / 3
    assert part.text.startswith("Dr [clinician]")


def test_a_span_of_the_excerpt_finds_its_place_in_the_text() -> None:
    result = scrub(f"Dr Okonkwo saw him.\n{_FAR}Mrs Lindqvist agreed.\n{_FAR}")
    part = rereading.excerpt(result, whole=False)
    at = part.text.index("agreed")
    place = part.placed(at, at + 6)
    assert place is not None
    assert result.text[slice(*place)] == "agreed"


def test_what_lies_across_two_pieces_has_no_place() -> None:
    result = scrub(f"Dr Okonkwo saw him.\n{_FAR}Mrs Lindqvist agreed.\n{_FAR}")
    part = rereading.excerpt(result, whole=False)
    assert part.placed(0, len(part.text)) is None


def test_lines_around_a_month_alone_are_read_again_too() -> None:
    result = scrub(f"Dr Okonkwo saw him.\n{_FAR}Flu comes in November.\n{_FAR}")
    assert "November" in rereading.excerpt(result, whole=False).text


@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_a_long_text_scrubbed_twice_stays_the_same(gap: str) -> None:
    pieces = ("Dr Okonkwo saw Priya Raman on 4/12.", _FAR, "told Thandeka to rest", _FAR, "Mom kia xiong, MRN 4471923.")
    once = scrub(gap.join(pieces)).text
    assert scrub(once).text == once

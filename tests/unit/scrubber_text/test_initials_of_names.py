"""The initials of somebody whose name stands in the text: found where they speak, act or are explained."""

from __future__ import annotations

import pytest

from scrubber import initials_of_names, scrub

SEEN = "Rocky Hogg was seen."


def initials_in(text: str, name: str) -> list[tuple[str, int]]:
    return [(text[item.start : item.end], item.start) for item in initials_of_names.repeated(text, [name])]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        (f"{SEEN} RH denied pain.", "Rocky Hogg", ["RH"]),
        (f"{SEEN} R.H. denied pain.", "Rocky Hogg", ["R.H"]),
        ("Zoe Quill was seen. ZQ was started on heparin.", "Zoe Quill", ["ZQ"]),
        ("Zoe Quill was seen. Discussed with ZQ.", "Zoe Quill", ["ZQ"]),
        ("Ella Tex Coffin came. ETC says no. EC says no.", "Ella Tex Coffin", ["ETC", "EC"]),
        ("Mary Smith (MS) came. MS since 2003.", "Mary Smith", ["MS", "MS"]),
        ("MS (Mary Smith, mum) came. Bloods for MS.", "Mary Smith", ["MS", "MS"]),
        ("MS = Mary Smith. MS in bed 4.", "Mary Smith", ["MS", "MS"]),
        ("Mary Smith = MS. MS in bed 4.", "Mary Smith", ["MS", "MS"]),
        ("Mary Smith has MS (Mary's first relapse).", "Mary Smith", []),
        ("Peter Ellis came. PE on CT.", "Peter Ellis", []),
        ("Peter Ellis came. PE was started on heparin.", "Peter Ellis", []),
        ("Peter Ellis came. PE says no. PE was started on heparin.", "Peter Ellis", ["PE", "PE"]),
        ("Paul Thomas came. PT reports pain.", "Paul Thomas", []),
        ("Mary Davis (MD) came.", "Mary Davis", []),
        ("Rocky came. R says no.", "Rocky", []),
        (f"{SEEN} RH-negative. A/RH says no.", "Rocky Hogg", []),
    ],
)
def test_initials_are_somebody_where_they_speak_or_act(text: str, name: str, found: list[str]) -> None:
    assert sorted(words for words, _ in initials_in(text, name)) == sorted(found)


def test_the_engine_hides_them_and_finds_nothing_more_the_second_time() -> None:
    once = scrub("Zoe Quill was seen. ZQ was started on heparin.").text
    assert once == "[person] was seen. [initials] was started on heparin."
    assert scrub(once).text == once

"""A name that was found is hidden where it stands again; a word of English only where it is the name."""

from __future__ import annotations

import pytest

from scrubber import propagation, registry, scrub
from scrubber.findings import Candidate


def again(text: str, name: str, **how) -> list[str]:
    return [text[item.start : item.end + 12] for item in propagation.propagate(text, [name], **how)]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("we saw Young at home", "Young", True),
        ("Home. Young denied pain.", "Young", True),
        ("Home. Young was seen.", "Young", True),
        ("Home. Long says he is well.", "Long", True),
        ("Home. Young adults need more.", "Young", False),
        ("Home. Long history of pain.", "Long", False),
        ("Home. Will need to follow.", "Will", False),
        ("Home. Mark used to walk.", "Mark", False),
        ("Home. Okafor and others.", "Okafor", True),
        ("a young man", "Young", False),
        ("YOUNG ADULT", "Young", False),
    ],
)
def test_a_word_of_english_opens_a_sentence_as_a_name_where_it_acts_like_one(text: str, name: str, found: bool) -> None:
    assert bool(again(text, name)) is found


@pytest.mark.parametrize(("suspected", "found"), [(True, True), (False, False)])
def test_it_is_taken_there_too_where_the_taggers_suspected_it(suspected: bool, found: bool) -> None:
    text = "Home. Young / ward 4"
    assert bool(again(text, "Young", suspected=lambda start, end: suspected and (start, end) == (6, 11))) is found


@pytest.mark.parametrize(("name", "sought"), [("Mark", True), ("Case", False), ("May", False)])
def test_what_many_are_called_is_looked_for_although_it_stands_elsewhere_as_a_word(name: str, sought: bool) -> None:
    text = f"{name} asked when. {name} it. {name} again. {name} now."
    guess = Candidate(0, len(name), "NAME", 0.9, "tagger.name", "")
    assert propagation.seeds(text, [guess]) == ((name,) if sought else ())


def test_the_engine_asks_the_taggers_whether_they_suspected_it(monkeypatch) -> None:
    text = "Seen at home. Mr. Young has pain in the foot and takes aspirin. Young / ward 4"
    assert "propagated" in {item.rule for item in scrub(text).findings}
    monkeypatch.setattr(registry.Document, "suspects", lambda *_: False)
    assert "propagated" not in {item.rule for item in scrub(text).findings}

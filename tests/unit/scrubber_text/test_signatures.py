"""Names in small letters where somebody signed or did something, and people met with a relative: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber import scrub
from scrubber.recognizers import bare_names, signatures
from tests.unit.scrubber_text.marking import found_by, unmarked

SIGNED = [
    "thank you for seeing him.\n\nwith kind regards,\n⟦grace long⟧\nconsultant in renal medicine",
    "best wishes,\n⟦will young⟧",
    "yours sincerely\n  ⟦rosa de la cruz⟧, gp",
    "the note was dictated by ⟦grace long⟧, he saw her twice.",
    "operated by ⟦will young⟧ and ⟦peter park⟧. scan clean.",
    "seen by ⟦amber j. day⟧ on monday",
    "Discussed with ⟦Will Long⟧, happy to accept.",
    "Kind regards,\n⟦Grace Friday⟧\nRegistrar",
    "seen: 12 march\nby: ⟦grace m. long⟧, md",
    "first choice for ⟦will “bear” young⟧, 67, who smokes",
    "She was under ⟦Long⟧ at ⟦BFH⟧ for her hips.",
    "still under ⟦Patel⟧ at ⟦Kings⟧, well",
    "discussed with ⟦j long⟧.",
    "⟦Grace Long⟧, his daughter, flew in",
    "⟦will young⟧ called again from the shop",
    "Kindest wishes,\n⟦Grace M. Hall⟧",
]
NOBODY_SIGNED = [
    "kind regards,\nthe cardiology team",
    "best wishes,\nyour renal clinic\nward 4",
    "reviewed by hand surgery, plan unchanged.",
    "seen by stroke team and pharmacy.",
    "performed by open technique, done by mouth.",
    "discussed with young people in clinic, and treated by hand.",
    "She was under anaesthesia at the time, then under Section at home.",
    "it was in “and out” often, 3 times",
    "discussed with t cell group, seen by c diff.",
    "Was under General at home, under Pain at night.",
    "grace period, his daughter said",
    "the nurse called back about it. She texted again.",
    "ok thanks\nwill do\n",
    "seen by med student, discussed with ward round.",
    "She rang. the case, his mother said, was closed.",
    "my long, his mother. seen by so many, and all called back",
    "discussed with his best friend, his mother",
    "regards to your family and thanks",
]
MET = [
    "I met ⟦Sunny⟧ and his mother today.",
    "we saw ⟦Kid⟧ with her parents",
    "met ⟦young⟧ and his mother. he is well.",
    "spoke to ⟦Prince⟧ and her husband",
    "Sleeps well. ⟦Sunny⟧ turned thirty-two in spring",
]
NOBODY_MET = [
    "Met Mom and her husband.",
    "I saw patient and his wife today",
    "called him and his mother",
    "Patient turned 40 in spring. Sunny turned 40 degrees.",
    "met kid and his mother",
    "reviewed Patient with her daughter",
]


@pytest.mark.parametrize("marked", SIGNED)
def test_who_signed_or_did_something_is_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [words for words, _ in found_by(signatures.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NOBODY_SIGNED)
def test_teams_and_techniques_are_left_alone(text: str) -> None:
    assert found_by(signatures.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", MET)
def test_who_came_with_a_relative_is_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [words for words, _ in found_by(bare_names.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NOBODY_MET)
def test_words_for_anybody_are_left_alone(text: str) -> None:
    assert found_by(bare_names.RECOGNIZER, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("notes. done by bill day, no issues. he eats well and walks to the shop.", "bill day"),
        ("I met Kid and his mother. He is eight and breathes without effort.", "Kid"),
        ("He was under Kawasaki at Mercy for years and walks to the shop.", "Kawasaki"),
    ],
)
def test_the_taggers_do_not_overrule_it(text: str, name: str) -> None:
    assert name in [text[item.start : item.end] for item in scrub(text).findings]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kind regards,\nMinh Thu\nRegistrar", "Minh Thu"),
        ("On call this week for the unit:\nMinh Thu 0800-2000\nNgoc Sat 0800-2000", "Thu"),
    ],
)
def test_a_day_is_part_of_a_name_that_stands_alone_on_its_line(text: str, kept: str) -> None:
    found = [text[item.start : item.end] for item in scrub(text).findings if item.category == "NAME"]
    assert (kept in found) is (kept == "Minh Thu")

"""A pattern is left out only where it cannot match."""

import re

import pytest

from scrubber import registry
from scrubber.literals import may_match, needed
from scrubber.normalise import View, normalise
from scrubber.training.notes import corpus


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\bhouse\s(?:number|no\.?)\s\d", [{"house number 0", "house no 0", "house no. 0"}]),
        (
            r"(?i)\b(?:post ?code|zip)[\s:]\d",
            [{"zip 0", "zip:0", "postcode 0", "postcode:0", "post code 0", "post code:0"}],
        ),
        (r"\d{5}(?:-\d{4})?", [{"00000", "00000-0000"}]),
        (r"\d{1,2}/\d{1,2}", [{"0/0", "00/0", "0/00", "00/00"}]),
        (r"[1-9]\d{7,}", [{"0000000"}]),
        (r"ward\s*[\n ]\s*\d", [{"ward 0"}]),
        (r"ward[^\S\n]+b", [{"ward b"}]),
        (r"(?:Mr|Dr)\.?\s[A-Z]", [{"mr ", "mr. ", "dr ", "dr. "}]),
        (r"(?:ward)?\s\d", []),
        (r"(?:ward|\d)\sbed", [{"ward bed", "0 bed"}]),
        (r"(?:ward|\w)\sbed", [{" bed"}]),
        (r"[Ww]ard(?:\s[A-Z])*", [{"ward"}]),
        (r"(?:ward\s)+\d", [{"ward "}]),
        (r"(?:jan|june?)\b", [{"jan", "jun", "june"}]),
        (r"\w+(?=,\s(?:admitted|seen))", [{", admitted", ", seen"}]),
        (r"\w+@\w+\.(?:com|org)\b", [{".com", ".org"}]),
        (r"(?:bed|room)\w+[A-Z]\d{3}", [{"bed", "room"}, {"000"}]),
        (r"(?!ward)\w+(?<!bed)", []),
        (r"(?>clinic|hospital)\s[A-Z]", [{"clinic ", "hospital "}]),
    ],
)
def test_literals_of_a_pattern(pattern, literals):
    assert set(needed(re.compile(pattern))) == set(map(frozenset, literals))


@pytest.mark.parametrize("text", ["12/3", "born\u00a0 12/3 or so", "\u0663\u0661/\u0664", "\n12/03\n"])
def test_digits_and_space_of_any_kind_count(text):
    pattern = re.compile(r"\d{1,2}/\d{1,2}")
    assert pattern.search(text) and may_match(
        needed(pattern), registry.Document(text, View(text, None, len(text))).literals
    )


@pytest.mark.parametrize("text", ["JOB TİTLE", "job tıtle", "ſchool", "K-9 unit", "WARD ΙΙ"])
def test_letters_that_match_when_case_is_ignored_count(text):
    for written in ("job title", "school", "k-9 unit", "ward"):
        pattern = re.compile(re.escape(written), re.I)
        if pattern.search(text):
            assert may_match(needed(pattern), registry.Document(text, View(text, None, len(text))).literals)


@pytest.fixture(scope="module")
def documents():
    """Texts dense with identifiers, as they stand and in capitals."""
    texts = [note.text for note in corpus(7, 150, test=True)]
    return [registry.Document(text, normalise(text)) for written in texts for text in (written, written.upper())]


@pytest.mark.parametrize(
    "recognizer", [one for one in registry.recognizers() if hasattr(one, "rules")], ids=lambda r: r.name
)
def test_no_rule_matches_a_text_without_its_literals(recognizer, documents):
    for rule in recognizer.rules:
        for document in documents:
            if may_match(rule.literals, document.literals):
                continue
            searched = document.lowered if rule.lowered else document.view.text
            assert rule.pattern.search(searched) is None, (rule.id, rule.literals)

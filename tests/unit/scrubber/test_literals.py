"""A pattern is left out only where it cannot match."""

import re

import pytest

from scrubber import registry
from scrubber.literals import needed
from scrubber.normalise import View, normalise
from scrubber.training.notes import corpus


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\bhouse\s(?:number|no\.?)\s\d", {"house"}),
        (r"(?i)\b(?:post ?code|zip)[\s:]\d", {"post code", "postcode", "zip"}),
        (r"\d{5}(?:-\d{4})?", set()),
        (r"(?:Mr|Dr)\.?\s[A-Z]", set()),
        (r"(?:ward)?\s\d", set()),
        (r"(?:ward|\d)\sbed", {"bed"}),
        (r"[Ww]ard(?:\s[A-Z])*", {"ward"}),
        (r"(?:ward\s)+\d", {"ward"}),
        (r"(?:jan|june?)\b", {"jan", "jun", "june"}),
        (r"\w+(?=,\s(?:admitted|seen))", {"admitted", "seen"}),
        (r"(?!ward)\w+(?<!bed)", set()),
        (r"(?>clinic|hospital)\s[A-Z]", {"clinic", "hospital"}),
    ],
)
def test_literals_of_a_pattern(pattern, literals):
    assert needed(re.compile(pattern)) == literals


@pytest.mark.parametrize("text", ["JOB TİTLE", "job tıtle", "ſchool", "K-9 unit", "WARD ΙΙ"])
def test_letters_that_match_when_case_is_ignored_count(text):
    for written in ("job title", "school", "k-9 unit", "ward"):
        pattern = re.compile(re.escape(written), re.I)
        if pattern.search(text):
            assert needed(pattern) & registry.Document(text, View(text, None, len(text))).literals


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
            if not rule.literals or not rule.literals.isdisjoint(document.literals):
                continue
            searched = document.lowered if rule.lowered else document.view.text
            assert rule.pattern.search(searched) is None, (rule.id, rule.literals)

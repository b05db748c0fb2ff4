"""Clinical writing that names nobody stays as it is, but for a bounded share of its words."""

import pytest

from tests.corpus.clean_text import documents
from tests.corpus.deid_text.__main__ import scrub_all
from tests.corpus.deid_text.scoring import score


@pytest.mark.parametrize(("name", "most"), [("first", 4), ("second", 12), ("third", 14)])
def test_little_is_taken_from_text_without_identifiers(name, most):
    corpus = documents(name)
    assert score(corpus, scrub_all(corpus)).false_per_thousand() <= most


@pytest.mark.parametrize("name", ["first", "second"])
def test_the_sets_hold_every_kind_of_writing(name):
    kinds = {document.kind for document in documents(name)}
    assert kinds == {"note", "post", "query", "letter", "abstract", "guideline", "teaching", "report"}
    assert len(documents(name)) >= 60

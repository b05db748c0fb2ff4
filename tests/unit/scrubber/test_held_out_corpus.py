"""What the scrubber does to texts nobody trained it on may only get better."""

import pytest

from tests.corpus.deid_text import documents
from tests.corpus.deid_text.__main__ import scrub_all
from tests.corpus.deid_text.loading import parse
from tests.corpus.deid_text.scoring import score
from tests.corpus.fresh_text import SETS
from tests.corpus.fresh_text import documents as fresh


@pytest.fixture(scope="module")
def scores():
    corpus = documents()
    return score(corpus, scrub_all(corpus))


def test_at_least_as_many_identifiers_are_found_as_before(scores):
    assert scores.recall >= 0.98
    assert scores.core_recall >= 0.98
    assert scores.tag_recall("obf") >= 0.9


def test_no_more_documents_leak_than_before(scores):
    assert scores.leak_rate <= 0.09
    assert scores.direct_leak_rate <= 0.04


def test_no_more_clinical_language_is_taken_than_before(scores):
    assert scores.false_per_thousand() <= 8
    assert scores.precision >= 0.9


@pytest.fixture(scope="module")
def fresh_scores():
    corpus = [document for name in SETS for document in fresh(name)]
    return score(corpus, scrub_all(corpus))


def test_no_more_of_fresh_text_is_missed_than_before(fresh_scores):
    assert fresh_scores.recall >= 0.96
    assert fresh_scores.core_recall >= 0.965
    assert fresh_scores.leak_rate <= 0.2
    assert fresh_scores.direct_leak_rate <= 0.07


def test_no_more_of_fresh_text_is_taken_wrongly_than_before(fresh_scores):
    assert fresh_scores.precision >= 0.9
    assert fresh_scores.false_per_thousand() <= 5


def test_the_corpus_is_large_and_mixed_enough_to_judge_by():
    corpus = documents()
    origins = ("vi", "ko", "hm", "ng", "ie", "ar", "fa", "nv", "es", "in")
    with_origin = {tag: {d.id for d in corpus for mark in d.marks if tag in mark.tags} for tag in origins}
    assert min(len(found) for found in with_origin.values()) >= 12
    assert sum(not document.marks for document in corpus) >= 50


def test_a_survivor_and_a_word_wrongly_taken_are_both_counted():
    document = parse("d", "note", "Saw [[NAME:Ann Lee]] in [[ROOM:12]]. Foley out.")
    scores = score([document], {"d": [(4, 7), (15, 17), (19, 24)]})
    assert (scores.recall, scores.leak_rate, scores.direct_leak_rate) == (0.5, 1.0, 1.0)
    assert [miss.words for miss in scores.misses] == ["Ann Lee"]
    assert scores.false_words == 1

"""Two orders in one."""

from search.engines.base import Hit
from search.fusion import MEANING, MEANING_OF_LONG_TEXT, fused, weight_of_meaning


def ids(hits):
    return [hit.id for hit in hits]


def test_what_both_orders_like_comes_first():
    by_words = [Hit("a", 9), Hit("b", 8), Hit("c", 1)]
    by_meaning = [Hit("b", 0.9), Hit("d", 0.8), Hit("a", 0.2)]
    assert ids(fused(by_words, by_meaning, weight=0.5)) == ["b", "a", "d", "c"]


def test_without_hits_by_meaning_the_order_by_words_stays():
    by_words = [Hit("a", 9), Hit("b", 8), Hit("c", 8), Hit("d", 1)]
    assert ids(fused(by_words, [], weight=0.0)) == ["a", "b", "c", "d"]


def test_without_hits_by_words_the_order_by_meaning_stays():
    assert ids(fused([], [Hit("a", 0.5), Hit("b", 0.4)], weight=0.5)) == ["a", "b"]


def test_one_hit_is_a_whole_hit():
    assert fused([Hit("a", 3)], [], weight=0.0)[0].score == 1.0


def test_long_text_leans_on_meaning():
    assert weight_of_meaning(6) == MEANING < MEANING_OF_LONG_TEXT == weight_of_meaning(80)


def test_the_topic_of_a_hit_is_kept():
    assert fused([Hit("a", 1, "7")], [Hit("b", 1, "8")], weight=0.5)[1].topic in {"7", "8"}

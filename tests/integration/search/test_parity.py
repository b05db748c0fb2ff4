"""Both engines answer the same: the same set where a set is asked for, nearly the same ten where ranking decides."""

import random

import pytest
from django.conf import settings

from benchmarks.search_corpus import HANDLES, Forum
from search.engines.base import Ask
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.query import parse

pytestmark = pytest.mark.services
SIZE, QUESTIONS = 1500, 130  # of each sort: 260 queries
MEMBERS = ("members",)


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    forum = Forum(SIZE, audiences=("members", "others"), vectors=True)
    elastic = ElasticEngine(
        settings.ELASTICSEARCH_URL, prefix=f"{settings.ELASTICSEARCH_PREFIX}-parity", create=True, ask_seconds=30
    )
    engines = (EmbeddedEngine(tmp_path_factory.mktemp("search")), elastic)
    documents = list(forum.documents())
    for engine in engines:
        engine.write(documents)
    yield forum, *engines
    elastic.wipe()


def ask_for(text, **fields):
    topics = {"following": frozenset(map(str, range(1, 40)))}
    return Ask(parse(text), MEMBERS, HANDLES[0], topics, **fields)


def test_conditions_phrases_exclusions_and_alternatives_find_the_same_set(both):
    forum, embedded, elastic = both
    for text in forum.narrowed(QUESTIONS):
        one, other = (engine.ask(ask_for(text, limit=450)) for engine in (embedded, elastic))
        assert one.total == other.total, text
        assert {name: sorted(counts) for name, counts in one.facets.items()} == {
            name: sorted(counts) for name, counts in other.facets.items()
        }, text
        if one.total <= 450:
            assert {hit.id for hit in one.hits} == {hit.id for hit in other.hits}, text


def test_ranked_questions_share_eight_of_ten(both):
    forum, embedded, elastic = both
    shares = []
    for text in forum.questions(QUESTIONS):
        one, other = ({hit.id for hit in engine.ask(ask_for(text, limit=10)).hits} for engine in (embedded, elastic))
        shares.append(len(one & other) / max(1, len(one)))
    assert sum(shares) / len(shares) >= 0.8


def test_totals_of_ranked_questions_are_the_same(both):
    forum, embedded, elastic = both
    for text in forum.questions(QUESTIONS):
        assert embedded.ask(ask_for(text)).total == elastic.ask(ask_for(text)).total, text


def test_hits_by_meaning_share_eight_of_ten(both):
    forum, embedded, elastic = both
    rng, shares = random.Random(2), []
    for text in forum.narrowed(40, seed=3):
        ask = ask_for(text, vector=forum.vector(rng), vector_limit=10)
        one, other = ({hit.id for hit in engine.ask(ask).vector_hits} for engine in (embedded, elastic))
        assert len(one) == len(other), text
        shares.append(len(one & other) / max(1, len(one)) if one else 1.0)
    assert sum(shares) / len(shares) >= 0.8


def test_paging_by_time_shows_the_same_hits_in_the_same_order(both):
    _, *engines = both
    for text in ("kind:post sort:new", "fever sort:active", "is:solved sort:new"):
        pages = []
        for engine in engines:
            seen, after = [], ""
            for _ in range(5):
                answer = engine.ask(ask_for(text, limit=30, after=after))
                seen, after = [*seen, *(hit.id for hit in answer.hits)], answer.next
            pages.append(seen)
        assert pages[0] == pages[1]

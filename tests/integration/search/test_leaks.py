"""Random viewers and queries: nothing of what a viewer may not read shows anywhere (the large run: benchmarks/search_leaks.py)."""

import pytest
from django.conf import settings

from benchmarks.search_leaks import look_for_leaks
from search.engines import embedded_query
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.plan import Is

PAIRS = 150


def test_the_embedded_engine_leaks_nothing(tmp_path):
    assert look_for_leaks(EmbeddedEngine(tmp_path), PAIRS, size=300) == 0


@pytest.mark.services
def test_elasticsearch_leaks_nothing():
    engine = ElasticEngine(
        settings.ELASTICSEARCH_URL, prefix=f"{settings.ELASTICSEARCH_PREFIX}-leaks", create=True, ask_seconds=30
    )
    try:
        assert look_for_leaks(engine, PAIRS, size=300) == 0
    finally:
        engine.wipe()


def test_the_search_for_leaks_finds_them_when_the_audience_is_not_asked(tmp_path, monkeypatch):
    """The test above can fail."""
    translate = embedded_query._clause

    def careless(clause, schema):
        if isinstance(clause, Is) and clause.field == "audience":
            return embedded_query.Q.const_score_query(embedded_query.Q.all_query(), 0.0)
        return translate(clause, schema)

    monkeypatch.setattr(embedded_query, "_clause", careless)
    assert look_for_leaks(EmbeddedEngine(tmp_path), 20, size=300) > 0

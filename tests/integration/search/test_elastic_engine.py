"""Elasticsearch keeps the contract, on a real server."""

import pytest
from django.conf import settings

from search.engines.elastic import ElasticEngine
from tests.integration.search.engine_contract import EngineContract

pytestmark = pytest.mark.services


class TestElasticEngine(EngineContract):
    @pytest.fixture
    def engine(self):
        engine = ElasticEngine(
            settings.ELASTICSEARCH_URL, prefix=f"{settings.ELASTICSEARCH_PREFIX}-contract", create=True, ask_seconds=30
        )
        engine.wipe()
        yield engine
        engine.wipe()

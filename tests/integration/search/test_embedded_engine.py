"""The embedded engine keeps the contract."""

import pytest

from search.engines.embedded import EmbeddedEngine
from tests.integration.search.engine_contract import EngineContract


class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path):
        return EmbeddedEngine(tmp_path / "search")

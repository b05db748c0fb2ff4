"""Which engine answers: Elasticsearch where ELASTICSEARCH_URL is set, the embedded index where it is not."""

from functools import cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine


@cache
def engine() -> Engine:
    """The engine of this process, opened once."""
    return EmbeddedEngine(Path(settings.VAR_DIR) / "search")

"""Which engine answers: Elasticsearch where ELASTICSEARCH_URL is set, the embedded index where it is not.

With Elasticsearch, the embedded index is kept as a standby: written from the same outbox, asked while Elasticsearch is
down or has no index of the current mapping.
"""

import time
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction

from core.outbox.queueing import enqueue
from search.engines.base import Engine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.standby import WithStandby

EMBEDDED, ELASTIC = "embedded", "elastic"
REBUILD = "search.rebuild"  # outbox topic; the object is the name of an engine
PATIENCE = 30.0  # seconds before the same lost index is reported again
_reported: dict[str, float] = {}


@cache
def engines() -> dict[str, Engine]:
    """Every engine that is written, by name: opened once a process."""
    found: dict[str, Engine] = {EMBEDDED: EmbeddedEngine(Path(settings.VAR_DIR) / "search")}
    if settings.ELASTICSEARCH_URL:
        found[ELASTIC] = ElasticEngine(
            settings.ELASTICSEARCH_URL, prefix=settings.ELASTICSEARCH_PREFIX, **settings.ELASTICSEARCH_ACCESS
        )
    return found


def engine() -> Engine | WithStandby:
    """The engine to ask."""
    embedded = engines()[EMBEDDED]
    if isinstance(embedded, EmbeddedEngine) and not embedded.is_complete:
        request_rebuild(EMBEDDED)
    return _asked()


@cache
def _asked() -> Engine | WithStandby:
    found = engines()
    if ELASTIC not in found:
        return found[EMBEDDED]
    return WithStandby(found[ELASTIC], found[EMBEDDED], on_missing=lambda: request_rebuild(ELASTIC))


def request_rebuild(name: str) -> None:
    """Have an index built from the database by the worker. Asking again soon changes nothing."""
    if time.monotonic() - _reported.get(name, -PATIENCE) < PATIENCE:
        return
    _reported[name] = time.monotonic()
    with transaction.atomic():
        enqueue(topic=REBUILD, object_id=name)

"""The engines of the installation, empty before each test that uses them."""

import pytest

from search.engines import choosing
from search.engines.choosing import engines


@pytest.fixture
def indices(db, monkeypatch):
    """Every engine that is written (the embedded one, and Elasticsearch where it runs), empty and complete."""
    monkeypatch.setattr(choosing, "_reported", {})
    for engine in engines().values():
        engine.adopt(engine.beside())
    yield engines()
    for engine in engines().values():
        engine.wipe()


@pytest.fixture
def search(indices, work_done):
    """`search(viewer, "words")`: drain the outbox, then the engine's answer as the page asks for it."""
    from search.engines.base import Ask
    from search.query import parse
    from search.viewers import audience_of, topics_of

    def searching(viewer, text, **fields):
        while work_done():
            pass
        query = parse(text)
        handle = getattr(viewer, "handle", "")
        return choosing.engine().ask(Ask(query, audience_of(viewer), handle, topics_of(viewer, query), **fields))

    return searching


@pytest.fixture
def found(search):
    """`found(viewer, "words")`: ids of what the engine answers."""
    return lambda viewer, text, **fields: [hit.id for hit in search(viewer, text, **fields).hits]

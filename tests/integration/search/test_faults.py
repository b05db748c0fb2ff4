"""Killed and wiped in the middle of writing: what is rebuilt equals the database."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings

from search.engines.base import Ask, BadDocument
from search.engines.choosing import EMBEDDED
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.loading import every_id, load_many
from search.query import parse
from search.rebuilding import AlreadyRunning, NotVerified, alone, rebuild
from tests.factories.accounts import make_member
from tests.factories.cases import make_published

WRITER = """
import sys
from pathlib import Path
from search.documents import Document
from search.engines.embedded import EmbeddedEngine
engine = EmbeddedEngine(Path(sys.argv[1]))
for number in range(100_000):
    engine.write([Document(f"post:{n}", "post", f"Number {number}", "quokka " * 50, sequence=number + 1, vector=[0.0] * 384)
                  for n in range(number, number + 20)])
    print(number, flush=True)
"""


@pytest.mark.parametrize("writes", [1, 7])
def test_the_embedded_index_survives_kill_9_in_the_middle_of_a_write(tmp_path, writes):
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    committed = -1
    while committed < writes:
        committed = int(writer.stdout.readline())
    time.sleep(0.03)  # into the next one
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()

    engine = EmbeddedEngine(tmp_path)
    held = dict(engine.digests())
    assert len(held) >= committed + 20, "what a returned write stored is there"
    answer = engine.ask(Ask(parse("quokka"), ("members",), vector=[1.0] + [0.0] * 383))
    assert answer.total == len(held) and answer.vector_hits
    engine.write([], gone=dict.fromkeys(held, 10**9))
    assert engine.count() == 0, "and it can be written again: no lock is left behind"


@pytest.fixture
def content(db):
    """Two cases, their authors and a moderator: documents of every kind but replies."""
    author, moderator = make_member("author"), make_member("moderator", is_moderator=True)
    make_published(author, moderator, title="Quokka fever")
    make_published(author, moderator, title="Numbat rash")


def digests_of_the_database():
    return {key: document.digest for key, document in load_many(every_id()).items()}


def test_a_wiped_embedded_index_is_rebuilt_equal_to_the_database(content, indices):
    engine = indices[EMBEDDED]
    rebuild(engine)
    assert dict(engine.digests()) == digests_of_the_database() != {}
    shutil.rmtree(settings.VAR_DIR / "search")
    lost = EmbeddedEngine(settings.VAR_DIR / "search")
    assert not lost.is_complete
    rebuild(lost)
    assert dict(lost.digests()) == digests_of_the_database()
    assert lost.is_complete


def test_progress_is_told_and_reaches_the_end(content, indices):
    told = []
    rebuild(indices[EMBEDDED], lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == len(list(every_id()))


def test_an_index_that_differs_from_the_database_is_not_adopted(content, indices, monkeypatch):
    engine = indices[EMBEDDED]
    rebuild(engine)
    monkeypatch.setattr(EmbeddedEngine, "digests", lambda self: iter([("case:999", "0")]))
    with pytest.raises(NotVerified):
        rebuild(engine)
    monkeypatch.undo()
    assert dict(engine.digests()) == digests_of_the_database(), "the old index goes on answering"


def test_only_one_rebuild_runs_at_a_time(db):
    with alone(), pytest.raises(AlreadyRunning), alone():
        pass


# --- Elasticsearch, really killed and wiped ---


@pytest.fixture
def node(tmp_path_factory):
    """A node of one's own that may be killed."""
    from tests.services.elasticsearch import start_elasticsearch
    from tests.services.machine import data_folder, end

    folder = data_folder() / "elasticsearch-to-kill"
    address, pid = start_elasticsearch(folder)
    nodes = [pid]

    def again():
        os.kill(nodes[-1], signal.SIGKILL)
        fresh, pid = start_elasticsearch(folder)  # with empty data
        nodes.append(pid)
        return fresh

    yield address, nodes[0], again
    end(nodes[-1])
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.services
def test_elasticsearch_killed_and_wiped_in_the_middle_of_a_write_is_rebuilt_equal_to_the_database(content, node):
    address, _, again = node
    engine = ElasticEngine(address, prefix="consilium-fault", create=True, ask_seconds=30)
    rebuild(engine)
    half = iter(load_many(every_id()).values())
    engine.write([next(half)])
    fresh = ElasticEngine(again(), prefix="consilium-fault", ask_seconds=30)
    with pytest.raises(Exception) as missing:
        fresh.count()
    assert type(missing.value).__name__ == "IndexMissing"
    rebuild(fresh)
    assert dict(fresh.digests()) == digests_of_the_database() != {}


@pytest.mark.services
def test_elasticsearch_refuses_a_document_with_an_unknown_field_and_writes_the_others(monkeypatch):
    from search.documents import Document
    from search.engines import elastic

    engine = ElasticEngine(
        settings.ELASTICSEARCH_URL, prefix=f"{settings.ELASTICSEARCH_PREFIX}-strict", create=True, ask_seconds=30
    )
    entry = elastic.entry
    monkeypatch.setattr(elastic, "entry", lambda d: entry(d) | ({"surprise": "1"} if d.id == "case:1" else {}))
    try:
        with pytest.raises(BadDocument) as refused:
            engine.write([Document("case:1", "case", "One", ""), Document("case:2", "case", "Two", "")])
        assert refused.value.ids == {"case:1"}
        assert set(dict(engine.digests())) == {"case:2"}
    finally:
        engine.wipe()

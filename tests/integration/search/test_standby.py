"""Elasticsearch down: the embedded index answers, trimmed the same, and Elasticsearch catches up afterwards."""

import pytest
from django.db import transaction
from django.utils import timezone

from core.outbox.draining import drain
from core.outbox.models import OutboxRow
from core.outbox.queueing import enqueue
from search import indexing
from search.documents import Document
from search.engines import choosing, standby
from search.engines.base import Ask, BadDocument, EngineDown, IndexMissing
from search.engines.embedded import EmbeddedEngine
from search.engines.standby import WithStandby
from search.indexing import INDEX
from search.query import parse
from search.rebuilding import rebuild
from tests.factories.accounts import make_member

MEMBERS = ("members",)
QUOKKA = Document("case:1", "case", "Quokka", "", audience=MEMBERS)
SECRET = Document("case:2", "case", "Quokka", "", audience=("others",))


class Breakable(EmbeddedEngine):
    """Stands for Elasticsearch: refuses every call while `failure` is set, refuses documents named in `poison`."""

    failure: Exception | None = None
    poison: frozenset[str] = frozenset()

    def beside(self):
        fresh = super().beside()
        fresh.poison = self.poison
        return fresh

    def ask(self, ask):
        self._fail()
        return super().ask(ask)

    def write(self, documents, *, gone=None):
        self._fail()
        documents = list(documents)
        super().write([item for item in documents if item.id not in self.poison], gone=gone)
        if refused := {item.id for item in documents} & self.poison:
            raise BadDocument(refused)

    def _fail(self):
        if self.failure:
            raise self.failure


@pytest.fixture
def first(tmp_path):
    return Breakable(tmp_path / "first")


@pytest.fixture
def second(tmp_path):
    return EmbeddedEngine(tmp_path / "second")


def ask(engine, text="quokka", audience=MEMBERS):
    return engine.ask(Ask(parse(text), audience))


def test_the_standby_answers_with_the_same_trimming_and_says_so(first, second):
    for engine in (first, second):
        engine.write([QUOKKA, SECRET])
    both = WithStandby(first, second)
    assert (ask(both).total, ask(both).standby) == (1, False)
    first.failure = EngineDown()
    answer = ask(both)
    assert ([hit.id for hit in answer.hits], answer.total, answer.standby) == (["case:1"], 1, True)


def test_a_failed_engine_is_left_alone_for_a_while_and_then_asked_again(first, second, monkeypatch):
    both = WithStandby(first, second)
    first.failure = EngineDown()
    ask(both)
    first.failure = None
    assert ask(both).standby
    monkeypatch.setattr(standby, "PAUSE", 0)
    both = WithStandby(first, second)
    first.failure = EngineDown()
    ask(both)
    first.failure = None
    assert not ask(both).standby


def test_an_engine_that_lost_its_index_is_reported(first, second):
    reported = []
    both = WithStandby(first, second, on_missing=lambda: reported.append(True))
    first.failure = IndexMissing()
    assert ask(both).standby and reported == [True]


# --- the outbox ---


@pytest.fixture
def installed(first, second, monkeypatch, settings, db):
    """Both engines as the installation's, Elasticsearch being the breakable one."""
    settings.ELASTICSEARCH_URL = "http://elasticsearch.invalid"
    both = {choosing.EMBEDDED: second, choosing.ELASTIC: first}
    monkeypatch.setattr(choosing, "_reported", {})
    monkeypatch.setattr(indexing, "engines", lambda: both)
    monkeypatch.setattr("search.rebuilding.engines", lambda: both)
    return first, second


def change(*members):
    with transaction.atomic():
        for member in members:
            for name in indexing.written_engines():
                enqueue(topic=f"{INDEX}.{name}", object_id=f"member:{member.pk}")


def everything_is_due():
    OutboxRow.objects.update(available_at=timezone.now())


def test_rows_wait_for_a_lost_engine_without_losing_attempts_and_it_catches_up(installed):
    elastic, embedded = installed
    people = [make_member(f"person-{number}") for number in range(30)]
    elastic.failure = EngineDown()
    change(*people)
    for _ in range(12):  # more often than a failing row is tried
        drain()
        everything_is_due()
    assert embedded.count() == 30, "the standby is up to date meanwhile"
    rows = OutboxRow.objects.all()
    assert {(row.topic, row.state, row.attempts) for row in rows} == {(f"{INDEX}.elastic", "waiting", 0)}
    elastic.failure = None
    drain()
    assert dict(elastic.digests()) == dict(embedded.digests())
    assert not OutboxRow.objects.exists()


def test_a_lost_index_is_rebuilt_from_the_database_and_verified(installed):
    elastic, _ = installed
    people = [make_member(f"person-{number}") for number in range(5)]
    elastic.failure = IndexMissing()
    change(people[0])
    drain()  # the row finds the index missing, asks for a rebuild, and that is done next
    elastic.failure = None
    assert elastic.is_complete
    assert elastic.count() == 5


def test_one_poisoned_document_is_parked_and_keeps_no_other_from_being_indexed(installed):
    elastic, _ = installed
    people = [make_member(f"person-{number}") for number in range(5)]
    elastic.poison = frozenset({f"member:{people[2].pk}"})
    change(*people)
    for _ in range(9):
        drain()
        everything_is_due()
    assert elastic.count() == 4
    parked = OutboxRow.objects.get(state="parked")
    assert (parked.object_id, parked.last_error) == (f"member:{people[2].pk}", "BadDocument")


def test_a_rebuild_leaves_refused_documents_to_the_outbox_and_ends(installed):
    elastic, _ = installed
    people = [make_member(f"person-{number}") for number in range(3)]
    elastic.poison = frozenset({f"member:{people[0].pk}"})
    assert rebuild(elastic) == 2
    assert OutboxRow.objects.filter(topic=f"{INDEX}.elastic", object_id=f"member:{people[0].pk}").exists()

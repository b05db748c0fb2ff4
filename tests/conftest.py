"""The fixed cast, and the care the append-only audit table needs between transactional tests."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from accounts.models import User
from core.outbox.draining import drain
from tests.factories.accounts import make_member, make_user


@pytest.fixture
def author(db: None) -> User:
    return make_member("author")


@pytest.fixture
def colleague(db: None) -> User:
    return make_member("colleague")


@pytest.fixture
def moderator(db: None) -> User:
    return make_member("moderator", is_moderator=True)


@pytest.fixture
def second_moderator(db: None) -> User:
    return make_member("second-moderator", is_moderator=True)


@pytest.fixture
def registrar(db: None) -> User:
    return make_user("registrar", is_registrar=True)


@pytest.fixture
def unverified(db: None) -> User:
    return make_user("unverified")


@pytest.fixture
def stranger(db: None) -> User:
    """Verified and trained, but took part in nothing."""
    return make_member("stranger")


@pytest.fixture
def signed_in() -> Callable[[Any], Client]:
    """A browser signed in as somebody: `signed_in(author).get(...)`."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    return sign_in


@pytest.fixture
def work_done(db: None) -> Callable[[], int]:
    """Drain the outbox as the worker would."""
    return lambda: drain(limit=500)


_TRIGGERS = ("audit_no_update", "audit_no_delete")


@pytest.fixture(autouse=True)
def _audit_rows_can_be_flushed(request: pytest.FixtureRequest) -> Iterator[None]:
    """SQLite flushes transactional tests with DELETE, which the audit triggers refuse: lift them just for that."""
    marker = request.node.get_closest_marker("django_db")
    transactional = bool(marker and marker.kwargs.get("transaction")) or {
        "transactional_db",
        "live_server",
    } & set(request.fixturenames)
    if not transactional:
        yield
        return
    request.getfixturevalue("transactional_db")
    if connection.vendor != "sqlite":
        yield
        return
    from core.audit.migrations import SQLITE_TRIGGERS

    with connection.cursor() as cursor:
        for statement in SQLITE_TRIGGERS:
            cursor.execute(statement)
    yield
    with connection.cursor() as cursor:
        for name in _TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")

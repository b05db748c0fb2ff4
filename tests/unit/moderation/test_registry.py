"""The registry of adapters."""

import pytest

from moderation import registry
from moderation.registry import NotThere, reviewable
from tests.integration.moderation.fake_content import NoteAdapter


@pytest.fixture(autouse=True)
def _empty(monkeypatch):
    monkeypatch.setattr(registry, "_adapters", {})


def test_a_registered_kind_is_found_and_named():
    adapter = NoteAdapter()
    registry.register(adapter)
    assert reviewable("note") is adapter
    assert registry.kinds() == {"note": "Note"}


def test_an_unknown_kind_is_a_page_that_does_not_exist():
    with pytest.raises(NotThere) as refusal:
        reviewable("diary")
    assert refusal.value.status == 404

"""A registry that holds only fake notes, and short ways to put them in the queue."""

from collections.abc import Callable

import pytest

from accounts.models import User
from moderation import registry
from moderation.models import ReviewItem
from moderation.services import claim, decide, open_review
from tests.integration.moderation.fake_content import NoteAdapter


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch) -> NoteAdapter:
    adapter = NoteAdapter()
    monkeypatch.setattr(registry, "_adapters", {"note": adapter})
    return adapter


@pytest.fixture
def waiting(notes: NoteAdapter, author: User) -> ReviewItem:
    """A submitted note in the queue."""
    target_id = notes.add(author)
    return open_review(kind="note", target_id=target_id, revision_id="1", reason="submission", by=author)


@pytest.fixture
def published(notes: NoteAdapter, author: User) -> str:
    """The id of a note everybody can see."""
    return notes.add(author, state="visible")


@pytest.fixture
def decided(moderator: User) -> Callable[..., object]:
    """Claim and decide in one go: `decided(item, "reject")`."""

    def go(item: ReviewItem, outcome: str, *, by: User = moderator, rationale: str = "Please say how it began."):
        claim(item=item, by=by)
        return decide(item=item, outcome=outcome, rationale=rationale, by=by)

    return go

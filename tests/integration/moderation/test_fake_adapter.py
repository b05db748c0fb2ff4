"""The fake adapter obeys the same contract as the real ones, so the other tests here prove something."""

import pytest

from moderation.services import open_review
from tests.integration.moderation.reviewable_contract import SubmittedContract

pytestmark = pytest.mark.django_db


class TestNotesAreReviewable(SubmittedContract):
    kind = "note"
    secret = "quokka"  # pragma: allowlist secret

    @pytest.fixture(autouse=True)
    def _registered(self, notes):
        self.notes = notes

    def submitted(self, author):
        target_id = self.notes.add(author, text="A quokka of a case.")
        open_review(kind="note", target_id=target_id, revision_id="1", reason="submission", by=author)
        return target_id, "1"

    def published(self, author):
        return self.notes.add(author, text="A quokka of a case.", state="visible")

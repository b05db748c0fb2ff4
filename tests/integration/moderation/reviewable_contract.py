"""What every `Reviewable` adapter must do. Real adapters run the same suite:

    class TestCasesAreReviewable(SubmittedContract):  # ReviewableContract where nothing waits before it is published
        kind = "case"
        secret = "quokka"  # pragma: allowlist secret
        def submitted(self, author): ...  # target id and revision id, waiting in the queue
        def published(self, author): ...  # target id, visible to members

`secret` is a harmless word that `submitted` and `published` put into the content; after a purge nobody may find it.
"""

import pytest

from accounts.models import User
from core.errors import Stale
from core.notifications.models import Notice
from moderation.models import ReviewItem
from moderation.registry import NotThere, Reviewable, Snapshot, reviewable
from moderation.services import appeal, claim, decide, decide_appeal, flag_content
from moderation.states import Outcome

WHY = "Please say how it began."


class ReviewableContract:
    """Subclass, name the kind, say how to make content."""

    kind: str
    secret: str
    missing = "999999"

    def published(self, author: User) -> str:
        """A target that members can see: its id."""
        raise NotImplementedError

    # --- helpers ---

    @property
    def adapter(self) -> Reviewable:
        return reviewable(self.kind)

    def live_item(self, target_id: str) -> ReviewItem:
        return ReviewItem.objects.get(kind=self.kind, target_id=target_id, state__in=["open", "claimed"])

    def decided(self, target_id: str, outcome: str, by: User):
        item = claim(item=self.live_item(target_id), by=by)
        Notice.objects.all().delete()
        return decide(item=item, outcome=outcome, rationale=WHY, by=by)

    def flagged(self, target_id: str, by: User, reason: str = "other") -> None:
        flag_content(kind=self.kind, target_id=target_id, reason=reason, note="", by=by)

    # --- reading ---

    def test_the_adapter_has_every_verb(self):
        assert isinstance(self.adapter, Reviewable)
        assert self.adapter.kind == self.kind
        assert self.adapter.label
        assert set(self.adapter.notices) <= set(Outcome.values)

    def test_it_knows_who_wrote_it(self, author):
        assert self.adapter.author(self.published(author)) == author

    def test_the_snapshot_tells_a_moderator_what_is_judged(self, author):
        snapshot = self.adapter.snapshot(self.published(author), "")
        assert isinstance(snapshot, Snapshot)
        assert snapshot.url.startswith("/")
        assert self.secret in snapshot.html
        assert "<script" not in snapshot.html
        assert "<" not in snapshot.title + snapshot.excerpt
        assert len(snapshot.excerpt) <= 200

    def test_what_does_not_exist_is_refused_and_visible_to_nobody(self, author, moderator):
        with pytest.raises(NotThere):
            self.adapter.snapshot(self.missing, "")
        with pytest.raises(NotThere):
            self.adapter.author(self.missing)
        assert not self.adapter.visible_to(self.missing, moderator)

    def test_published_content_is_for_members_only(self, author, colleague, unverified):
        target_id = self.published(author)
        assert self.adapter.visible_to(target_id, colleague)
        assert not self.adapter.visible_to(target_id, unverified)

    # --- hiding, removing, erasing ---

    def test_a_patient_identifier_flag_hides_at_once_for_everybody_but_author_and_moderators(
        self, author, colleague, stranger, moderator
    ):
        target_id = self.published(author)
        self.flagged(target_id, colleague, "patient_identifier")
        assert not self.adapter.visible_to(target_id, stranger)
        assert not self.adapter.visible_to(target_id, colleague)
        assert self.adapter.visible_to(target_id, author)
        assert self.adapter.visible_to(target_id, moderator)

    def test_hiding_twice_is_hiding_once_and_restoring_brings_it_back(self, author, colleague, moderator):
        target_id = self.published(author)
        self.adapter.hide(target_id, by=colleague)
        self.adapter.hide(target_id, by=moderator)
        assert not self.adapter.visible_to(target_id, colleague)
        self.adapter.restore(target_id, by=moderator)
        self.adapter.restore(target_id, by=moderator)
        assert self.adapter.visible_to(target_id, colleague)

    def test_removed_content_is_out_of_sight_until_an_appeal_restores_it(
        self, author, colleague, moderator, second_moderator
    ):
        target_id = self.published(author)
        self.flagged(target_id, colleague, "spam")
        decision = self.decided(target_id, "remove", moderator)
        assert not self.adapter.visible_to(target_id, colleague)
        asked = appeal(decision=decision, statement="It is no advertisement.", by=author)
        decide_appeal(appeal=asked, overturn=True, rationale="Agreed.", by=second_moderator)
        assert self.adapter.visible_to(target_id, colleague)

    def test_a_kept_item_is_shown_again_when_a_flag_hid_it(self, author, colleague, stranger, moderator):
        target_id = self.published(author)
        self.flagged(target_id, colleague, "patient_identifier")
        self.decided(target_id, "restore", moderator)
        assert self.adapter.visible_to(target_id, stranger)

    def test_a_purge_leaves_nothing_to_see_and_a_receipt_of_counts(self, author, colleague, moderator):
        target_id = self.published(author)
        self.flagged(target_id, colleague, "patient_identifier")
        decision = self.decided(target_id, "purge", moderator)
        assert not self.adapter.visible_to(target_id, colleague)
        assert not self._still_holds(target_id)
        receipt = decision.incident.purge_receipt
        assert receipt
        assert self.secret not in str(receipt)
        item = ReviewItem.objects.get(pk=decision.item_id)
        assert (item.title, item.excerpt) == ("", "")

    def test_purging_twice_is_purging_once(self, author, moderator):
        target_id = self.published(author)
        self.adapter.purge(target_id, by=moderator)
        self.adapter.purge(target_id, by=moderator)
        assert not self._still_holds(target_id)

    def _still_holds(self, target_id: str) -> bool:
        try:
            snapshot = self.adapter.snapshot(target_id, "")
        except NotThere:
            return False
        return self.secret in snapshot.html + snapshot.title + snapshot.excerpt


class SubmittedContract(ReviewableContract):
    """Content that waits for approval before members see it."""

    def submitted(self, author: User) -> tuple[str, str]:
        """A target waiting in the queue (its service called `open_review`): its id and revision id."""
        raise NotImplementedError

    def test_the_snapshot_shows_the_revision_that_waits(self, author):
        target_id, revision_id = self.submitted(author)
        assert self.live_item(target_id).revision_id == revision_id
        assert self.secret in self.adapter.snapshot(target_id, revision_id).html

    def test_submitted_content_is_not_for_colleagues_yet(self, author, colleague, moderator):
        target_id, _ = self.submitted(author)
        assert not self.adapter.visible_to(target_id, colleague)
        assert self.adapter.visible_to(target_id, author)
        assert self.adapter.visible_to(target_id, moderator)

    def test_approval_publishes_and_tells_the_author_once(self, author, colleague, moderator):
        target_id, _ = self.submitted(author)
        self.decided(target_id, "approve", moderator)
        assert self.adapter.visible_to(target_id, colleague)
        assert Notice.objects.filter(recipient=author).count() == 1

    @pytest.mark.parametrize("outcome", ["return", "reject"])
    def test_what_is_returned_or_rejected_stays_unseen_and_the_author_is_told_once(
        self, author, colleague, moderator, outcome
    ):
        target_id, _ = self.submitted(author)
        self.decided(target_id, outcome, moderator)
        assert not self.adapter.visible_to(target_id, colleague)
        assert self.adapter.visible_to(target_id, author)
        assert Notice.objects.filter(recipient=author).count() == 1

    def test_an_appeal_can_publish_what_was_rejected(self, author, colleague, moderator, second_moderator):
        target_id, _ = self.submitted(author)
        decision = self.decided(target_id, "reject", moderator)
        asked = appeal(decision=decision, statement="It is complete.", by=author)
        decide_appeal(appeal=asked, overturn=True, rationale="Agreed.", by=second_moderator)
        assert self.adapter.visible_to(target_id, colleague)

    def test_a_revision_that_is_not_the_submitted_one_cannot_be_approved(self, author, moderator):
        target_id, _ = self.submitted(author)
        with pytest.raises((Stale, NotThere)):
            self.adapter.approve(target_id, revision_id=self.missing, by=moderator, decision_id=1)

"""Cases, replies and discussions are reviewable in the same way."""

from typing import Any

import pytest

from cases.models import Case
from community.models import Channel
from community.services import open_topic, write_post
from tests.factories.cases import make_published, make_submitted
from tests.integration.moderation.reviewable_contract import ReviewableContract, SubmittedContract

pytestmark = pytest.mark.django_db
QUOKKA = "A quokka of a headache for two weeks."


class TestCasesAreReviewable(SubmittedContract):
    kind = "case"
    secret = "quokka"  # pragma: allowlist secret

    @pytest.fixture(autouse=True)
    def _somebody_else_approves(self, second_moderator: Any) -> None:
        self.approver = second_moderator

    def submitted(self, author: Any) -> tuple[str, str]:
        case: Case = make_submitted(author, presentation=QUOKKA)
        return str(case.pk), self.live_item(str(case.pk)).revision_id

    def published(self, author: Any) -> str:
        return str(make_published(author, self.approver, presentation=QUOKKA).pk)


class TestRepliesAreReviewable(ReviewableContract):
    kind = "post"
    secret = "quokka"  # pragma: allowlist secret

    def published(self, author: Any) -> str:
        topic = open_topic(channel=Channel.objects.get(slug="cardiology"), title="A murmur", by=author)
        return str(write_post(topic=topic, text=QUOKKA, by=author).pk)


class TestDiscussionsAreReviewable(ReviewableContract):
    kind = "topic"
    secret = "quokka"  # pragma: allowlist secret

    def published(self, author: Any) -> str:
        topic = open_topic(channel=Channel.objects.get(slug="cardiology"), title="A quokka of a murmur", by=author)
        write_post(topic=topic, text=QUOKKA, by=author)
        return str(topic.pk)

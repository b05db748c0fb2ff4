"""The demo seeds itself through the services, once, and nothing a careless author pasted is left."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User, Verification
from cases.charts import lab_series, timeline_events
from cases.models import Attachment, Case, CaseOutcome
from community.models import Post, Topic
from config.demo import loading
from config.demo.seed import seed
from core.audit.models import AuditEvent
from core.audit.recording import verify_chain
from core.outbox.models import OutboxRow
from moderation.models import ReviewItem
from scrubber.media import MediaResult

pytestmark = pytest.mark.django_db

# Names, numbers and places planted in content/cases; none may reach a table.
PLANTED = [
    *("Lowell", "5528104", "503-555-0142", "04/17/1952", "Achterberg", "00419822", "Renfrew", "0161 555 0187"),
    *("Villaronga", "P-220914", "(555) 013-2279", "Femling", "20-118834", "018-555 0164", "Stanbury", "Pryce"),
    *("485 777 3456", "07700 900145", "Tidewell", "3391207", "Penhallow", "PH-88213", "morwenna.p@mail.example"),
    *("Gunderssen", "7730285", "ingrid.gunderssen", "Holloway", "00281736", "1408 Alder Court", "4471923", "Colinet"),
    *("Tindimwebwa", "LK-0093417", "0772 555 418", "Achuthan-Bell", "98470 55512", "Marlowe", "Okonkwo", "Brockhurst"),
    *("TW-55193", "0115 496 0123", "Toby Marsh", "RLH-650172", "Anzengruber", "0664 5550 912", "Moncrieff", "6612045"),
    *("219-09-9999", "Ashworth-Pole", "3009182", "Larquemin", "1184-229"),
]


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[str]]:
    """One seeding for all tests of this file, killed once on its way, rolled back after the last test."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr("cases.jobs.clean_in_child", rebuilt_at_once)
        with pytest.MonkeyPatch.context() as accident, pytest.raises(KeyboardInterrupt):
            accident.setattr("config.demo.story.record_outcome", killed)
            seed(workers=0)
        yield seed(workers=0)
        transaction.set_rollback(True)


def killed(**_: object) -> None:
    raise KeyboardInterrupt


def rebuilt_at_once(source: Path, out: Path, **_: object) -> MediaResult:
    """The media pipeline has its own tests and takes its time; here a file comes back as it is."""
    rebuilt = out / "picture.png"
    rebuilt.write_bytes(source.read_bytes())
    return MediaResult("cleaned", files=(rebuilt,), mime="image/png", width=1, height=1, frames=1)


def everything_stored() -> str:
    parts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != "accounts_registerrow":
                cursor.execute(f'SELECT * FROM "{table}"')
                parts += [str(row) for row in cursor.fetchall()]
    return "\n".join(parts)


def counts() -> dict[str, int]:
    models = (User, Verification, Case, Attachment, CaseOutcome, Topic, Post, ReviewItem, AuditEvent)
    return {model.__name__: model.objects.count() for model in models}


def test_the_story_is_told_to_its_end_and_a_second_run_does_nothing(seeded: list[str]) -> None:
    assert seeded == []
    published = [case for case in loading.cases() if case.state == "published"]
    assert Case.objects.filter(state="published").count() == len(published)
    assert Case.objects.filter(state="submitted").count() == 5
    assert Case.objects.filter(state="returned").count() == 1
    assert CaseOutcome.objects.count() == len([case for case in published if case.result])
    assert set(Attachment.objects.filter(case__state="published").values_list("state", flat=True)) == {"approved"}
    assert not OutboxRow.objects.filter(available_at__lte=timezone.now()).exists()  # the rest waits for its day
    assert verify_chain() > 400
    before = counts()
    assert seed(workers=0) == []
    assert counts() == before


def test_what_careless_authors_pasted_is_gone(seeded: list[str]) -> None:
    stored = everything_stored()
    assert [planted for planted in PLANTED if planted in stored] == []


def test_every_case_still_draws_its_timeline_and_its_laboratory(seeded: list[str]) -> None:
    flat = []
    for case in Case.objects.exclude(state="draft"):
        revision = case.latest_revision()
        if len(timeline_events(revision.timeline)) < 3 or not lab_series(revision.investigations):
            flat.append(revision.title)
    assert flat == []


def test_dates_became_days_in_the_order_they_were_written(seeded: list[str]) -> None:
    mixed = []
    for case in Case.objects.exclude(state="draft"):
        revision = case.latest_revision()
        days = [int(day) for day in re.findall(r"^\W*day (-?\d+)", revision.timeline, re.IGNORECASE | re.MULTILINE)]
        if days != sorted(days) or len(days) < 3:
            mixed.append((revision.title, days))
    assert mixed == []


def test_moderators_have_a_queue_with_a_hidden_reply_on_top(seeded: list[str]) -> None:
    waiting = ReviewItem.objects.filter(state="open")
    assert waiting.filter(kind="case", reason="submission").count() == 5
    assert waiting.exclude(flags=None).count() == 3
    assert waiting.first().hidden_at is not None
    assert Post.objects.filter(state="hidden").count() == 1


def test_the_story_happened_over_weeks_and_nothing_in_the_future(seeded: list[str]) -> None:
    times = sorted(AuditEvent.objects.values_list("at", flat=True))
    assert (times[-1] - times[0]).days >= 40
    assert not Post.objects.filter(created_at__gt=times[-1]).exists()


def test_the_cast_stands_where_the_roles_say(seeded: list[str]) -> None:
    people = {person.role: User.objects.get(email=person.email) for person in loading.people()}
    assert people["author"].is_member and people["moderator"].is_moderator and people["registrar"].is_registrar
    assert not people["unverified"].verifications.exists()
    assert people["stranger"].verifications.get().state == "claimed"
    assert re.match(r"[a-z]", people["author"].handle)

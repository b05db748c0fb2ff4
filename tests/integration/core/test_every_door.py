"""Every field that may hold clinical text refuses or strips a planted identifier, through the service that writes it."""

from pathlib import Path

import pytest
from django.db import connection

from accounts.handles import check_handle
from accounts.models import RegisterRow
from accounts.services import claim_profession, decide_verification
from cases.services import add_file, record_outcome
from community.models import Channel
from community.services import edit_post, ensure_channels, open_topic, rename_topic, start_discussion, write_post
from core.errors import Refused
from moderation.services import appeal, claim, decide, decide_appeal, flag_content
from search.services import remember, save_search
from tests.factories.cases import NOTE, make_draft, make_published, make_submitted

pytestmark = pytest.mark.django_db

PLANTED = "Mrs Zofia Brzezinska, MRN: 4471923, phone 415-555-0134, z.brzez@clinic.example"
SECRETS = ("Brzezinska", "4471923", "555-0134", "z.brzez")
CLINICAL = Path(__file__).parents[2] / "architecture" / "clinical_fields.txt"
#: computed from text that passed another door
DERIVED = {"search.DocumentVector.vector"}
SECTIONS = [name for name in NOTE if name != "title"]


@pytest.fixture
def people(author, colleague, moderator, second_moderator, registrar, unverified):
    ensure_channels()
    return {
        "author": author, "colleague": colleague, "moderator": moderator, "second": second_moderator,
        "registrar": registrar, "unverified": unverified,
    }  # fmt: skip


def topic_of(people):
    return open_topic(channel=Channel.objects.get(slug="cardiology"), title="A murmur", by=people["author"])


def flagged(people, note=""):
    post = write_post(topic=topic_of(people), text="Some words.", by=people["author"])
    return flag_content(kind="post", target_id=post.pk, reason="other", note=note, by=people["colleague"]).item


def decided(people, rationale="Seen."):
    item = claim(item=flagged(people), by=people["moderator"])
    return decide(item=item, outcome="remove", ground="other", rationale=rationale, by=people["moderator"])


def write_a_title(people):
    start_discussion(channel=Channel.objects.get(slug="cardiology"), title=PLANTED, text="Words.", by=people["author"])
    rename_topic(topic=topic_of(people), title=PLANTED, by=people["author"])


def write_a_post(people):
    post = write_post(topic=topic_of(people), text=PLANTED, by=people["author"])
    edit_post(post=post, text="Again: " + PLANTED, by=people["author"])
    edit_post(post=post, text="Nothing.", by=people["author"])


def write_a_case(people):
    make_submitted(people["author"], title=PLANTED, **{name: PLANTED for name in SECTIONS})


def write_an_outcome(people):
    case = make_published(people["author"], people["moderator"])
    words = {"final_diagnosis": PLANTED, "course": PLANTED, "teaching_points": PLANTED}
    record_outcome(case=case, by=people["author"], **words)


def describe_a_picture(people):
    add_file(case=make_draft(people["author"]), data=b"x", alt="Radiograph of " + PLANTED, by=people["author"])


def decide_with_words(people):
    decided(people, rationale=PLANTED)


def appeal_with_words(people):
    asked = appeal(decision=decided(people), statement=PLANTED, by=people["author"])
    decide_appeal(appeal=asked, overturn=False, rationale=PLANTED, by=people["second"])


def decide_on_a_profession(people):
    RegisterRow.objects.create(
        npi="1245319599", first_name="A", last_name="B", taxonomy_code="207RC0000X", profession="Cardiologist",
        specialty="cardiology", state="MA",
    )  # fmt: skip
    waiting = claim_profession(npi="1245319599", by=people["unverified"])
    decide_verification(verification=waiting, approve=False, rationale=PLANTED, by=people["registrar"])


def keep_a_search(people):
    remember(text=PLANTED, by=people["author"])
    save_search(text=PLANTED, frequency="daily", by=people["author"])


DOORS = {
    "search.SavedSearch.text": keep_a_search,
    "search.RecentSearch.text": keep_a_search,
    "accounts.Verification.rationale": decide_on_a_profession,
    "moderation.ReviewItem.title": write_a_case,
    "moderation.ReviewItem.excerpt": write_a_case,
    "moderation.Flag.note": lambda people: flagged(people, note=PLANTED),
    "moderation.Decision.rationale": decide_with_words,
    "moderation.Appeal.statement": appeal_with_words,
    "moderation.Appeal.rationale": appeal_with_words,
    "community.Topic.title": write_a_title,
    "community.Post.source": write_a_post,
    "community.Post.html": write_a_post,
    "community.PostRevision.source": write_a_post,
    "cases.Attachment.alt": describe_a_picture,
    "cases.CaseOutcome.final_diagnosis": write_an_outcome,
    "cases.CaseOutcome.course": write_an_outcome,
    "cases.CaseOutcome.teaching_points": write_an_outcome,
    "cases.CaseRevision.title": write_a_case,
} | {f"cases.CaseRevision.{name}": write_a_case for name in SECTIONS}


def everything_stored():
    """Every text the database holds, as one string."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [str(row) for row in cursor.fetchall()]
    return "\n".join(rows)


def test_every_field_declared_as_scrubbed_has_its_door_here():
    lines = CLINICAL.read_text(encoding="utf-8").splitlines()
    declared = {line.split()[0] for line in lines if line.endswith(" scrubbed")}
    assert declared - DERIVED == set(DOORS)


@pytest.mark.parametrize("door", sorted({door.__name__: door for door in DOORS.values()}.items()), ids=lambda d: d[0])
def test_what_is_planted_is_stored_nowhere(people, door, caplog):
    """Not in the field, and not in audit rows, notices, jobs, receipts or logs either."""
    try:
        door[1](people)
    except Refused as error:
        assert not any(secret in str(error) for secret in SECRETS)
    stored = everything_stored() + caplog.text
    assert [secret for secret in SECRETS if secret in stored] == []


def test_a_handle_made_of_a_number_is_refused():
    with pytest.raises(Refused):
        check_handle("mrn-4471923")

"""Eight roles at every kind of group. A kind nobody decided about fails here."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.models import Channel
from community.services import ensure_channels, hide_topic, open_topic
from core.realtime.consumer import MESSAGES
from core.realtime.groups import registered_kinds
from tests.factories.accounts import make_member, make_user

pytestmark = pytest.mark.django_db(transaction=True)

MEMBERS = {"member", "moderator", "registrar member"}
ROLES = ["anonymous", "unverified", "unpoliced", "expired", "suspended", *sorted(MEMBERS)]
# group -> the roles that may watch it
MAY_WATCH = {
    "channel": MEMBERS,
    "topic": MEMBERS,
    "topic, hidden": {"moderator"},
    "user, own": MEMBERS,
    "user, somebody else's": set(),
}


# message -> what one who may not watch its group gets: an answer, or nothing and no effect
FORBIDDEN_GROUP = {"subscribe": "denied", "unsubscribe": None, "typing": None, "ping": "heartbeat"}


def test_every_registered_kind_has_a_row():
    assert {name.split(",")[0] for name in MAY_WATCH} == set(registered_kinds())


def test_every_message_a_browser_may_send_has_a_row():
    assert set(FORBIDDEN_GROUP) == set(MESSAGES)


@pytest.fixture
def person(transactional_db, request):
    role = request.param
    made = {
        "anonymous": lambda: None,
        "unverified": lambda: make_user("unverified"),
        "unpoliced": lambda: make_member("unpoliced", accepted_policy=""),
        "expired": lambda: make_member("expired", verified_until=timezone.now() - timedelta(days=1)),
        "suspended": lambda: make_member("suspended", suspended_at=timezone.now()),
        "member": lambda: make_member("member"),
        "moderator": lambda: make_member("moderator", is_moderator=True),
        "registrar member": lambda: make_member("registrar", is_registrar=True),
    }
    return role, made[role]()


@pytest.fixture
def groups(transactional_db, person):
    ensure_channels()
    writer, judge = make_member("writer"), make_member("judge", is_moderator=True)
    channel = Channel.objects.get(slug="cardiology")
    shown = open_topic(channel=channel, title="Shown", by=writer)
    hidden = hide_topic(topic=open_topic(channel=channel, title="Hidden", by=writer), by=judge)
    own = person[1].pk if person[1] else 0
    names = [f"channel:{channel.pk}", f"topic:{shown.pk}", f"topic:{hidden.pk}", f"user:{own}", f"user:{writer.pk}"]
    return dict(zip(MAY_WATCH, names, strict=True))


@pytest.mark.parametrize("person", ROLES, indirect=True)
async def test_each_kind_of_group_meets_each_role_as_the_table_says(browser_of, person, groups):
    role, user = person
    browser = await browser_of(user, connect=False)
    connected = await browser.connect()
    assert connected is (role in MEMBERS)
    if not connected:
        return
    watched = {name: (await browser.subscribe(group))["type"] == "subscribed" for name, group in groups.items()}
    assert watched == {name: role in roles for name, roles in MAY_WATCH.items()}


@pytest.mark.parametrize("person", sorted(MEMBERS - {"moderator"}), indirect=True)
@pytest.mark.parametrize("message", FORBIDDEN_GROUP)
async def test_a_group_one_may_not_watch_can_be_neither_read_nor_written_to(
    browser_of, person, groups, message, moderator
):
    watching, browser = await browser_of(moderator), await browser_of(person[1])
    await watching.subscribe(groups["topic, hidden"])
    await browser.send(type=message, group=groups["topic, hidden"], after=0)
    expected = FORBIDDEN_GROUP[message]
    if expected:
        answer = await browser.receive()
        assert (answer["type"], "html" in answer) == (expected, False)
    assert await browser.is_silent()
    assert await watching.is_silent()


@pytest.mark.parametrize("person", ["member"], indirect=True)
@pytest.mark.parametrize("kind", ["publish", "_subscribe", "__class__", None, 7, ["subscribe"]])
async def test_a_message_of_another_kind_is_ignored(browser_of, person, kind):
    browser = await browser_of(person[1])
    await browser.send(type=kind, group="topic:1")
    assert await browser.is_silent()
    await browser.send(type="ping")
    assert (await browser.receive())["type"] == "heartbeat"

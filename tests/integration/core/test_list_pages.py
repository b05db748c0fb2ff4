"""List pages: as many queries for one row as for many, and no row missed or shown twice on the way through the pages."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Verification
from cases.models import Case
from community.services import write_post
from core.notifications.notifying import notify
from tests.factories.accounts import make_member
from tests.factories.cases import make_draft, make_published

pytestmark = pytest.mark.django_db
MOST = {"home": 14, "cases:list": 7, "cases:mine": 7, "notices:list": 6, "moderation:dashboard": 30}


@pytest.fixture
def grow(author, moderator, colleague, stranger):
    """Adds a published case with an answer, a draft and a notice for `author` and `stranger`."""

    def add(number):
        case = make_published(author, moderator, title=f"Case number {number} of the list")
        write_post(topic=case.topic, text=f"An answer to {number}", by=colleague)
        make_draft(author, title=f"Draft number {number} of the list")
        for person in (author, stranger):
            notify(to=person, kind="case.in_specialty", url=reverse("cases:detail", args=[case.pk]))

    return add


@pytest.mark.parametrize("name", MOST)
def test_a_list_asks_as_much_for_one_row_as_for_eight(
    grow, signed_in, author, moderator, name, django_assert_max_num_queries
):
    client = signed_in(moderator if name.startswith("moderation") else author)

    def queries():
        client.get(reverse(name))  # whatever is only asked once
        with django_assert_max_num_queries(MOST[name]) as counted:
            assert client.get(reverse(name)).status_code == 200
        return len(counted)

    grow(1)
    grow(2)  # a prefetch of nothing needs fewer
    with_few = queries()
    for number in range(3, 9):
        grow(number)
    assert queries() == with_few


def test_the_case_page_asks_as_much_for_one_answer_as_for_fifty(
    author, moderator, colleague, stranger, signed_in, django_assert_max_num_queries
):
    case = make_published(author, moderator)
    client, url = signed_in(stranger), reverse("cases:detail", args=[case.pk])

    def queries():
        client.get(url)
        with django_assert_max_num_queries(12) as counted:
            client.get(url)
        return len(counted)

    write_post(topic=case.topic, text="One answer", by=colleague)
    with_one = queries()
    for number in range(49):
        write_post(topic=case.topic, text=f"Answer {number}", by=colleague)
    assert queries() == with_one


def through_the_pages(client, url, key):
    """Ids of the rows of every page, following the link to the next."""
    seen, before = [], ""
    for _ in range(20):
        context = client.get(url, {"before": before} if before else {}).context
        seen += [row.pk for row in context[key]]
        before = context["more"]
        if not before:
            return seen
    raise AssertionError("the pages do not end")


@pytest.mark.parametrize("name", ["cases:list", "cases:mine"])
def test_cases_published_in_one_moment_are_each_shown_once(signed_in, author, moderator, name):
    case = make_published(author, moderator)
    for _ in range(55):
        Case.objects.create(
            author=author,
            state="published",
            specialty="cardiology",
            topic=None,
            published_revision=case.published_revision,
        )
    moment = timezone.now()
    Case.objects.update(published_at=moment, updated_at=moment)
    seen = through_the_pages(signed_in(author), reverse(name), "cases")
    assert len(seen) == len(set(seen)) == 56


def test_notices_are_each_shown_once(signed_in, author):
    for _ in range(120):
        notify(to=author, kind="case.in_specialty", url="/cases/")
    client, seen, before = signed_in(author), [], ""
    while before is not None:
        context = client.get(reverse("notices:list"), {"before": before} if before else {}).context
        seen.append(context["more"])
        before = context["more"]
    assert 2 <= len(seen) <= 4


def test_verified_people_are_each_shown_once(signed_in, registrar):
    for number in range(60):
        person = make_member(f"member-{number}")
        Verification.objects.create(user=person, npi=f"{number:010}", state="current")
    assert len(set(through_the_pages(signed_in(registrar), reverse("registrar:queue"), "current"))) == 60

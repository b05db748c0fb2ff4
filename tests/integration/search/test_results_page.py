"""The page of results: what stands for a discussion, and how much it asks the database."""

import pytest
from django.urls import reverse

from community.services import write_post
from tests.factories.cases import make_published

pytestmark = pytest.mark.django_db
MOST_QUERIES = 16


@pytest.fixture
def page_of(indices, work_done, signed_in):
    """`page_of(viewer, "words")`: the answer of the search page once everything is indexed."""

    def asking(viewer, text):
        while work_done():
            pass
        return signed_in(viewer).get(reverse("search:results"), {"q": text})

    return asking


def test_a_reply_found_by_the_title_of_its_discussion_stands_behind_the_case(page_of, author, moderator, colleague):
    case = make_published(author, moderator, title="Wallaby fever without a focus")
    write_post(topic=case.topic, text="Happy to place the drain tonight.", by=colleague)
    [row] = page_of(colleague, "wallaby").context["rows"]
    assert row.id == f"case:{case.pk}"
    assert [one.kind for one in row.more] == ["post"]


def test_a_reply_that_holds_the_word_itself_stands_for_its_discussion(page_of, author, moderator, colleague):
    case = make_published(author, moderator, title="Fever without a focus")
    post = write_post(topic=case.topic, text="Think of wallabies: brucellosis.", by=colleague)
    [row] = page_of(colleague, "wallabies").context["rows"]
    assert row.id == f"post:{post.pk}"
    assert "<mark>wallabies</mark>" in row.excerpt


def test_the_page_asks_the_database_as_much_for_two_results_as_for_nine(
    page_of, author, moderator, colleague, signed_in, django_assert_max_num_queries
):
    client, url = signed_in(colleague), f"{reverse('search:results')}?q=wallaby"

    def publish(number):
        case = make_published(author, moderator, title=f"Wallaby fever number {number}")
        write_post(topic=case.topic, text="Seen in wallaby keepers before.", by=author)

    def queries(results):
        assert len(page_of(colleague, "wallaby").context["rows"]) == results  # everything is indexed now
        client.get(url)
        with django_assert_max_num_queries(MOST_QUERIES) as counted:
            assert len(client.get(url).context["rows"]) == results
        return len(counted)

    publish(1)
    publish(2)
    few = queries(2)
    for number in range(3, 10):
        publish(number)
    assert queries(9) == few

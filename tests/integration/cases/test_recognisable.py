"""A case without identifiers that still points to one person: what author and reviewer see, and what one click changes."""

import json

import pytest

from cases.models import CaseRevision
from cases.screening import Choices, factor_key, safe_case, screen
from cases.services import start_case, submit_case
from moderation.models import ReviewItem
from moderation.registry import reviewable
from tests.factories.cases import NOTE, make_draft, make_submitted, typed

pytestmark = pytest.mark.django_db

STORY = "This 47-year-old man, one of triplets, was in the bus crash. The 47-year-old now has a headache."
POSTED = NOTE | {"specialty": "cardiology", "age": 47, "sex": "male", "setting": "emergency", "consent": "on"}


@pytest.fixture
def compose(client, author):
    client.force_login(author)
    url = f"/cases/{start_case(by=author).pk}/edit/"
    return lambda **more: client.post(url, POSTED | {"presentation": STORY, "action": "check"} | more)


def everything_broader(**fields):
    screening = screen(NOTE | fields, age=47, sex="male")
    return Choices(generalised=frozenset(factor_key(factor) for factor in screening.risk.factors))


def rows(page):
    return {row["kind"] + ":" + row["words"].lower(): row for row in page.context["risk_rows"]}


def test_the_author_reads_why_a_nameless_case_may_be_recognised(compose):
    page = compose()
    html = page.content.decode()
    assert page.context["risk"].level == "high"
    assert "Perhaps one person" in html
    assert "An event with few people in it" in html
    assert "Say “a transport accident” instead" in html


def test_one_click_rewrites_every_mention_and_the_meter_follows(compose):
    age = rows(compose())["age:47-year-old"]
    page = compose(broaden=age["keys"])
    html = page.content.decode()
    assert html.count("40-to-49-year-old</mark>") == 2
    assert rows(page)["age:47-year-old"]["applied"]


def test_all_suggestions_together_bring_it_down_and_can_be_taken_back(compose):
    keys = compose().context["all_keys"]
    page = compose(broaden=keys)
    assert page.context["risk"].level == "low"
    assert "man, one of several siblings, was in a transport accident" in page.context["fields"][1].text
    undone = compose(generalise=page.context["generalised"], keep=keys)
    assert undone.context["risk"].level == "high"


def test_what_is_saved_is_what_the_check_page_showed(author, compose):
    page = compose(broaden=compose().context["all_keys"])
    compose(generalise=page.context["generalised"], action="save")
    revision = CaseRevision.objects.get(case__author=author)
    assert revision.presentation == page.context["fields"][1].text
    assert revision.risk["level"] == "low"


def test_nothing_blocks_and_the_reviewer_sees_it_sooner(author):
    case = make_draft(author, presentation=STORY)
    submit_case(case=case, by=author)
    item = ReviewItem.objects.get(target_id=str(case.pk))
    assert item.severity == 2
    quiet = make_submitted(author)
    assert ReviewItem.objects.get(target_id=str(quiet.pk)).severity == 1


def test_the_stored_risk_holds_places_and_reasons_but_no_words(author):
    revision = make_draft(author, presentation=STORY).latest_revision()
    stored = json.dumps(revision.risk)
    assert revision.risk["people"] == "perhaps one person"
    for words in ("triplets", "bus crash", "47"):
        assert words not in stored


def test_the_reviewer_sees_the_words_each_reason_is_about(author):
    case = make_submitted(author, presentation=STORY)
    risk = reviewable("case").snapshot(str(case.pk), "").risk
    assert {"one of triplets", "the bus crash", "47-year-old"} <= {factor["words"] for factor in risk["factors"]}


def test_a_doubt_stays_in_its_place_when_something_before_it_becomes_longer(author):
    text = "A 47-year-old man from Vermont. Seen by Dr Quill. He told Sage about Marlow."
    screening = screen(NOTE | {"presentation": text}, age=47, sex="male")
    plain = safe_case(screening, Choices())
    broader = safe_case(screening, everything_broader(presentation=text))

    def lit(case):
        return [case.texts[d["field"]][d["start"] : d["end"]] for d in case.doubts() if d["field"] == "presentation"]

    assert plain.texts["presentation"] != broader.texts["presentation"]
    assert lit(broader) == lit(plain)


def test_a_differential_may_name_what_is_rare(author):
    revision = make_draft(author, differential="Erdheim-Chester disease: 5%").latest_revision()
    assert revision.risk["level"] == "low"


def test_the_form_s_age_and_sex_count_even_when_the_text_is_silent():
    alone = screen(NOTE, age=None, sex="not_stated").risk.people
    assert screen(NOTE, age=72, sex="female").risk.people < alone
    assert typed().age == 72

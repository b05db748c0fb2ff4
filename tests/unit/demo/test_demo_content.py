"""The demo's content is complete, synthetic and fits the product it is poured into."""

import csv
import re
from collections import Counter

import pytest

from accounts.handles import SHAPE
from accounts.specialties import SPECIALTIES
from accounts.verifiers.npi import is_valid
from cases.charts import differential_rows, lab_series, timeline_events
from cases.sections import SETTINGS, SEXES
from cases.sections import TEXT_FIELDS as SECTIONS
from config.demo import loading

PEOPLE = loading.people()
CASES = loading.cases()
TOPICS = loading.topics()
MEMBERS = {p.handle for p in PEOPLE if p.role not in {"registrar", "unverified", "stranger"}}
PUBLISHED = [case for case in CASES if case.state == "published"]


def register_rows() -> list[dict[str, str]]:
    lines = loading.REGISTER.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def test_at_least_24_cases_are_published_in_at_least_9_specialties() -> None:
    assert len(PUBLISHED) >= 24
    assert len({case.specialty for case in PUBLISHED}) >= 9


def test_six_cases_wait_and_one_of_them_was_returned() -> None:
    states = Counter(case.state for case in CASES if case.state != "published")
    assert states == {"submitted": 5, "returned": 1}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_a_case_is_complete(case: loading.DemoCase) -> None:
    assert all(case.fields[name] for name in SECTIONS)
    assert case.specialty in SPECIALTIES
    assert case.label in {"unsolved", "solved", "case_study"}
    assert case.sex in dict(SEXES) and case.setting in dict(SETTINGS)
    assert 0 <= case.age < 90 and case.consent is True
    assert len(case.fields["title"]) <= 160
    assert all(len(text) <= 8000 for text in case.fields.values())
    assert case.author in MEMBERS
    assert (case.result is not None) == (case.label == "solved")
    assert case.state != "returned" or (case.returned_by in MEMBERS - {case.author} and case.returned_reason)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_a_case_can_be_drawn(case: loading.DemoCase) -> None:
    rows = differential_rows(case.fields["differential"])
    assert len(rows) >= 3 and sum(row.percent for row in rows) == 100
    assert lab_series(case.fields["investigations"])
    dated = re.findall(r"^\d|^Day ", case.fields["timeline"], re.MULTILINE)
    assert len(timeline_events(case.fields["timeline"])) >= 3 or len(dated) >= 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_pictures_exist_are_small_and_are_described(case: loading.DemoCase) -> None:
    for picture in case.pictures:
        path = loading.PICTURES / picture.file
        assert path.is_file() and path.stat().st_size <= 150 * 1024
        assert 15 <= len(picture.alt) <= 300


def test_every_picture_is_used_once_and_recorded_with_source_and_licence() -> None:
    used = Counter(picture.file for case in CASES for picture in case.pictures)
    there = {path.name for path in loading.PICTURES.iterdir()}
    assert set(used) == there and set(used.values()) == {1}
    sources = (loading.HERE.parent.parent / "docs" / "demo-content.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in sources for name in there)


def test_everybody_who_speaks_is_a_member() -> None:
    threads = [case.discussion for case in CASES] + [topic.posts for topic in TOPICS]
    speakers = {reply.by for thread in threads for reply in thread} | {topic.author for topic in TOPICS}
    speakers |= {reply.flag.by for thread in threads for reply in thread if reply.flag}
    assert speakers <= MEMBERS


def test_the_published_cases_are_discussed() -> None:
    assert all(len(case.discussion) >= 3 for case in PUBLISHED)
    assert sum(bool(reply.edit) for case in PUBLISHED for reply in case.discussion) >= 4
    assert len(TOPICS) == 4


def test_three_replies_are_flagged_one_as_a_patient_identifier_never_by_their_author() -> None:
    flagged = [reply for case in PUBLISHED for reply in case.discussion if reply.flag]
    assert len(flagged) == 3
    assert [reply.flag.reason for reply in flagged if reply.flag].count("patient_identifier") == 1
    assert all(reply.flag and reply.flag.by != reply.by for reply in flagged)


def test_about_half_of_the_cases_hold_identifiers_on_purpose() -> None:
    careless = [case for case in CASES if re.search(r"\d{2,4}[/.-]\d{2}[/.-]\d{2,4}|MRN|\b20\d\d\b", _text(case))]
    assert len(CASES) * 0.4 <= len(careless) <= len(CASES) * 0.7


def test_every_role_of_the_cast_is_there_once() -> None:
    roles = Counter(person.role for person in PEOPLE)
    cast = {"author", "colleague", "moderator", "second_moderator", "registrar", "unverified", "stranger"}
    assert all(roles[role] == 1 for role in cast)
    assert len(PEOPLE) >= 12 and len({person.country for person in PEOPLE}) >= 8


def test_people_have_handles_and_addresses_the_product_accepts() -> None:
    assert len({person.handle for person in PEOPLE}) == len({person.email for person in PEOPLE}) == len(PEOPLE)
    assert all(SHAPE.fullmatch(person.handle) for person in PEOPLE)
    assert all(person.email.endswith("@consilium.example") for person in PEOPLE)


def test_numbers_of_the_register_are_valid_and_none_was_ever_issued() -> None:
    rows = register_rows()
    assert len(rows) == len({row["npi"] for row in rows}) == 60
    assert all(is_valid(row["npi"]) and row["npi"].startswith("2") for row in rows)
    assert all(re.fullmatch(r"[0-9]{3}[0-9A-Z]{6}X", row["taxonomy_code"]) for row in rows)
    assert {row["status"] for row in rows} == {"active", "deactivated"}
    assert {row["specialty"] for row in rows} == set(SPECIALTIES)


def test_everybody_stands_in_the_register_with_profession_and_specialty() -> None:
    rows = {row["npi"]: row for row in register_rows()}
    for person in PEOPLE:
        row = rows[person.npi]
        assert (row["profession"], row["specialty"]) == (person.profession, person.specialty)
        assert row["status"] == "active"


def _text(case: loading.DemoCase) -> str:
    return "\n".join(case.fields.values())

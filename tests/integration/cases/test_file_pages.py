"""The pages on which files are handled: by their author, by readers, by the moderator who holds the case."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.jobs import scrub_attachment
from cases.models import Attachment
from cases.sealing import seal
from cases.services import submit_case
from moderation.models import ReviewItem
from moderation.services import claim
from tests.factories.cases import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(author, signed_in):
    return signed_in(author)


def posted(upload, alt="Fundus photograph"):
    return {"file": SimpleUploadedFile("hollis-edith-1951.png", upload), "alt": alt}


def test_an_upload_answers_with_its_state_and_never_with_its_name(browser, case, upload):
    answer = browser.post(f"/cases/{case.pk}/files/", posted(upload), headers={"Accept": "application/json"})
    assert answer.status_code == 201
    assert answer.json()["state"] == "checking"
    assert b"hollis" not in answer.content.lower()
    row = Attachment.objects.values().get()
    assert "hollis" not in str(row).lower()


def test_an_upload_without_description_is_refused_at_its_field(browser, case, upload):
    answer = browser.post(f"/cases/{case.pk}/files/", posted(upload, ""), headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert "alt" in answer.json()["errors"]
    page = browser.post(f"/cases/{case.pk}/files/", posted(upload, "no"))
    assert page.status_code == 422
    assert "Describe the picture" in page.content.decode()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("checking", "Usually a few seconds"),
        ("cleaned", "Look at it once"),
        ("held", "Try again, or remove it"),
        ("refused", "Export it as JPEG, PNG, DICOM or PDF"),
        ("declined", "did not accept it"),
    ],
)
def test_each_state_says_what_it_means_and_what_to_do(browser, case, state, words):
    file = Attachment.objects.create(case=case, alt="Radiograph", state=state, reasons=["The reason in words."])
    html = browser.get(f"/files/{file.key}/state/", headers={"HX-Request": "true"}).content.decode()
    assert words in html
    assert "The reason in words." in html
    assert ("hx-trigger" in html) is (state == "checking")
    assert ("Cancel" in html) is (state == "checking")


def test_the_author_compares_before_and_after_and_sees_what_was_covered(browser, case, attachment):
    scrub_attachment(str(attachment.pk))
    line = {"x": 1, "y": 2, "w": 3, "h": 4, "frame": None, "why": "text"}
    Attachment.objects.update(masks=[line, line | {"y": 9}])
    html = browser.get(f"/cases/{case.pk}/files/").content.decode()
    assert "2 lines of text covered" in html
    assert f"/files/{attachment.key}/original/" in html
    assert '<rect x="1" y="2" width="3" height="4"/>' in html


def test_boxes_travel_as_json_and_start_the_check_again(browser, case, attachment):
    scrub_attachment(str(attachment.pk))
    sent = '[{"x": -3, "y": 4, "w": 50, "h": 60, "frame": 2}]'
    browser.post(f"/files/{attachment.key}/cover/", {"boxes": sent})
    attachment.refresh_from_db()
    assert attachment.in_progress
    assert attachment.own_boxes == [{"x": 0, "y": 4, "w": 50, "h": 60, "frame": 2, "why": "drawn by the author"}]


@pytest.mark.parametrize("sent", ["", "[]", "{}", "[1]", '[{"x": 1}]', '[{"x": 1, "y": 1, "w": 0, "h": 5}]'])
def test_boxes_nobody_can_read_change_nothing(browser, attachment, sent):
    scrub_attachment(str(attachment.pk))
    assert browser.post(f"/files/{attachment.key}/cover/", {"boxes": sent}).status_code == 400
    attachment.refresh_from_db()
    assert attachment.state == "cleaned"


FACE = {"x": 1, "y": 2, "w": 3, "h": 4, "frame": None, "why": "face"}


def test_only_where_a_face_was_covered_can_the_author_ask_for_it_to_stay(browser, attachment):
    scrub_attachment(str(attachment.pk))
    files = f"/cases/{attachment.case_id}/files/"
    assert "The face is the point" not in browser.get(files).content.decode()
    Attachment.objects.update(masks=[FACE])
    assert "The face is the point" in browser.get(files).content.decode()


def test_a_line_found_by_two_looks_counts_once_and_lines_of_other_pages_apart(attachment):
    line = {"x": 60, "y": 30, "w": 340, "h": 80, "frame": 0, "why": "text"}
    again = {"x": 62, "y": 33, "w": 335, "h": 79, "frame": 0, "why": "text"}
    attachment.masks = [line, again, line | {"frame": 1}, FACE | {"x": 500}]
    assert attachment.covered_counts() == [("text", 2), ("face", 1)]


def test_a_refused_consent_reference_keeps_what_was_typed(browser, attachment):
    scrub_attachment(str(attachment.pk))
    Attachment.objects.update(masks=[FACE])
    page = browser.post(f"/files/{attachment.key}/face/", {"consent_reference": "in the notes"})
    html = page.content.decode()
    assert page.status_code == 422
    assert 'value="in the notes"' in html
    assert "no spaces" in html


def test_a_picture_on_the_case_page_is_blurred_until_asked_for(author, colleague, moderator, signed_in):
    case = make_published(author, moderator)
    Attachment.objects.create(case=case, alt="Chest radiograph", state="approved", files=["a" * 32 + ".png"])
    html = signed_in(colleague).get(f"/cases/{case.pk}/").content.decode()
    assert "tile--blurred" in html
    assert "Show picture" in html
    assert 'alt="Chest radiograph"' in html
    assert "/original/" not in html


def test_the_case_page_and_the_file_page_cost_the_same_with_one_file_and_with_many(author, moderator, signed_in):
    case = make_published(author, moderator)
    browser = signed_in(author)

    def cost(url):
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(url).status_code == 200
        return len(captured)

    def add(number):
        Attachment.objects.create(case=case, alt=f"No. {number}", state="approved", files=[f"{number:032d}.png"])

    add(0)
    one = [cost(f"/cases/{case.pk}/"), cost(f"/cases/{case.pk}/files/")]
    for number in range(1, 9):
        add(number)
    assert [cost(f"/cases/{case.pk}/"), cost(f"/cases/{case.pk}/files/")] == one


@pytest.fixture
def item(case, author, attachment):
    from community.services import ensure_channels

    ensure_channels()
    scrub_attachment(str(attachment.pk))
    submit_case(case=case, by=author)
    Attachment.objects.update(masks=[FACE], state="held", consent_sealed=seal(b"CONS-2024-0173"))
    return ReviewItem.objects.get(kind="case", target_id=str(case.pk))


def test_the_moderator_sees_what_was_covered_and_why_but_no_original(item, moderator, attachment, signed_in):
    claim(item=item, by=moderator)
    html = signed_in(moderator).get(f"/moderation/items/{item.pk}/").content.decode()
    assert "1 face covered" in html
    assert "Show this file" in html
    assert "CONS-2024-0173" in html
    assert f"/files/{attachment.key}/viewing/" in html
    assert "/original/" not in html


def test_the_consent_reference_is_shown_only_to_whoever_holds_the_item(item, moderator, second_moderator, signed_in):
    claim(item=item, by=moderator)
    html = signed_in(second_moderator).get(f"/moderation/items/{item.pk}/").content.decode()
    assert "CONS-2024-0173" not in html
    assert "shown to whoever holds the item" in html


def test_a_moderator_judges_one_file_by_itself(item, moderator, attachment, signed_in):
    signed_in(moderator).post(f"/files/{attachment.key}/judge/", {"decision": "approve"})
    attachment.refresh_from_db()
    assert attachment.state == "approved"

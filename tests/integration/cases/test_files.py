"""Files of a case: what is stored, who may see it, what is destroyed when."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test.utils import override_settings
from PIL import Image

from cases.jobs import scrub_attachment
from cases.models import Attachment
from cases.services import add_file, cover_more, judge_file, remove_file, submit_case
from cases.storage import link_for, path_of, read_from_quarantine
from core.errors import NotAllowed, Refused, Stale
from tests.factories.cases import decide_on, make_draft, make_published, make_submitted
from tests.files import png_with_metadata

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folders(tmp_path):
    with override_settings(PRIVATE_FILES_DIR=tmp_path / "files", QUARANTINE_DIR=tmp_path / "quarantine"):
        yield


@pytest.fixture
def upload(tmp_path):
    return png_with_metadata(tmp_path / "smith-john.png").read_bytes()


@pytest.fixture
def case(author):
    return make_draft(author)


@pytest.fixture
def attachment(case, author, upload):
    return add_file(case=case, data=upload, alt="Fundus photograph, pale disc", by=author)


def stored_bytes():
    folders = (Path(settings.PRIVATE_FILES_DIR), Path(settings.QUARANTINE_DIR))
    return b"".join(path.read_bytes() for folder in folders if folder.exists() for path in folder.iterdir())


def test_the_original_lies_encrypted_under_a_random_name(attachment, upload):
    assert b"SMITH" not in stored_bytes()
    assert upload not in stored_bytes()
    assert read_from_quarantine(attachment) == upload
    assert not any("smith" in path.name for path in Path(settings.QUARANTINE_DIR).iterdir())


def test_the_rebuilt_picture_keeps_its_pixels_and_none_of_its_metadata(attachment, upload, tmp_path):
    scrub_attachment(str(attachment.pk))
    attachment.refresh_from_db()
    assert attachment.state == "cleaned"
    rebuilt = path_of(attachment.files[0])
    assert b"SMITH" not in rebuilt.read_bytes()
    (tmp_path / "before.png").write_bytes(upload)
    with Image.open(rebuilt) as after, Image.open(tmp_path / "before.png") as before:
        assert list(after.convert("RGB").tobytes()) == list(before.convert("RGB").tobytes())


def test_running_the_job_twice_leaves_one_result(attachment):
    scrub_attachment(str(attachment.pk))
    scrub_attachment(str(attachment.pk))
    assert len(list(Path(settings.PRIVATE_FILES_DIR).iterdir())) == 1


def test_what_is_no_picture_is_refused_and_its_original_destroyed(case, author, django_capture_on_commit_callbacks):
    attachment = add_file(case=case, data=b"<svg onload=alert(1)>", alt="Not a picture", by=author)
    with django_capture_on_commit_callbacks(execute=True):
        scrub_attachment(str(attachment.pk))
    attachment.refresh_from_db()
    assert attachment.state == "refused"
    assert attachment.reasons
    assert list(Path(settings.QUARANTINE_DIR).iterdir()) == []


def test_sending_the_case_destroys_the_originals(case, author, attachment, django_capture_on_commit_callbacks):
    from community.services import ensure_channels

    ensure_channels()
    scrub_attachment(str(attachment.pk))
    with django_capture_on_commit_callbacks(execute=True):
        submit_case(case=case, by=author)
    assert list(Path(settings.QUARANTINE_DIR).iterdir()) == []
    attachment.refresh_from_db()
    with pytest.raises((Stale, Refused)):
        cover_more(attachment=attachment, boxes=[{"x": 1, "y": 1, "w": 5, "h": 5}], by=author)


def test_a_case_is_not_sent_while_a_file_is_being_checked(case, author, attachment):
    with pytest.raises(Refused, match="still being checked"):
        submit_case(case=case, by=author)


def test_boxes_the_author_draws_cover_the_picture(case, author, attachment):
    scrub_attachment(str(attachment.pk))
    box = {"x": 10, "y": 10, "w": 50, "h": 40, "frame": None, "why": "drawn by the author"}
    cover_more(attachment=attachment, boxes=[box], by=author)
    scrub_attachment(str(attachment.pk))
    attachment.refresh_from_db()
    with Image.open(path_of(attachment.files[0])) as picture:
        assert picture.convert("RGB").getpixel((30, 30)) == (0, 0, 0)
    assert len(list(Path(settings.PRIVATE_FILES_DIR).iterdir())) == 1


def test_the_description_is_scrubbed(case, author, upload):
    attachment = add_file(case=case, data=upload, alt="Radiograph of Mr John Smith, phone 415-555-0134", by=author)
    assert "Smith" not in attachment.alt
    assert "555-0134" not in attachment.alt


def test_a_file_without_a_description_is_refused(case, author, upload):
    with pytest.raises(Refused) as refusal:
        add_file(case=case, data=upload, alt=" ", by=author)
    assert refusal.value.field == "alt"


def test_only_the_author_adds_covers_and_removes(case, colleague, attachment, upload):
    for act in (
        lambda: add_file(case=case, data=upload, alt="Another picture", by=colleague),
        lambda: cover_more(attachment=attachment, boxes=[], by=colleague),
        lambda: remove_file(attachment=attachment, by=colleague),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_removing_a_file_deletes_everything_of_it(author, attachment, django_capture_on_commit_callbacks):
    scrub_attachment(str(attachment.pk))
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(attachment=attachment, by=author)
    assert stored_bytes() == b""
    assert not Attachment.objects.exists()


def published_with_picture(author, moderator, upload):
    from community.services import ensure_channels

    ensure_channels()
    case = make_draft(author)
    attachment = add_file(case=case, data=upload, alt="Fundus photograph", by=author)
    scrub_attachment(str(attachment.pk))
    submit_case(case=case, by=author)
    decide_on(case, by=moderator)
    attachment.refresh_from_db()
    return attachment


def test_a_link_serves_the_rebuilt_file_to_its_viewer_only(author, colleague, stranger, moderator, upload, signed_in):
    attachment = published_with_picture(author, moderator, upload)
    link = link_for(attachment=attachment, index=0, viewer=colleague)
    response = signed_in(colleague).get(link)
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "image/png"
    assert "private" in response["Cache-Control"]
    assert signed_in(stranger).get(link).status_code == 404


def test_a_link_stops_working_when_the_case_is_withdrawn(author, colleague, moderator, upload, signed_in):
    from cases.services import withdraw_case

    attachment = published_with_picture(author, moderator, upload)
    link = link_for(attachment=attachment, index=0, viewer=colleague)
    withdraw_case(case=attachment.case, by=author)
    assert signed_in(colleague).get(link).status_code == 404


def test_a_forged_or_expired_link_is_not_found(author, moderator, colleague, upload, signed_in, monkeypatch):
    attachment = published_with_picture(author, moderator, upload)
    link = link_for(attachment=attachment, index=0, viewer=colleague)
    assert signed_in(colleague).get(link[:-4] + "xyz/").status_code == 404
    monkeypatch.setattr("cases.storage.LINK_SECONDS", -1)
    assert signed_in(colleague).get(link).status_code == 404


def test_the_original_goes_to_its_author_and_to_nobody_else(author, colleague, moderator, attachment, signed_in):
    url = f"/files/{attachment.key}/original/"
    response = signed_in(author).get(url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert signed_in(moderator).get(url).status_code == 404
    assert signed_in(colleague).get(url).status_code == 404


def test_colleagues_see_only_approved_files(author, colleague, moderator, upload, signed_in):
    case = make_published(author, moderator)
    hidden = Attachment.objects.create(case=case, alt="Held", state="held", files=["a" * 32 + ".png"])
    assert signed_in(colleague).get(f"/files/{hidden.key}/state/").status_code == 404
    assert signed_in(author).get(f"/files/{hidden.key}/state/").status_code == 200


def test_a_held_file_blocks_publication_until_a_moderator_judges_it(author, moderator, case):
    case = make_submitted(author)
    held = Attachment.objects.create(case=case, alt="Held", state="held", files=["a" * 32 + ".png"])
    with pytest.raises(Refused, match="held file"):
        decide_on(case, by=moderator)
    judge_file(attachment=held, approve=True, by=moderator)
    held.refresh_from_db()
    assert held.state == "approved"


def test_a_file_of_which_nothing_could_be_rebuilt_cannot_be_approved(author, moderator):
    case = make_submitted(author)
    held = Attachment.objects.create(case=case, alt="Held", state="held", files=[])
    with pytest.raises(Refused, match="rebuilt"):
        judge_file(attachment=held, approve=True, by=moderator)


def test_nobody_judges_their_own_file(moderator):
    case = make_submitted(moderator)
    held = Attachment.objects.create(case=case, alt="Held", state="held", files=["a" * 32 + ".png"])
    with pytest.raises(NotAllowed):
        judge_file(attachment=held, approve=True, by=moderator)

"""Files of a case: what lies on disk at each moment, what is destroyed when, and what a lost worker costs."""

import os
from datetime import timedelta
from pathlib import Path
from queue import LifoQueue

import pytest
from django.conf import settings
from django.utils import timezone
from PIL import Image

from cases import jobs
from cases.jobs import expire_original, scrub_attachment
from cases.models import Attachment
from cases.screening import Choices
from cases.sealing import seal, unseal
from cases.services import add_file, cover_more, keep_face, remove_file, retry_file, save_revision, submit_case
from cases.storage import path_of, read_from_quarantine
from core.errors import NotAllowed, Refused, Stale
from core.outbox.draining import LEASE, _lease_next
from core.outbox.models import OutboxRow
from scrubber.media import MediaResult
from scrubber.media.child import WALL_SECONDS, WarmProcess
from tests.factories.cases import decide_on, typed
from tests.integration.cases.conftest import re_encode
from tests.integration.cases.stored import checked, everything, files_in, originals, rebuilt

pytestmark = pytest.mark.django_db
BOX = {"x": 10, "y": 10, "w": 50, "h": 40, "frame": None, "why": "drawn by the author"}


def test_the_original_lies_encrypted_under_a_random_name(attachment, upload):
    on_disk = b"".join(path.read_bytes() for path in everything())
    assert b"SMITH" not in on_disk
    assert upload not in on_disk
    assert read_from_quarantine(attachment) == upload
    assert not any("smith" in path.name for path in everything())


def test_what_was_sealed_can_be_read_after_the_secret_was_rotated(settings):
    sealed = seal(b"passage")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret, only for tests"  # pragma: allowlist secret
    assert unseal(sealed) == b"passage"


def test_an_upload_that_is_not_acknowledged_leaves_no_byte(case, author, upload, monkeypatch):
    monkeypatch.setattr("cases.services.files.enqueue", lambda **order: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        add_file(case=case, data=upload, alt="Fundus photograph", by=author)
    assert everything() == []


@pytest.mark.real_cleaning
def test_the_rebuilt_picture_carries_none_of_the_original_s_metadata(attachment, upload):
    assert b"SMITH" in upload
    assert checked(attachment).state in {"cleaned", "held"}
    assert b"SMITH" not in path_of(attachment.files[0]).read_bytes()
    assert (attachment.width, attachment.height, attachment.frames) == (320, 240, 1)


def test_no_clear_copy_stays_when_the_job_is_done(attachment):
    checked(attachment)
    assert files_in("SCRATCH_DIR") == []


def test_running_the_job_twice_leaves_one_result(attachment):
    checked(attachment)
    checked(attachment)
    assert len(rebuilt()) == 1


def test_what_is_no_picture_is_refused_and_its_original_destroyed(case, author, work_done):
    attachment = checked(add_file(case=case, data=b"<svg onload=alert(1)>", alt="Not a picture", by=author))
    work_done()
    assert attachment.state == "refused"
    assert attachment.reasons
    assert everything() == []


def test_sending_the_case_destroys_the_originals(case, author, attachment, work_done):
    from community.services import ensure_channels

    ensure_channels()
    checked(attachment)
    submit_case(case=case, by=author)
    work_done()
    assert originals() == []
    with pytest.raises((Stale, Refused)):
        cover_more(attachment=attachment, boxes=[BOX], by=author)


def test_an_original_nobody_sends_on_is_destroyed_after_a_week_and_the_rebuilt_file_stays(attachment, work_done):
    checked(attachment)
    due = OutboxRow.objects.get(topic="attachment.expire").available_at
    assert timedelta(days=6) < due - timezone.now() <= timedelta(days=7)
    expire_original(str(attachment.pk))
    work_done()
    assert originals() == []
    assert len(rebuilt()) == 1


def test_an_original_without_a_row_is_swept_away(attachment):
    lost = Path(settings.QUARANTINE_DIR) / ("f" * 32)
    lost.write_bytes(b"sealed")
    week_ago = timezone.now().timestamp() - 9 * 86400
    os.utime(lost, (week_ago, week_ago))
    expire_original("0")
    assert [path.name for path in originals()] == [attachment.key.hex]


def test_a_case_is_not_sent_while_a_file_is_being_checked(case, author, attachment):
    with pytest.raises(Refused, match="still being checked"):
        submit_case(case=case, by=author)


def test_words_that_stay_in_pictures_are_covered_where_they_are_names_of_the_case(
    author, case, attachment, monkeypatch
):
    save_revision(case=case, typed=typed(history="Mr Max Halloran had a fall."), choices=Choices(), by=author)
    ordered = {}
    monkeypatch.setattr(jobs, "clean_in_child", lambda *files, **order: ordered.update(order) or re_encode(*files))
    checked(attachment)
    assert ordered["must_hide"] == ("max",)


def test_boxes_the_author_draws_cover_the_picture(author, attachment):
    cover_more(attachment=checked(attachment), boxes=[BOX], by=author)
    checked(attachment)
    with Image.open(path_of(attachment.files[0])) as picture:
        assert picture.convert("RGB").getpixel((30, 30)) == (0, 0, 0)
    assert len(rebuilt()) == 1


def test_a_returned_case_can_still_be_covered_further_from_its_rebuilt_file(case, author, moderator, attachment):
    from community.services import ensure_channels

    ensure_channels()
    checked(attachment)
    submit_case(case=case, by=author)
    decide_on(case, by=moderator, outcome="return", rationale="Please cover the corner.")
    attachment.refresh_from_db()
    assert not attachment.quarantined
    cover_more(attachment=attachment, boxes=[BOX], by=author)
    checked(attachment)
    with Image.open(path_of(attachment.files[0])) as picture:
        assert picture.convert("RGB").getpixel((30, 30)) == (0, 0, 0)


def test_the_description_is_scrubbed(case, author, upload):
    attachment = add_file(case=case, data=upload, alt="Radiograph of Mr John Smith, phone 415-555-0134", by=author)
    assert "Smith" not in attachment.alt
    assert "555-0134" not in attachment.alt


def test_a_file_without_a_description_is_refused(case, author, upload):
    with pytest.raises(Refused) as refusal:
        add_file(case=case, data=upload, alt=" ", by=author)
    assert refusal.value.field == "alt"


def test_only_the_author_adds_covers_shows_retries_and_removes(case, colleague, attachment, upload):
    for act in (
        lambda: add_file(case=case, data=upload, alt="Another picture", by=colleague),
        lambda: cover_more(attachment=attachment, boxes=[], by=colleague),
        lambda: keep_face(attachment=attachment, consent_reference="CONS-0001", by=colleague),
        lambda: retry_file(attachment=attachment, by=colleague),
        lambda: remove_file(attachment=attachment, by=colleague),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_removing_a_file_deletes_everything_of_it(author, attachment, work_done):
    remove_file(attachment=checked(attachment), by=author)
    work_done()
    assert everything() == []
    assert not Attachment.objects.exists()


def test_a_file_cancelled_while_it_is_being_checked_leaves_nothing(author, attachment, work_done, monkeypatch):
    def cancelled_meanwhile(source, out, **order):
        remove_file(attachment=attachment, by=author)
        (out / "a.png").write_bytes(b"rebuilt")
        return MediaResult("cleaned", (out / "a.png",), "image/png", 1, 1, 1)

    monkeypatch.setattr(jobs, "clean_in_child", cancelled_meanwhile)
    scrub_attachment(str(attachment.pk))
    work_done()
    assert everything() == []


def test_a_lost_worker_does_not_lose_the_upload(attachment, work_done):
    """The first worker takes the row, puts the file in the clear and dies: the next one cleans up and finishes."""
    row = _lease_next()
    assert row.topic == "attachment.scrub"
    left = Path(settings.SCRATCH_DIR) / f"{attachment.key.hex}-dead"
    left.mkdir(parents=True)
    (left / "upload").write_bytes(b"in the clear")
    work_done()
    attachment.refresh_from_db()
    assert attachment.in_progress  # still leased to the dead one
    OutboxRow.objects.filter(pk=row.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    work_done()
    attachment.refresh_from_db()
    assert attachment.state == "cleaned"
    assert files_in("SCRATCH_DIR") == []


def test_a_lease_outlasts_the_longest_check():
    assert timedelta(seconds=WALL_SECONDS) < LEASE


@pytest.mark.real_cleaning
def test_a_killed_child_means_held_and_its_author_can_try_again(author, attachment, monkeypatch, tmp_path):
    kills_itself = tmp_path / "kills-itself"
    kills_itself.write_text("#!/bin/sh\nkill -9 $$\n")
    kills_itself.chmod(0o700)
    cold: LifoQueue[WarmProcess] = LifoQueue()
    cold.put(WarmProcess())
    monkeypatch.setattr("scrubber.media.child.pool", cold)
    monkeypatch.setattr("scrubber.media.child.sys.executable", str(kills_itself))
    assert checked(attachment).state == "held"
    assert attachment.reasons
    assert attachment.files == []
    assert len(originals()) == 1
    retry_file(attachment=attachment, by=author)
    monkeypatch.setattr(jobs, "clean_in_child", re_encode)
    assert checked(attachment).state == "cleaned"


def test_a_check_that_takes_too_long_can_be_asked_for_again_but_not_at_once(author, attachment):
    with pytest.raises(Stale, match="right now"):
        retry_file(attachment=attachment, by=author)
    Attachment.objects.update(state_since=timezone.now() - timedelta(minutes=3))
    retry_file(attachment=attachment, by=author)
    assert OutboxRow.objects.filter(topic="attachment.scrub").count() == 1

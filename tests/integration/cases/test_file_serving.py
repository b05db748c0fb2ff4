"""Who gets which bytes of a file, for how long, and with which headers."""

import gzip
import io
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings
from PIL import Image

from cases.jobs import scrub_attachment
from cases.models import Attachment
from cases.services import add_file, submit_case, withdraw_case
from cases.storage import link_for
from tests.factories.cases import decide_on, make_draft, make_published
from tests.files import dicom_stack

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(author, moderator, upload):
    from community.services import ensure_channels

    ensure_channels()
    case = make_draft(author)
    attachment = add_file(case=case, data=upload, alt="Fundus photograph", by=author)
    scrub_attachment(str(attachment.pk))
    submit_case(case=case, by=author)
    decide_on(case, by=moderator)
    attachment.refresh_from_db()
    return attachment


@pytest.fixture
def stack(author, moderator):
    """A published case with a rebuilt DICOM stack of three frames."""
    case = make_published(author, moderator)
    folder = Path(settings.PRIVATE_FILES_DIR)
    folder.mkdir(exist_ok=True)
    dicom_stack(folder / ("b" * 32 + ".dcm"))
    return Attachment.objects.create(
        case=case, alt="CT of the thorax", state="approved", files=["b" * 32 + ".dcm"], mime="application/dicom",
        width=8, height=6, frames=3,
    )  # fmt: skip


def picture_in(response):
    return Image.open(io.BytesIO(response.content))


def test_a_link_serves_the_rebuilt_file_to_its_viewer_only(published, colleague, stranger, signed_in):
    link = link_for(attachment=published, index=0, viewer=colleague)
    response = signed_in(colleague).get(link)
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"].startswith("private, max-age=")
    assert "Cookie" in response["Vary"]
    assert "sandbox" in response["Content-Security-Policy"]
    assert signed_in(stranger).get(link).status_code == 404


def test_links_made_within_a_few_minutes_are_the_same_so_that_the_browser_s_cache_works(published, colleague):
    links = {link_for(attachment=published, index=0, viewer=colleague) for _ in range(3)}
    assert len(links) <= 2  # two where the test runs across a step


def test_a_link_stops_working_when_the_case_is_withdrawn(published, author, colleague, signed_in):
    link = link_for(attachment=published, index=0, viewer=colleague)
    withdraw_case(case=published.case, by=author)
    assert signed_in(colleague).get(link).status_code == 404


def test_a_forged_or_expired_link_is_not_found(published, colleague, signed_in, monkeypatch):
    link = link_for(attachment=published, index=0, viewer=colleague)
    assert signed_in(colleague).get(link[:-4] + "xyz/").status_code == 404
    monkeypatch.setattr("cases.storage.time.time", lambda: 4_000_000_000)
    assert signed_in(colleague).get(link).status_code == 404


def test_the_original_goes_to_its_author_and_to_nobody_else(author, colleague, moderator, attachment, signed_in):
    url = f"/files/{attachment.key}/original/"
    response = signed_in(author).get(url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert signed_in(moderator).get(url).status_code == 404
    assert signed_in(colleague).get(url).status_code == 404


def test_nobody_gets_the_original_once_the_case_was_sent(published, author, moderator, signed_in):
    url = f"/files/{published.key}/original/"
    assert signed_in(author).get(url).status_code == 404
    assert signed_in(moderator).get(url).status_code == 404


def test_an_original_no_browser_can_draw_safely_is_not_served_even_to_its_author(case, author, signed_in):
    svg = add_file(case=case, data=b"<svg onload=alert(1)>", alt="Not a picture", by=author)
    assert signed_in(author).get(f"/files/{svg.key}/original/").status_code == 404


def test_colleagues_see_only_approved_files_and_never_the_author_s_tile(author, colleague, moderator, signed_in):
    case = make_published(author, moderator)
    hidden = Attachment.objects.create(case=case, alt="Held", state="held", files=["a" * 32 + ".png"])
    for name in ("", "viewing/", "state/"):
        assert signed_in(colleague).get(f"/files/{hidden.key}/{name}").status_code == 404
    assert signed_in(moderator).get(f"/files/{hidden.key}/").status_code == 302
    assert signed_in(moderator).get(f"/files/{hidden.key}/state/").status_code == 404
    assert signed_in(author).get(f"/files/{hidden.key}/state/").status_code == 200


def test_the_viewer_is_told_frames_window_and_presets(stack, colleague, signed_in):
    answer = signed_in(colleague).get(f"/files/{stack.key}/viewing/").json()
    assert len(answer["frames"]) == 3
    study = answer["study"]
    assert (study["center"], study["width"], study["unit"]) == (40, 400, "HU")
    assert (study["low"], study["high"]) == (-1024, 2976)
    assert "Lung" in [name for name, _, _ in study["presets"]]


def test_a_frame_comes_as_stored_values_to_its_viewer_only(stack, colleague, stranger, signed_in):
    link = link_for(attachment=stack, index=0, viewer=colleague, frame=2)
    response = signed_in(colleague).get(link + "?raw=1")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Values"] == "unsigned"
    values = np.frombuffer(gzip.decompress(response.content), dtype="<u2").reshape(6, 8)
    assert values[3, 3] == 1002
    assert signed_in(stranger).get(link + "?raw=1").status_code == 404


def test_a_frame_comes_as_a_picture_through_the_window_asked_for(stack, colleague, signed_in):
    link = link_for(attachment=stack, index=0, viewer=colleague, frame=0)
    narrow = picture_in(signed_in(colleague).get(link + "?center=-24&width=2"))
    assert narrow.mode == "L"
    assert (narrow.getpixel((0, 0)), narrow.getpixel((1, 0))) == (0, 255)
    dark = picture_in(signed_in(colleague).get(link + "?center=3000&width=100"))
    assert dark.getpixel((3, 3)) == 0
    assert signed_in(colleague).get(link + "?center=nonsense").status_code == 200


def test_a_frame_that_does_not_exist_is_not_found(stack, colleague, signed_in):
    assert signed_in(colleague).get(link_for(attachment=stack, index=0, viewer=colleague, frame=3)).status_code == 404


def test_with_the_watermark_on_two_viewers_get_different_pixels_and_no_unmarked_copy(
    published, stack, colleague, stranger, signed_in, settings
):
    def seen_by(viewer, **where):
        return signed_in(viewer).get(link_for(viewer=viewer, **where))

    plain = picture_in(seen_by(colleague, attachment=published, index=0)).tobytes()
    settings.WATERMARK_FILES = True
    marked = seen_by(colleague, attachment=published, index=0)
    assert marked["Cache-Control"].startswith("private")
    assert picture_in(marked).tobytes() != plain
    assert picture_in(marked).tobytes() != picture_in(seen_by(stranger, attachment=published, index=0)).tobytes()
    assert seen_by(colleague, attachment=stack, index=0).status_code == 404
    stored = Path(settings.PRIVATE_FILES_DIR) / published.files[0]
    assert Image.open(stored).convert("RGB").tobytes() == Image.open(io.BytesIO(stored.read_bytes())).tobytes()

"""Private folders of one's own, a case with an upload, and a quick stand-in for the cleaning itself."""

import secrets

import pytest
from django.test.utils import override_settings
from PIL import Image, ImageDraw, UnidentifiedImageError

from cases import jobs
from cases.services import add_file
from scrubber.media import MediaResult
from tests.factories.cases import make_draft
from tests.files import png_with_metadata


@pytest.fixture(autouse=True)
def own_folders(tmp_path):
    folders = {name: tmp_path / name.lower() for name in ("PRIVATE_FILES_DIR", "QUARANTINE_DIR", "SCRATCH_DIR")}
    with override_settings(**folders):
        yield


def re_encode(source, out, *, extra_boxes=(), **order):
    """Decode, cover the boxes asked for, write a new PNG: what every cleaning does, without looking for anything."""
    try:
        with Image.open(source) as picture:
            fresh = picture.convert("RGB")
    except UnidentifiedImageError:
        return MediaResult("rejected", reasons=("This kind of file is not accepted.",))
    for box in extra_boxes:
        ImageDraw.Draw(fresh).rectangle((box.x, box.y, box.x + box.w - 1, box.y + box.h - 1), fill=0)
    path = out / f"{secrets.token_hex(8)}.png"
    fresh.save(path)
    return MediaResult("cleaned", (path,), "image/png", *fresh.size, 1, tuple(extra_boxes), report={"kind": "png"})


@pytest.fixture(autouse=True)
def quick_cleaning(request, monkeypatch):
    """The real cleaning takes seconds and is tested where it lives; a test marked `real_cleaning` uses it."""
    if not request.node.get_closest_marker("real_cleaning"):
        monkeypatch.setattr(jobs, "clean_in_child", re_encode)


@pytest.fixture
def upload(tmp_path):
    return png_with_metadata(tmp_path / "smith-john.png").read_bytes()


@pytest.fixture
def case(author):
    return make_draft(author)


@pytest.fixture
def attachment(case, author, upload):
    return add_file(case=case, data=upload, alt="Fundus photograph, pale disc", by=author)

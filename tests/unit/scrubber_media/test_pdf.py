"""PDF pages come back as pictures; nothing else of the document does."""

import io
import random
import re
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest

from scrubber.media import pdf
from scrubber.media.admitting import Refused
from scrubber.media.looking import FACES_STAY, Line, Look
from scrubber.media.result import Box, MediaResult, Order
from tests.corpus.media import documents, hostile
from tests.corpus.media.people import Person, person

MAKERS = [documents._info, documents._xmp, documents._attachment, documents._comment, documents._script, documents._invisible, documents._white,
          documents._behind, documents._layer, documents._picture_exif, documents._cropped, documents._private, documents._outline,
          documents._link, documents._form]  # fmt: skip


class Cleaner:
    """Cleans PDF bytes with a chosen answer for what is seen on each page."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.seen = folder, list[Look]()
        self.asked: list[dict[str, object]] = []
        monkeypatch.setattr(pdf, "look_twice", self._look)
        monkeypatch.setattr(pdf, "DPI", 40)

    def _look(self, windows: list[np.ndarray], **asked: object) -> Look:
        self.asked.append({**asked, "windows": len(windows)})
        return self.seen.pop(0) if self.seen else Look()

    def __call__(self, content: bytes, **options: Any) -> MediaResult:
        (self.folder / "upload").write_bytes(content)
        return pdf.clean(self.folder / "upload", self.folder, Order("pdf", **options))


@pytest.fixture
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cleaner:
    return Cleaner(tmp_path, monkeypatch)


def document(make: object = None, *, who: Person | None = None, pages: int = 1) -> bytes:
    made = pikepdf.new()
    documents._page(made, who or person(random.Random(5)), random.Random(5))
    for _ in range(pages - 1):
        made.pages.append(made.pages[0])
    if callable(make):
        make(made, who or person(random.Random(5)))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def everything_in(content: bytes) -> bytes:
    """The bytes, and every stream inflated."""
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            content += zlib.decompress(stream)
        except zlib.error:
            continue
    return content


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__.strip("_"))
def test_nothing_beside_the_page_survives(clean: Cleaner, make: object) -> None:
    who = person(random.Random(8))
    planted = make(pikepdf.open(io.BytesIO(document())), who)  # type: ignore[operator]
    result = everything_in(clean(document(make, who=who)).files[0].read_bytes())
    assert [one.value for one in planted if one.value.encode() in result] == []


def test_the_result_is_pictures_and_nothing_live(clean: Cleaner) -> None:
    with pikepdf.open(clean(document(documents._script, pages=2)).files[0]) as rebuilt:
        assert len(rebuilt.pages) == 2
        assert set(rebuilt.Root.keys()) == {"/Type", "/Pages"} and "/Info" not in rebuilt.trailer
        assert all(
            set(page.keys()) <= {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"} for page in rebuilt.pages
        )


def test_boxes_are_black_on_their_own_page_only(clean: Cleaner) -> None:
    clean.seen = [Look((Box(10, 10, 50, 20, why="text"),)), Look()]
    result = clean(document(pages=2))
    first, second = (page.render().to_pil().convert("L") for page in pypdfium2.PdfDocument(result.files[0]))
    assert first.getpixel((60, 30)) < 30 and second.getpixel((60, 30)) > 200
    assert result.masks == (Box(10, 10, 50, 20, 0, "text"),)


def test_only_kept_lines_can_be_searched_for(clean: Cleaner) -> None:
    clean.seen = [Look((), (Line("AP (5 cm)", Box(100, 40, 60, 12), 0.99),))]
    page = pypdfium2.PdfDocument(clean(document()).files[0])[0]
    assert page.get_textpage().get_text_range().strip() == "AP (5 cm)"


def test_earlier_versions_are_gone(clean: Cleaner) -> None:
    who = person(random.Random(8))
    content = documents._with_earlier_version(document(), who)
    assert who.accession.encode() in content
    assert who.accession.encode() not in everything_in(clean(content).files[0].read_bytes())


def test_bytes_behind_the_end_do_not_matter(clean: Cleaner) -> None:
    result = clean(document() + b"\nQuorndon" * 500)
    assert result.outcome == "cleaned" and b"Quorndon" not in result.files[0].read_bytes()


@pytest.mark.parametrize(
    ("name", "reason"),
    [("pdf-locked.pdf", "encrypted"), ("pdf-owner-locked.pdf", "encrypted"), ("pdf-pages.pdf", "100"), ("pdf-no-pages.pdf", "no pages"),
     ("pdf-large-page.pdf", "too large")],
)  # fmt: skip
def test_it_is_refused_and_told_why(clean: Cleaner, name: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        clean(hostile._pdfs()[name])


@pytest.mark.parametrize("part", [0.3, 0.75, 0.95])
def test_a_cut_file_is_refused(clean: Cleaner, part: float) -> None:
    content = document()
    with pytest.raises(Refused, match="damaged"):
        clean(content[: int(len(content) * part)])


def test_pages_nobody_had_time_for_are_left_out_and_held(clean: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0)
    result = clean(document(pages=4))
    assert (result.outcome, result.frames) == ("held", 1)


def test_a_doubt_on_any_page_holds_all(clean: Cleaner) -> None:
    clean.seen = [Look(), Look(doubts=("There may be a name.",))]
    assert clean(document(pages=2)).outcome == "held"


def test_faces_that_are_the_clinical_point_stay_and_hold(clean: Cleaner) -> None:
    result = clean(document(), keep_faces=True)
    assert (result.outcome, result.reasons) == ("held", (FACES_STAY,))
    assert [asked["faces"] for asked in clean.asked] == [False]


def test_a_page_is_looked_at_as_shown_and_evened_out_for_faint_text(clean: Cleaner) -> None:
    clean(document())
    assert [asked["windows"] for asked in clean.asked] == [2]


def test_a_page_keeps_its_size(clean: Cleaner) -> None:
    content = document()
    with pypdfium2.PdfDocument(content) as before, pypdfium2.PdfDocument(clean(content).files[0]) as after:
        assert after[0].get_size() == pytest.approx(before[0].get_size(), abs=0.01)

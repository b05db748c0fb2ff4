"""PDF files rebuilt: every page drawn as a reader shows it, covered like a picture, and put into a new image-only PDF.

No object of the original is ever copied, so no attachment, script, layer, form, comment or earlier version survives.
"""

import io
import re
import secrets
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from scrubber.media.admitting import MOST_PAGES, Refused
from scrubber.media.bytes_left import leftovers_in_file
from scrubber.media.checking import look_twice
from scrubber.media.covering import cover, share_covered
from scrubber.media.harvest import must_hide_words
from scrubber.media.looking import FACES_STAY, MOST_COVERED, Line
from scrubber.media.pdf_writing import Page, write_pdf
from scrubber.media.result import Box, MediaResult, Order
from scrubber.media.windows import renderings

MIME = "application/pdf"
DPI = 150
POINTS = 72  # a PDF user space unit is 1/72 inch, ISO 32000-2 section 8.3.2.3
MOST_AREA = 2_000_000  # square points a page, about four times A3
MOST_SECONDS = 40  # of computing spent on looking at pages; a job has 60 (`confining`)
DAMAGED = "The PDF is damaged or not what it claims to be."


def clean(source: Path, out_dir: Path, order: Order) -> MediaResult:
    """Rebuild one PDF under a new random name; the page pictures follow it in `files`.

    Raises:
        Refused: encrypted, damaged, without or with too many pages, or a page that is too large.
    """
    content, strings = _inspected(source.read_bytes())
    hidden = (*order.must_hide, *must_hide_words(strings))
    pages: list[Page] = []
    boxes: list[Box] = []
    doubts = [FACES_STAY] if order.keep_faces else []
    end = time.process_time() + MOST_SECONDS
    for index, (pixels, points) in enumerate(_drawn(content)):
        if pages and time.process_time() > end:
            doubts.append("The document has more pages than can be checked at once. Upload only the pages that matter.")
            break
        seen = look_twice(renderings(pixels), must_hide=hidden, faces=not order.keep_faces)
        mine = [Box(box.x, box.y, box.w, box.h, index, box.why) for box in seen.boxes]
        mine += [box for box in order.boxes if box.frame in (None, index)]
        cover(pixels, mine, fill=0, frame=index)
        doubts += seen.doubts
        if (
            share_covered(pixels.shape[0], pixels.shape[1], [Box(box.x, box.y, box.w, box.h) for box in mine])
            > MOST_COVERED
        ):
            doubts.append("A large part of a page had to be covered.")
        boxes += mine
        pages.append(_page(pixels, points, seen.kept))
    path = out_dir / f"{secrets.token_hex(16)}.pdf"
    write_pdf(path, pages)
    doubts += leftovers_in_file(path, (*order.must_hide, *strings))
    pictures = [_write_picture(page, out_dir) for page in pages]
    return MediaResult(
        "held" if doubts else "cleaned", (path, *pictures), MIME, pages[0].width, pages[0].height, len(pages), tuple(boxes),
        reasons=tuple(dict.fromkeys(doubts)),
        report={"kind": "pdf", "pages": len(pages), "masks": len(boxes), "lines_kept": sum(len(p.lines) for p in pages)},
    )  # fmt: skip


def _inspected(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The document without bytes behind its end, and the strings of its metadata that may identify somebody."""
    for candidate in (content, content[: content.rfind(b"%%EOF") + 5]):
        try:
            with pikepdf.open(io.BytesIO(candidate), attempt_recovery=False) as pdf:
                if pdf.is_encrypted:
                    raise Refused("The PDF is encrypted. Save it without a password and upload it again.")
                if not 0 < len(pdf.pages) <= MOST_PAGES:
                    raise Refused("The PDF has no pages or more than 100.")
                return candidate, tuple(_metadata(pdf))
        except pikepdf.PasswordError as error:
            raise Refused("The PDF is encrypted. Save it without a password and upload it again.") from error
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError):
            continue
    raise Refused(DAMAGED)


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    for key, value in (pdf.trailer.get("/Info") or {}).items():
        if key not in {"/Producer", "/CreationDate", "/ModDate"} and isinstance(value, pikepdf.String):
            yield str(value)
    if isinstance(xmp := pdf.Root.get("/Metadata"), pikepdf.Stream):
        text = xmp.read_bytes()[:65536].decode("utf-8", "replace")
        yield from (found.strip() for found in re.findall(r">([^<>]{4,200})<", text) if found.strip())


def _drawn(content: bytes) -> Iterator[tuple[NDArray[np.uint8], tuple[float, float]]]:
    """Each page as RGB pixels at 150 dpi and its size in points, its CropBox, forms and annotations as displayed."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refused(DAMAGED) from error
    with document:
        document.init_forms()
        for page in document:
            width, height = page.get_size()
            if not 0 < width * height <= MOST_AREA:
                raise Refused("A page of the PDF is too large.")
            bitmap = page.render(scale=DPI / POINTS, may_draw_forms=True, rev_byteorder=True)
            pixels = np.array(bitmap.to_numpy())
            colours = pixels[..., :3] if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, axis=2)
            yield colours, (width, height)
            page.close()


def _page(pixels: NDArray[np.uint8], points: tuple[float, float], lines: Sequence[Line]) -> Page:
    grey = bool((pixels[..., 0] == pixels[..., 1]).all() and (pixels[..., 1] == pixels[..., 2]).all())
    stream = io.BytesIO()
    picture = Image.fromarray(pixels[..., 0] if grey else pixels)
    picture.save(stream, "JPEG", quality=90, subsampling=0)
    return Page(stream.getvalue(), picture.width, picture.height, points, grey, tuple(lines))


def _write_picture(page: Page, out_dir: Path) -> Path:
    path = out_dir / f"{secrets.token_hex(16)}.jpg"
    path.write_bytes(page.jpeg)
    return path

"""Writes an image-only PDF: one JPEG a page, over it the kept words as invisible, searchable text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from scrubber.media.looking import Line

HELVETICA_WIDTH = 0.5  # of the font size, an average letter: enough to lay a selection over a printed line


@dataclass(frozen=True)
class Page:
    """A page to write: its encoded JPEG, its size in pixels and in points, and the lines that stayed readable."""

    jpeg: bytes
    width: int
    height: int
    points: tuple[float, float]
    grey: bool
    lines: tuple[Line, ...] = ()


def write_pdf(path: Path, pages: Sequence[Page]) -> None:
    """Write `pages` with no information dictionary, no XMP and nothing live (ISO 32000-2)."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    for page in pages:
        picture = pikepdf.Stream(pdf, page.jpeg)
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = page.width, page.height, 8
        picture.ColorSpace = Name.DeviceGray if page.grey else Name.DeviceRGB
        picture.Filter = Name.DCTDecode
        box = Array([0, 0, *(round(length, 2) for length in page.points)])
        resources = Dictionary(XObject=Dictionary(Im=picture), Font=Dictionary(F=font))
        contents = pikepdf.Stream(pdf, _content(page))
        pdf.pages.append(
            pikepdf.Page(
                Dictionary(Type=Name.Page, MediaBox=box, Resources=resources, Contents=pdf.make_indirect(contents))
            )
        )
    pdf.save(path, deterministic_id=True, compress_streams=True)


def _content(page: Page) -> bytes:
    width, height = page.points
    scale = width / page.width
    parts = [f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Im Do Q".encode()]
    for line in page.lines:
        text = line.text.encode("cp1252", "ignore")
        if not text.strip():
            continue
        size = max(line.box.h * scale * 0.8, 1.0)
        stretch = 100 * line.box.w * scale / (HELVETICA_WIDTH * size * len(text))
        x, y = line.box.x * scale, height - (line.box.y + line.box.h * 0.8) * scale
        written = text.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        parts.append(
            f"BT 3 Tr /F {size:.2f} Tf {stretch:.1f} Tz 1 0 0 1 {x:.2f} {y:.2f} Tm (".encode() + written + b") Tj ET"
        )
    return b"\n".join(parts)

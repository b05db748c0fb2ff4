"""Files that must be refused or held, quickly: wrong kinds, polyglots, bombs, truncations, contradictions."""

import io
import random
import struct
import zipfile
import zlib

import numpy as np
import pikepdf
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEG2000Lossless, JPEGBaseline8Bit

from tests.corpus.media import containers, drawing
from tests.corpus.media.dicom_headers import plain, put, written
from tests.corpus.media.manifest import Corpus

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><text>x</text></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


def add_hostile(corpus: Corpus, dice: random.Random) -> None:
    """Some thirty files."""
    picture = drawing.histology(300, 220, dice)
    good = {
        "jpg": containers.jpeg(picture),
        "png": containers.png(picture),
        "dcm": written(plain(dice)[0]),
        "pdf": _pdf(),
    }
    for name, content in (_wrong_kinds(good) | _truncated(good) | _bombs() | _dicom(dice) | _pdfs()).items():
        corpus.add(f"hostile-{name}", content, "hostile")


def _wrong_kinds(good: dict[str, bytes]) -> dict[str, bytes]:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("a.txt", "a")
    return {
        "svg.svg": SVG, "svg-as-png.png": SVG, "html.html": HTML, "html-as-jpg.jpg": HTML, "zip.zip": archive.getvalue(),
        "zip-as-pdf.pdf": archive.getvalue(), "empty.png": b"", "one-byte.jpg": b"\xff", "text.txt": b"name", "exe.bin": b"MZ" + b"\0" * 200,
        "gif-script.gif": b"GIF89a" + HTML, "mp4.mp4": b"\0\0\0\x18ftypmp42" + b"\0" * 64, "jpeg-header-only.jpg": good["jpg"][:20],
        "pdf-in-html.html": HTML + good["pdf"], "dicomdir.dcm": _dicomdir(), "postscript.eps": b"%!PS-Adobe-3.0 EPSF-3.0\n(x) show",
    }  # fmt: skip


def _truncated(good: dict[str, bytes]) -> dict[str, bytes]:
    return {
        f"cut-{kind}-{part}.{kind}": content[: len(content) * part // 100]
        for kind, content in good.items()
        for part in (30, 75)
    }


def _bombs() -> dict[str, bytes]:
    def sized(width: int, height: int) -> bytes:
        header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
        chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
        data = zlib.compress(b"\0" * 1000)
        body = struct.pack(">I", len(data)) + b"IDAT" + data + struct.pack(">I", zlib.crc32(b"IDAT" + data))
        return b"\x89PNG\r\n\x1a\n" + chunk + body + b"\0\0\0\0IEND\xaeB`\x82"

    many = containers.animated([Image.new("L", (8, 8), shade % 256) for shade in range(400)], "GIF")
    return {"bomb-wide.png": sized(60_000, 60_000), "bomb-long.png": sized(1, 0x7FFFFFFF), "bomb-frames.gif": many}


def _dicom(dice: random.Random) -> dict[str, bytes]:
    def changed(**values: object) -> bytes:
        data, _ = plain(dice)
        for keyword, value in values.items():
            setattr(data, keyword, value)
        return written(data)

    data, _ = plain(dice)
    start = written(data)
    nested = b"".join(b"\x08\0\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\xff\xff\xff\xff" for _ in range(3000))
    defined = Dataset()
    for _ in range(40):
        outer = Dataset()
        outer.ReferencedStudySequence = Sequence([defined])
        defined = outer
    data, _ = plain(dice)
    data.ReferencedStudySequence = Sequence([defined])
    meta_end = 132 + 12 + struct.unpack_from("<I", start, 140)[0]
    deflated = _deflate_bomb()
    data2, _ = plain(dice)
    put(data2, np.zeros((64, 64, 3), np.uint8), bits=8, photometric="RGB")
    data2.PixelData = encapsulate([containers.jpeg(Image.new("RGB", (4000, 3000)))])
    wrong_size = written(data2, syntax=JPEGBaseline8Bit)
    data3, _ = plain(dice)
    data3.PixelData = encapsulate([b"\xff\x4f\xff\x51" + bytes(40)])
    return {
        "dicom-nested.dcm": start[:meta_end] + nested, "dicom-nested-defined.dcm": written(data), "dicom-inflating.dcm": deflated,
        "dicom-frames.dcm": changed(NumberOfFrames=400), "dicom-rows.dcm": changed(Rows=65_000, Columns=65_000),
        "dicom-few-bytes.dcm": changed(Rows=2000, Columns=2000), "dicom-jpeg-size.dcm": wrong_size,
        "dicom-no-size.dcm": changed(Rows=None), "dicom-bits.dcm": changed(BitsStored=40, HighBit=39),
        "dicom-broken-j2k.dcm": written(data3, syntax=JPEG2000Lossless), "dicom-zero.dcm": changed(Rows=0, Columns=0),
    }  # fmt: skip


def _deflate_bomb() -> bytes:
    data, _ = plain(random.Random(1))
    head = written(data, syntax=DeflatedExplicitVRLittleEndian)
    meta_end = 132 + 12 + struct.unpack_from("<I", head, 140)[0]
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    element = b"\x09\0\x10\x10OB\0\0" + struct.pack("<I", 300_000_000)
    return head[:meta_end] + squeezed.compress(element + bytes(300_000_000)) + squeezed.flush()


def _dicomdir() -> bytes:
    data, _ = plain(random.Random(2))
    data.SOPClassUID = "1.2.840.10008.1.3.10"
    return written(data)


def _pdf() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 200))
    pdf.pages[0].Contents = pikepdf.Stream(pdf, b"0 0 100 100 re f " * 400)
    stream = io.BytesIO()
    pdf.save(stream, compress_streams=False)
    return stream.getvalue()


def _pdfs() -> dict[str, bytes]:
    made = {}
    for name, options in (
        ("locked", {"user": "secret", "owner": "secret"}),
        ("owner-locked", {"user": "", "owner": "secret"}),
    ):
        stream = io.BytesIO()
        with pikepdf.open(io.BytesIO(_pdf())) as pdf:
            pdf.save(stream, encryption=pikepdf.Encryption(**options))
        made[f"pdf-{name}.pdf"] = stream.getvalue()
    pages, large = pikepdf.new(), pikepdf.new()
    for _ in range(101):
        pages.add_blank_page(page_size=(100, 100))
    large.add_blank_page(page_size=(14_000, 14_000))
    for name, pdf in (("pages", pages), ("large-page", large), ("no-pages", pikepdf.new())):
        stream = io.BytesIO()
        pdf.save(stream)
        made[f"pdf-{name}.pdf"] = stream.getvalue()
    return made

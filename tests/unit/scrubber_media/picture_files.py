"""Hostile and ordinary pictures, made in memory. Every planted string is invented."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

NAME = "Zbigniew Quartermaine"
NUMBER = "MRN48821937"
DATA = Path(__file__).parent / "data"


def texture(width: int = 160, height: int = 120, seed: int = 3) -> Image.Image:
    """Smooth grey-brown noise: nothing to read, nobody to see."""
    noise = np.random.default_rng(seed).integers(60, 180, (8, 8, 3), dtype=np.uint8)
    return Image.fromarray(noise).resize((width, height), Image.Resampling.BICUBIC)


def captioned(*captions: tuple[str, int, int], width: int = 480, height: int = 320, size: int = 22) -> Image.Image:
    """A dark picture with light captions at (x, y)."""
    picture = Image.new("RGB", (width, height), (28, 30, 34))
    draw = ImageDraw.Draw(picture)
    for text, x, y in captions:
        draw.text((x, y), text, font=ImageFont.load_default(size), fill=(230, 230, 230))
    return picture


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def exif() -> bytes:
    """EXIF with an artist, a comment, a maker note and a place."""
    fields = Image.Exif()
    fields[0x013B] = NAME
    fields[0x010E] = NUMBER
    fields.get_ifd(0x8769).update({0x927C: b"MAKER\0" + NAME.encode(), 0x9286: b"ASCII\0\0\0" + NUMBER.encode()})
    fields.get_ifd(0x8825).update({1: "N", 2: (52.0, 13.0, 47.0), 3: "E", 4: (21.0, 0.0, 44.0)})
    return fields.tobytes()


def xmp() -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{NAME}</dc:creator></x:xmpmeta>'.encode()


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def chunk(name: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", zlib.crc32(name + payload))


def png_with_text() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", NAME)
    info.add_text("Comment", NUMBER, zip=True)
    info.add_itxt("Title", NAME, zip=True)
    return saved(texture(), "PNG", pnginfo=info, exif=exif())


def carriers() -> dict[str, bytes]:
    """One file for each place in a picture file where an identifier can hide."""
    plain = saved(texture(), "JPEG", quality=90)
    png = saved(texture(), "PNG")
    thumbnail = saved(captioned((NAME, 4, 4), width=120, height=80, size=10), "JPEG")
    hidden = texture().convert("RGBA")
    ImageDraw.Draw(hidden).text((5, 50), NUMBER, fill=(255, 255, 255, 0))
    photoshop = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x1c\x1c\x02\x50\0\x15" + NAME.encode() + b"\0"
    return {
        "exif.jpg": saved(texture(), "JPEG", exif=exif()),
        "xmp.jpg": with_segments(plain, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp())),
        "iptc.jpg": with_segments(plain, segment(0xED, photoshop)),
        "comment.jpg": with_segments(plain, segment(0xFE, NAME.encode()), segment(0xEB, NUMBER.encode("utf-16-le"))),
        "thumbnail.jpg": with_segments(plain, segment(0xE2, b"MPF\0" + thumbnail + NAME.encode())),
        "profile.jpg": saved(texture(), "JPEG", icc_profile=b"\0" * 128 + NAME.encode() + b"\0" * 40),
        "trailing.jpg": plain + b"PK\x03\x04" + NAME.encode() + NUMBER.encode(),
        "text.png": png_with_text(),
        "unknown-chunk.png": png[:33] + chunk(b"prVt", NAME.encode()) + png[33:],
        "trailing.png": png + NAME.encode(),
        "alpha.png": saved(hidden, "PNG"),
        "comment.gif": saved(texture(), "GIF", comment=NAME.encode()),
        "exif.webp": saved(texture(), "WEBP", exif=exif(), xmp=xmp()),
        "tags.tiff": saved(texture(), "TIFF", tiffinfo={270: NAME, 315: NUMBER}),
        "trailing.bmp": saved(texture(), "BMP") + NAME.encode(),
    }

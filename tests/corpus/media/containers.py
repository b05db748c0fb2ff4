"""Picture files with things hidden in their containers, byte by byte."""

import io
import struct
import zlib

import numpy as np
import zxingcpp
from PIL import Image

XMP = '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="{0}"><dc:description>{1}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'


def jpeg(picture: Image.Image, *, quality: int = 92, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.convert("L" if picture.mode == "L" else "RGB").save(stream, "JPEG", quality=quality, **options)
    return stream.getvalue()


def png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=3)
    return stream.getvalue()


def with_segments(content: bytes, *segments: tuple[int, bytes]) -> bytes:
    """A JPEG with marker segments (marker, payload) right after its start."""
    extra = b"".join(struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload for marker, payload in segments)
    return content[:2] + extra + content[2:]


def with_chunks(content: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG with chunks right after IHDR."""
    extra = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return content[:33] + extra + content[33:]


def exif(
    values: dict[int, object], *, details: dict[int, object] | None = None, place: tuple[float, float] | None = None
) -> bytes:
    """An EXIF block ("Exif" header included): IFD0 `values`, Exif IFD `details`, GPS `place` (latitude, longitude)."""
    block = Image.Exif()
    block.update(values)
    block.get_ifd(0x8769).update(details or {})
    if place:
        degrees = [_sexagesimal(abs(value)) for value in place]
        block.get_ifd(0x8825).update(
            {1: "N" if place[0] >= 0 else "S", 2: degrees[0], 3: "E" if place[1] >= 0 else "W", 4: degrees[1]}
        )
    return block.tobytes()


def _sexagesimal(value: float) -> tuple[float, float, float]:
    return float(int(value)), float(int(value * 60 % 60)), round(value * 3600 % 60, 4)


def exif_with_thumbnail(artist: str, thumbnail: bytes) -> bytes:
    """An EXIF block whose IFD1 holds a JPEG thumbnail."""
    name = artist.encode() + b"\0"
    first = 8
    second = first + 2 + 12 + 4 + len(name) + len(name) % 2
    data = second + 2 + 2 * 12 + 4
    ifd0 = struct.pack("<HHHIII", 1, 0x013B, 2, len(name), first + 18, second) + name + b"\0" * (len(name) % 2)
    ifd1 = (
        struct.pack("<H", 2)
        + struct.pack("<HHII", 0x0201, 4, 1, data)
        + struct.pack("<HHII", 0x0202, 4, 1, len(thumbnail))
        + b"\0" * 4
    )
    return b"Exif\0\0II*\0" + struct.pack("<I", first) + ifd0 + ifd1 + thumbnail


def iptc(values: dict[int, str]) -> bytes:
    """A Photoshop APP13 payload with IPTC application records (2:number)."""
    records = b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text.encode() for number, text in values.items()
    )
    padded = records + b"\0" * (len(records) % 2)
    return b"Photoshop 3.0\x00" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + padded


def icc(description: str) -> bytes:
    """A profile with only a header and a description tag: enough to carry text, not enough to change colours."""
    text = description.encode()
    tag = b"desc" + b"\0" * 4 + struct.pack(">I", len(text) + 1) + text + b"\0" * 80
    tag += b"\0" * (-len(tag) % 4)
    header = bytearray(128)
    struct.pack_into(">I", header, 0, 144 + len(tag))
    header[8:12], header[12:16], header[16:20], header[20:24], header[36:40] = (
        b"\x02\x10\0\0",
        b"mntr",
        b"RGB ",
        b"XYZ ",
        b"acsp",
    )
    return bytes(header) + struct.pack(">I4sII", 1, b"desc", 144, len(tag)) + tag


def barcode(text: str, kind: str, scale: int) -> Image.Image:
    """A code as black on white, quiet zone included."""
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    return Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=scale, add_quiet_zones=True)))


def animated(frames: list[Image.Image], kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:], duration=120, **options)
    return stream.getvalue()

"""Pictures whose containers carry identifiers: EXIF, XMP, IPTC, thumbnails, comments, chunks, profiles, trailing bytes."""

import io
import random
from collections.abc import Callable

import numpy as np
from PIL import Image, PngImagePlugin

from tests.corpus.media import containers, drawing
from tests.corpus.media.manifest import Benign, Corpus, Planted
from tests.corpus.media.people import Person, person

SIZE = (420, 340)
Made = tuple[bytes, list[Planted]]


def add_picture_files(corpus: Corpus, dice: random.Random) -> None:
    """One file for each place in a container where somebody's data was found to survive."""
    makers: list[tuple[str, str, Callable[[Image.Image, Person], Made]]] = [
        ("exif-fields", "jpg", _exif_fields), ("exif-gps", "jpg", _exif_gps), ("makernote", "jpg", _makernote),
        ("exif-thumbnail", "jpg", _thumbnail), ("xmp", "jpg", _xmp), ("xmp-extended", "jpg", _xmp_extended), ("iptc", "jpg", _iptc),
        ("comment", "jpg", _comment), ("app15", "jpg", _app15), ("trailing", "jpg", _trailing), ("second-picture", "jpg", _second),
        ("icc", "jpg", _icc), ("after-entropy", "jpg", _zip_behind), ("png-text", "png", _png_text), ("png-exif", "png", _png_exif),
        ("png-private", "png", _png_private), ("png-trailing", "png", _png_trailing), ("png-icc", "png", _png_icc),
        ("png-under-alpha", "png", _under_alpha), ("gif-comment", "gif", _gif_comment), ("webp-exif", "webp", _webp),
        ("tiff-tags", "tif", _tiff_tags), ("tiff-page", "tif", _tiff_page), ("bmp-trailing", "bmp", _bmp), ("png-palette", "png", _palette),
    ]  # fmt: skip
    for number, (name, suffix, make) in enumerate(makers):
        scene, draw = drawing.SCENES[number % 5]
        picture = draw(*SIZE, dice)
        box = drawing.write(picture, (8, 8), "L", size=26)
        content, planted = make(picture, person(dice))
        frames = _decoded(content) if name != "tiff-page" else [np.array(picture)]
        corpus.add(f"container-{name}-{scene}.{suffix}", content, "image", planted, [Benign("L", box)], frames=frames)


def _decoded(content: bytes) -> list[np.ndarray]:
    with Image.open(io.BytesIO(content)) as picture:
        if picture.mode in {"RGBA", "P"}:
            picture = picture.convert("RGBA")
            ground = Image.new("RGBA", picture.size, "white")
            return [np.array(Image.alpha_composite(ground, picture).convert("RGB"))]
        return [np.array(picture)]


def _exif_fields(picture: Image.Image, who: Person) -> Made:
    values = {
        0x010E: f"Patient {who.name}",
        0x013B: who.doctor,
        0x8298: who.hospital,
        0x9C9D: who.mail.encode("utf-16-le"),
    }
    details = {0x9286: b"ASCII\0\0\0" + who.number.encode(), 0xA430: who.accession, 0x9003: "2024:03:17 11:42:09"}
    planted = [
        Planted(who.name, "EXIF ImageDescription"), Planted(who.doctor, "EXIF Artist"), Planted(who.hospital, "EXIF Copyright"),
        Planted(who.mail, "EXIF XPAuthor"), Planted(who.number, "EXIF UserComment"), Planted(who.accession, "EXIF CameraOwnerName"),
        Planted("2024:03:17 11:42:09", "EXIF DateTimeOriginal"),
    ]  # fmt: skip
    return containers.jpeg(picture, exif=containers.exif(values, details=details)), planted


def _exif_gps(picture: Image.Image, who: Person) -> Made:
    block = containers.exif({0x0110: "Phone 9", 0xA431: who.number}, place=(51.4778, -0.0014))
    return containers.jpeg(picture, exif=block), [
        Planted("GPSLatitude", "EXIF GPS"),
        Planted(who.number, "EXIF BodySerialNumber"),
    ]


def _makernote(picture: Image.Image, who: Person) -> Made:
    note = b"OLYMP\0" + who.name.encode() + b"\0" * 9 + who.number.encode()
    return containers.jpeg(picture, exif=containers.exif({}, details={0x927C: note})), [
        Planted(who.name, "MakerNote"), Planted(who.number, "MakerNote"),
    ]  # fmt: skip


def _thumbnail(picture: Image.Image, who: Person) -> Made:
    small = picture.resize((160, 120)).convert("RGB")
    drawing.write(small, (4, 50), who.last, size=22, fill=(255, 255, 255))
    thumbnail = containers.with_segments(containers.jpeg(small), (0xFE, who.number.encode()))
    block = containers.exif_with_thumbnail(who.doctor, thumbnail)
    return containers.jpeg(picture, exif=block), [
        Planted(who.number, "EXIF thumbnail"),
        Planted(who.doctor, "EXIF Artist"),
    ]


def _xmp(picture: Image.Image, who: Person) -> Made:
    text = containers.XMP.format(who.name, f"MRN {who.number}").encode()
    segment = (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + text)
    return containers.with_segments(containers.jpeg(picture), segment), [
        Planted(who.name, "XMP"),
        Planted(who.number, "XMP"),
    ]


def _xmp_extended(picture: Image.Image, who: Person) -> Made:
    payload = (
        b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32 + b"\0\0\1\0" + b"\0" * 4 + f"<x>{who.mail}</x>".encode()
    )
    return containers.with_segments(containers.jpeg(picture), (0xE1, payload)), [Planted(who.mail, "extended XMP")]


def _iptc(picture: Image.Image, who: Person) -> Made:
    payload = containers.iptc({80: who.doctor, 90: "Brockenhurst", 120: f"{who.name}, born {who.born_slashed}"})
    planted = [
        Planted(who.name, "IPTC caption"),
        Planted(who.doctor, "IPTC by-line"),
        Planted(who.born_slashed, "IPTC caption"),
    ]
    return containers.with_segments(containers.jpeg(picture), (0xED, payload)), planted


def _comment(picture: Image.Image, who: Person) -> Made:
    text = f"{who.name} {who.phone}".encode()
    return containers.with_segments(containers.jpeg(picture), (0xFE, text)), [
        Planted(who.name, "COM"),
        Planted(who.phone, "COM"),
    ]


def _app15(picture: Image.Image, who: Person) -> Made:
    return containers.with_segments(containers.jpeg(picture), (0xEF, who.mail.encode())), [Planted(who.mail, "APP15")]


def _trailing(picture: Image.Image, who: Person) -> Made:
    return containers.jpeg(picture) + who.name.encode("utf-16-le") + who.number.encode(), [
        Planted(who.name, "after EOI"), Planted(who.number, "after EOI"),
    ]  # fmt: skip


def _second(picture: Image.Image, who: Person) -> Made:
    other = containers.with_segments(containers.jpeg(picture.rotate(180)), (0xFE, who.number.encode()))
    return containers.jpeg(picture) + other, [Planted(who.number, "second picture after EOI")]


def _icc(picture: Image.Image, who: Person) -> Made:
    profile = containers.icc(f"Calibrated for {who.hospital}")
    return containers.jpeg(picture.convert("RGB"), icc_profile=profile), [Planted(who.hospital, "ICC description")]


def _zip_behind(picture: Image.Image, who: Person) -> Made:
    return containers.jpeg(picture) + b"PK\x03\x04" + who.accession.encode() * 3, [
        Planted(who.accession, "archive after EOI")
    ]


def _png_text(picture: Image.Image, who: Person) -> Made:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", who.name)
    info.add_text("Comment", f"MRN {who.number}", zip=True)
    info.add_itxt("Description", who.hospital, zip=True)
    stream = io.BytesIO()
    picture.save(stream, "PNG", pnginfo=info)
    return stream.getvalue(), [Planted(who.name, "tEXt"), Planted(who.number, "zTXt"), Planted(who.hospital, "iTXt")]


def _png_exif(picture: Image.Image, who: Person) -> Made:
    block = containers.exif({0x013B: who.name})[6:]
    return containers.with_chunks(containers.png(picture), (b"eXIf", block)), [Planted(who.name, "eXIf")]


def _png_private(picture: Image.Image, who: Person) -> Made:
    return containers.with_chunks(containers.png(picture), (b"paTi", who.mail.encode())), [
        Planted(who.mail, "private chunk")
    ]


def _png_trailing(picture: Image.Image, who: Person) -> Made:
    return containers.png(picture) + who.name.encode(), [Planted(who.name, "after IEND")]


def _png_icc(picture: Image.Image, who: Person) -> Made:
    stream = io.BytesIO()
    picture.convert("RGB").save(stream, "PNG", icc_profile=containers.icc(who.accession))
    return stream.getvalue(), [Planted(who.accession, "iCCP")]


def _under_alpha(picture: Image.Image, who: Person) -> Made:
    """The name is in the colours of pixels that are fully transparent."""
    hidden = picture.convert("RGB")
    box = drawing.write(hidden, (40, 250), who.name, size=26, fill=(0, 0, 0))
    alpha = Image.new("L", picture.size, 255)
    alpha.paste(0, (0, 240, picture.width, 300))
    hidden.putalpha(alpha)
    return containers.png(hidden), [Planted(who.name, "colours under alpha", box)]


def _gif_comment(picture: Image.Image, who: Person) -> Made:
    stream = io.BytesIO()
    picture.convert("L").save(stream, "GIF", comment=who.name.encode())
    return stream.getvalue(), [Planted(who.name, "GIF comment")]


def _webp(picture: Image.Image, who: Person) -> Made:
    stream = io.BytesIO()
    xmp = containers.XMP.format(who.mail, "").encode()
    picture.convert("RGB").save(stream, "WEBP", quality=95, exif=containers.exif({0x013B: who.name}), xmp=xmp)
    return stream.getvalue(), [Planted(who.name, "WebP EXIF"), Planted(who.mail, "WebP XMP")]


def _tiff_tags(picture: Image.Image, who: Person) -> Made:
    stream = io.BytesIO()
    picture.save(stream, "TIFF", tiffinfo={315: who.name, 316: who.hospital, 65000: who.number})
    return stream.getvalue(), [
        Planted(who.name, "TIFF Artist"),
        Planted(who.hospital, "HostComputer"),
        Planted(who.number, "private tag"),
    ]


def _tiff_page(picture: Image.Image, who: Person) -> Made:
    """The second page, which no viewer of the first page shows, is a letter with the name."""
    letter = Image.new(picture.mode, picture.size, "white")
    box = drawing.write(letter, (30, 60), f"Re: {who.name}", size=28, fill=0 if picture.mode == "L" else (0, 0, 0))
    stream = io.BytesIO()
    picture.save(stream, "TIFF", save_all=True, append_images=[letter])
    return stream.getvalue(), [Planted(who.name, "second TIFF page", box, frame=1)]


def _bmp(picture: Image.Image, who: Person) -> Made:
    stream = io.BytesIO()
    picture.save(stream, "BMP")
    return stream.getvalue() + who.number.encode(), [Planted(who.number, "after BMP")]


def _palette(picture: Image.Image, who: Person) -> Made:
    """A palette entry that no pixel uses spells the number."""
    small = picture.convert("L").point(lambda value: value // 2).convert("P")
    table = [level for grey in range(128) for level in (2 * grey,) * 3] + list(who.number.encode()) + [0]
    small.putpalette(table)
    return containers.png(small), [Planted(who.number, "unused palette entries")]

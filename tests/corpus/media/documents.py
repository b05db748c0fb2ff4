"""PDF files with identifiers in every place a PDF can keep them, seen or unseen."""

import io
import random
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.media import containers, drawing
from tests.corpus.media.manifest import Benign, Corpus, Planted
from tests.corpus.media.people import Person, person

WIDTH, HEIGHT, DPI = 420, 540, 150
SCALE = DPI / 72
BENIGN = ("AP", "5 cm")


def add_documents(corpus: Corpus, dice: random.Random) -> None:
    """One file for each carrier; every page also shows a picture, a name and two clinical marks."""
    makers: list[Callable[[pikepdf.Pdf, Person], list[Planted]]] = [
        _info, _xmp, _attachment, _comment, _form, _script, _invisible, _white, _behind, _layer, _earlier, _picture_exif,
        _cropped, _private, _outline, _second_page, _link,
    ]  # fmt: skip
    for make in makers:
        who = person(dice)
        pdf = pikepdf.new()
        planted = _page(pdf, who, dice)
        planted += make(pdf, who)
        stream = io.BytesIO()
        pdf.save(stream)
        content = _with_earlier_version(stream.getvalue(), who) if make is _earlier else stream.getvalue()
        benign = [Benign(text, _box(330, y, text, 16)) for text, y in zip(BENIGN, (470, 60), strict=True)]
        corpus.add(
            f"pdf-{make.__name__.strip('_').replace('_', '-')}.pdf",
            content,
            "pdf",
            planted,
            benign,
            pages=len(pdf.pages),
        )


def _page(pdf: pikepdf.Pdf, who: Person, dice: random.Random) -> list[Planted]:
    picture = Stream(pdf, containers.jpeg(drawing.ct(320, 260, dice)))
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.DCTDecode
    picture.Width, picture.Height, picture.BitsPerComponent, picture.ColorSpace = 320, 260, 8, Name.DeviceGray
    lines = ((who.name, 40, 500, 18), (f"MRN {who.number}", 40, 474, 14), (f"Seen {who.born_slashed} by {who.doctor}", 40, 40, 12),
             (BENIGN[0], 330, 470, 16), (BENIGN[1], 330, 60, 16))  # fmt: skip
    text = "\n".join(f"BT /F {size} Tf {x} {y} Td ({line}) Tj ET" for line, x, y, size in lines)
    font = _font(pdf)
    page = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, WIDTH, HEIGHT]),
        Resources=Dictionary(XObject=Dictionary(Im=picture), Font=Dictionary(F=font)),
        Contents=pdf.make_indirect(Stream(pdf, f"q 320 0 0 260 50 130 cm /Im Do Q\n{text}".encode())),
    )  # fmt: skip
    pdf.pages.append(pikepdf.Page(page))
    return [Planted(line, "printed on the page", _box(x, y, line, size)) for line, x, y, size in lines[:3]]


def _font(pdf: pikepdf.Pdf) -> Dictionary:
    """A font inside the file: renderers replace one that is not by whatever the machine has, and no two pages compare."""
    shape = drawing.ImageFont.load_default(1000)
    assert isinstance(shape, drawing.ImageFont.FreeTypeFont)
    assert isinstance(shape.path, io.BytesIO)
    widths = [round(shape.getlength(chr(code))) for code in range(32, 127)]
    described = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Aileron, Flags=32, FontBBox=Array([-200, -250, 1200, 950]), ItalicAngle=0,
        Ascent=950, Descent=-250, CapHeight=700, StemV=80,
        FontFile2=pdf.make_indirect(Stream(pdf, shape.path.getvalue())),
    )  # fmt: skip
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Aileron, Encoding=Name.WinAnsiEncoding, FirstChar=32, LastChar=126,
        Widths=Array(widths), FontDescriptor=pdf.make_indirect(described),
    ))  # fmt: skip


def _box(x: float, y: float, text: str, size: float) -> tuple[int, int, int, int]:
    """Where a line appears in pixels at 150 dpi; narrow of its ink rather than wide."""
    font = drawing.ImageFont.load_default(round(size * SCALE))
    width = font.getlength(text) * 0.85
    return round(x * SCALE), round((HEIGHT - y - size * 0.7) * SCALE), round(width), round(size * 0.7 * SCALE)


def _more_text(pdf: pikepdf.Pdf, content: str, page: int = 0) -> None:
    pdf.pages[page].contents_add(Stream(pdf, content.encode()))


def _info(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    pdf.docinfo["/Author"], pdf.docinfo["/Title"], pdf.docinfo["/Ward"] = (
        who.doctor,
        f"{who.first} {who.accession}",
        who.mail,
    )
    return [Planted(who.doctor, "info Author"), Planted(who.accession, "info Title"), Planted(who.mail, "info custom")]


def _xmp(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    pdf.Root.Metadata = Stream(
        pdf, containers.XMP.format(who.mail, who.phone).encode(), Type=Name.Metadata, Subtype=Name.XML
    )
    return [Planted(who.mail, "XMP"), Planted(who.phone, "XMP")]


def _attachment(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    pdf.attachments[f"{who.accession}.txt"] = who.phone.encode()
    return [Planted(who.accession, "name of an attachment"), Planted(who.phone, "attachment")]


def _comment(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Rect=Array([10, 300, 30, 320]),
        Contents=String(who.phone),
        T=String(who.mail),
    )
    pdf.pages[0].Annots = pdf.make_indirect(Array([pdf.make_indirect(note)]))
    return [Planted(who.phone, "comment"), Planted(who.mail, "author of a comment")]


def _form(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    font = _font(pdf)
    shown = Stream(pdf, f"/Tx BMC BT /F 14 Tf 2 6 Td ({who.mail}) Tj ET EMC".encode(), Type=Name.XObject, Subtype=Name.Form,
                   BBox=Array([0, 0, 250, 24]), Resources=Dictionary(Font=Dictionary(F=font)))  # fmt: skip
    field = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(who.accession), V=String(who.mail), Rect=Array([40, 410, 290, 434]), F=4,
        AP=Dictionary(N=pdf.make_indirect(shown)), DA=String("/F 14 Tf"),
    ))  # fmt: skip
    pdf.pages[0].Annots = pdf.make_indirect(Array([field]))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=Dictionary(Font=Dictionary(F=font)))
    return [
        Planted(who.mail, "form field", _box(42, 416, who.mail, 14)),
        Planted(who.accession, "name of a form field"),
    ]


def _script(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{who.phone}')"))
    return [Planted(who.phone, "JavaScript")]


def _invisible(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    _more_text(pdf, f"BT 3 Tr /F 12 Tf 40 450 Td ({who.phone} {who.mail}) Tj ET")
    return [Planted(who.phone, "invisible text"), Planted(who.mail, "invisible text")]


def _white(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    _more_text(pdf, f"1 g BT /F 12 Tf 40 450 Td ({who.accession}) Tj ET 0 g")
    return [Planted(who.accession, "white text")]


def _behind(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    _more_text(pdf, f"BT /F 12 Tf 40 450 Td ({who.accession}) Tj ET 0.9 g 36 444 160 20 re f 0 g")
    return [Planted(who.accession, "text under a drawn box")]


def _layer(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    """Text in an optional content group that is switched off."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(who.last + "wing")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array([group])))
    pdf.pages[0].Resources.Properties = Dictionary(L=group)
    _more_text(pdf, f"/OC /L BDC BT /F 12 Tf 40 450 Td ({who.accession}) Tj ET EMC")
    return [Planted(who.accession, "layer switched off"), Planted(who.last + "wing", "name of a layer")]


def _earlier(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    return [Planted(who.accession, "earlier version")]


def _with_earlier_version(content: bytes, who: Person) -> bytes:
    """An incremental update whose earlier version carried the accession number in an object no longer used."""
    start = int(content[content.rindex(b"startxref") + 9 :].split()[0])
    number = int(content[content.rindex(b"/Size") + 5 :].split()[0])
    root = content[content.rindex(b"/Root") :].split(b" R")[0] + b" R"
    offset = len(content)
    content += f"{number} 0 obj\n({who.accession})\nendobj\n".encode()
    table = len(content)
    trailer = f"xref\n{number} 1\n{offset:010} 00000 n \ntrailer\n<< /Size {number + 1} ".encode() + root
    return content + trailer + f" /Prev {start} >>\nstartxref\n{table}\n%%EOF\n".encode()


def _picture_exif(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    picture = pdf.pages[0].Resources.XObject.Im
    picture.write(containers.with_segments(picture.read_raw_bytes(), (0xFE, who.phone.encode())), filter=Name.DCTDecode)
    return [Planted(who.phone, "comment of a picture in a PDF")]


def _cropped(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    """Text outside the crop box."""
    pdf.pages[0].MediaBox = Array([0, -60, WIDTH, HEIGHT])
    pdf.pages[0].CropBox = Array([0, 0, WIDTH, HEIGHT])
    _more_text(pdf, f"BT /F 12 Tf 40 -40 Td ({who.accession}) Tj ET")
    return [Planted(who.accession, "text outside the crop box")]


def _private(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    pdf.pages[0].PieceInfo = Dictionary(
        Ward=Dictionary(Private=String(who.phone), LastModified=String("D:20240317114209"))
    )
    pdf.Root["/X_Patient"] = String(who.accession)
    return [Planted(who.phone, "PieceInfo"), Planted(who.accession, "private key of the catalog")]


def _outline(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(who.accession, 0))
    return [Planted(who.accession, "bookmark")]


def _second_page(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    pdf.pages.append(pdf.pages[0])
    _more_text(pdf, f"BT /F 14 Tf 60 430 Td ({who.phone}) Tj ET", page=1)
    return [Planted(who.phone, "second page", _box(60, 430, who.phone, 14), frame=1)]


def _link(pdf: pikepdf.Pdf, who: Person) -> list[Planted]:
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([10, 300, 60, 320]),
        A=Dictionary(S=Name.URI, URI=String(f"mailto:{who.mail}")),
    )
    pdf.pages[0].Annots = pdf.make_indirect(Array([pdf.make_indirect(link)]))
    return [Planted(who.mail, "link")]

"""Which files are let in, decided by their own first bytes, never by their name."""

HEAD = 132  # bytes `kind_of` needs: the DICOM preamble and its magic
MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"),
    (0, b"BM", "bmp"),
    (0, b"II*\x00", "tiff"),
    (0, b"MM\x00*", "tiff"),
    (8, b"WEBP", "webp"),
    (4, b"ftypheic", "heic"),
    (4, b"ftypheix", "heic"),
    (4, b"ftypmif1", "heic"),
    (4, b"ftypmsf1", "heic"),
    (128, b"DICM", "dicom"),
    (0, b"%PDF-", "pdf"),
)
ENDINGS = {
    "jpg": "jpeg", "jpeg": "jpeg", "jpe": "jpeg", "jfif": "jpeg", "png": "png", "apng": "png", "gif": "gif", "bmp": "bmp",
    "dib": "bmp", "tif": "tiff", "tiff": "tiff", "webp": "webp", "heic": "heic", "heif": "heic", "pdf": "pdf",
    "dcm": "dicom", "dicom": "dicom", "ima": "dicom", "img": "dicom",
}  # fmt: skip
PICTURES = frozenset({"jpeg", "png", "gif", "bmp", "tiff", "webp", "heic"})
MOST_PIXELS = 40_000_000  # a frame
MOST_FRAMES = 300
MOST_PAGES = 100


class Refused(Exception):
    """The file is not let in; the message is a plain sentence for its author, without content of the file."""


def kind_of(head: bytes) -> str | None:
    """The kind of a file by its first `HEAD` bytes, or None for anything not on the list (SVG, HTML, archives, …).

    A file may be two things at once: a DICOM preamble is free text, so DICM at 128 wins over what the preamble says.
    """
    if head[128:132] == b"DICM":
        return "dicom"
    for offset, magic, kind in MAGIC:
        if head[offset : offset + len(magic)] == magic:
            return kind
    return None


def agrees(name: str, kind: str) -> bool:
    """Whether the ending of an upload's name agrees with what is inside; no ending, and numbers (DICOM), say nothing."""
    _, dot, ending = name.rpartition(".")
    if not dot or (kind == "dicom" and ending.isdigit()):
        return True
    return ENDINGS.get(ending.lower()) == kind

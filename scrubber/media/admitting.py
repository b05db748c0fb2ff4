"""Which files are let in, decided by their own first bytes, never by their name."""

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
PICTURES = frozenset({"jpeg", "png", "gif", "bmp", "tiff", "webp", "heic"})
MOST_PIXELS = 40_000_000  # a frame
MOST_FRAMES = 300


def kind_of(head: bytes) -> str | None:
    """The kind of a file by its first 132 bytes, or None for anything not on the list (SVG, HTML, archives, …)."""
    for offset, magic, kind in MAGIC:
        if head[offset : offset + len(magic)] == magic:
            return kind
    return None

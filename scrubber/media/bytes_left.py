"""Look again at the bytes that were written, with other code than what wrote them. Anything found means: held."""

import base64
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

SHORTEST = 5  # characters: shorter strings turn up in compressed data by chance
JPEG_SEGMENTS = frozenset({0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDD})  # JFIF, tables, frame, restart (ITU-T T.81, table B.1)
TABLES = frozenset({0xC4, 0xDB})  # Huffman, quantisation
PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT"})
# what every PDF of ours says of itself (ISO 32000-2, tables 15 to 31 and 87): an upload called "report pages" is not left in it
PDF_SYNTAX = re.compile(
    rb"/(?:Type1?|Subtype|Pages?|Kids|Count|Catalog|Root|Size|ID|Parent|MediaBox|Resources|Contents|XObject|Image|Width|Height|"
    rb"BitsPerComponent|ColorSpace|DeviceGray|DeviceRGB|Filter|DCTDecode|FlateDecode|Length|Font|BaseFont|Helvetica|Encoding|"
    rb"WinAnsiEncoding)\b|\b(?:endstream|stream|endobj|obj|startxref|xref|trailer)\b"
)
TOOL_SECONDS = 20
GROUPS_OF_TAGS = (
    "my $tool = Image::ExifTool->new; $tool->Options(Unknown => 1, Duplicates => 1);"
    "my $tags = $tool->ImageInfo($ARGV[0]) or exit 1; print join ' ', map { $tool->GetGroup($_, 1) } keys %$tags"
)
# groups of tags exiftool reports for a file that holds nothing but pixels
PLAIN_GROUPS = frozenset({"ExifTool", "System", "File", "JFIF", "PNG", "PNG-cICP", "Composite", "APNG"})


def leftovers_in_file(path: Path, strings: Iterable[str]) -> list[str]:
    """Plain sentences on what of the original is still in the bytes of `path`; empty when nothing is."""
    data = path.read_bytes()
    found = leftovers_in_bytes(_without_syntax(data, path.suffix), strings)
    if not _holds_only_pixels(data, path.suffix):
        found.append("The rebuilt file holds more than its picture.")
    if path.suffix in {".jpg", ".png"} and _tool_finds_more(path):
        found.append("Another tool found metadata in the rebuilt file.")
    return found


def leftovers_in_bytes(data: bytes, strings: Iterable[str]) -> list[str]:
    """A plain sentence when one of `strings` is in `data`, in any usual encoding."""
    lowered = data.lower()
    if any(code in lowered for string in strings if len(string) >= SHORTEST for code in _encodings(string)):
        return ["Words of the original file are still in the rebuilt one."]
    return []


def _encodings(string: str) -> Iterator[bytes]:
    lowered = string.lower()
    for form in (lowered, lowered[::-1]):
        yield form.encode()
        yield form.encode("utf-16-le")
        yield form.encode("utf-16-be")
        if all(ord(letter) < 256 for letter in form):
            yield form.encode("latin-1")
    if len(encoded := base64.b64encode(string.encode()).rstrip(b"=")[:-1].lower()) >= SHORTEST:
        yield encoded


def _without_syntax(data: bytes, suffix: str) -> bytes:
    """What of a file could come from the original: not the words of its own format."""
    if suffix == ".pdf":
        return PDF_SYNTAX.sub(b"", data)
    return _without_tables(data) if suffix == ".jpg" else data


def _without_tables(jpeg: bytes) -> bytes:
    """A JPEG without its tables, which we choose ourselves: every Huffman table holds "456789" and most of the alphabet, and a
    quantisation table of a preview in the original reads as a word that is found in ours."""
    position, rest = 2, []
    while jpeg[position : position + 1] == b"\xff" and jpeg[position + 1] != 0xDA:
        length = 2 + int.from_bytes(jpeg[position + 2 : position + 4], "big")
        if jpeg[position + 1] not in TABLES:
            rest.append(jpeg[position : position + length])
        position += length
    return b"".join([*rest, jpeg[position:]])


def _holds_only_pixels(data: bytes, suffix: str) -> bool:
    if suffix == ".jpg":
        return _is_plain_jpeg(data)
    return _is_plain_png(data) if suffix == ".png" else True


def _is_plain_jpeg(data: bytes) -> bool:
    position = 2
    while data[position : position + 1] == b"\xff" and data[position + 1] != 0xDA:
        if data[position + 1] not in JPEG_SEGMENTS:
            return False
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    end = data.find(b"\xff\xd9", position)
    return data.startswith(b"\xff\xd8") and data[position + 1] == 0xDA and end == len(data) - 2


def _is_plain_png(data: bytes) -> bool:
    position, name = 8, b""
    while position + 12 <= len(data):
        name = data[position + 4 : position + 8]
        if name not in PNG_CHUNKS:
            return False
        position += 12 + int.from_bytes(data[position : position + 4], "big")
    return name == b"IEND" and position == len(data)


def _tool_finds_more(path: Path) -> bool:
    """exiftool's second opinion, where it is installed; a process of its own because of its licence (Artistic, GPL)."""
    program = shutil.which("exiftool")
    if program is None:
        return False
    # the library does without the program's thousands of options, in half the time; not every Perl finds it
    answer = _asked("perl", "-MImage::ExifTool", "-e", GROUPS_OF_TAGS, str(path))
    if answer.returncode == 0:
        return not set(answer.stdout.decode().split()) <= PLAIN_GROUPS
    tags = json.loads(_asked(program, "-json", "-a", "-u", "-G1", str(path)).stdout or b"[{}]")[0]
    return not {tag.partition(":")[0] for tag in tags if ":" in tag} <= PLAIN_GROUPS


def _asked(*command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, timeout=TOOL_SECONDS, check=False)

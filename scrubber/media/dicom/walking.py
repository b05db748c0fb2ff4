"""Walks the elements of a DICOM file without recursion and without keeping values (PS3.5 section 7)."""

import struct
from dataclasses import dataclass

from scrubber.media.admitting import Refused

MOST_NESTED = 30
MOST_ELEMENTS = 200_000
UNDEFINED = 0xFFFFFFFF
ITEM, ITEM_END, SEQUENCE_END, PIXEL_DATA = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD, 0x7FE00010
LONG_LENGTH = frozenset({b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV"})
TOO_SHORT = "The DICOM file is damaged: it ends too early."


@dataclass(frozen=True)
class Encoding:
    """How elements are written: with or without value representation, and the byte order."""

    implicit: bool
    big_endian: bool = False


@dataclass(frozen=True)
class Header:
    """Tag, value representation (empty when unknown), value length and offset of one element."""

    tag: int
    vr: bytes
    length: int
    value: int


@dataclass(frozen=True)
class Container:
    """A data set, sequence or item that is being walked; `end` is None when its length is undefined."""

    kind: str
    end: int | None
    encoding: Encoding


def meta_elements(content: bytes, start: int) -> tuple[dict[int, bytes], int]:
    """The file meta elements (group 0002, always explicit little endian) and where the data set begins."""
    found: dict[int, bytes] = {}
    position = start
    while content[position : position + 2] == b"\x02\x00":
        header = header_at(memoryview(content), position, Encoding(implicit=False))
        position = header.value + header.length
        if position > len(content):
            raise Refused(TOO_SHORT)
        found[header.tag] = content[header.value : position]
    return found, position


def end_of_image(body: memoryview, encoding: Encoding) -> int:
    """Where the pixel data of the outermost data set ends, or the length of `body` when there is none.

    What follows the pixel data is padding, a signature or smuggled bytes; nothing of it is needed for a picture.

    Raises:
        Refused: an element reaches beyond its container, or nesting or the number of elements is over the limit.
    """
    stack = [Container("data set", len(body), encoding)]
    position = 0
    for _ in range(MOST_ELEMENTS):
        while len(stack) > 1 and stack[-1].end is not None and position >= stack[-1].end:
            stack.pop()
        if len(stack) == 1 and position >= len(body):
            return len(body)
        header = header_at(body, position, stack[-1].encoding)
        if header.tag in {ITEM_END, SEQUENCE_END}:
            if len(stack) == 1:
                raise Refused("The DICOM file is damaged: a sequence ends that never began.")
            stack.pop()
            position = header.value
        elif header.tag == PIXEL_DATA and header.length == UNDEFINED:
            position = _end_of_fragments(body, header.value, stack[-1].encoding)
        elif inner := _opened(body, header, stack[-1]):
            stack.append(inner)
            if sum(container.kind == "sequence" for container in stack) > MOST_NESTED:
                raise Refused("The DICOM file nests sequences more than 30 deep.")
            position = header.value
        else:
            position = header.value + header.length
            if position > _innermost_end(stack):
                raise Refused(TOO_SHORT)
        if header.tag == PIXEL_DATA and len(stack) == 1:
            return position
    raise Refused("The DICOM file has too many elements.")


def header_at(body: memoryview, position: int, encoding: Encoding) -> Header:
    """Read one element header. Raises Refused at the end of the data."""
    order = ">" if encoding.big_endian else "<"
    try:
        group, number = struct.unpack_from(order + "HH", body, position)
        tag = group << 16 | number
        vr = bytes(body[position + 4 : position + 6])
        if encoding.implicit or group == 0xFFFE or not (vr.isalpha() and vr.isupper()):
            (length,) = struct.unpack_from(order + "I", body, position + 4)
            return Header(tag, b"", length, position + 8)
        if vr in LONG_LENGTH:
            (length,) = struct.unpack_from(order + "I", body, position + 8)
            return Header(tag, vr, length, position + 12)
        (length,) = struct.unpack_from(order + "H", body, position + 6)
        return Header(tag, vr, length, position + 8)
    except struct.error as error:
        raise Refused(TOO_SHORT) from error


def _opened(body: memoryview, header: Header, outer: Container) -> Container | None:
    """The container that an element opens, if it opens one."""
    end = None if header.length == UNDEFINED else header.value + header.length
    if header.tag == ITEM:
        if outer.kind != "sequence":
            raise Refused("The DICOM file is damaged: an item stands outside a sequence.")
        return Container("item", end, outer.encoding)
    if outer.kind == "sequence":
        raise Refused("The DICOM file is damaged: a sequence holds something else than items.")
    encoding = outer.encoding
    if header.vr == b"UN":  # PS3.5 section 6.2.2: an unknown element holds implicit little endian
        encoding = Encoding(implicit=True)
    if header.length == UNDEFINED or header.vr == b"SQ":
        return Container("sequence", end, encoding)
    if header.vr in {b"", b"UN"} and header.tag != PIXEL_DATA and header.length >= 8:
        item = b"\xff\xfe\xe0\x00" if encoding.big_endian else b"\xfe\xff\x00\xe0"
        if body[header.value : header.value + 4] == item:
            return Container("sequence", end, encoding)
    return None


def _end_of_fragments(body: memoryview, position: int, encoding: Encoding) -> int:
    for _ in range(MOST_ELEMENTS):
        header = header_at(body, position, encoding)
        if header.tag == SEQUENCE_END:
            return header.value
        if header.tag != ITEM or header.value + header.length > len(body):
            raise Refused(TOO_SHORT)
        position = header.value + header.length
    raise Refused("The DICOM file has too many fragments.")


def _innermost_end(stack: list[Container]) -> int:
    return min(container.end for container in stack if container.end is not None)

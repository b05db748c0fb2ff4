"""Opens a result with tools that the scrubber does not use: dcmdump for DICOM, poppler for PDF."""

import re
import subprocess
import tempfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

PROGRAMS = ("exiftool", "dcmdump", "pdftoppm", "pdftotext", "tesseract")


@dataclass
class Opened:
    """Frames as stored values, every readable string, and DICOM header values by keyword."""

    frames: list[NDArray] = field(default_factory=list)
    text: bytes = b""
    header: dict[str, str] = field(default_factory=dict)
    high_bits: bool = False


def run(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=False, timeout=120).stdout


def open_result(path: Path) -> Opened:
    """Read one result file in every way that might show something."""
    opened = {".dcm": _dicom, ".pdf": _pdf}.get(path.suffix, _picture)(path)
    opened.text += (
        path.read_bytes()
        + b"\n"
        + run("exiftool", "-a", "-U", "-s", "-ee", "-b" if path.suffix == ".pdf" else "-G1", str(path))
    )
    return opened


def _picture(path: Path) -> Opened:
    frames = []
    with Image.open(path) as picture:
        for index in range(getattr(picture, "n_frames", 1)):
            picture.seek(index)
            frames.append(np.array(picture if picture.mode in {"L", "RGB", "I;16"} else picture.convert("RGB")))
    return Opened(frames)


def _dicom(path: Path) -> Opened:
    with tempfile.TemporaryDirectory() as folder:
        text = run("dcmdump", "-q", "+L", "+W", folder, str(path))
        raw = b"".join(file.read_bytes() for file in sorted(Path(folder).iterdir()))
    header: dict[str, str] = {}
    for line in text.decode("latin-1").splitlines():
        if found := re.match(r"\([0-9a-f,]{9}\) \w\w (?:\[(.*)\]|(\S+))\s+#\s.*\s(\w+)$", line):
            header[found[3]] = (found[1] if found[1] is not None else found[2]).strip()
    return Opened(*_stored(raw, header), text, header, _bits_above(raw, header)) if raw else Opened([], text, header)


def _stored(raw: bytes, header: dict[str, str]) -> tuple[list[NDArray]]:
    rows, columns, samples = int(header["Rows"]), int(header["Columns"]), int(header["SamplesPerPixel"])
    count = int(header.get("NumberOfFrames", "1"))
    kind = ("i" if header["PixelRepresentation"] == "1" else "u") + str(int(header["BitsAllocated"]) // 8)
    values = np.frombuffer(raw, "<" + kind)[: rows * columns * samples * count]
    shape = (count, rows, columns, samples) if samples > 1 else (count, rows, columns)
    return (list(values.reshape(shape)),)


def _bits_above(raw: bytes, header: dict[str, str]) -> bool:
    stored, allocated = int(header["BitsStored"]), int(header["BitsAllocated"])
    if stored >= allocated or header["PixelRepresentation"] == "1":
        return False
    return bool((np.frombuffer(raw[: len(raw) // 2 * 2], f"<u{allocated // 8}") >> stored).any())


def _pdf(path: Path) -> Opened:
    text = run("pdftotext", str(path), "-")
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL):
        try:
            text += zlib.decompressobj().decompress(stream, 5_000_000)
        except zlib.error:
            continue
    return Opened(pages(path), text)


def pages(path: Path) -> list[NDArray]:
    """Each page of a PDF at 150 dpi, as poppler draws its crop box."""
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "150", "-cropbox", "-png", str(path), f"{folder}/page")
        found = []
        for file in sorted(Path(folder).iterdir()):
            with Image.open(file) as picture:
                found.append(np.array(picture.convert("L")))
        return found


def words_in(frames: list[NDArray]) -> str:
    """What tesseract reads in the result, letters and digits only."""
    read = ""
    with tempfile.TemporaryDirectory() as folder:
        for index, frame in enumerate(frames[:3]):
            low, high = float(frame.min()), float(frame.max())
            shown = ((frame.astype(np.float32) - low) * (255 / max(high - low, 1))).astype(np.uint8)
            picture = Image.fromarray(shown)
            if picture.width < 1500:
                picture = picture.resize((picture.width * 2, picture.height * 2))
            picture.save(f"{folder}/{index}.png")
            read += run("tesseract", f"{folder}/{index}.png", "-", "--psm", "11").decode("utf-8", "replace")
    return squeezed(read)


def squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())

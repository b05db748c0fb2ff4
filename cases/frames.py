"""Frames of a rebuilt DICOM file, for the viewer in the page: what they are, their stored values, and as pictures.

The window rule is the LINEAR function of PS3.3 C.11.2.1.2.1; the presets are the usual ones for CT in Hounsfield units
(Radiopaedia, "Windowing (CT)", https://radiopaedia.org/articles/windowing-ct).
"""

import gzip
import io
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom import Dataset, dcmread
from pydicom.pixels import apply_color_lut, pixel_array

LONGEST_SIDE = 1600  # pixels sent to a page; larger frames are averaged down by a whole factor
CT_PRESETS = (
    ("Brain", 40, 80), ("Soft tissue", 50, 400), ("Lung", -600, 1500), ("Mediastinum", 50, 350), ("Liver", 30, 150),
    ("Bone", 400, 1800),
)  # fmt: skip
HEADER = ["Rows", "Columns", "NumberOfFrames", "SamplesPerPixel", "PhotometricInterpretation", "BitsAllocated",
          "PixelRepresentation", "RescaleSlope", "RescaleIntercept", "WindowCenter", "WindowWidth", "Modality",
          "PixelSpacing", "FrameTime"]  # fmt: skip


@dataclass(frozen=True)
class Study:
    """What a viewer needs to know before it asks for frames.

    Attributes:
        rows, columns: size of a frame as sent.
        grey: stored values can be windowed; colour frames are pictures only.
        slope, intercept: stored value -> output unit.
        inverted: high values are dark (MONOCHROME1).
        center, width: the first window, in output units.
        low, high: range of the first frame, in output units.
        aspect: height of a pixel over its width.
        frame_ms: time between frames of a loop, 0 for a stack.
    """

    frames: int
    rows: int
    columns: int
    grey: bool
    slope: float
    intercept: float
    inverted: bool
    center: float
    width: float
    low: float
    high: float
    unit: str
    aspect: float
    frame_ms: float
    presets: tuple[tuple[str, float, float], ...]

    def as_json(self) -> dict[str, Any]:
        """Plain types, for the page."""
        return asdict(self)


def study_of(path: Path) -> Study:
    """Read header and first frame. Raises what pydicom raises on a file it cannot decode."""
    header = dcmread(path, stop_before_pixels=True, specific_tags=HEADER)
    grey = _is_grey(header)
    values = stored_values(path, 0)
    slope, intercept = float(header.get("RescaleSlope", 1) or 1), float(header.get("RescaleIntercept", 0) or 0)
    low, high = float(values.min()) * slope + intercept, float(values.max()) * slope + intercept
    center, width = _first_window(header, values, slope, intercept)
    is_ct = header.get("Modality") == "CT"
    spacing = header.get("PixelSpacing") or [1, 1]
    recorded = ("As recorded", center, width)
    full = ("Full range", (low + high) / 2, max(1.0, high - low))
    return Study(
        frames=int(header.get("NumberOfFrames", 1) or 1),
        rows=int(values.shape[0]),
        columns=int(values.shape[1]),
        grey=grey,
        slope=slope,
        intercept=intercept,
        inverted=header.get("PhotometricInterpretation") == "MONOCHROME1",
        center=center,
        width=width,
        low=low,
        high=high,
        unit="HU" if is_ct else "",
        aspect=round(float(spacing[0]) / float(spacing[1]), 4),
        frame_ms=float(header.get("FrameTime", 0) or 0),
        presets=((recorded, full, *CT_PRESETS) if is_ct else (recorded, full)) if grey else (),
    )


def stored_values(path: Path, number: int) -> NDArray[Any]:
    """One frame as stored, at most `LONGEST_SIDE` pixels long: rows × columns, or rows × columns × 3 for colour.

    Raises:
        IndexError: no such frame.
    """
    header = dcmread(path, stop_before_pixels=True)
    if not 0 <= number < int(header.get("NumberOfFrames", 1) or 1):
        raise IndexError(number)
    values = pixel_array(path, index=number)
    if header.get("PhotometricInterpretation") == "PALETTE COLOR":
        wide = apply_color_lut(values, header)
        values = (wide >> 8 if wide.dtype.itemsize == 2 else wide).astype(np.uint8)
    return _smaller(values)


def packed(values: NDArray[Any]) -> bytes:
    """16-bit little-endian values, row by row, gzipped: what the page's canvas reads."""
    kind = "<i2" if np.issubdtype(values.dtype, np.signedinteger) else "<u2"
    return gzip.compress(np.ascontiguousarray(values).astype(kind).tobytes(), compresslevel=1)


def windowed(values: NDArray[Any], study: Study, *, center: float, width: float) -> NDArray[np.uint8]:
    """Stored values as 0..255 through a window in output units (PS3.3 C.11.2.1.2.1)."""
    output = values.astype(np.float32) * study.slope + study.intercept
    scaled = ((output - (center - 0.5)) / max(width - 1, 1) + 0.5) * 255
    grey = np.clip(scaled, 0, 255).astype(np.uint8)
    return 255 - grey if study.inverted else grey


def picture(path: Path, number: int, *, center: float | None = None, width: float | None = None) -> Image.Image:
    """One frame as an 8-bit picture, through the given window or the recorded one."""
    study = study_of(path)
    values = stored_values(path, number)
    if not study.grey:
        return Image.fromarray(values.astype(np.uint8))
    shown = windowed(
        values, study, center=study.center if center is None else center, width=study.width if width is None else width
    )
    return Image.fromarray(shown)


def encoded(image: Image.Image) -> tuple[bytes, str]:
    """The picture's bytes and their type: PNG for grey, JPEG for colour (a PNG of it would take seconds)."""
    buffer = io.BytesIO()
    if image.mode == "L":
        image.save(buffer, "PNG", compress_level=1)
        return buffer.getvalue(), "image/png"
    image.convert("RGB").save(buffer, "JPEG", quality=92)
    return buffer.getvalue(), "image/jpeg"


def _is_grey(header: Dataset) -> bool:
    is_monochrome = str(header.get("PhotometricInterpretation", "")).startswith("MONOCHROME")
    return is_monochrome and int(header.get("BitsAllocated", 8)) <= 16


def _first_window(header: Dataset, values: NDArray[Any], slope: float, intercept: float) -> tuple[float, float]:
    """As recorded in the file; otherwise between the first and the 99th percentile of the first frame."""
    center, width = _one(header.get("WindowCenter")), _one(header.get("WindowWidth"))
    if center is not None and width is not None and width >= 1:
        return center, width
    low, high = (float(edge) * slope + intercept for edge in np.percentile(values, (1, 99)))
    return (low + high) / 2, max(1.0, high - low)


def _one(value: Any) -> float | None:
    if value is None or value == "":
        return None
    return float(value[0] if hasattr(value, "__getitem__") and not isinstance(value, str) else value)


def _smaller(values: NDArray[Any]) -> NDArray[Any]:
    factor = -(-max(values.shape[:2]) // LONGEST_SIDE)
    if factor == 1:
        return values
    rows, columns = values.shape[0] // factor * factor, values.shape[1] // factor * factor
    shape = (rows // factor, factor, columns // factor, factor, *values.shape[2:])
    return values[:rows, :columns].reshape(shape).mean(axis=(1, 3)).astype(values.dtype)

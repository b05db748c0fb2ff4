"""Pixel data: decoded frame by frame, checked against its header, and written again as plain little endian values."""

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.encaps import generate_fragments
from pydicom.pixels.common import PhotometricInterpretation as Colours
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.processing import apply_color_lut, convert_color_space
from pydicom.uid import (
    UID,
    JPEG2000TransferSyntaxes,
    JPEGExtended12Bit,
    JPEGLSTransferSyntaxes,
    JPEGTransferSyntaxes,
    RLELossless,
)

from scrubber.media.admitting import MOST_FRAMES, MOST_PIXELS, Refused
from scrubber.media.windows import evened, renderings, window

MOST_PIXEL_BYTES = 256 * 1024 * 1024  # of all decoded frames together
LOSSY = frozenset({
    "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.91",
})  # fmt: skip
PLUGINS = {
    **{str(uid): "gdcm" for uid in (*JPEGTransferSyntaxes, *JPEGLSTransferSyntaxes)},
    **{str(uid): "pylibjpeg" for uid in (*JPEG2000TransferSyntaxes, RLELossless)},
}
GREY = frozenset({"MONOCHROME1", "MONOCHROME2"})
BLACK_YBR = (0, 128, 128)


@dataclass
class Frames:
    """Stored values of every frame (HxW or HxWx3) and how to read them; high bits beyond `bits` are already gone."""

    values: list[NDArray]
    colours: str  # MONOCHROME1, MONOCHROME2, RGB, YBR_FULL or PALETTE COLOR
    bits: int
    signed: bool
    lossy: bool
    palette: Dataset | None = None

    def black(self) -> int | tuple[int, ...]:
        """The stored value that shows darkest, so that a box looks like a box in every viewer and no window jumps."""
        if self.colours == "MONOCHROME1":
            return max(int(frame.max()) for frame in self.values)
        if self.colours == "MONOCHROME2":
            return min(int(frame.min()) for frame in self.values)
        if self.colours == "PALETTE COLOR":
            assert self.palette is not None
            indices = np.unique(np.concatenate([np.unique(frame) for frame in self.values]))
            shown = apply_color_lut(indices.astype(np.uint16)[None, :], self.palette)[0]
            return int(indices[shown.sum(axis=-1, dtype=np.int64).argmin()])
        return BLACK_YBR if self.colours == "YBR_FULL" else 0


def decode(data: Dataset, syntax: str) -> Frames:
    """Decode every frame of `data`.

    Raises:
        Refused: sizes over the limits, or a codestream whose own size is not that of the header.
        Exception: whatever a decoder raises on damaged data.
    """
    lossy = syntax in LOSSY
    _check_sizes(data, syntax)
    plugin = PLUGINS.get(syntax, "")
    values, colours = [], str(data.PhotometricInterpretation)
    decoder = get_decoder(UID(syntax))
    if not decoder.is_available or (syntax == JPEGExtended12Bit and int(data.BitsStored) > 8):
        raise Refused("This compression of DICOM pixels cannot be read. Export the picture without compression.")
    for frame, facts in decoder.iter_array(data, raw=not lossy, decoding_plugin=plugin):
        values.append(np.ascontiguousarray(frame, dtype=frame.dtype.newbyteorder("=")))
        colours = str(facts["photometric_interpretation"])
        if len(values) > MOST_FRAMES:
            raise Refused("The DICOM file has more than 300 frames.")
    if syntax in JPEG2000TransferSyntaxes and colours in (Colours.YBR_RCT, Colours.YBR_ICT):
        colours = "RGB"
    if colours not in {*GREY, "RGB", "YBR_FULL", "PALETTE COLOR"}:
        raise Refused(f"Colours of this kind ({colours[:16]}) cannot be read.")
    bits, signed = int(data.BitsStored), bool(data.get("PixelRepresentation", 0))
    high = int(data.get("HighBit", bits - 1)) if syntax not in LOSSY else bits - 1
    shift = max(0, high + 1 - bits)
    frames = [stored_values(frame, bits=bits, shift=shift, signed=signed) for frame in values]
    palette = _palette(data, frames) if colours == "PALETTE COLOR" else None
    return Frames(frames, colours, bits, signed, lossy, palette)


def stored_values(frame: NDArray, *, bits: int, shift: int = 0, signed: bool = False) -> NDArray:
    """Only the `bits` that hold the picture; old overlays and smuggled bytes live in the bits above (PS3.5 section 8)."""
    width = frame.dtype.itemsize * 8
    if not 1 <= bits <= width or shift + bits > width:
        raise Refused("The DICOM file is damaged: its bit depths contradict each other.")
    unsigned = frame.view(f"u{frame.dtype.itemsize}") >> shift
    left = width - bits
    if not left:
        return unsigned.view(f"i{frame.dtype.itemsize}" if signed else unsigned.dtype)
    if signed:
        return (unsigned << left).view(f"i{frame.dtype.itemsize}") >> left
    return unsigned & ((1 << bits) - 1)


def views(frames: Frames, index: int) -> list[NDArray[np.uint8]]:
    """Renderings of one frame in which text may show. The header's own window is not trusted to show what there is."""
    frame = frames.values[index]
    if frames.colours in GREY:
        first, *others = renderings(frame)
        return [255 - first if frames.colours == "MONOCHROME1" else first, *others]
    shown = ordinary_view(frames, index, Dataset())
    if frames.colours == "PALETTE COLOR":  # equal colours may hide unequal indices
        return [shown, evened(frame)]
    return renderings(shown)


def ordinary_view(frames: Frames, index: int, data: Dataset) -> NDArray[np.uint8]:
    """The frame as a viewer first shows it, HxW or HxWx3."""
    frame = frames.values[index]
    if frames.colours in GREY:
        low, high = _window(data, frame)
        view = window(frame, low, high)
        return 255 - view if frames.colours == "MONOCHROME1" else view
    if frames.colours == "PALETTE COLOR":
        assert frames.palette is not None
        shown = apply_color_lut(frame.astype(np.uint16), frames.palette)
        return (shown >> 8).astype(np.uint8) if shown.dtype.itemsize > 1 else shown
    if frames.colours == "YBR_FULL":
        return convert_color_space(frame.astype(np.uint8), "YBR_FULL", "RGB")
    return frame if frame.dtype == np.uint8 else (frame >> max(0, frames.bits - 8)).astype(np.uint8)


def put_pixels(new: Dataset, frames: Frames) -> None:
    """Write the image pixel module (PS3.3 C.7.6.3) of `frames` into `new`, plain little endian."""
    first = frames.values[0]
    new.Rows, new.Columns = first.shape[:2]
    new.SamplesPerPixel = 1 if first.ndim == 2 else first.shape[2]
    if first.ndim == 3:
        new.PlanarConfiguration = 0
    new.PhotometricInterpretation = frames.colours
    new.BitsAllocated = first.dtype.itemsize * 8
    new.BitsStored, new.HighBit = frames.bits, frames.bits - 1
    new.PixelRepresentation = int(frames.signed)
    if len(frames.values) > 1:
        new.NumberOfFrames = len(frames.values)
    new.LossyImageCompression = "01" if frames.lossy else new.get("LossyImageCompression", "00")
    if frames.palette is not None:
        new.update(frames.palette)
    content = bytearray()
    for frame in frames.values:
        content += frame.astype(frame.dtype.newbyteorder("<"), copy=False).tobytes()
    if len(content) % 2:
        content.append(0)
    new.add_new(0x7FE00010, "OB" if new.BitsAllocated == 8 else "OW", bytes(content))


def _check_sizes(data: Dataset, syntax: str) -> None:
    needed = ("Rows", "Columns", "BitsAllocated", "BitsStored", "PhotometricInterpretation")
    if any(data.get(name) is None for name in needed):
        raise Refused("The DICOM file is damaged: it does not say how large its picture is.")
    rows, columns, samples = int(data.Rows), int(data.Columns), int(data.get("SamplesPerPixel", 1))
    count = int(data.get("NumberOfFrames") or 1)
    if not 0 < rows * columns <= MOST_PIXELS:
        raise Refused("A frame of the DICOM file is larger than 40 megapixels.")
    if not 0 < count <= MOST_FRAMES:
        raise Refused("The DICOM file has more than 300 frames.")
    if samples not in (1, 3) or int(data.BitsAllocated) not in (8, 16, 32):
        raise Refused("Pixels of this kind cannot be read.")
    if not 0 < int(data.BitsStored) <= int(data.BitsAllocated):
        raise Refused("The DICOM file is damaged: its bit depths contradict each other.")
    if rows * columns * samples * count * int(data.BitsAllocated) // 8 > MOST_PIXEL_BYTES:
        raise Refused("All frames of the DICOM file together are larger than 256 MB.")
    if syntax in PLUGINS and syntax != RLELossless:
        for fragment in generate_fragments(data.PixelData):
            size = codestream_size(bytes(fragment))
            if size is not None and size != (rows, columns):
                raise Refused("The DICOM file is damaged: its pictures are not as large as its header says.")


def codestream_size(stream: bytes) -> tuple[int, int] | None:
    """(rows, columns) that a JPEG, JPEG-LS or JPEG 2000 codestream claims; None when it is not the start of one."""
    if (place := stream.find(b"\xff\x4f\xff\x51", 0, 256)) >= 0:
        right, bottom, left, top = struct.unpack_from(">4I", stream, place + 8)
        return bottom - top, right - left
    if not stream.startswith(b"\xff\xd8"):
        return None
    position = 2
    while position + 9 <= len(stream) and stream[position] == 0xFF:
        marker = stream[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == 0xF7 or (0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC)):
            rows, columns = struct.unpack_from(">HH", stream, position + 5)
            return rows, columns
        position += 2 + struct.unpack_from(">H", stream, position + 2)[0]
    return None


def _window(data: Dataset, frame: NDArray) -> tuple[float, float]:
    """Lowest and highest stored value shown by the first window of the header, or the whole range without one."""
    try:
        centre, width = (float(str(_first(data[name].value))) for name in ("WindowCenter", "WindowWidth"))
        slope = float(str(data.get("RescaleSlope") or 1)) or 1.0
        intercept = float(str(data.get("RescaleIntercept") or 0))
    except (KeyError, ValueError, TypeError, IndexError):
        return float(frame.min()), float(frame.max())
    middle, half = (centre - intercept) / slope, max(abs(width / slope), 1.0) / 2
    return middle - half, middle + half


def _first(value: object) -> object:
    return value if isinstance(value, str | float | int) else next(iter(value))  # type: ignore[call-overload]


def _palette(data: Dataset, frames: list[NDArray]) -> Dataset:
    """New colour tables with only the entries that some pixel uses; segmented tables are not supported."""
    used = np.unique(np.concatenate([np.unique(frame) for frame in frames]))
    tables = Dataset()
    for colour in ("Red", "Green", "Blue"):
        count, first, bits = (int(value) for value in data[f"{colour}PaletteColorLookupTableDescriptor"].value)
        count = count or 65536
        raw = bytes(data[f"{colour}PaletteColorLookupTableData"].value)
        wide = bits == 16 or len(raw) >= 2 * count
        order = "<" if data.original_encoding[1] else ">"
        entries = np.frombuffer(raw, f"{order}u2" if wide else "u1")[:count]
        if bits not in (8, 16) or len(entries) < count:
            raise Refused("The DICOM file is damaged: its colour table is not readable.")
        fresh = np.zeros(count, "<u2" if wide else "u1")
        kept = np.clip(used.astype(np.int64) - first, 0, count - 1)
        fresh[kept] = entries[kept]
        content = fresh.tobytes()
        tables.add_new(f"{colour}PaletteColorLookupTableDescriptor", "US", [count % 65536, first, bits])
        tables.add_new(f"{colour}PaletteColorLookupTableData", "OW", content + b"\0" * (len(content) % 2))
    tables.set_original_encoding(False, True)
    return tables

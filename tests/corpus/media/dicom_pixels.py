"""DICOM files with identifiers in or around the pixels, in every encoding that is to be read."""

import random

import numpy as np
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import (
    BasicTextSRStorage,
    EncapsulatedPDFStorage,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    RLELossless,
    RTPlanStorage,
    SecondaryCaptureImageStorage,
    TwelveLeadECGWaveformStorage,
    UltrasoundMultiFrameImageStorage,
)

from tests.corpus.media import containers, drawing
from tests.corpus.media.burned_in import lines_of, white
from tests.corpus.media.dicom_headers import plain, put, written
from tests.corpus.media.manifest import Benign, Corpus, Planted
from tests.corpus.media.people import person

WIDTH, HEIGHT = 512, 400


def add_dicom_pixels(corpus: Corpus, dice: random.Random) -> None:
    """Mono, colour, palette, loops, compressed frames, big-endian, signed, bits above the picture, other objects."""
    for photometric in ("MONOCHROME2", "MONOCHROME1"):
        for depth, bits in (("uint8", 8), ("uint16", 12), ("int16", 16)):
            _mono(corpus, dice, photometric, depth, bits)
    for syntax in (ExplicitVRBigEndian, ImplicitVRLittleEndian, RLELossless, JPEG2000Lossless):
        _grey_encoded(corpus, dice, syntax)
    for syntax in (None, RLELossless, JPEGBaseline8Bit, JPEG2000Lossless):
        _colour(corpus, dice, syntax)
    _ybr(corpus, dice)
    _palette(corpus, dice)
    _loop(corpus, dice)
    _bits_above(corpus, dice)
    _big_endian_bytes(corpus, dice)
    _jpeg_frame_with_exif(corpus, dice)
    _name_only_in_header_and_pixels(corpus, dice)
    _objects(corpus, dice)


def _captioned(dice: random.Random, scene: str = "xray") -> tuple[Image.Image, list[Planted], list[Benign], str]:
    picture = dict(drawing.SCENES)[scene](WIDTH, HEIGHT, dice)
    who, planted = person(dice), []
    for line, (text, kind) in enumerate(lines_of(who, dice)[:3]):
        at = (10, 10 + 34 * line) if line < 2 else (10, HEIGHT - 40)
        planted.append(
            Planted(text, f"burned-in {kind} in DICOM", drawing.write(picture, at, text, size=20, fill=white(picture)))
        )
    kept = [Benign("L", drawing.write(picture, (WIDTH - 40, 60), "L", size=26, fill=white(picture)))]
    return picture, planted, kept, who.name


def _data(dice: random.Random, modality: str, name: str) -> Dataset:
    data, _ = plain(dice)
    data.Modality, data.SOPClassUID = modality, SecondaryCaptureImageStorage
    data.PatientName = name.replace(" ", "^")
    for keyword in ("WindowCenter", "WindowWidth", "RescaleSlope", "RescaleIntercept"):
        del data[keyword]
    return data


def _mono(corpus: Corpus, dice: random.Random, photometric: str, depth: str, bits: int) -> None:
    picture, planted, kept, name = _captioned(dice)
    shown = np.array(picture).astype(np.int64)
    stored = (255 - shown if photometric == "MONOCHROME1" else shown) << max(0, bits - 8)
    if depth == "int16":
        stored = stored // 2 - 8000
    values = stored.astype(depth)
    data = _data(dice, "DX", name)
    put(data, values, bits=bits, photometric=photometric)
    _add(corpus, f"pixels-{photometric.lower()}-{depth}", written(data), planted, kept, [values], name)


def _grey_encoded(corpus: Corpus, dice: random.Random, syntax: str) -> None:
    picture, planted, kept, name = _captioned(dice, "ct")
    values = np.array(picture).astype(np.uint16) * 16
    data = _data(dice, "CT", name)
    put(data, values, bits=12)
    if syntax in (RLELossless, JPEG2000Lossless):
        compress(data, syntax)
    elif syntax == ExplicitVRBigEndian:
        data.PixelData = values.astype(">u2").tobytes()
    _add(corpus, f"pixels-grey-{_short(syntax)}", written(data, syntax=syntax), planted, kept, [values], name)


def _colour(corpus: Corpus, dice: random.Random, syntax: str | None) -> None:
    picture, planted, kept, name = _captioned(dice, "retina")
    values = np.array(picture)
    data = _data(dice, "OP", name)
    put(data, values, bits=8, photometric="RGB")
    if syntax == JPEGBaseline8Bit:
        data.PixelData = encapsulate([containers.jpeg(picture, quality=95, subsampling=0)])
        data.PhotometricInterpretation = "YBR_FULL"
    elif syntax:
        compress(data, syntax)
    lossless = syntax != JPEGBaseline8Bit
    content = written(data, syntax=syntax) if syntax else written(data)
    _add(corpus, f"pixels-colour-{_short(syntax)}", content, planted, kept, [values], name, lossless=lossless)


def _ybr(corpus: Corpus, dice: random.Random) -> None:
    picture, planted, kept, name = _captioned(dice, "histology")
    values = np.array(picture.convert("YCbCr"))
    data = _data(dice, "SM", name)
    put(data, values, bits=8, photometric="YBR_FULL")
    _add(corpus, "pixels-ybr", written(data), planted, kept, [values], name)


def _palette(corpus: Corpus, dice: random.Random) -> None:
    picture, planted, kept, name = _captioned(dice, "ultrasound")
    values = np.array(picture)
    data = _data(dice, "US", name)
    put(data, values, bits=8, photometric="PALETTE COLOR")
    for colour, weight in (("Red", 255), ("Green", 230), ("Blue", 160)):
        setattr(data, f"{colour}PaletteColorLookupTableDescriptor", [256, 0, 16])
        setattr(data, f"{colour}PaletteColorLookupTableData", (np.arange(256) * weight).astype("<u2").tobytes())
    _add(corpus, "pixels-palette", written(data), planted, kept, [values], name)


def _loop(corpus: Corpus, dice: random.Random) -> None:
    frames = [drawing.ultrasound(320, 256, dice) for _ in range(8)]
    who = person(dice)
    planted = []
    for index, (at, text) in {2: ((8, 8), who.name), 5: ((8, 226), f"DOB {who.born_slashed}")}.items():
        planted.append(
            Planted(text, "one frame of a DICOM loop", drawing.write(frames[index], at, text, size=18), frame=index)
        )
    values = np.stack([np.array(frame) for frame in frames])
    data = _data(dice, "US", who.name)
    data.SOPClassUID, data.FrameTime = UltrasoundMultiFrameImageStorage, "40"
    put(data, values, bits=8, frames=8)
    _add(corpus, "pixels-loop", written(data), planted, [], list(values), who.name)


def _bits_above(corpus: Corpus, dice: random.Random) -> None:
    """An overlay of old style: the name drawn in bit 12 of a 12-bit picture."""
    picture, planted, kept, name = _captioned(dice, "ct")
    values = np.array(picture).astype(np.uint16) * 16
    layer = Image.new("L", picture.size)
    drawing.write(layer, (60, 200), name, size=28)
    hidden = ((np.array(layer) > 128).astype(np.uint16) << 12) | values
    data = _data(dice, "CT", name)
    put(data, hidden, bits=12)
    data.add_new(0x60000100, "US", 16)
    data.add_new(0x60000102, "US", 12)
    _add(
        corpus,
        "pixels-bits-above",
        written(data),
        [*planted, Planted("bits above BitsStored", "high bits")],
        kept,
        [values],
        name,
    )


def _big_endian_bytes(corpus: Corpus, dice: random.Random) -> None:
    """Eight-bit pixels as OW in big-endian: every pair of bytes is swapped."""
    picture, planted, kept, name = _captioned(dice, "xray")
    values = np.array(picture)
    data = _data(dice, "CR", name)
    put(data, values, bits=8)
    data.PixelData = values.tobytes()
    data["PixelData"].VR = "OW"
    data.PixelData = values.view("<u2").byteswap().tobytes()
    _add(corpus, "pixels-big-endian-bytes", written(data, syntax=ExplicitVRBigEndian), planted, kept, [values], name)


def _jpeg_frame_with_exif(corpus: Corpus, dice: random.Random) -> None:
    picture, planted, kept, name = _captioned(dice, "retina")
    who = person(dice)
    frame = containers.jpeg(
        picture, quality=95, subsampling=0, exif=containers.exif({0x013B: who.doctor}), comment=who.number.encode()
    )
    data = _data(dice, "OP", name)
    put(data, np.array(picture), bits=8, photometric="RGB")
    data.PixelData, data.PhotometricInterpretation = encapsulate([frame + who.mail.encode()]), "YBR_FULL"
    planted += [
        Planted(who.doctor, "EXIF in a DICOM frame"),
        Planted(who.number, "COM in a DICOM frame"),
        Planted(who.mail, "behind a DICOM frame"),
    ]
    content = written(data, syntax=JPEGBaseline8Bit)
    _add(corpus, "pixels-jpeg-frame-exif", content, planted, kept, [np.array(picture)], name, lossless=False)


def _name_only_in_header_and_pixels(corpus: Corpus, dice: random.Random) -> None:
    """A patient whose name is a clinical word: only the header tells that it must be hidden."""
    picture = drawing.xray(WIDTH, HEIGHT, dice)
    box = drawing.write(picture, (12, 12), "CORONAL", size=24, fill=255)
    data = _data(dice, "DX", "Coronal^Max")
    put(data, np.array(picture), bits=8)
    _add(
        corpus,
        "pixels-name-is-a-word",
        written(data),
        [Planted("CORONAL", "name that is a clinical word", box)],
        [],
        [np.array(picture)],
        "Coronal",
    )


def _objects(corpus: Corpus, dice: random.Random) -> None:
    """Objects that are not pictures: none of them may come out."""
    for uid, modality in (
        (BasicTextSRStorage, "SR"),
        (EncapsulatedPDFStorage, "DOC"),
        (RTPlanStorage, "RTPLAN"),
        (TwelveLeadECGWaveformStorage, "ECG"),
    ):
        who, (data, _) = person(dice), plain(dice)
        del data.PixelData
        data.SOPClassUID, data.Modality, data.PatientName = uid, modality, who.name
        if modality == "DOC":
            data.EncapsulatedDocument = b"%PDF-1.4 " + who.number.encode()
        item = Dataset()
        item.ValueType, item.TextValue = "TEXT", f"{who.name} seen by {who.doctor}"
        data.ContentSequence = Sequence([item])
        planted = [
            Planted(who.name, f"{modality} object"),
            Planted(who.doctor, f"{modality} text"),
            Planted(who.number, f"{modality} document"),
        ]
        corpus.add(f"object-{modality.lower()}.dcm", written(data), "dicom", planted[: 3 if modality == "DOC" else 2])


def compress(data: Dataset, syntax: str) -> None:
    data.file_meta = FileMetaDataset()
    data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data.compress(syntax, generate_instance_uid=False)


def _add(
    corpus: Corpus,
    stem: str,
    content: bytes,
    planted: list[Planted],
    kept: list[Benign],
    frames: list[np.ndarray],
    name: str,
    *,
    lossless: bool = True,
) -> None:
    everything = [*planted, Planted(name.split()[-1], "PatientName")]
    corpus.add(f"{stem}.dcm", content, "dicom", everything, kept, frames=frames, lossless=lossless)


def _short(syntax: str | None) -> str:
    names = {
        ExplicitVRBigEndian: "big-endian",
        ImplicitVRLittleEndian: "implicit",
        RLELossless: "rle",
        JPEG2000Lossless: "j2k",
        JPEGBaseline8Bit: "jpeg",
    }
    return names.get(syntax, "explicit")

"""Files for tests, made here so that nothing real is ever stored."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, PngImagePlugin
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid


def png_with_metadata(path: Path) -> Path:
    """A picture without text in it whose metadata holds a synthetic name."""
    # A soft shade, nothing with an outline: a sharp disc is read as the letter O.
    shade = Image.radial_gradient("L").resize((320, 240))
    image = Image.merge("RGB", (ImageChops.invert(shade), shade.point(lambda level: 120 - level // 3), shade))
    information = PngImagePlugin.PngInfo()
    information.add_text("Comment", "Patient SMITH JOHN 1950-01-02")
    image.save(path, pnginfo=information)
    return path


def dicom_stack(path: Path, *, frames: int = 3, inverted: bool = False) -> Path:
    """A rebuilt CT-like file as the scrubber leaves it: `frames` frames of 8 × 6 values, frame n filled with 1000 + n."""
    values = np.stack([np.full((6, 8), 1000 + number, dtype=np.uint16) for number in range(frames)])
    values[:, 0, 0], values[:, 0, 1] = 0, 4000
    file_meta = FileMetaDataset()
    file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2.1"
    file_meta.MediaStorageSOPInstanceUID = generate_uid()
    data = Dataset()
    data.file_meta = file_meta
    data.SOPClassUID, data.SOPInstanceUID = file_meta.MediaStorageSOPClassUID, file_meta.MediaStorageSOPInstanceUID
    data.Modality, data.PhotometricInterpretation = "CT", "MONOCHROME1" if inverted else "MONOCHROME2"
    data.Rows, data.Columns, data.NumberOfFrames, data.SamplesPerPixel = 6, 8, frames, 1
    data.BitsAllocated, data.BitsStored, data.HighBit, data.PixelRepresentation = 16, 12, 11, 0
    data.RescaleSlope, data.RescaleIntercept = 1, -1024
    data.WindowCenter, data.WindowWidth = 40, 400
    data.PixelData = values.tobytes()
    data.save_as(path, enforce_file_format=True)
    return path

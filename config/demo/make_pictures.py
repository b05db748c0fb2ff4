r"""Makes every file of config/demo/pictures/. Run by developers only; the product never imports this.

    python -m venv .demo-venv
    .demo-venv/bin/pip install neurokit2 scikit-image pillow pydicom pydicom-data \
        pylibjpeg-openjpeg pylibjpeg-rle python-gdcm
    .demo-venv/bin/python config/demo/make_pictures.py

Sources and licences are listed file by file in docs/demo-content.md. Names, numbers and places planted in pictures,
EXIF and DICOM tags are invented; they are there so that the media pipeline has something to take out.
"""

import io
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pydicom
from ecg_paper import HEALTHY, Pattern, draw
from PIL import Image, ImageDraw, ImageFont

OUT = Path(__file__).parent / "pictures"
LARGEST = 150 * 1024  # bytes


def dicom(name: str) -> pydicom.Dataset:
    """A file of the pydicom-data wheel, or of pydicom's own test files."""
    for folder in (files("data_store") / "data", files("pydicom") / "data" / "test_files"):
        if (folder / name).is_file():
            return pydicom.dcmread(str(folder / name))
    raise FileNotFoundError(name)


def grey(data: pydicom.Dataset, *, centre: float | None = None, width: float | None = None) -> Image.Image:
    """The first frame as 8-bit grey.

    `centre` and `width` are a window in Hounsfield units; without them the 1st to 99th percentile is shown.
    """
    pixels = data.pixel_array.astype(float)
    pixels = pixels * float(data.get("RescaleSlope", 1) or 1) + float(data.get("RescaleIntercept", 0) or 0)
    if centre is None or width is None:
        low, high = np.percentile(pixels, 1), np.percentile(pixels, 99)
    else:
        low, high = centre - width / 2, centre + width / 2
    unit = ((pixels - low) / (high - low)).clip(0, 1)
    if data.PhotometricInterpretation == "MONOCHROME1":
        unit = 1 - unit
    return Image.fromarray((unit * 255).astype("uint8"))


def fitted(image: Image.Image, longest: int) -> Image.Image:
    """No side longer than `longest` pixels."""
    image = image.copy()
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return image


def save_jpeg(image: Image.Image, name: str, **options: object) -> None:
    """The best quality that stays below the limit."""
    for quality in (90, 85, 80, 72, 64):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, **options)
        if buffer.tell() <= LARGEST:
            break
    (OUT / name).write_bytes(buffer.getvalue())


def radiographs() -> None:
    """Chest and leg from NEMA's WG-04 set; one with a burned-in patient band, one with a phone's EXIF."""
    chest = dicom("RG1_J2KI.dcm")
    plain = fitted(grey(chest), 900)
    save_jpeg(plain, "chest-nodules.jpg")
    named = plain.copy()
    pen = ImageDraw.Draw(named)
    pen.rectangle((0, 0, named.width, 40), fill=0)
    pen.text((14, 8), "DOE^JANE 1961-03-02  MRN 4471923", fill=255, font=ImageFont.load_default(size=22))
    pen.text((named.width - 40, 60), "L", fill=255, font=ImageFont.load_default(size=28))
    save_jpeg(named, "chest-named.jpg")
    leg = fitted(grey(dicom("RG3_J2KI.dcm")), 900).transpose(
        Image.Transpose.FLIP_LEFT_RIGHT
    )  # its marker reads backwards
    save_jpeg(
        leg.crop((int(leg.width * 0.1), 0, int(leg.width * 0.9), leg.height)), "leg-phone.jpg", exif=_phone_exif()
    )


def _phone_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Fictive", "Phone 12"  # make, model
    exif[0x0132] = "2026:02:14 09:31:05"
    exif[0x013B] = "Dr Mara Ellison"  # artist
    exif[0x010E] = "Toby Marsh, right leg, clinic room 4"  # description
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (51.0, 30.0, 12.5), "W", (0.0, 7.0, 21.0)
    return exif


def slices() -> None:
    """MR, CT, bone scan and ultrasound as pictures. Lines of text burned into the originals are cut off."""
    save_jpeg(fitted(grey(dicom("MR-SIEMENS-DICOM-WithOverlays.dcm")), 700), "liver-mr.jpg")
    abdomen = grey(dicom("explicit_VR-UN.dcm"), centre=50, width=380).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    save_jpeg(abdomen.crop((30, 90, 482, 452)), "abdomen-ct.jpg")
    save_jpeg(grey(dicom("bad_sequence.dcm"), centre=400, width=1600), "spine-ct.jpg")
    save_jpeg(grey(dicom("JPEG-LL.dcm")), "bone-scan.jpg")
    node = Image.fromarray(dicom("US1_UNCR.dcm").pixel_array)
    save_jpeg(node.crop((40, 140, 625, 335)), "lymph-node-doppler.jpg")
    heart = dicom("color3d_jpeg_baseline.dcm")
    four_chambers = Image.fromarray(heart.pixel_array[30]).convert("RGB")
    save_jpeg(four_chambers.crop((95, 40, 550, 430)), "echo-four-chamber.jpg")


def eye_and_tissue() -> None:
    """The two retina pictures and the stained colon that scikit-image carries in its wheel."""
    data = files("skimage") / "data"
    save_jpeg(fitted(Image.open(str(data / "retina.jpg")).convert("RGB"), 800), "retina-left.jpg")
    spots = Image.open(str(data / "microaneurysms.png")).convert("L")
    save_jpeg(spots.resize((408, 408), Image.Resampling.BICUBIC), "retina-microaneurysms.jpg")
    save_jpeg(Image.open(str(data / "ihc.png")).convert("RGB"), "colon-ihc.jpg")


def tracings() -> None:
    """Simulated electrocardiograms; one carries an invented name as a cart would print it."""
    deep_t = {lead: [*HEALTHY[lead][:4], -0.55] for lead in ("I", "aVL", "V2", "V3", "V4", "V5", "V6")}
    draw(Pattern(88, deep_t, t_angle=125, seed=4)).save(OUT / "ecg-deep-t.png", optimize=True)
    draw(Pattern(118, scale=0.42, alternans=0.45, seed=7)).save(OUT / "ecg-alternans.png", optimize=True)
    strain = {
        "I": [0.10, -0.05, 0.60, -0.55, 0.15],
        "III": [0.10, -0.40, 0.50, -0.10, -0.22],
        "V1": [0.08, 0.0, 0.45, -0.60, -0.30],
        "V2": [0.08, 0.0, 0.50, -0.90, -0.35],
        "V3": [0.08, 0.0, 0.70, -0.90, -0.25],
    }
    header = "HOLLOWAY, GRETA   ID 00281736   12-MAR-2026 04:12"
    draw(Pattern(112, strain, seed=11), header=header).save(OUT / "ecg-s1q3t3.png", optimize=True)
    low = {
        "V1": [0.05, -0.50, 0.02, -0.30, 0.10],
        "V2": [0.05, -0.70, 0.04, -0.30, 0.15],
        "V3": [0.05, -0.70, 0.10, -0.30, 0.20],
    }
    limb = {lead: [a * 0.35 for a in HEALTHY[lead]] for lead in ("I", "II", "III", "aVR", "aVL", "aVF")}
    draw(Pattern(76, limb | low, seed=13)).save(OUT / "ecg-low-voltage.png", optimize=True)


def dicom_uploads() -> None:
    """Two small real DICOM files, sent as a careless author would: one with invented names in its tags."""
    shoulder = dicom("MR2_J2KI.dcm")
    shoulder.PatientName, shoulder.PatientID = "MARLOWE^ADRIAN", "7730914"
    shoulder.PatientBirthDate, shoulder.InstitutionName = "19790611", "St Brannock General Hospital"
    shoulder.ReferringPhysicianName = "OKONKWO^T"
    shoulder.save_as(OUT / "shoulder-mr.dcm")
    thorax = dicom("CT_small.dcm")
    thorax.preamble = bytes(128)  # the original is a TIFF as well, which an upload may not be
    thorax.save_as(OUT / "thorax-ct.dcm")


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for make in (radiographs, slices, eye_and_tissue, tracings, dicom_uploads):
        make()
    for path in sorted(OUT.iterdir()):
        sys.stdout.write(f"{path.stat().st_size:8d}  {path.name}\n")


if __name__ == "__main__":
    main()

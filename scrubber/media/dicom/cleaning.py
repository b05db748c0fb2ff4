"""One DICOM file: open, decode, look at every frame, cover, write, look again."""

import hashlib
import secrets
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom.dataset import Dataset

from scrubber.media.bytes_left import leftovers_in_bytes
from scrubber.media.checking import look_twice
from scrubber.media.covering import cover, share_covered
from scrubber.media.dicom.harvest import identifying_values, without_plain_words
from scrubber.media.dicom.header import OWN_PHRASES, UIDS, file_meta, image_class, new_header, state_what_was_done
from scrubber.media.dicom.pixels import Frames, decode, ordinary_view, put_pixels, views
from scrubber.media.dicom.reading import open_dicom
from scrubber.media.looking import FACES_STAY, MOST_COVERED, Look, look, union
from scrubber.media.result import MediaResult, Order
from scrubber.media.skin import is_photo

MIME = "application/dicom"
MOST_SECONDS = 40  # of computing spent on looking at frames; a job has 60 (`confining`)
THOROUGH = 8  # frames looked at in every view
GOLDEN = 0.618034  # multiples of it spread evenly over 0 to 1, however many there are
MOST_SEARCHED = 4_000_000  # bytes of pixels
LONG = 8  # characters that are not in pixels by chance
PHOTOGRAPHS = frozenset({"DMS", "ES", "GM", "OP", "OT", "XC"})  # modalities whose colour pictures may show skin
NO_PICTURE = (
    "This kind of DICOM object (report, document, plan or waveform) is not rebuilt. A person has to look at it."
)


def clean(source: Path, out_dir: Path, order: Order) -> MediaResult:
    """Rebuild one DICOM file under a new random name.

    Raises:
        Refused: damaged, too large or nested too deep (`open_dicom`, `decode`).
    """
    opened = open_dicom(source)
    data = opened.data
    if "PixelData" not in data or not _is_picture(data):
        return MediaResult("held", reasons=(NO_PICTURE,), report={"kind": "dicom", "frames": 0})
    harvest = identifying_values(data, opened.around)
    hidden = (*order.must_hide, *harvest.words())
    frames = decode(data, opened.syntax)
    looks, looked_at_all = _look_at(frames, data, hidden, faces=not order.keep_faces)
    boxes = (*union(looks), *order.boxes)
    black = frames.black()
    for index, frame in enumerate(frames.values):
        frame = frames.values[index] = np.array(frame)
        cover(frame, boxes, fill=black, frame=index)

    doubts = [FACES_STAY] if order.keep_faces else []
    doubts += [doubt for seen in looks for doubt in seen.doubts]
    if not looked_at_all:
        doubts.append("There are too many frames to look at each of them.")
    height, width = frames.values[0].shape[:2]
    if share_covered(height, width, [box for box in boxes if box.frame in (None, 0)]) > MOST_COVERED:
        doubts.append("A large part of the picture had to be covered.")

    new = new_header(data, uid_key=order.uid_key, must_hide=(*without_plain_words(order.must_hide), *harvest.words()))
    put_pixels(new, frames)
    faces = any(box.why == "face" for box in boxes)
    state_what_was_done(new, covered=bool(boxes), faces=faces, doubtful=bool(doubts))
    path = _write(new, out_dir)
    doubts += _left_in(path, new, without_plain_words((*order.must_hide, *harvest.names, *harvest.others)))
    preview = _write_preview(frames, data, out_dir)
    return MediaResult(
        "held" if doubts else "cleaned", (path, preview), MIME, width, height, len(frames.values), boxes,
        reasons=tuple(dict.fromkeys(doubts)),
        report={"kind": "dicom", "frames": len(frames.values), "masks": len(boxes), "attributes": len(new)},
    )  # fmt: skip


def _is_picture(data: Dataset) -> bool:
    """False for objects whose pixels are not what the object says (structured reports, RT dose, segmentations, …)."""
    modality = str(data.get("Modality", "")).upper()
    return modality not in {"SR", "DOC", "RTDOSE", "RTSTRUCT", "RTPLAN", "SEG", "KO", "PR", "ECG", "REG", "FID"} or (
        "Secondary Capture" in str(image_class(data).name) and modality == "ECG"
    )


def _look_at(frames: Frames, data: Dataset, hidden: Sequence[str], *, faces: bool) -> tuple[list[Look], bool]:
    """Look once at every distinct frame, spread over the loop while time lasts; tells whether that was all of them.

    The first few are looked at in every view and twice, the others once as they are: captions of a loop hardly change.
    """
    distinct: dict[bytes, int] = {}
    for index, frame in enumerate(frames.values):
        distinct.setdefault(hashlib.sha256(frame.tobytes()).digest(), index)
    photo = str(data.get("Modality", "OT")) in PHOTOGRAPHS and is_photo(ordinary_view(frames, 0, data))
    looks: list[Look] = []
    end = time.process_time() + MOST_SECONDS
    for index in sorted(distinct.values(), key=lambda index: index * GOLDEN % 1):
        if looks and time.process_time() > end:
            return looks, False
        shown = views(frames, index)
        if len(looks) < THOROUGH:
            looks.append(look_twice(shown, must_hide=hidden, photo=photo, faces=faces))
        else:
            looks.append(look(shown[:1], must_hide=hidden, photo=photo, faces=faces))
    return looks, True


def _write(new: Dataset, out_dir: Path) -> Path:
    path = out_dir / f"{secrets.token_hex(16)}.dcm"
    new.file_meta = file_meta(new)
    new.preamble = b"\0" * 128
    new.save_as(path, enforce_file_format=True, implicit_vr=False, little_endian=True)
    return path


def _left_in(path: Path, new: Dataset, strings: Sequence[str]) -> list[str]:
    """Search what was written for words of the original.

    Our own phrases and UIDs are taken out first. In the pixels, which were decoded anyway, short strings turn up by
    chance, so there only long ones count, and only in a file of ordinary size.
    """
    content = path.read_bytes()
    pixels = len(new.PixelData)
    header = content[: len(content) - pixels]
    for own in (*OWN_PHRASES, new.PhotometricInterpretation, *(str(new[name].value) for name in UIDS if name in new)):
        header = header.replace(own.encode(), b"")
    long = [string for string in strings if len(string) >= LONG and len(set(string)) > 2]
    found = leftovers_in_bytes(header, strings)
    return found or (leftovers_in_bytes(content[-pixels:], long) if pixels <= MOST_SEARCHED else [])


def _write_preview(frames: Frames, data: Dataset, out_dir: Path) -> Path:
    view: NDArray[np.uint8] = ordinary_view(frames, len(frames.values) // 2, data)
    path = out_dir / f"{secrets.token_hex(16)}.png"
    Image.fromarray(view).save(path)
    return path

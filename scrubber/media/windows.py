"""Eight-bit views of one frame: text may sit in a few grey levels that an ordinary view shows as flat."""

import cv2
import numpy as np
from numpy.typing import NDArray

from scrubber.media.result import Box

NEIGHBOURHOOD = 61  # pixels: larger than a line of text, smaller than anatomy
QUIET = 1.0  # grey levels of deviation below which a neighbourhood counts as flat
SAW = 256  # stored values: a byte, the step no ordinary window shows
INKED = 0.15
CONTRAST = 44.0  # grey levels shown for one deviation


def renderings(values: NDArray) -> list[NDArray[np.uint8]]:
    """Views of one frame (HxW of any number type, or HxWx3 uint8): as it is, and evened out.

    The second shows what no window of the viewer's choosing would: a caption at stored values 3 to 40 of a 16-bit
    picture is black on black in every ordinary view.
    """
    more = [] if values.dtype == np.uint8 else [saw(values, SAW)]
    return [ordinary(values), evened(values), *more]


def ordinary(values: NDArray) -> NDArray[np.uint8]:
    """The frame as a viewer shows it first."""
    if values.dtype == np.uint8:
        return values
    low, high = (float(edge) for edge in np.percentile(values, (0.5, 99.5)))
    return window(values, low, high)


def window(values: NDArray, low: float, high: float) -> NDArray[np.uint8]:
    """`values` with `low` shown as black and `high` as white."""
    span = max(high - low, 1.0)
    return np.clip((values.astype(np.float32) - low) * (255 / span), 0, 255).astype(np.uint8)


def saw(values: NDArray, length: int) -> NDArray[np.uint8]:
    """The ramp from black to white again and again, every `length` stored values: small steps show at any height."""
    return ((values.astype(np.int64) % length) * 256 // length).astype(np.uint8)


def evened(values: NDArray) -> NDArray[np.uint8]:
    """A grey view (HxW) in which every neighbourhood has the same brightness and contrast."""
    plain = values if values.ndim == 2 else cv2.cvtColor(values, cv2.COLOR_RGB2GRAY)
    exact = np.float32 if values.dtype == np.uint8 else np.float64
    kind = cv2.CV_32F if exact is np.float32 else cv2.CV_64F
    size = (NEIGHBOURHOOD, NEIGHBOURHOOD)
    grey: NDArray[np.floating] = plain.astype(exact)
    grey -= np.asarray(cv2.boxFilter(grey, kind, size), exact)
    deviation = np.sqrt(np.maximum(np.asarray(cv2.sqrBoxFilter(grey, kind, size), exact), 0))
    deviation += QUIET
    grey *= CONTRAST
    grey /= deviation
    grey += 128
    return np.clip(grey, 0, 255, out=grey).astype(np.uint8)


def contrast(shown: NDArray[np.uint8], even: NDArray[np.uint8], box: Box, *, inked: float = INKED) -> float:
    """Grey levels between ink and ground of a line in `shown`; `even` is the evened view, in which ink stands out.

    `inked`: the part of the box that is taken for ink. Of thin print around which there is room less of it is.
    """
    place = slice(max(0, box.y), box.y + box.h), slice(max(0, box.x), box.x + box.w)
    grey, clear = (view[place].mean(axis=2) if view.ndim == 3 else view[place] for view in (shown, even))
    if grey.size == 0:
        return 255.0
    low, middle, high = np.percentile(clear, (100 * inked, 50, 100 - 100 * inked))
    ink = clear >= high if high - middle > middle - low else clear <= low
    ground = clear <= middle if high - middle > middle - low else clear >= middle
    return float(abs(np.median(grey[ink]) - np.median(grey[ground])))

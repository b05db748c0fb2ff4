"""Eight-bit views of deep grey data: text may sit in a few grey levels that an ordinary view shows as flat."""

import numpy as np
from numpy.typing import NDArray

NARROW_WINDOWS = 2
LEVELS = 256


def renderings(values: NDArray) -> list[NDArray[np.uint8]]:
    """Views of one grey frame (HxW, any number type): the full range, the middle 98 %, and the ends of the range.

    The ends matter: a caption at stored values 3 to 40 of a 16-bit picture is black on black in every ordinary view.
    """
    low, high = float(values.min()), float(values.max())
    views = [window(values, low, high)]
    if high - low <= LEVELS:
        return views
    first, last = (float(edge) for edge in np.percentile(values, (1, 99)))
    views.append(window(values, first, last))
    width = max(LEVELS, (high - low) / 64)
    views.append(window(values, low, low + width))
    views.append(window(values, high - width, high))
    return views


def window(values: NDArray, low: float, high: float) -> NDArray[np.uint8]:
    """`values` with `low` shown as black and `high` as white."""
    span = max(high - low, 1.0)
    return np.clip((values.astype(np.float32) - low) * (255 / span), 0, 255).astype(np.uint8)

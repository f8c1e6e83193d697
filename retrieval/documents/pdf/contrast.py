"""Which pixels of two pictures a person can tell apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.documents.colours import FLARE, LEAST_RATIO, LEAST_RATIO_LARGE, RED_GREEN, WEIGHTS, YELLOW_BLUE, linear
from retrieval.documents.pdf.drawn import Picture

_SRGB = np.arange(256) / 255
_LINEAR = np.array([linear(share) for share in _SRGB], dtype=np.float32)
_RED, _GREEN, _BLUE = (np.float32(weight) * _LINEAR for weight in WEIGHTS)


def told_apart(one: Picture, other: Picture, large: NDArray[np.bool_] | None = None) -> NDArray[np.bool_]:
    """For each pixel whether the two differ enough to be seen; where `large` is set, large letters stand."""
    height, width = one.shape[:2]
    seen = np.zeros(height * width, dtype=np.bool_)
    # The unused byte is the same in both, so four bytes are compared as one number.
    changed = np.flatnonzero(one.view(np.uint32).reshape(-1) != other.view(np.uint32).reshape(-1))
    first, second = (picture.reshape(-1, 4)[changed] for picture in (one, other))
    least: float | NDArray[np.float32] = LEAST_RATIO
    if large is not None:
        least = np.where(large.reshape(-1)[changed], np.float32(LEAST_RATIO_LARGE), np.float32(LEAST_RATIO))
    told = _ratio(first, second) >= least
    alike = np.flatnonzero(~told)
    told[alike] = _other_hue(first[alike], second[alike])
    seen[changed] = told
    return seen.reshape(height, width)


def _ratio(first: Picture, second: Picture) -> NDArray[np.float32]:
    one, two = _luminance(first) + FLARE, _luminance(second) + FLARE
    ratio: NDArray[np.float32] = np.maximum(one, two) / np.minimum(one, two)
    return ratio


def _luminance(pixels: Picture) -> NDArray[np.float32]:
    light: NDArray[np.float32] = _BLUE[pixels[:, 0]] + _GREEN[pixels[:, 1]] + _RED[pixels[:, 2]]
    return light


def _other_hue(first: Picture, second: Picture) -> NDArray[np.bool_]:
    blue, green, red = (first[:, at].astype(np.int16) - second[:, at] for at in range(3))
    apart: NDArray[np.bool_] = (abs(red - green) >= RED_GREEN) | (abs(2 * blue - red - green) >= 2 * YELLOW_BLUE)
    return apart

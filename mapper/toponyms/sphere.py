"""Many great-circle distances at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mapper.geo import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from numpy.typing import NDArray


def unit_vectors(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points on the unit sphere, a row each."""
    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack((np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)), axis=1)


def kilometres(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the great-circle distances between the rows of `a` and those of `b`."""
    chord = np.sqrt(np.maximum(0.0, 2 - 2 * (a @ b.T)))
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chord / 2))

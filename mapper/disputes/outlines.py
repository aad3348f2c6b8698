"""Outlines of territories: one compact file, each shape decoded when a point comes near it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from mapper.errors import RegisterError
from mapper.geo import in_box
from mapper.model import Record

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class _Feature(Record, frozen=True):
    id: str
    bbox: tuple[float, float, float, float]
    geometry: msgspec.Raw
    views: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it


class Outlines:
    """The outlines by territory; those of a later file replace those of an earlier one."""

    def __init__(self, *paths: Path) -> None:
        self._features = {feature.id: feature for path in paths for feature in _read(path)}
        self._boxes = [(feature.id, feature.bbox) for feature in self._features.values()]
        self._shapes: dict[str, BaseGeometry] = {}

    def __contains__(self, territory: str) -> bool:
        return territory in self._features

    def __iter__(self) -> Iterator[str]:
        return iter(self._features)

    def shape(self, territory: str) -> BaseGeometry | None:
        """Return the outline of a territory, None where there is none."""
        return self._shape(territory) if territory in self._features else None

    def views(self, territory: str) -> dict[str, str]:
        """Return to which party each point of view gives a territory, by an imported file."""
        return self._features[territory].views if territory in self._features else {}

    @property
    def view_codes(self) -> frozenset[str]:
        """The states whose points of view an imported file has."""
        return frozenset(code for feature in self._features.values() for code in feature.views)

    def at(self, lat: float, lon: float) -> list[str]:
        """Return the territories whose outline holds a point, edges included."""
        near = [territory for territory, bbox in self._boxes if in_box(lat, lon, bbox)]
        if not near:
            return []
        import shapely

        return [territory for territory in near if shapely.intersects_xy(self._shape(territory), lon, lat)]

    def _shape(self, territory: str) -> BaseGeometry:
        """Return an outline, decoded when first asked for."""
        import shapely

        if territory not in self._shapes:
            shape = shapely.from_geojson(bytes(self._features[territory].geometry))
            shapely.prepare(shape)
            self._shapes[territory] = shape
        return self._shapes[territory]


def _read(path: Path) -> list[_Feature]:
    try:
        return msgspec.json.Decoder(_Feature).decode_lines(path.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        msg = f"The outlines {path.name!r} cannot be read ({error}): build or import them again."
        raise RegisterError(msg) from error

"""A location whose background is put together when somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geopy.location import Location
from geopy.point import Point

if TYPE_CHECKING:
    from collections.abc import Callable


class Answer(Location):  # type: ignore[misc]
    """A location of geopy's that puts `raw` together when it is first asked for.

    Parameters
    ----------
    address
        What people read.
    lat, lon
        Degrees.
    tell
        Returns a new `raw` at each call.
    """

    __slots__ = ("_tell", "_told")

    _tell: Callable[[], dict[str, Any]]
    _told: dict[str, Any] | None

    def __init__(self, address: str, lat: float, lon: float, tell: Callable[[], dict[str, Any]]) -> None:
        super().__init__(address, Point(lat, lon), tell)

    def __reduce__(self) -> tuple[Any, ...]:
        return Location, (self.address, self.point, self.raw)

    def again(self) -> Answer:
        """Return the same answer, with a point and a `raw` of its own."""
        return Answer(self.address, self.latitude, self.longitude, self._tell)

    @property
    def _raw(self) -> dict[str, Any]:
        """What geopy's class reads where it wants `raw`."""
        if self._told is None:
            self._told = self._tell()
        return self._told

    @_raw.setter
    def _raw(self, tell: Callable[[], dict[str, Any]]) -> None:
        self._tell, self._told = tell, None

"""Where names come from: the built-in gazetteer, and tables of the user's own beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from mapper.errors import ExtraMissingError
from mapper.gazetteer import KINDS, fold
from mapper.geocoder.options import QueryError
from mapper.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import geopandas as gpd

    from mapper.gazetteer import Gazetteer

_OWN_SCORE: Final = 12.0
"""A name of the user's own is meant before any namesake; the best known country has 11."""
_POINT_KM: Final = 111.195


class Names(Protocol):
    """What the search asks of a source of names."""

    def lookup(self, name: str, *, variants: bool = ..., limit: int = ...) -> list[Any]:
        """Return the places a name may mean, best first."""

    def exact(self, name: str) -> list[Any]:
        """Return the places spelled just so."""

    def has(self, name: str) -> bool:
        """Tell whether some place bears the name, up to folding."""

    def fuzzy(self, name: str, *, max_edits: int = ..., limit: int = ...) -> list[Any]:
        """Return the places whose name is a few slips of the keyboard away."""


@dataclass(frozen=True, slots=True)
class OwnCandidate:
    """A row of a user's table, in the shape of the gazetteer's candidates; rows count down from -1."""

    place: Place
    row: int
    match: str = "folded"
    name_kind: str = "primary"
    edits: int = 0
    prominence: float = _OWN_SCORE
    admin1_row: None = None
    admin2_row: None = None

    @property
    def id(self) -> str:
        """The place's id."""
        return self.place.id

    @property
    def name(self) -> str:
        """The place's name."""
        return self.place.name

    @property
    def lat(self) -> float:
        """Latitude in degrees."""
        return self.place.lat

    @property
    def lon(self) -> float:
        """Longitude in degrees."""
        return self.place.lon

    @property
    def kind(self) -> str:
        """The kind of place."""
        return self.place.kind

    @property
    def country(self) -> str | None:
        """Country code."""
        return self.place.country

    @property
    def population(self) -> int:
        """Number of people, 0 if unknown."""
        return self.place.population or 0

    @property
    def extent(self) -> float:
        """Radius in km, 0 for a point."""
        return self.place.extent or 0.0

    @property
    def score(self) -> float:
        """How likely the place is meant, as a power of ten."""
        return _OWN_SCORE - self.edits


class OwnNames:
    """A user's table of places, looked up by folded name."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = tuple(places)
        self._rows: dict[str, list[int]] = {}
        for row, place in enumerate(self._places):
            self._rows.setdefault(fold(place.name), []).append(row)

    def __len__(self) -> int:
        return len(self._places)

    def lookup(self, name: str, *, variants: bool = True, limit: int = 60) -> list[OwnCandidate]:  # noqa: ARG002 - the protocol's
        """Return the places of a name; a table of one's own is not searched for variants of it."""
        rows = self._rows.get(fold(name), ())
        found = [self._candidate(row, name) for row in rows]
        return sorted(found, key=lambda c: (c.match != "exact", -c.row))[:limit]

    def has(self, name: str) -> bool:
        """Tell whether some place bears the name, up to folding."""
        return fold(name) in self._rows

    def exact(self, name: str) -> list[OwnCandidate]:
        """Return the places spelled just so."""
        return [c for c in self.lookup(name) if c.match == "exact"]

    def fuzzy(self, name: str, *, max_edits: int = 2, limit: int = 10) -> list[OwnCandidate]:
        """Return places whose folded name has almost the same letters (difflib's ratio)."""
        from difflib import get_close_matches

        folded = fold(name)
        cutoff = 1 - max_edits / max(len(folded), max_edits + 1)
        close = get_close_matches(folded, self._rows, n=limit, cutoff=cutoff)
        rows = [row for key in close for row in self._rows[key]]
        return [OwnCandidate(self._places[row], -1 - row, match="fuzzy", edits=1) for row in rows][:limit]

    def _candidate(self, row: int, name: str) -> OwnCandidate:
        place = self._places[row]
        return OwnCandidate(place, -1 - row, match="exact" if place.name == name else "folded")


def places_of_frame(
    frame: gpd.GeoDataFrame, gazetteer: Gazetteer, columns: Mapping[str, str | None], kind: str
) -> list[Place]:
    """Return the rows of a GeoDataFrame as places, their country and units by the gazetteer's areas.

    Raises
    ------
    QueryError
        If the frame lacks a column or a coordinate system, or the kind is not known.
    ExtraMissingError
        If the coordinates must be converted and pyproj is not installed.
    """
    if kind not in KINDS:
        msg = f"There is no kind of place {kind!r}; use one of {', '.join(KINDS)}."
        raise QueryError(msg)
    if missing := [c for c in columns.values() if c is not None and c not in frame.columns]:
        msg = f"The data frame has no column {missing[0]!r}; it has {', '.join(map(str, frame.columns))}."
        raise QueryError(msg)
    located = frame[~(frame.geometry.isna() | frame.geometry.is_empty)]
    degrees = _in_degrees(located)
    rows = zip(degrees.geometry, _values(located, columns, "name"), *_optional(located, columns), strict=True)
    return [place for number, row in enumerate(rows) if (place := _place(number, row, gazetteer, kind))]


def _in_degrees(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    if frame.crs is None:
        msg = "The data frame has no coordinate system: set one, for instance with gdf.set_crs(4326)."
        raise QueryError(msg)
    try:
        return frame.to_crs(4326)
    except ImportError as error:
        raise ExtraMissingError.for_extra(extra="geo", package="pyproj") from error


def _optional(frame: gpd.GeoDataFrame, columns: Mapping[str, str | None]) -> Iterable[list[Any]]:
    return [_values(frame, columns, key) for key in ("id", "population")]


def _values(frame: gpd.GeoDataFrame, columns: Mapping[str, str | None], key: str) -> list[Any]:
    column = columns.get(key)
    return [None] * len(frame) if column is None else frame[column].tolist()


def _place(number: int, row: tuple[Any, ...], gazetteer: Gazetteer, kind: str) -> Place | None:
    geometry, name, ident, population = row
    if not isinstance(name, str) or not fold(name):
        return None
    point = geometry if geometry.geom_type == "Point" else geometry.representative_point()
    west, south, east, north = geometry.bounds
    units = {area.kind: area for area in gazetteer.containing(point.y, point.x)}
    country = units.get("country")
    return Place(
        id=f"user:{number if ident is None else ident}",
        name=name.strip(),
        kind=kind,
        lat=point.y,
        lon=point.x,
        precision="city" if kind == "city" else "point",
        extent=max(east - west, north - south) * _POINT_KM / 2 or None,
        country=country.country if country else None,
        admin1=units["admin1"].name if "admin1" in units else None,
        population=int(population) if population is not None and population == population else None,  # noqa: PLR0124 - not a number
        source="user",
    )

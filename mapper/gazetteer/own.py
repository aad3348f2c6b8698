"""A gazetteer of one's own, made in memory from rows or a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mapper.errors import ExtraMissingError, InputError
from mapper.gazetteer.importers.placing import placed
from mapper.gazetteer.importers.record import COLUMNS, entry_of
from mapper.gazetteer.importers.report import BadRow
from mapper.gazetteer.importers.shapes import inner_point, is_area, radius_km
from mapper.gazetteer.kinds import KINDS
from mapper.gazetteer.writer import Entry, Provenance, make_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import geopandas as gpd

    from mapper.gazetteer.gazetteer import Gazetteer
    from mapper.gazetteer.store import Store

_BEFORE_NAMESAKES: Final = 10.0
"""Prominence of rows that tell none: of all of one name only the largest countries come before them."""


def store_of_records(
    rows: Iterable[Mapping[str, Any]],
    columns: Mapping[str, str],
    *,
    kind: str,
    source: str,
    base: Gazetteer,
) -> Store:
    """Return an index of rows; see `Gazetteer.from_records`."""
    if unknown := sorted(columns.keys() - COLUMNS.keys()):
        msg = f"No column can hold {unknown[0]!r}; name some of {', '.join(COLUMNS)}."
        raise InputError(msg)
    if kind not in KINDS:
        msg = f"There is no kind of place {kind!r}; use one of {', '.join(KINDS)}."
        raise InputError(msg)
    keys = {key: columns.get(key, key) for key in COLUMNS}
    cells = ({key: row[own] for key, own in keys.items() if own in row} for row in rows)
    entries = _entries(cells, kind=kind, source=source)
    found = [item for item in placed(entries, base) if isinstance(item, Entry)]
    return make_store(found, (), Provenance("records", licences={source: "the user's own"}))


def store_of_frame(
    frame: gpd.GeoDataFrame, columns: Mapping[str, str], *, kind: str, source: str, base: Gazetteer
) -> Store:
    """Return an index of a data frame's rows; see `Gazetteer.from_geodataframe`."""
    if missing := [column for column in columns.values() if column not in frame.columns]:
        msg = f"The data frame has no column {missing[0]!r}; it has {', '.join(map(str, frame.columns))}."
        raise InputError(msg)
    if frame.crs is None:
        msg = "The data frame has no coordinate system: set one, for instance with gdf.set_crs(4326)."
        raise InputError(msg)
    told = {key: key for key in columns}
    return store_of_records(_rows(frame, columns), told, kind=kind, source=source, base=base)


def _entries(rows: Iterable[Mapping[str, Any]], *, kind: str, source: str) -> Iterator[Entry]:
    for number, cells in enumerate(rows):
        try:
            yield entry_of(cells, number=number, kind=kind, source=source, least_prominence=_BEFORE_NAMESAKES)
        except BadRow as error:
            msg = f"Row {number} cannot be used: {error}."
            raise InputError(msg) from error


def _rows(frame: gpd.GeoDataFrame, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the rows that have a name and a shape, with the numbers of the rows as ids if none are told."""
    try:
        shapes = frame.geometry.to_crs(4326)
    except ImportError as error:
        raise ExtraMissingError.for_extra("geo", "pyproj") from error  # noqa: EM101 - names, no message
    cells = {key: _values(frame[column]) for key, column in columns.items()}
    for number, shape in enumerate(shapes):
        row = {key: column[number] for key, column in cells.items()}
        if shape is None or shape.is_empty or not isinstance(row["name"], str) or not row["name"].strip():
            continue
        row.setdefault("id", number)
        lat, lon = inner_point(shape)
        yield {"extent": radius_km(shape) if is_area(shape) else 0.0, **row, "lat": lat, "lon": lon}


def _values(column: Any) -> list[Any]:
    """Return the values of a column, None for each that is missing."""
    values: list[Any] = column.astype(object).where(column.notna(), None).tolist()
    return values

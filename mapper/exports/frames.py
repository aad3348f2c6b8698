"""GeoPackage and GeoParquet, by GeoPandas."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from mapper.errors import ExtraMissingError
from mapper.exports.view import view_of
from mapper.frames import TABLES, to_geodataframe
from mapper.frames.tables import TableName
from mapper.model import EventMap


def write_gpkg(result: EventMap, path: Path) -> None:
    """Write a GeoPackage with a layer a table."""
    _need("pyogrio")
    view = view_of(result)
    note = {"worldview": view.code, "note": view.disclaimer}
    for table in TABLES:
        frame = to_geodataframe(result, cast("TableName", table))
        kind = "MultiLineString" if table == "links" else "Point"
        if table == "links":
            frame.geometry = [_as_multi(line) for line in frame.geometry]
        frame.to_file(
            path, driver="GPKG", layer=table, engine="pyogrio", geometry_type=kind, layer_metadata=note
        )


def write_parquet(result: EventMap, path: Path, *, table: str) -> None:
    """Write one table as GeoParquet."""
    _need("pyarrow")
    to_geodataframe(result, cast("TableName", table)).to_parquet(path, index=False)


def _as_multi(line: Any) -> Any:
    """Return a line as one of several, as a layer holds one kind of geometry."""
    from shapely import LineString, MultiLineString

    return MultiLineString([line]) if isinstance(line, LineString) else line


def _need(package: str) -> None:
    from importlib.util import find_spec

    if find_spec(package) is None:
        error = ExtraMissingError.for_extra("geo", package)
        raise error

"""Tables as GeoPandas data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapper.errors import ExtraMissingError, InputError
from mapper.frames.cell_types import Shape
from mapper.frames.lines import line_parts
from mapper.frames.tables import TABLES, Table, TableName
from mapper.model import ArticleMap, EventMap

if TYPE_CHECKING:
    import geopandas as gpd


def to_geodataframe(event_map: EventMap | ArticleMap, table: TableName = "events") -> gpd.GeoDataFrame:
    """Return a table of a result as a data frame.

    Parameters
    ----------
    event_map
        The result, of all articles or of one.
    table
        ``"events"``, ``"places"`` (a row a mention), ``"links"`` (lines, cut at the antimeridian) or
        ``"disputes"`` (a row a mention of a disputed place).

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, longitude first; days as datetime columns, the geometry of what has no place is
        None. On disputed ground ``country`` is None and ``dispute`` names the claimants.

    Raises
    ------
    InputError
        For an unknown table.
    ExtraMissingError
        If the extra ``geo`` is not installed.
    """
    if table not in TABLES:
        msg = f"There is no table {table!r}, only {', '.join(TABLES)}."
        raise InputError(msg)
    try:
        import geopandas as gpd
        import pandas as pd
    except ImportError:
        error = ExtraMissingError.for_extra("geo", "geopandas")
        raise error from None
    definition = TABLES[table]
    whole = event_map if isinstance(event_map, EventMap) else EventMap(event_map.run, (event_map,))
    pairs = list(definition.rows(whole))
    columns = {
        name: pd.Series([row[name] for row, _ in pairs], dtype=_dtype(definition, name))
        for name in definition.columns
        if name not in ("lat", "lon")
    }
    for name in definition.days:
        columns[name] = columns[name].astype("datetime64[s]")
    geometry = gpd.GeoSeries([_geometry(shape) for _, shape in pairs], crs="EPSG:4326")
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=geometry)


def _dtype(table: Table, name: str) -> str:
    """Return the type of a column, the same for a table without rows."""
    if name in table.numbers:
        return "float64"
    if name in table.counts:
        return "Int64"
    return "bool" if name in table.flags else "object"


def _geometry(shape: Shape) -> Any:
    """Return a point, a line, a line in two parts, or None."""
    from shapely import LineString, MultiLineString, Point

    if len(shape) == 1:
        return Point(shape[0])
    parts = line_parts(*shape) if shape else []
    if len(parts) == 1:
        return LineString(parts[0])
    return MultiLineString(parts) if parts else None

"""A row of someone's own table, whatever it was read from, as a place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from mapper.gazetteer.folding import fold
from mapper.gazetteer.importers import values
from mapper.gazetteer.importers.alternates import alternate
from mapper.gazetteer.importers.prominence import prominence
from mapper.gazetteer.importers.report import BadRow
from mapper.gazetteer.kinds import KINDS
from mapper.gazetteer.writer import Entry

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "name": ("name", "placename", "place", "title"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "id": ("id", "identifier", "code"),
    "kind": ("kind",),
    "names": ("names", "alternatenames", "aliases"),
    "country": ("country", "countrycode", "iso2"),
    "population": ("population", "pop", "people"),
    "prominence": ("prominence",),
    "extent": ("extent", "radiuskm"),
    "geonames": ("geonames", "geonameid", "geonamesid"),
}
"""What a row may hold, and the headings by which it is known in a table if none is told."""
NEEDED: Final = ("name", "lat", "lon")
USER: Final = "user"
"""What a source is called that has no other name."""
_OTHER_NAMES: Final = "|"
_TOP_PROMINENCE: Final = 10.0
_LARGEST_KM: Final = 10_000.0


def entry_of(
    cells: Mapping[str, Any], *, number: int, kind: str, source: str, least_prominence: float
) -> Entry:
    """Return the place of a row.

    Parameters
    ----------
    cells
        Its values by the keys of `COLUMNS`; other names in a list, or parted by ``|``.
    number
        Its id where the table has none.
    kind
        Its kind where it tells none.
    source
        What its source is called.
    least_prominence
        Of the place, where the row itself tells none.

    Raises
    ------
    BadRow
        If the row cannot be used.
    """
    kind = values.clean(cells.get("kind")) or kind
    if kind not in KINDS:
        reason = "there is no such kind of place"
        raise BadRow(reason, kind)
    population = values.people(cells.get("population"))
    known = values.number(cells.get("prominence"))
    likely = max(prominence(kind, population), least_prominence) if known is None else known
    linked = values.optional_geonames_id(cells.get("geonames"))
    return Entry(
        f"{_prefix(source)}{_plain(cells['id']) or f'row-{number}' if 'id' in cells else number}",
        values.name(cells.get("name")),
        kind,
        values.latitude(cells.get("lat")),
        values.longitude(cells.get("lon")),
        source,
        country=values.country(cells.get("country")),
        population=population,
        prominence=min(max(likely, 0.0), _TOP_PROMINENCE),
        extent=min(max(values.number(cells.get("extent")) or 0.0, 0.0), _LARGEST_KM),
        disputed=kind == "disputed",
        names=[named for text in _names(cells.get("names")) if (named := alternate(text))],
        also=[linked] if linked else [],
    )


def _prefix(source: str) -> str:
    """Return what the ids of a source begin with, so that those of two tables stay apart."""
    return "user:" if source == USER else f"user:{fold(source).replace(' ', '-')}:"


def _plain(ident: object) -> str:
    """Return an id as text; whole numbers without a point, however the table keeps them."""
    if isinstance(ident, float):
        return str(int(ident)) if ident.is_integer() else ""
    return values.clean(ident) if isinstance(ident, str) else "" if ident is None else str(ident)


def _names(value: object) -> Collection[str]:
    if isinstance(value, str):
        return value.split(_OTHER_NAMES)
    return [name for name in value if isinstance(name, str)] if isinstance(value, list | tuple) else ()

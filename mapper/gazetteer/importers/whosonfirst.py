"""Who's On First: the SQLite distributions, read by their tables ``spr``, ``names`` and ``concordances``.

Tables and columns as in whosonfirst/go-whosonfirst-sqlite-features.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mapper.errors import InputError
from mapper.gazetteer.importers import values
from mapper.gazetteer.importers.alternates import alternate
from mapper.gazetteer.importers.archive import is_zip
from mapper.gazetteer.importers.items import Item, Name
from mapper.gazetteer.importers.languages import language_code
from mapper.gazetteer.importers.prominence import prominence
from mapper.gazetteer.importers.report import BadRow, Log
from mapper.gazetteer.writer import Entry
from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapper.gazetteer.kinds import NameKind

_KINDS: Final = {
    "continent": "continent", "ocean": "ocean", "marinearea": "sea", "country": "country",
    "dependency": "country", "disputed": "disputed", "macroregion": "region", "region": "admin1",
    "macrocounty": "region", "county": "admin2", "localadmin": "admin2", "locality": "city",
    "borough": "district", "macrohood": "district", "neighbourhood": "district", "microhood": "district",
    "metroarea": "region", "campus": "landmark", "venue": "landmark", "enclosure": "landmark",
    "empire": "region",
}  # fmt: skip
_NAME_KINDS: Final[dict[str, NameKind]] = {
    "preferred": "alternate", "variant": "alternate", "colloquial": "alternate", "historical": "former",
    "abbreviation": "abbreviation", "abrv": "abbreviation",
}  # fmt: skip
_OUR_LANGUAGE: Final = "eng"
_SPR: Final = (
    "id", "parent_id", "name", "placetype", "country", "latitude", "longitude", "min_latitude",
    "min_longitude", "max_latitude", "max_longitude", "is_current", "is_deprecated", "is_superseded",
)  # fmt: skip
"""Columns of the table of standard places."""
_EVERY: Final = 20_000


class WhosOnFirst:
    """Reads one or more databases.

    Parameters
    ----------
    languages
        Three-letter codes of the languages to take; all of them if none are given.
    """

    kind = "whosonfirst"
    source = "Who's On First"
    licence = "CC BY 4.0 and others, https://whosonfirst.org/docs/licenses"

    def __init__(self, languages: Collection[str] = ()) -> None:
        self._languages = frozenset(language.casefold() for language in languages)

    def read(self, files: Sequence[Path], log: Log) -> Iterator[Item]:
        """Yield the places that are in use, then their names.

        Raises
        ------
        InputError
            If a file is no such database.
        """
        for path in files:
            log.files.append(path.name)
            with closing(_connected(path)) as database:
                try:
                    yield from self._places(database, path.name, log)
                    if _has_table(database, "names"):
                        yield from self._names(database, path.name, log)
                except sqlite3.Error as error:
                    raise _unreadable(path, str(error)) from error

    def _places(self, database: sqlite3.Connection, name: str, log: Log) -> Iterator[Item]:
        linked = _has_table(database, "concordances")
        total = database.execute("SELECT COUNT(*) FROM spr").fetchone()[0]
        for done, row in enumerate(database.execute(_places_query(linked=linked)), 1):
            if done % _EVERY == 0:
                log.step(name, done, total)
            with log.row(done):
                found = parse_place(dict(zip((*_SPR, "geonames"), row, strict=True)))
                if isinstance(found, str):
                    log.left_out[found] += 1
                else:
                    yield found

    def _names(self, database: sqlite3.Connection, name: str, log: Log) -> Iterator[Item]:
        total = database.execute("SELECT COUNT(*) FROM names").fetchone()[0]
        rows = database.execute("SELECT id, language, privateuse, name FROM names")
        for done, (ident, language, use, text) in enumerate(rows, 1):
            if done % _EVERY == 0:
                log.step(f"{name}, names", done, total)
            if self._languages and language not in self._languages:
                log.left_out["names in other languages"] += 1
            elif named := _named(text, use := str(use or "").removeprefix("x_"), language):
                shown = language_code(str(language or "")) if use == "preferred" else ""
                yield Name(f"user:wof-{ident}", *named, shown)


def _named(text: Any, use: str, language: Any) -> tuple[str, NameKind] | None:
    named = alternate(text, _NAME_KINDS.get(use, "alternate"))
    if named and named[1] == "alternate" and use == "preferred" and language == _OUR_LANGUAGE:
        return named[0], "primary"
    return named


def parse_place(row: dict[str, Any]) -> Entry | str:
    """Return the place of a row, or why it is not wanted.

    Raises
    ------
    BadRow
        If the row cannot be used.
    """
    if row["is_current"] == 0 or row["is_deprecated"] == 1 or row["is_superseded"] == 1:
        return "records no longer in use"
    kind = _KINDS.get(row["placetype"])
    if kind is None:
        return "kinds that are no places"
    lat, lon = values.latitude(row["latitude"]), values.longitude(row["longitude"])
    also = values.optional_geonames_id(row["geonames"])
    ident, parent = _id(row["id"]), _id(row["parent_id"])
    if ident is None:
        reason = "the id is no positive whole number"
        raise BadRow(reason, row["id"])
    return Entry(
        f"user:wof-{ident}",
        values.name(row["name"]),
        kind,
        lat,
        lon,
        WhosOnFirst.source,
        country=None if kind == "disputed" else values.country(row["country"]),
        parent=f"user:wof-{parent}" if parent and kind not in {"continent", "country"} else None,
        prominence=prominence(kind, 0),
        extent=_half_box_km(row),
        disputed=kind == "disputed",
        also=[also] if also else [],
    )


def _id(value: Any) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _half_box_km(row: dict[str, Any]) -> float:
    """Return half the way across the box around a place, 0 for a point or a box over the antimeridian."""
    corners = [
        values.number(row[f"{end}_{axis}"]) for end in ("min", "max") for axis in ("latitude", "longitude")
    ]
    south, west, north, east = corners
    if south is None or west is None or north is None or east is None or east - west > 180:
        return 0.0
    return distance_km(south, west, north, east) / 2 / 2**0.5


def _places_query(*, linked: bool) -> str:
    columns = ", ".join(f"spr.{column}" for column in _SPR)
    geonames = (
        "(SELECT other_id FROM concordances AS c WHERE c.id = spr.id AND other_source = 'gn:id' LIMIT 1)"
    )
    return f"SELECT {columns}, {geonames if linked else 'NULL'} FROM spr ORDER BY spr.id"  # noqa: S608 - our columns


def _connected(path: Path) -> sqlite3.Connection:
    if is_zip(path):
        msg = f"{path.name!r} is packed: unpack the database first."
        raise InputError(msg)
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    database.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        database.execute("PRAGMA trusted_schema = OFF")
        is_table = _has_table(database, "spr")
        columns = {row[1] for row in database.execute("PRAGMA table_info(spr)")}
    except sqlite3.Error as error:
        database.close()
        raise _unreadable(path, str(error)) from error
    if not is_table or not columns.issuperset(_SPR):
        database.close()
        missing = next((column for column in _SPR if column not in columns), "")
        raise _unreadable(path, f"it has no table 'spr' with a column {missing!r}")
    return database


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return database.execute(query, (name,)).fetchone() is not None


def _unreadable(path: Path, why: str) -> InputError:
    return InputError(
        f"{path.name!r} is no SQLite distribution of Who's On First ({why}): take one that holds the tables "
        "spr, names and concordances."
    )

"""Everything read so far, on disk: sorted there, it becomes an index without ever being in memory whole."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from mapper.gazetteer.folding import fold
from mapper.gazetteer.importers.items import Area, Contested, Item, Name
from mapper.gazetteer.kinds import CASE_SENSITIVE, NAME_KINDS
from mapper.gazetteer.layout import NO_COUNTRY
from mapper.gazetteer.store import Posting, tag
from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from mapper.gazetteer.kinds import NameKind

FILE: Final = "spool.sqlite"
_BATCH: Final = 10_000
_CACHE_KIB: Final = 65_536
"""Memory that SQLite may take for pages, and again for sorting."""
_SETTINGS: Final = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    f"cache_size = -{_CACHE_KIB}",
)
_FIELDS: Final = """
    ident, name, kind, lat, lon, source, country, parent, population, prominence, extent, disputed, rank REAL
"""
_SCHEMA: Final = f"""
CREATE TABLE place ({_FIELDS});
CREATE TABLE ranked (row INTEGER PRIMARY KEY, {_FIELDS});
CREATE TABLE known (ident PRIMARY KEY, row, own) WITHOUT ROWID;
CREATE TABLE name (ident, fold, coded, kind, surface, tag);
CREATE TABLE label (ident, language, surface);
CREATE TABLE also (ident, other);
CREATE TABLE area (ident, shape);
CREATE TABLE contested (properties, shape);
"""
_SORT: Final = {
    "sorting places": """
CREATE INDEX place_ident ON place (ident);
INSERT INTO ranked SELECT NULL, * FROM place AS first WHERE NOT EXISTS (
    SELECT 1 FROM place AS other WHERE other.ident = first.ident AND other.rowid < first.rowid
) ORDER BY rank, ident;
DROP TABLE place;
INSERT INTO known SELECT ident, row - 1, 1 FROM ranked ORDER BY ident;
INSERT OR IGNORE INTO known SELECT other, known.row, 0 FROM also JOIN known USING (ident)
    ORDER BY other, known.row;
""",
    "sorting names": """
CREATE TABLE posting AS SELECT fold, known.row AS row, coded, name.kind AS kind, surface, tag
    FROM name CROSS JOIN known USING (ident) ORDER BY fold, known.row, coded, name.kind, surface;
DROP TABLE name;
""",
    "sorting names by language": """
CREATE TABLE labelled AS SELECT known.row AS row, language, surface, MIN(label.rowid)
    FROM label CROSS JOIN known USING (ident) GROUP BY known.row, language ORDER BY known.row, language;
DROP TABLE label;
""",
}
"""SQLite counts rows from 1, the index from 0, as `known` does; beside MIN it takes the row that has it."""


class Placed(NamedTuple):
    """A place in the order of rows, with its parent's row, if that is in the same index."""

    entry: Entry
    parent_row: int | None


class Spool:
    """A temporary database of what readers yield. Of several places with one id the first stays.

    Parameters
    ----------
    folder
        Where its files lie; they are not deleted here.
    """

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / FILE, isolation_level=None)
        for setting in (*_SETTINGS, f"temp_store_directory = '{_quoted(folder)}'"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.executescript(_SCHEMA)
        self._database.execute("BEGIN")
        self._places: list[tuple[Any, ...]] = []
        self._names: list[tuple[Any, ...]] = []
        self._labels: list[tuple[Any, ...]] = []

    def close(self) -> None:
        """Let go of the files, without what is not written yet."""
        self._database.execute("PRAGMA temp_store_directory = ''")
        self._database.close()

    def add(self, item: Item) -> None:
        """Take one item in."""
        match item:
            case Entry():
                self._add_place(item)
            case Name():
                self._add_name(item.ident, item.surface, item.kind)
                if item.language:
                    self._labels.append((item.ident, item.language, item.surface))
            case Area():
                self._write("area", [(item.ident, _wkb(item.shape))])
            case Contested():
                properties = msgspec.json.encode(item.properties)
                self._write("contested", [(properties, _wkb(item.shape))])
        if len(self._names) >= _BATCH:
            self._flush()

    def _add_place(self, entry: Entry) -> None:
        place = entry.name, entry.kind, entry.lat, entry.lon, entry.source, entry.country, entry.parent
        known = entry.population, entry.prominence, entry.extent, entry.disputed
        self._places.append((entry.ident, *place, *known, entry.rank[0]))
        self._add_name(entry.ident, entry.name, NAME_KINDS[0])
        for surface, kind in entry.names:
            self._add_name(entry.ident, surface, kind)
        self._labels += [(entry.ident, language, name) for language, name in entry.labels.items()]
        if entry.also:
            self._write("also", [(entry.ident, other) for other in entry.also])

    def _add_name(self, ident: str, surface: str, kind: NameKind) -> None:
        if folded := fold(surface):
            coded = kind in CASE_SENSITIVE
            self._names.append((ident, folded, coded, NAME_KINDS.index(kind), surface, tag(surface, kind)))

    def _flush(self) -> None:
        self._write("place", self._places)
        self._write("name", self._names)
        self._write("label", self._labels)
        self._places, self._names, self._labels = [], [], []

    def _write(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our tables

    def sort(self) -> Iterator[str]:
        """Bring places and names into their order, naming each step before it is taken."""
        self._flush()
        self._database.execute("COMMIT")
        for step, script in _SORT.items():
            yield step
            self._database.executescript(script)
        codes = self.counts("country")
        excess = sorted(codes, key=lambda code: (-codes[code], code))[NO_COUNTRY:]
        drop = "UPDATE ranked SET country = NULL WHERE country = ?"
        self._database.executemany(drop, [(code,) for code in excess])

    def counts(self, column: str) -> dict[str, int]:
        """Return how many places there are by the values of a column, sorted by these."""
        found = f"SELECT {column}, COUNT(*) FROM ranked WHERE {column} NOT NULL GROUP BY 1 ORDER BY 1"  # noqa: S608
        return dict(self._all(found))

    def country_rows(self) -> dict[str, int]:
        """Return the best row of each country by its code."""
        return dict(
            self._all("SELECT country, MIN(row) - 1 FROM ranked WHERE kind = 'country' GROUP BY country")
        )

    def places(self) -> Iterator[Placed]:
        """Yield the places by row."""
        found = self._all(
            "SELECT unit.row, place.* FROM ranked AS place "
            "LEFT JOIN known AS unit ON unit.ident = place.parent ORDER BY place.row"
        )
        for parent_row, _, *values, _ in found:
            yield Placed(Entry(*values), parent_row)

    def first_names(self) -> Iterator[tuple[str, int]]:
        """Yield each name that is some place's first, or its name in a language, with how often it is."""
        shown = "SELECT name FROM ranked UNION ALL SELECT surface FROM labelled"
        return self._all(f"SELECT name, COUNT(*) FROM ({shown}) GROUP BY name")  # noqa: S608 - our tables

    def languages(self) -> list[str]:
        """Return the languages that places have names in, sorted."""
        return [language for (language,) in self._all("SELECT DISTINCT language FROM labelled ORDER BY 1")]

    def labels(self) -> Iterator[tuple[int, str, str]]:
        """Yield row, language and name, in the order of rows."""
        return self._all("SELECT row, language, surface FROM labelled ORDER BY rowid")

    def own_idents(self) -> Iterator[tuple[str, int]]:
        """Yield the ids that are not GeoNames' and those that places are also found under, with rows."""
        return self._all("SELECT ident, row FROM known WHERE NOT own OR ident NOT LIKE 'gn:%' ORDER BY ident")

    def postings(self) -> Iterator[tuple[str, list[Posting]]]:
        """Yield each folded name, sorted, with its rows and tags as the index has them."""
        rows = self._all("SELECT fold, row, coded, kind, surface, tag FROM posting ORDER BY rowid")
        for folded, same in groupby(rows, key=itemgetter(0)):
            yield folded, [*_distinct(same)]

    def folds(self) -> Iterator[str]:
        """Yield each folded name, sorted."""
        return (
            folded
            for folded, _ in groupby(self._all("SELECT fold FROM posting ORDER BY rowid"), itemgetter(0))
        )

    def areas(self) -> Iterator[tuple[str, int, BaseGeometry]]:
        """Yield the outlines of places with their ids and rows."""
        import shapely

        for ident, row, shape in self._all("SELECT ident, row, shape FROM area JOIN known USING (ident)"):
            yield ident, row, shapely.from_wkb(shape)

    def contested(self) -> Iterator[Contested]:
        """Yield the disputed areas in the order they were read."""
        import shapely

        for properties, shape in self._all("SELECT properties, shape FROM contested ORDER BY rowid"):
            yield Contested(msgspec.json.decode(properties), shapely.from_wkb(shape))

    def _all(self, query: str) -> Iterator[Any]:
        return self._database.execute(query)


def _distinct(rows: Iterator[tuple[Any, ...]]) -> Iterator[Posting]:
    """Keep the best spelling of a name a row; of codes and abbreviations, where case tells, all."""
    last: tuple[int, bool, tuple[int, str] | None] | None = None
    for _, row, coded, kind, surface, posted in rows:
        this = row, bool(coded), (kind, surface) if coded else None
        if this != last:
            yield row, posted
        last = this


def _wkb(shape: BaseGeometry) -> bytes:
    import shapely

    return bytes(shapely.to_wkb(shape))


def _quoted(folder: Path) -> str:
    return str(folder).replace("'", "''")

"""The articles of a store: put in and taken out with everything that follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from mapper.links.across.report import reports_of
from mapper.store.codec import pack_record, unpack_record
from mapper.store.database import Database
from mapper.store.identity import Entry, Known, names_for
from mapper.store.likeness import BANDS, NEAR, bands_of, likeness
from mapper.store.matching import Matching

_COLUMNS = "hash, precedence, given, record, signature, n, id"
_ALIKE = f"""
    SELECT n, signature FROM article WHERE n IN
    (SELECT article FROM band WHERE key IN ({", ".join("?" * BANDS)}))
"""  # noqa: S608 - marks only


class Shelf:
    """Article rows; every change keeps names, nearly equal texts and the merge in step."""

    def __init__(self, database: Database, matching: Matching) -> None:
        self._db = database
        self._matching = matching

    def holder(self, key: str) -> Known | None:
        """Return what the article of a text is known by."""
        row = self._db.row("SELECT hash, precedence, given FROM article WHERE hash = ?", (key,))
        return Known(*row) if row else None

    def put_in(self, entry: Entry) -> None:
        """Add an article; one of the same name that comes later gets a longer one."""
        self._settle(entry.given, [*self._family(entry.given), entry])

    def take_out(self, known: Known) -> None:
        """Remove the article of a text; the next of the same name gets its name."""
        family = self._family(known.given)
        for entry in family:
            if entry.key == known.key:
                self._remove(entry)
        self._settle(known.given, [entry for entry in family if entry.key != known.key])

    def _family(self, given: str) -> list[Entry]:
        """Return the articles that came with one name."""
        return [_entry(r) for r in self._db.rows(f"SELECT {_COLUMNS} FROM article WHERE given = ?", (given,))]  # noqa: S608

    def _settle(self, given: str, family: list[Entry]) -> None:
        """Have each of a family filed under the name that is right among all of them."""
        ordered = sorted(family, key=lambda entry: (entry.precedence, entry.key))
        keys = [entry.key for entry in ordered]
        wanted = zip(ordered, names_for(given, keys), strict=True)
        right = [
            (entry, next(name for name in names if self._is_free(name, keys))) for entry, names in wanted
        ]
        moved = [(entry, name) for entry, name in right if entry.name != name]
        for entry, _ in moved:
            if entry.n:
                self._remove(entry)
        for entry, name in moved:
            self._file(entry, name)

    def _is_free(self, name: str, family: Iterable[str]) -> bool:
        """Tell whether no article outside the family bears a name."""
        row = self._db.row("SELECT hash FROM article WHERE id = ?", (name,))
        return row is None or row[0] in family

    def _file(self, entry: Entry, name: str) -> None:
        record = replace(entry.record, article=replace(entry.record.article, id=name))
        values = (name, entry.given, entry.key, entry.precedence, entry.signature, pack_record(record))
        sql = "INSERT INTO article (id, given, hash, precedence, signature, record) VALUES (?, ?, ?, ?, ?, ?)"
        n = self._db.run(sql, values)
        if entry.signature is not None:
            self._compare_text(n, entry.signature)
        self._matching.add(n, reports_of(record))

    def _compare_text(self, n: int, signature: bytes) -> None:
        """Note the articles with nearly the same text."""
        bands = tuple(bands_of(signature))
        for other, known in list(self._db.rows(_ALIKE, bands)):
            if (alike := likeness(signature, known)) >= NEAR:
                self._db.run("INSERT INTO near VALUES (?, ?, ?)", (other, n, alike))
        self._db.run_many("INSERT INTO band VALUES (?, ?)", ((band, n) for band in bands))

    def _remove(self, entry: Entry) -> None:
        if entry.signature is not None:
            rows = ((band, entry.n) for band in bands_of(entry.signature))
            self._db.run_many("DELETE FROM band WHERE key = ? AND article = ?", rows)
        self._db.run("DELETE FROM near WHERE first = ? OR second = ?", (entry.n, entry.n))
        self._matching.remove(entry.n)
        self._db.run("DELETE FROM article WHERE n = ?", (entry.n,))


def _entry(row: Any) -> Entry:
    key, precedence, given, record, signature, n, name = row
    return Entry(key, precedence, given, unpack_record(record), signature, n, name)

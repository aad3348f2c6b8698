"""Answers of online services, kept in one SQLite file of the user's, so that no question is asked twice."""

from __future__ import annotations

import json
import sqlite3
import weakref
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from geopy.location import Location
from geopy.point import Point

from mapper.errors import CacheError

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS answer (service TEXT, method TEXT, question TEXT, answer TEXT, "
    "PRIMARY KEY (service, method, question)) WITHOUT ROWID"
)
_APPLICATION: Final = 0x6D617063
"""The file's `application_id`, "mapc", by which another program's database is told apart."""
_WAIT_S: Final = 10.0
"""How long to wait for another process that writes to the same file."""


class AnswerCache:
    """A cache file. Threads and processes may share it: each answer is written in one transaction."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._lock = Lock()
        self._connection = self._open()
        weakref.finalize(self, self._connection.close)

    def __reduce__(self) -> tuple[type[AnswerCache], tuple[Path]]:
        return AnswerCache, (self.path,)

    def __len__(self) -> int:
        return int(self._run("SELECT count(*) FROM answer", ())[0][0])

    def get(self, service: str, method: str, question: dict[str, Any]) -> tuple[bool, list[Location] | None]:
        """Return whether a question was asked before, and the answer; None stands for nothing found."""
        rows = self._run(
            "SELECT answer FROM answer WHERE service = ? AND method = ? AND question = ?",
            (service, method, _plain(question)),
        )
        return (True, _locations(rows[0][0])) if rows else (False, None)

    def put(
        self, service: str, method: str, question: dict[str, Any], answer: Sequence[Location] | None
    ) -> None:
        """Keep an answer."""
        found = None if answer is None else [[a.address, *a.point, a.raw] for a in answer]
        self._run(
            "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)",
            (service, method, _plain(question), _plain(found)),
        )

    def clear(self) -> None:
        """Forget everything."""
        self._run("DELETE FROM answer", ())

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _open(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(
                self.path, timeout=_WAIT_S, check_same_thread=False, isolation_level=None
            )
            try:
                self._claim(connection)
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            raise self._error(error) from error
        return connection

    def _claim(self, connection: sqlite3.Connection) -> None:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != _APPLICATION and not empty:
            msg = f"The file {self.path.name!r} is another program's database: give the cache one of its own."
            raise CacheError(msg)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(_TABLE)

    def _run(self, statement: str, values: tuple[str, ...]) -> list[Any]:
        try:
            with self._lock, closing(self._connection.execute(statement, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.Error as error:
            raise self._error(error) from error

    def _error(self, error: sqlite3.Error) -> CacheError:
        name = self.path.name
        return CacheError(
            f"The cache file {name!r} cannot be used ({error}): check the folder or delete the file."
        )


def _plain(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


def _locations(answer: str) -> list[Location] | None:
    found = json.loads(answer)
    if found is None:
        return None
    return [Location(address, Point(lat, lon, altitude), raw) for address, lat, lon, altitude, raw in found]

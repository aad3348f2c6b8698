"""The file below a store: an SQLite database, opened with care, whose errors are ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

from mapper.errors import StoreCorruptError, StoreError, StoreVersionError
from mapper.store.schema import APPLICATION_ID, INDEXES, TABLES, VERSION

Values: TypeAlias = tuple[Any, ...]

BUSY_SECONDS: Final = 60
"""How long one process waits for another that is writing."""

_CACHE_KIB: Final = 65_536
_HEADER: Final = b"SQLite format 3\0"
_ID_AT: Final = 68
"""Where the application id stands in an SQLite file (the file format's documentation)."""


class Database:
    """A connection to a store's file.

    While it is written to, changes go to a log beside the file first, so that a process may be killed at
    any moment; when it is closed, the file is whole by itself again.

    Raises
    ------
    StoreCorruptError
        If the file is damaged, or something else than a store.
    StoreVersionError
        If it was written for another version of the format.
    StoreError
        If it cannot be opened.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.name = Path(path).name
        self._logging = False
        with self._translated():
            self._connection = sqlite3.connect(os.fspath(path), isolation_level=None, timeout=BUSY_SECONDS)
        try:
            with self._translated():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        if self._logging:
            with suppress(sqlite3.Error):  # another process may read it: the log is folded in later
                self._connection.execute("PRAGMA journal_mode=DELETE")
        self._connection.close()

    def rows(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Yield the rows of a query."""
        with self._translated():
            for row in self._connection.execute(sql, values):  # noqa: UP028 - a delegate would be closed late
                yield row

    def row(self, sql: str, values: Values = ()) -> Any:
        """Return the first row of a query, None without one."""
        with self._translated():
            return self._connection.execute(sql, values).fetchone()

    def run(self, sql: str, values: Values = ()) -> int:
        """Change something and return the number of the row that was put in last."""
        with self._translated():
            return self._connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Change something for each row of values."""
        with self._translated():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all changes of the block, or none if it ends with an error or the process dies."""
        with self._translated():
            if not self._logging:
                self._logging = True
                self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._translated():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _prepare(self) -> None:
        for pragma in (
            "trusted_schema=OFF",
            "synchronous=NORMAL",
            f"cache_size=-{_CACHE_KIB}",
            "temp_store=MEMORY",
        ):
            self._connection.execute(f"PRAGMA {pragma}")
        if self._number("application_id") != APPLICATION_ID:
            self._create()
        if (version := self._number("user_version")) != VERSION:
            msg = (
                f"{self.name}: This store was written for version {version} of the format, this program "
                f"has version {VERSION}: parse the articles into a new file."
            )
            raise StoreVersionError(msg)
        self._check()

    def _create(self) -> None:
        """Lay out the tables in an empty file; two processes may try at once."""
        with self.transaction():
            if self._number("application_id") == APPLICATION_ID:
                return
            if self.row("SELECT 1 FROM sqlite_master"):
                msg = f"{self.name}: This is another program's database: name a new file."
                raise StoreCorruptError(msg)
            for sql in (*TABLES.values(), *INDEXES.values()):
                self._connection.execute(sql)
            self._connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version={VERSION}")

    def _check(self) -> None:
        """Compare the tables with those of this version, and the pages with each other."""
        found = dict(self.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        if found != TABLES | INDEXES:
            raise _damaged(self.name, why="its tables are not those of a store")
        (problem,) = self.row("PRAGMA quick_check(1)")
        if problem != "ok":
            raise _damaged(self.name, why="its pages contradict each other")

    def _number(self, pragma: str) -> int:
        return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn the database's errors into ours, naming the file."""
        try:
            yield
        except UnicodeEncodeError as error:
            msg = f"{self.name}: A name holds a character that cannot be written: {error.reason}."
            raise StoreError(msg) from error
        except sqlite3.OperationalError as error:
            if not hasattr(error, "sqlite_errorcode"):  # a text that is no UTF-8
                raise _damaged(self.name, why=str(error)) from error
            msg = f"{self.name}: The store cannot be used: {error}."
            raise StoreError(msg) from error
        except sqlite3.DatabaseError as error:
            raise _damaged(self.name, why=str(error)) from error


def _damaged(name: str, *, why: str) -> StoreCorruptError:
    return StoreCorruptError(f"{name}: The store is damaged ({why}): parse the articles into a new file.")


def is_store(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file is a store, by its first bytes."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(_ID_AT + 4)
    except (OSError, ValueError):
        return False
    return head.startswith(_HEADER) and head[_ID_AT:] == APPLICATION_ID.to_bytes(4, "big")

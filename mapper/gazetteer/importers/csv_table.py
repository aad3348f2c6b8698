"""Any table of places as CSV: the columns are told, or known by their usual names."""

from __future__ import annotations

import csv
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mapper.errors import InputError
from mapper.gazetteer.importers.archive import Source, member_names, open_member
from mapper.gazetteer.importers.lines import lines
from mapper.gazetteer.importers.record import COLUMNS, NEEDED, USER, entry_of
from mapper.gazetteer.importers.report import BadRow, Log, shown
from mapper.gazetteer.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mapper.gazetteer.importers.items import Item

_DELIMITERS: Final = ",;\t|"
_LEAST_PROMINENCE: Final = 3.0
"""A place that someone lists is as likely in their articles as a town of 1,000 (our judgement)."""
_LONGEST_ROW: Final = 1_000
"""Lines of the longest row: a stray quotation mark swallows no more than these."""


class CsvTable:
    """Reads CSV files with a heading line; delimiters are recognised.

    Parameters
    ----------
    columns
        Which heading holds what: keys of `COLUMNS`. Other names of a place stand in one cell, parted
        by ``|``.
    place_kind
        The kind of all rows, where no column tells it.
    source
        What the source is called in results.
    licence
        Its licence and credit line.
    encoding
        Of the files.
    """

    kind = "csv"

    def __init__(
        self,
        *,
        columns: Mapping[str, str] | None = None,
        place_kind: str = "city",
        source: str = USER,
        licence: str = "the user's own",
        encoding: str = "utf-8",
    ) -> None:
        self.source = source
        self.licence = licence
        self._columns = dict(columns or {})
        self._kind = place_kind
        self._encoding = encoding
        _check_options(self._columns, place_kind, encoding)

    def read(self, files: Sequence[Path], log: Log) -> Iterator[Item]:
        """Yield the places.

        Raises
        ------
        InputError
            If a file has no heading line with the columns needed.
        """
        for path in files:
            for member in member_names(path):
                with open_member(path, member) as source:
                    yield from self._rows(source, log)

    def _rows(self, source: Source, log: Log) -> Iterator[Item]:
        numbered = lines(source, log, self._encoding)
        _, heading = next(numbered, (0, ""))
        delimiter = max(_DELIMITERS, key=heading.count)
        headings = next(csv.reader([heading], delimiter=delimiter), [])
        at = _positions(source.name, headings, self._columns)
        for number, fields in _records(numbered, delimiter, log):
            with log.row(number):
                cells = {key: fields[i] if i < len(fields) else "" for key, i in at.items()}
                yield entry_of(
                    cells,
                    number=log.rows,
                    kind=self._kind,
                    source=self.source,
                    least_prominence=_LEAST_PROMINENCE,
                )


def _check_options(columns: Mapping[str, str], kind: str, encoding: str) -> None:
    if unknown := sorted(columns.keys() - COLUMNS.keys()):
        msg = f"No column can hold {unknown[0]!r}; name some of {', '.join(COLUMNS)}."
        raise InputError(msg)
    if kind not in KINDS:
        msg = f"There is no kind of place {kind!r}; use one of {', '.join(KINDS)}."
        raise InputError(msg)
    try:
        "".encode(encoding)
    except LookupError as error:
        msg = f"There is no encoding {encoding!r}; common ones are utf-8, cp1252 and latin-1."
        raise InputError(msg) from error


def _positions(name: str, headings: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """Return where each column stands, those told before those known by their headings."""
    given = [heading.strip() for heading in headings]
    if missing := sorted(heading for heading in columns.values() if heading not in given):
        msg = f"{name!r} has no column {missing[0]!r}; it has {shown(', '.join(given))}."
        raise InputError(msg)
    at = {key: given.index(heading) for key, heading in columns.items()}
    plain = ["".join(filter(str.isalnum, heading.casefold())) for heading in given]
    for key, usual in COLUMNS.items():
        found = [plain.index(heading) for heading in usual if heading in plain]
        if key not in at and found:
            at[key] = found[0]
    if missing := [key for key in NEEDED if key not in at]:
        msg = (
            f"{name!r} has no column known as {missing[0]!r}; it has {shown(', '.join(given))}. "
            f"Say which it is: --column {missing[0]}=HEADING."
        )
        raise InputError(msg)
    return at


def _records(
    numbered: Iterator[tuple[int, str]], delimiter: str, log: Log
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the numbers of their first lines; cells in quotes may hold line ends."""
    waiting: deque[tuple[int, str]] = deque()
    while (first := _next(waiting, numbered)) is not None:
        taken, is_open = [first], first[1].count('"') % 2
        while is_open and len(taken) < _LONGEST_ROW and (line := _next(waiting, numbered)):
            taken.append(line)
            is_open ^= line[1].count('"') % 2
        try:
            yield first[0], _fields(taken, delimiter, is_open=bool(is_open))
        except csv.Error as error:
            log.rows += 1
            log.note(first[0], BadRow("the row is no CSV", str(error)))
            waiting.extendleft(reversed(taken[1:]))


def _next(waiting: deque[tuple[int, str]], numbered: Iterator[tuple[int, str]]) -> tuple[int, str] | None:
    """Return the next line; those that a bad row took too many come first."""
    return waiting.popleft() if waiting else next(numbered, None)


def _fields(taken: list[tuple[int, str]], delimiter: str, *, is_open: bool) -> list[str]:
    if is_open:
        msg = "a quotation mark has no partner"
        raise csv.Error(msg)
    return next(csv.reader((f"{line}\n" for _, line in taken), delimiter=delimiter, strict=True))

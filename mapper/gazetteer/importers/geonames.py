"""GeoNames: the places' table of 19 columns, with or without the table of alternate names beside it."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from mapper.errors import InputError
from mapper.gazetteer.importers import values
from mapper.gazetteer.importers.alternate_names import COLUMNS as NAME_COLUMNS
from mapper.gazetteer.importers.alternate_names import parse_name
from mapper.gazetteer.importers.alternates import alternate, alternates
from mapper.gazetteer.importers.archive import member_names, open_member
from mapper.gazetteer.importers.feature_codes import feature
from mapper.gazetteer.importers.lines import lines, raw_lines
from mapper.gazetteer.importers.prominence import prominence
from mapper.gazetteer.importers.report import BadRow, Log
from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mapper.gazetteer.importers.items import Item

COLUMNS: Final = 19
_ID, _NAME, _ASCII, _ALTERNATES, _LAT, _LON, _CLASS, _CODE, _COUNTRY = range(9)
_ADMIN1, _ADMIN2, _PEOPLE = 10, 11, 14
_NO_UNIT: Final = frozenset({"", "00"})
_TEXT: Final = frozenset({".txt", ".tsv", ".csv", ""})
_NOT_DATA: Final = frozenset(
    {"readme.txt", "iso-languagecodes.txt", "countryinfo.txt", "featurecodes_en.txt"}
)
_LOOKED_AT: Final = 50
"""Lines by which it is told what a table holds."""


class Table(NamedTuple):
    """One table of a dump: a file, or a member of a zip."""

    path: Path
    member: str


class GeoNames:
    """Reads ``allCountries``, one country's file or ``cities500``, zipped or not, and ``alternateNamesV2``.

    Parameters
    ----------
    languages
        ISO codes of the languages to take from the alternate names; all of them if none are given.
        Names without a language, codes and abbreviations are always taken.
    """

    kind = "geonames"
    source = "GeoNames"
    licence = "CC BY 4.0, GeoNames, https://www.geonames.org"

    def __init__(self, languages: Collection[str] = ()) -> None:
        self._languages = frozenset(language.casefold() for language in languages)

    def read(self, files: Sequence[Path], log: Log) -> Iterator[Item]:
        """Yield the places, then the alternate names.

        Raises
        ------
        InputError
            If a file is no table of GeoNames, or languages are chosen without the table that has them.
        """
        tables = [table for path in files for table in _tables(path)]
        names = [table for table in tables if _columns(table) in NAME_COLUMNS]
        places = [table for table in tables if table not in names]
        _check(files, places, names, self._languages)
        units = _Units(places)
        for table in places:
            yield from _places(table, units, log, others=not names)
        for table in names:
            yield from self._names(table, log)

    def _names(self, table: Table, log: Log) -> Iterator[Item]:
        with open_member(*table) as source:
            for number, line in lines(source, log):
                with log.row(number):
                    found = parse_name(line.split("\t"), self._languages)
                    if isinstance(found, str):
                        log.left_out[found] += 1
                    else:
                        yield found


def parse_place(fields: list[str], *, others: bool = True) -> Entry:
    """Return the place of a row; with its names in other languages, unless another table has them.

    Raises
    ------
    BadRow
        If the row cannot be used.
    """
    if len(fields) != COLUMNS:
        reason = f"the row has not {COLUMNS} columns"
        raise BadRow(reason, len(fields))
    found = feature(fields[_CLASS], fields[_CODE])
    if found is None:
        reason = "there is no such feature class"
        raise BadRow(reason, fields[_CLASS])
    name, population = values.name(fields[_NAME]), values.people(fields[_PEOPLE])
    names = [*alternates(fields[_ALTERNATES].split(","))] if others and fields[_ALTERNATES] else []
    if fields[_ASCII] != name and (plain := alternate(fields[_ASCII])):
        names.append(plain)
    return Entry(
        values.geonames_id(fields[_ID]),
        name,
        found.kind,
        values.latitude(fields[_LAT]),
        values.longitude(fields[_LON]),
        GeoNames.source,
        country=values.country(fields[_COUNTRY]),
        population=population,
        prominence=prominence(found.kind, population, found.bonus),
        names=names,
    )


def _places(table: Table, units: _Units, log: Log, *, others: bool) -> Iterator[Item]:
    with open_member(*table) as source:
        for number, line in lines(source, log):
            if line.startswith("#"):
                continue
            with log.row(number):
                fields = line.split("\t")
                entry = parse_place(fields, others=others)
                entry.parent = units.holder(fields, entry.ident)
                yield entry


class _Units:
    """The ids of countries and of first- and second-level units by their codes.

    They are read before all else, as a table has its units in no order. There are about 50,000.
    """

    def __init__(self, places: Sequence[Table]) -> None:
        self._ids: dict[tuple[str, ...], str] = {}
        for table in places:
            with open_member(*table) as source:
                for line in raw_lines(source.stream):
                    if b"\tA\t" in line:
                        self._add(line.decode(errors="replace").split("\t"))

    def _add(self, fields: list[str]) -> None:
        if len(fields) != COLUMNS or fields[_CLASS] != "A":
            return
        ident = values.optional_geonames_id(fields[_ID])
        level = {"ADM1": 2, "ADM2": 3}.get(fields[_CODE], 1 if _is_country(fields[_CODE]) else 0)
        if level and ident:
            self._ids.setdefault(_codes(fields)[:level], ident)

    def holder(self, fields: list[str], ident: str) -> str | None:
        """Return the id of the smallest unit that holds the place of a row."""
        codes = _codes(fields)
        if _is_country(fields[_CODE]):
            return None
        chain = (self._ids.get(codes[:level]) for level in range(len(codes), 0, -1))
        return next((unit for unit in chain if unit and unit != ident), None)


def _is_country(code: str) -> bool:
    return code.startswith("PCL") and not code.endswith("H")


def _codes(fields: list[str]) -> tuple[str, ...]:
    """Return the codes of country and units as far as they are given."""
    codes = fields[_COUNTRY], fields[_ADMIN1], fields[_ADMIN2]
    given = next((i for i, code in enumerate(codes) if code in _NO_UNIT), len(codes))
    return codes[:given]


def _tables(path: Path) -> Iterator[Table]:
    for member in member_names(path):
        name = PurePosixPath(member).name.casefold()
        if name not in _NOT_DATA and PurePosixPath(name).suffix in _TEXT:
            yield Table(path, member)


def _columns(table: Table) -> int:
    """Return how many columns most of a table's first rows have."""
    with open_member(*table) as source:
        head = [line for _, line in islice(lines(source, Log()), _LOOKED_AT) if not line.startswith("#")]
    counts = Counter(line.count("\t") + 1 for line in head)
    found = counts.most_common(1)[0][0] if counts else COLUMNS
    if found != COLUMNS and found not in NAME_COLUMNS:
        msg = (
            f"{PurePosixPath(table.member).name!r} has {found} columns: GeoNames' places have {COLUMNS}, its "
            "alternate names 10, parted by tabs. Take allCountries, a country's file or cities500."
        )
        raise InputError(msg)
    return found


def _check(
    files: Sequence[Path], places: list[Table], names: list[Table], languages: Collection[str]
) -> None:
    if not places:
        given = ", ".join(path.name for path in files)
        msg = f"{given}: there is no table of places, such as allCountries.txt."
        raise InputError(msg)
    if languages and not names:
        msg = "Languages are told in alternateNamesV2 only: give that file too, or leave out the languages."
        raise InputError(msg)

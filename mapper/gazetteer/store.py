"""An opened index: memory-mapped columns and tries, read by row number."""

from __future__ import annotations

import unicodedata
import zlib
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import marisa_trie

from mapper.errors import GazetteerCorruptError
from mapper.gazetteer import layout
from mapper.gazetteer.kinds import NAME_KINDS, precision_of
from mapper.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np

    from mapper.gazetteer.kinds import NameKind

KIND_BITS: Final = 3
_CHECK_BITS: Final = 0x1FFF
Posting: TypeAlias = tuple[int, int]
"""A row and the tag of the name it bears."""


def spelling(surface: str) -> int:
    """Return 13 bits of the checksum of a spelling, by which an exact one is known."""
    return zlib.crc32(unicodedata.normalize("NFC", surface).encode()) & _CHECK_BITS


def tag(surface: str, kind: NameKind) -> int:
    """Pack a spelling with the kind of name it is."""
    return spelling(surface) << KIND_BITS | NAME_KINDS.index(kind)


class Store:
    """The parts of one index. Read-only, so threads can share it; pickles as its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = layout.read_manifest(folder)
        self.kinds = self.manifest.kinds
        self.sources = self.manifest.sources
        self.countries = [code for code, _ in self.manifest.countries]
        self.country_rows = dict(self.manifest.countries)
        try:
            self._open()
        except (OSError, ValueError, RuntimeError) as error:
            msg = f"The place index {folder.name!r} cannot be read ({error}): build or install it again."
            raise GazetteerCorruptError(msg) from error

    def _open(self) -> None:
        self.arrays = {name: layout.read_column(self.folder, name) for name in layout.COLUMNS}
        self.folds, self.names, self.idents = (
            marisa_trie.Trie().mmap(str(self.folder / part)) for part in layout.TRIES
        )
        views = {name: memoryview(array) for name, array in self.arrays.items()}
        self.kind, self.source, self.parent = views["kind"], views["source"], views["parent"]
        self.population, self.extent, self.prominence = (
            views["population"],
            views["extent"],
            views["prominence"],
        )
        self._lat, self._lon, self._name, self._ident = (
            views["lat"],
            views["lon"],
            views["name"],
            views["ident"],
        )
        self._country, self._ident_row = views["country"], views["ident_row"]
        self._head, self._head_tag, self._run, self._run_tag = (
            views[name] for name in ("head", "head_tag", "run", "run_tag")
        )
        self._geonames: tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]] | None = None

    def __len__(self) -> int:
        return len(self.kind)

    def __reduce__(self) -> tuple[type[Store], tuple[Path]]:
        return Store, (self.folder,)

    def postings(self, folded: str) -> Iterator[Posting]:
        """Yield the rows that bear a folded name, each with the tag of the spelling, best row first."""
        key = self.folds.get(folded)
        if key is None:
            return
        head = self._head[key]
        if head < layout.RUN:
            yield head, self._head_tag[key]
            return
        position = head - layout.RUN
        while True:
            row = self._run[position]
            yield row & ~layout.END, self._run_tag[position]
            if row >= layout.END:
                return
            position += 1

    def first_row(self, key: int) -> int:
        """Return the best row of a key of the folded names."""
        head = self._head[key]
        return head if head < layout.RUN else self._run[head - layout.RUN] & ~layout.END

    def lat(self, row: int) -> float:
        """Return the latitude of a row in degrees."""
        return self._lat[row] / layout.COORDINATE_SCALE

    def lon(self, row: int) -> float:
        """Return the longitude of a row in degrees."""
        return self._lon[row] / layout.COORDINATE_SCALE

    def name(self, row: int) -> str:
        """Return the first name of a row."""
        return str(self.names.restore_key(self._name[row]))

    def kind_of(self, row: int) -> str:
        """Return the kind of a row."""
        return self.kinds[self.kind[row]]

    def country(self, row: int) -> str | None:
        """Return the country code of a row, None where no single state's is undisputed."""
        code = self._country[row]
        return None if code == layout.NO_COUNTRY else self.countries[code]

    def geonames_id(self, row: int) -> int | None:
        """Return the GeoNames id of a row that has one."""
        ident = self._ident[row]
        return ident if ident >= 0 else None

    def ident(self, row: int) -> str:
        """Return the id of a row, with its prefix."""
        ident = self._ident[row]
        return f"gn:{ident}" if ident >= 0 else str(self.idents.restore_key(-1 - ident))

    def row(self, ident: str) -> int | None:
        """Return the row of an id, None if there is none."""
        key = self.idents.get(ident)
        if key is not None:
            return self._ident_row[key]
        prefix, _, number = ident.partition(":")
        if prefix != "gn" or not number.isdecimal() or len(number) > 10:
            return None
        return self._row_of_geonames(int(number))

    def _row_of_geonames(self, number: int) -> int | None:
        import numpy as np

        if self._geonames is None:
            order = np.argsort(self.arrays["ident"], kind="stable").astype(np.uint32)
            self._geonames = self.arrays["ident"][order], order
        values, order = self._geonames
        position = int(np.searchsorted(values, number))
        return int(order[position]) if position < len(values) and values[position] == number else None

    def parents(self, row: int) -> list[int]:
        """Return the rows of the units that hold a row, nearest first."""
        chain: list[int] = []
        while (row := self.parent[row]) >= 0 and row not in chain:
            chain.append(row)
        return chain

    def parent_of_kind(self, row: int, kind: str) -> int | None:
        """Return the row of the unit of a kind that holds a row."""
        return next((parent for parent in self.parents(row) if self.kind_of(parent) == kind), None)

    def place(self, row: int) -> Place:
        """Return the whole record of a row."""
        kind, extent = self.kind_of(row), round(self.extent[row], 3) or None
        admin1, admin2 = (self.parent_of_kind(row, level) for level in ("admin1", "admin2"))
        return Place(
            id=self.ident(row),
            name=self.name(row),
            kind=kind,
            lat=self.lat(row),
            lon=self.lon(row),
            precision=precision_of(kind, extent),
            extent=extent,
            country=self.country(row),
            admin1=None if admin1 is None else self.name(admin1),
            admin2=None if admin2 is None else self.name(admin2),
            geonames_id=self.geonames_id(row),
            population=self.population[row] or None,
            source=self.sources[self.source[row]],
        )

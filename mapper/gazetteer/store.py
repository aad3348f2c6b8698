"""One index: its columns and tries, read by row number."""

from __future__ import annotations

import mmap
import unicodedata
import zlib
from bisect import bisect_left, bisect_right
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import marisa_trie

from mapper.errors import GazetteerCorruptError
from mapper.gazetteer import layout
from mapper.gazetteer.kinds import NAME_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np

    from mapper.gazetteer.kinds import NameKind
    from mapper.gazetteer.layout import Manifest

Array: TypeAlias = "np.ndarray[Any, Any]"
Posting: TypeAlias = tuple[int, int]
"""A row and the tag of the name it bears."""

_FORMATS: Final[dict[str, Any]] = {"<i4": "i", "<u4": "I", "<f4": "f", "<u2": "H", "u1": "B"}
"""Types of columns as `memoryview` calls them."""
KIND_BITS: Final = 3
_SPELLING_BITS: Final = 0x1FFF


def spelling(surface: str) -> int:
    """Return 13 bits of the checksum of a spelling, by which an exact one is known."""
    return zlib.crc32(unicodedata.normalize("NFC", surface).encode(errors="replace")) & _SPELLING_BITS


def tag(surface: str, kind: NameKind) -> int:
    """Pack a spelling with the kind of name it is."""
    return spelling(surface) << KIND_BITS | NAME_KINDS.index(kind)


class Store:
    """The parts of one index, in a folder or in memory. Read-only, so threads can share it.

    It pickles as its folder, or with its parts if it lies in memory.
    """

    def __init__(self, manifest: Manifest, parts: Path | Mapping[str, bytes]) -> None:
        self.manifest = manifest
        self._parts = parts
        try:
            views = {name: self._view(name) for name in layout.COLUMNS}
            self.folds, self.names, self.idents = map(self._trie, layout.TRIES)
        except (OSError, TypeError, ValueError, RuntimeError) as error:
            name = parts.name if isinstance(parts, Path) else "in memory"
            msg = f"The place index {name!r} cannot be read ({error}): build or install it again."
            raise GazetteerCorruptError(msg) from error
        self._views = views
        self.parent, self.population, self.extent = views["parent"], views["population"], views["extent"]
        self.prominence, self.kind, self.source = views["prominence"], views["kind"], views["source"]
        self.country, self.lat, self.lon = views["country"], views["lat"], views["lon"]
        self._name, self._ident, self._ident_row = views["name"], views["ident"], views["ident_row"]
        self._head, self._head_tag = views["head"], views["head_tag"]
        self._run, self._run_tag = views["run"], views["run_tag"]
        self._by_geonames_id: tuple[Array, Array] | None = None
        self._labels: tuple[memoryview[Any], ...] | None = None

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open the index in a folder."""
        return cls(layout.read_manifest(folder), folder)

    def __len__(self) -> int:
        return len(self.kind)

    def __reduce__(self) -> tuple[Any, ...]:
        if isinstance(self._parts, Path):
            return Store.open, (self._parts,)
        return Store, (self.manifest, self._parts)

    @cached_property
    def arrays(self) -> dict[str, Array]:
        """The columns as arrays, for work on many rows; look-ups of a name do without."""
        import numpy as np

        return {name: np.frombuffer(view, dtype=layout.COLUMNS[name]) for name, view in self._views.items()}

    @property
    def folder(self) -> Path | None:
        """Where the parts lie, None for an index in memory."""
        return self._parts if isinstance(self._parts, Path) else None

    def verify(self) -> None:
        """Compare every part on disk with its checksum."""
        if self.folder is not None:
            layout.verify(self.folder, self.manifest)

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

    def first_row(self, folded: str) -> int:
        """Return the best row that bears an indexed folded name."""
        head = self._head[self.folds[folded]]
        return int(head if head < layout.RUN else self._run[head - layout.RUN] & ~layout.END)

    def name(self, row: int) -> str:
        """Return the first name of a row."""
        return str(self.names.restore_key(self._name[row]))

    def labels(self, row: int) -> dict[str, str]:
        """Return what a row is called, by language."""
        if not self.manifest.languages:
            return {}
        if self._labels is None:
            self._labels = tuple(self._view(name) for name in layout.LABELS)
        rows, languages, names = self._labels
        first, last = bisect_left(rows, row), bisect_right(rows, row)
        return {
            self.manifest.languages[languages[place]]: str(self.names.restore_key(names[place]))
            for place in range(first, last)
        }

    def geonames_id(self, row: int) -> int | None:
        """Return the GeoNames id of a row that has one."""
        ident = int(self._ident[row])
        return ident if ident >= 0 else None

    def ident(self, row: int) -> str:
        """Return the id of a row, with its prefix."""
        ident = self._ident[row]
        return f"gn:{ident}" if ident >= 0 else str(self.idents.restore_key(-1 - ident))

    def row(self, ident: str) -> int | None:
        """Return the row of an id, None if there is none."""
        key = self.idents.get(ident)
        if key is not None:
            return int(self._ident_row[key])
        prefix, _, number = ident.partition(":")
        if prefix != "gn" or not number.isdecimal() or len(number) > 10:
            return None
        return self._row_of_geonames_id(int(number))

    def _row_of_geonames_id(self, number: int) -> int | None:
        import numpy as np

        if self._by_geonames_id is None:
            order = np.argsort(self.arrays["ident"], kind="stable").astype(np.uint32)
            self._by_geonames_id = self.arrays["ident"][order], order
        values, order = self._by_geonames_id
        position = int(np.searchsorted(values, number))
        return int(order[position]) if position < len(values) and values[position] == number else None

    def _view(self, name: str) -> memoryview[Any]:
        part, kind = layout.part_of(name), layout.COLUMNS.get(name) or layout.LABELS[name]
        return memoryview(self._bytes(part)).cast("B").cast(_FORMATS[kind])

    def _bytes(self, part: str) -> bytes | mmap.mmap:
        if not isinstance(self._parts, Path):
            return self._parts[part]
        with (self._parts / part).open("rb") as stream:
            size = stream.seek(0, 2)
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""

    def _trie(self, part: str) -> marisa_trie.Trie:
        if isinstance(self._parts, Path):
            return marisa_trie.Trie().mmap(str(self._parts / part))
        return marisa_trie.Trie().frombytes(self._parts[part])

"""Writes an index: places with names and outlines go in, a folder of parts comes out."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import marisa_trie
import msgspec
import numpy as np

from mapper.errors import GazetteerError
from mapper.gazetteer import layout
from mapper.gazetteer.folding import fold
from mapper.gazetteer.kinds import CASE_SENSITIVE, KINDS, NAME_KINDS, OTHER_PRIOR, PRIOR
from mapper.gazetteer.store import tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import shapely

    from mapper.gazetteer.kinds import NameKind

_MOST_PEOPLE: Final = 2**32 - 1
_TOP_PROMINENCE: Final = 255 / layout.PROMINENCE_SCALE


@dataclass(slots=True)
class Entry:
    """A place to be written. `parent` is the id of the smallest unit that holds it.

    The country of a `disputed` place is left open, though its code may name it as that country's row.
    """

    ident: str
    name: str
    kind: str
    lat: float
    lon: float
    source: str
    country: str | None = None
    parent: str | None = None
    population: int = 0
    prominence: float = 0.0
    extent: float = 0.0
    disputed: bool = False
    names: list[tuple[str, NameKind]] = field(default_factory=list)

    @property
    def rank(self) -> tuple[float, str]:
        """The order of rows: the likeliest first, so that every list of rows is in order."""
        return -(min(self.prominence, _TOP_PROMINENCE) + PRIOR.get(self.kind, OTHER_PRIOR)), self.ident


Outline: TypeAlias = "tuple[str, shapely.Geometry]"
"""Id of a place and its area, a polygon or several, in degrees."""


def write_index(
    folder: Path,
    entries: Sequence[Entry],
    outlines: Iterable[Outline] = (),
    *,
    created_by: str,
    packages: Mapping[str, str] | None = None,
    licences: Mapping[str, str] | None = None,
) -> layout.Manifest:
    """Write an index and put it in place of an older one only when it is whole.

    Raises
    ------
    GazetteerError
        If the folder cannot be written, or two places have one id.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
            new = Path(scratch) / "index"
            new.mkdir()
            manifest = _write_parts(new, sorted(entries, key=lambda entry: entry.rank), outlines)
            manifest = msgspec.structs.replace(
                manifest, created_by=created_by, packages=dict(packages or {}), licences=dict(licences or {})
            )
            (new / layout.MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
            _swap(new, folder, Path(scratch) / "old")
    except OSError as error:
        msg = f"The place index {folder.name!r} cannot be written: {error.strerror or error}."
        raise GazetteerError(msg) from error
    return manifest


def _swap(new: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write_parts(folder: Path, entries: list[Entry], outlines: Iterable[Outline]) -> layout.Manifest:
    rows = _rows(entries)
    columns, kinds, sources, countries = _place_columns(entries, rows)
    columns |= _name_columns(folder, entries) | _ident_columns(folder, entries)
    postings = _postings(entries)
    columns |= _posting_columns(folder, postings)
    columns |= _area_columns(outlines, rows)
    for name, values in columns.items():
        (folder / f"{name}.bin").write_bytes(np.asarray(values).astype(layout.COLUMNS[name]).tobytes())
    parts = {path.name: _part(path) for path in sorted(folder.iterdir())}
    return layout.Manifest(
        format=layout.FORMAT,
        build=hashlib.sha256("".join(part.sha256 for part in parts.values()).encode()).hexdigest()[:12],
        created_by="",
        places=len(entries),
        names=sum(map(len, postings.values())),
        kinds=kinds,
        sources=sources,
        countries=countries,
        by_kind=dict(sorted(Counter(entry.kind for entry in entries).items())),
        by_source=dict(sorted(Counter(entry.source for entry in entries).items())),
        packages={},
        licences={},
        parts=parts,
    )


def _rows(entries: list[Entry]) -> dict[str, int]:
    rows = {entry.ident: row for row, entry in enumerate(entries)}
    if len(rows) != len(entries):
        ident, _ = Counter(entry.ident for entry in entries).most_common(1)[0]
        msg = f"Two places of the new index have the id {ident!r}."
        raise GazetteerError(msg)
    return rows


def _place_columns(
    entries: list[Entry], rows: dict[str, int]
) -> tuple[dict[str, Any], list[str], list[str], list[tuple[str, int]]]:
    kinds = [*KINDS, *sorted({entry.kind for entry in entries} - set(KINDS))]
    sources = sorted({entry.source for entry in entries})
    countries = sorted({entry.country for entry in entries if entry.country})
    own_rows = {
        entry.country: row
        for row, entry in reversed(list(enumerate(entries)))
        if entry.kind == "country" and entry.country
    }
    code_of = {code: number for number, code in enumerate(countries)}
    columns = {
        "lat": _scaled([entry.lat for entry in entries]),
        "lon": _scaled([entry.lon for entry in entries]),
        "parent": [rows.get(entry.parent or "", -1) for entry in entries],
        "population": [min(entry.population, _MOST_PEOPLE) for entry in entries],
        "extent": [entry.extent for entry in entries],
        "prominence": [
            round(max(0.0, min(entry.prominence, _TOP_PROMINENCE)) * layout.PROMINENCE_SCALE)
            for entry in entries
        ],
        "kind": [kinds.index(entry.kind) for entry in entries],
        "source": [sources.index(entry.source) for entry in entries],
        "country": [
            layout.NO_COUNTRY if entry.disputed else code_of.get(entry.country or "", layout.NO_COUNTRY)
            for entry in entries
        ],
    }
    return columns, kinds, sources, [(code, own_rows.get(code, -1)) for code in countries]


def _scaled(degrees: list[float]) -> Any:
    return np.rint(np.asarray(degrees, dtype=float) * layout.COORDINATE_SCALE)


def _name_columns(folder: Path, entries: list[Entry]) -> dict[str, Any]:
    names = marisa_trie.Trie(entry.name for entry in entries)
    names.save(str(folder / "names.marisa"))
    return {"name": [names[entry.name] for entry in entries]}


def _ident_columns(folder: Path, entries: list[Entry]) -> dict[str, Any]:
    own = {entry.ident: row for row, entry in enumerate(entries) if not entry.ident.startswith("gn:")}
    idents = marisa_trie.Trie(own)
    idents.save(str(folder / "idents.marisa"))
    ident_row = np.zeros(len(own), dtype=np.uint32)
    for ident, row in own.items():
        ident_row[idents[ident]] = row
    ident = [-1 - idents[e.ident] if e.ident in own else int(e.ident.removeprefix("gn:")) for e in entries]
    return {"ident": ident, "ident_row": ident_row}


def _postings(entries: list[Entry]) -> dict[str, list[tuple[int, int]]]:
    """Return the rows and tags of every folded name; one a row, but case-sensitive forms all stay."""
    postings: dict[str, list[tuple[int, int]]] = {}
    for row, entry in enumerate(entries):
        seen: set[str] = set()
        for surface, kind in sorted({(entry.name, NAME_KINDS[0]), *entry.names}, key=_by_name_kind):
            surface_nfc = unicodedata.normalize("NFC", surface)
            folded = fold(surface_nfc)
            if not folded or (folded in seen and kind not in CASE_SENSITIVE):
                continue
            seen.add(folded)
            postings.setdefault(folded, []).append((row, tag(surface_nfc, kind)))
    return postings


def _by_name_kind(name: tuple[str, NameKind]) -> tuple[bool, int, str]:
    surface, kind = name
    return kind in CASE_SENSITIVE, NAME_KINDS.index(kind), surface


def _posting_columns(folder: Path, postings: dict[str, list[tuple[int, int]]]) -> dict[str, Any]:
    folds = marisa_trie.Trie(postings)
    folds.save(str(folder / "folds.marisa"))
    head = np.zeros(len(postings), dtype=np.uint32)
    head_tag = np.zeros(len(postings), dtype=np.uint16)
    run: list[tuple[int, int]] = []
    for folded in sorted(postings):
        key, rows = folds[folded], postings[folded]
        if len(rows) == 1:
            head[key], head_tag[key] = rows[0]
            continue
        head[key] = layout.RUN | len(run)
        run += rows
        run[-1] = run[-1][0] | layout.END, run[-1][1]
    return {
        "head": head,
        "head_tag": head_tag,
        "run": [row for row, _ in run],
        "run_tag": [tag for _, tag in run],
    }


def _area_columns(outlines: Iterable[Outline], rows: dict[str, int]) -> dict[str, Any]:
    import shapely

    known = sorted(
        ((rows[ident], shapely.wkb.dumps(shape), shape) for ident, shape in outlines if ident in rows)
    )
    if not known:
        return dict.fromkeys(("area_row", "area_xy", "area_ring", "area_part", "area_end"), ())
    shapes = [
        shape if shape.geom_type == "MultiPolygon" else shapely.MultiPolygon([shape]) for _, _, shape in known
    ]
    _, coordinates, (rings, parts, ends) = shapely.to_ragged_array(shapes)
    return {
        "area_row": [row for row, _, _ in known],
        "area_xy": coordinates.ravel(),
        "area_ring": rings,
        "area_part": parts,
        "area_end": ends,
    }


def _part(path: Path) -> layout.Part:
    data = path.read_bytes()
    return layout.Part(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())

"""Makes an index: places with names and outlines go in, a folder of parts comes out."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
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
from mapper.gazetteer.store import Store, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from mapper.gazetteer.kinds import NameKind

    Outline: TypeAlias = tuple[str, BaseGeometry]
    """Id of a place and its area, a polygon or several, in degrees."""

_MOST_PEOPLE: Final = 2**32 - 1
_TOP_PROMINENCE: Final = 255 / layout.PROMINENCE_SCALE
Columns: TypeAlias = "dict[str, Any]"
Postings: TypeAlias = "dict[str, list[tuple[int, int]]]"


@dataclass(slots=True)
class Entry:
    """A place to be written. `parent` is the id of the smallest unit that holds it.

    The country of a `disputed` place is left open, though its code may name it as that country's
    row. `also` are ids under which the place is found besides its own; `labels` are what it is called by
    language.
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
    also: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[float, str]:
        """The order of rows: the likeliest first, so that every list of rows is in order."""
        return -(min(self.prominence, _TOP_PROMINENCE) + PRIOR.get(self.kind, OTHER_PRIOR)), self.ident


@dataclass(frozen=True)
class Provenance:
    """What an index was made by and from."""

    created_by: str
    packages: Mapping[str, str] = field(default_factory=dict)
    licences: Mapping[str, str] = field(default_factory=dict)


def make_store(entries: Iterable[Entry], outlines: Iterable[Outline], provenance: Provenance) -> Store:
    """Return an index that lies in memory.

    Raises
    ------
    GazetteerError
        If two places have one id.
    """
    return Store(*_made(sorted(entries, key=lambda entry: entry.rank), outlines, provenance))


def write_index(
    folder: Path, entries: Iterable[Entry], outlines: Iterable[Outline], provenance: Provenance
) -> layout.Manifest:
    """Write an index and put it in place of an older one only when it is whole.

    Raises
    ------
    GazetteerError
        If the folder cannot be written, or two places have one id.
    """
    manifest, parts = _made(sorted(entries, key=lambda entry: entry.rank), outlines, provenance)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
            new = Path(scratch) / "index"
            new.mkdir()
            for name, data in parts.items():
                (new / name).write_bytes(data)
            (new / layout.MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
            swap(new, folder, Path(scratch) / "old")
    except OSError as error:
        msg = f"The place index {folder.name!r} cannot be written: {error.strerror or error}."
        raise GazetteerError(msg) from error
    return manifest


def swap(new: Path, folder: Path, old: Path) -> None:
    """Put a new folder in the place of another, which is moved aside and deleted."""
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _made(
    entries: Sequence[Entry], outlines: Iterable[Outline], provenance: Provenance
) -> tuple[layout.Manifest, dict[str, bytes]]:
    rows = _rows(entries)
    kinds = [*KINDS, *sorted({entry.kind for entry in entries} - set(KINDS))]
    sources = sorted({entry.source for entry in entries})
    countries = sorted({entry.country for entry in entries if entry.country})
    languages = sorted({language for entry in entries for language in entry.labels})
    postings = _postings(entries)
    tries = _tries(entries, postings)
    columns = {
        **place_columns(entries, rows, kinds, sources, countries),
        **_name_columns(entries, rows, tries),
        **_posting_columns(postings, tries["folds.marisa"]),
        **area_columns(outlines, rows),
        **_label_columns(entries, languages, tries["names.marisa"]),
    }
    parts = {layout.part_of(name): packed(name, values) for name, values in columns.items()}
    parts |= {name: trie.tobytes() for name, trie in tries.items()}
    sums = {
        name: layout.Part(len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(parts.items())
    }
    manifest = layout.Manifest(
        format=layout.FORMAT,
        build=build_of(sums),
        created_by=provenance.created_by,
        places=len(entries),
        names=sum(map(len, postings.values())),
        kinds=kinds,
        sources=sources,
        countries=_country_rows(entries, countries),
        by_kind=dict(sorted(Counter(entry.kind for entry in entries).items())),
        by_source=dict(sorted(Counter(entry.source for entry in entries).items())),
        packages=dict(provenance.packages),
        licences=dict(provenance.licences),
        parts=sums,
        languages=languages,
    )
    return manifest, parts


def build_of(parts: Mapping[str, layout.Part]) -> str:
    """Return the build id of an index with these parts."""
    return hashlib.sha256("".join(part.sha256 for _, part in sorted(parts.items())).encode()).hexdigest()[:12]


def packed(name: str, values: Any) -> bytes:
    """Return the values of a column as they are stored."""
    kind = layout.COLUMNS.get(name) or layout.LABELS[name]
    return np.asarray(values).astype(kind).tobytes()


def _rows(entries: Sequence[Entry]) -> dict[str, int]:
    rows = {entry.ident: row for row, entry in enumerate(entries)}
    if len(rows) != len(entries):
        ident, _ = Counter(entry.ident for entry in entries).most_common(1)[0]
        msg = f"Two places of the new index have the id {ident!r}."
        raise GazetteerError(msg)
    return rows


def _country_rows(entries: Sequence[Entry], countries: list[str]) -> list[tuple[str, int]]:
    rows: dict[str, int] = {}
    for row, entry in enumerate(entries):
        if entry.kind == "country" and entry.country:
            rows.setdefault(entry.country, row)
    return [(code, rows.get(code, -1)) for code in countries]


def place_columns(
    entries: Sequence[Entry],
    rows: Mapping[str, int],
    kinds: list[str],
    sources: list[str],
    countries: list[str],
) -> Columns:
    """Return the columns that hold one value a place; `rows` has the rows of ids, at least of parents."""
    codes = {code: number for number, code in enumerate(countries)}
    return {
        "lat": _scaled([entry.lat for entry in entries], layout.COORDINATE_SCALE),
        "lon": _scaled([entry.lon for entry in entries], layout.COORDINATE_SCALE),
        "parent": [_parent(entry, rows) for entry in entries],
        "population": [min(entry.population, _MOST_PEOPLE) for entry in entries],
        "extent": [entry.extent for entry in entries],
        "prominence": _scaled(
            [max(0.0, min(entry.prominence, _TOP_PROMINENCE)) for entry in entries], layout.PROMINENCE_SCALE
        ),
        "kind": [kinds.index(entry.kind) for entry in entries],
        "source": [sources.index(entry.source) for entry in entries],
        "country": [
            layout.NO_COUNTRY if entry.disputed else codes.get(entry.country or "", layout.NO_COUNTRY)
            for entry in entries
        ],
    }


def _scaled(values: list[float], scale: float) -> Any:
    return np.rint(np.asarray(values, dtype=float) * scale)


def _parent(entry: Entry, rows: Mapping[str, int]) -> int:
    if entry.parent is None:
        return -1
    if entry.parent in rows:
        return rows[entry.parent]
    prefix, _, number = entry.parent.partition(":")
    return layout.OUTER - int(number) if prefix == "gn" else -1


def _postings(entries: Sequence[Entry]) -> Postings:
    """Return the rows and tags of every folded name; one a row, but case-sensitive forms all stay."""
    postings: Postings = {}
    for row, entry in enumerate(entries):
        seen: set[str] = set()
        for surface, kind in sorted({(entry.name, NAME_KINDS[0]), *entry.names}, key=_by_name_kind):
            folded = fold(surface)
            if folded and (folded not in seen or kind in CASE_SENSITIVE):
                seen.add(folded)
                postings.setdefault(folded, []).append((row, tag(surface, kind)))
    return postings


def _by_name_kind(name: tuple[str, NameKind]) -> tuple[bool, int, str]:
    surface, kind = name
    return kind in CASE_SENSITIVE, NAME_KINDS.index(kind), surface


def _tries(entries: Sequence[Entry], postings: Postings) -> dict[str, marisa_trie.Trie]:
    own = [entry.ident for entry in entries if not entry.ident.startswith("gn:")]
    others = [ident for entry in entries for ident in entry.also]
    return {
        "folds.marisa": marisa_trie.Trie(postings),
        "names.marisa": marisa_trie.Trie(
            name for entry in entries for name in (entry.name, *entry.labels.values())
        ),
        "idents.marisa": marisa_trie.Trie([*own, *others]),
    }


def _name_columns(
    entries: Sequence[Entry], rows: dict[str, int], tries: dict[str, marisa_trie.Trie]
) -> Columns:
    names, idents = tries["names.marisa"], tries["idents.marisa"]
    ident_row = np.zeros(len(idents), dtype=np.uint32)
    for entry in entries:
        for ident in (entry.ident, *entry.also):
            if ident in idents:
                ident_row[idents[ident]] = rows[entry.ident]
    return {
        "name": [names[entry.name] for entry in entries],
        "ident": [ident_number(entry.ident, idents) for entry in entries],
        "ident_row": ident_row,
    }


def ident_number(ident: str, idents: marisa_trie.Trie) -> int:
    """Return an id as it is stored: GeoNames' own number, or one of the trie of other ids."""
    return int(ident.removeprefix("gn:")) if ident.startswith("gn:") else -1 - idents[ident]


def _label_columns(entries: Sequence[Entry], languages: list[str], names: marisa_trie.Trie) -> Columns:
    if not languages:
        return {}
    numbers = {language: number for number, language in enumerate(languages)}
    labels = [
        (row, numbers[language], names[name])
        for row, entry in enumerate(entries)
        for language, name in sorted(entry.labels.items())
    ]
    return dict(zip(layout.LABELS, zip(*labels, strict=True), strict=True))


def _posting_columns(postings: Postings, folds: marisa_trie.Trie) -> Columns:
    head, head_tag = np.zeros(len(postings), dtype=np.uint32), np.zeros(len(postings), dtype=np.uint16)
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
        "run_tag": [posted for _, posted in run],
    }


def area_columns(outlines: Iterable[Outline], rows: Mapping[str, int]) -> Columns:
    """Return the outlines of places with a row, as one ragged array."""
    import shapely

    known = [(rows[ident], shapely.to_wkb(shape), shape) for ident, shape in outlines if ident in rows]
    if not known:
        return dict.fromkeys(("area_row", "area_xy", "area_ring", "area_part", "area_end"), ())
    known.sort(key=lambda outline: outline[:2])
    shapes = [shapely.MultiPolygon([*shapely.get_parts(shape)]) for _, _, shape in known]
    _, coordinates, (rings, parts, ends) = shapely.to_ragged_array(shapes)
    return {
        "area_row": [row for row, _, _ in known],
        "area_xy": coordinates.ravel(),
        "area_ring": rings,
        "area_part": parts,
        "area_end": ends,
    }

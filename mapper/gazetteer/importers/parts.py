"""Writes a sorted spool as the parts of an index: what lies in memory is the tries and one batch of rows."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import marisa_trie
import msgspec
import numpy as np

from mapper.gazetteer import layout
from mapper.gazetteer.kinds import KINDS
from mapper.gazetteer.writer import area_columns, build_of, ident_number, packed, place_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapper.gazetteer.importers.report import Log
    from mapper.gazetteer.importers.spool import Spool
    from mapper.gazetteer.writer import Provenance

_BATCH: Final = 50_000
_PLACE_PARTS: Final = (
    "lat", "lon", "parent", "population", "extent", "prominence", "kind", "source", "country",
    "name", "ident",
)  # fmt: skip


def write_parts(folder: Path, spool: Spool, provenance: Provenance, log: Log) -> layout.Manifest:
    """Write an index into an empty folder, from a spool that is sorted."""
    by_kind, by_source = spool.counts("kind"), spool.counts("source")
    countries = [*spool.counts("country")]
    total = sum(by_kind.values())
    first_names = _write_places(folder, spool, countries, [*by_source], log, total)
    languages = _write_labels(folder, spool, first_names)
    names = _write_names(folder, spool, log, total)
    rows = {ident: row for ident, row, _ in spool.areas()}
    for name, values in area_columns(((ident, shape) for ident, _, shape in spool.areas()), rows).items():
        _write(folder, name, values)
    parts = {path.name: _part(path) for path in sorted(folder.iterdir())}
    country_rows = spool.country_rows()
    manifest = layout.Manifest(
        format=layout.FORMAT,
        build=build_of(parts),
        created_by=provenance.created_by,
        places=total,
        names=names,
        kinds=[*KINDS],
        sources=[*by_source],
        countries=[(code, country_rows.get(code, -1)) for code in countries],
        by_kind=by_kind,
        by_source=by_source,
        packages=dict(provenance.packages),
        licences=dict(provenance.licences),
        parts=parts,
        languages=languages,
    )
    (folder / layout.MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
    return manifest


def _write_places(
    folder: Path, spool: Spool, countries: list[str], sources: list[str], log: Log, total: int
) -> marisa_trie.Trie:
    weights = (places for _, places in spool.first_names())
    names = _saved(folder / "names.marisa", (name for name, _ in spool.first_names()), weights)
    idents = _saved(folder / "idents.marisa", (ident for ident, _ in spool.own_idents()))
    ident_row = np.zeros(len(idents), dtype=np.uint32)
    for ident, row in spool.own_idents():
        ident_row[idents[ident]] = row
    _write(folder, "ident_row", ident_row)
    with ExitStack() as opened:
        files = {name: _opened(opened, folder, name) for name in _PLACE_PARTS}
        for done, batch in _batches(spool.places()):
            log.step("writing places", done, total)
            entries = [place.entry for place in batch]
            rows = {
                p.entry.parent: p.parent_row for p in batch if p.entry.parent and p.parent_row is not None
            }
            columns = place_columns(entries, rows, [*KINDS], sources, countries)
            columns["name"] = [names[entry.name] for entry in entries]
            columns["ident"] = [ident_number(entry.ident, idents) for entry in entries]
            for name, file in files.items():
                file.write(packed(name, columns[name]))
    return names


def _write_labels(folder: Path, spool: Spool, names: marisa_trie.Trie) -> list[str]:
    """Write what places are called by language, if anything; return the languages."""
    languages = spool.languages()
    if not languages:
        return []
    numbers = {language: number for number, language in enumerate(languages)}
    with ExitStack() as opened:
        files = {name: _opened(opened, folder, name) for name in layout.LABELS}
        for _, batch in _batches(spool.labels()):
            labels = [(row, numbers[language], names[surface]) for row, language, surface in batch]
            for (name, file), column in zip(files.items(), zip(*labels, strict=True), strict=True):
                file.write(packed(name, column))
    return languages


def _write_names(folder: Path, spool: Spool, log: Log, places: int) -> int:
    """Write what leads from names to rows; return how many of these ways there are."""
    log.step("writing names", 0, places)
    folds = _saved(folder / "folds.marisa", spool.folds())
    head, head_tag = np.zeros(len(folds), dtype=np.uint32), np.zeros(len(folds), dtype=np.uint16)
    single = in_runs = 0
    with ExitStack() as opened:
        run, run_tag = (_opened(opened, folder, name) for name in ("run", "run_tag"))
        for done, batch in _batches(spool.postings()):
            log.step("writing names", done, len(folds))
            rows: list[int] = []
            tags: list[int] = []
            for folded, postings in batch:
                key = folds[folded]
                if len(postings) == 1:
                    head[key], head_tag[key] = postings[0]
                    single += 1
                    continue
                head[key] = layout.RUN | in_runs + len(rows)
                rows += [row for row, _ in postings]
                rows[-1] |= layout.END
                tags += [posted for _, posted in postings]
            in_runs += len(rows)
            run.write(packed("run", rows))
            run_tag.write(packed("run_tag", tags))
    _write(folder, "head", head)
    _write(folder, "head_tag", head_tag)
    return single + in_runs


def _saved(path: Path, keys: Iterable[str], weights: Iterable[float] | None = None) -> marisa_trie.Trie:
    trie = marisa_trie.Trie(keys, weights=weights)
    trie.save(str(path))
    return trie


def _batches(items: Iterable[Any]) -> Iterator[tuple[int, list[Any]]]:
    """Yield items in lists, each with the number of those before it."""
    rest, done = iter(items), 0
    while batch := list(islice(rest, _BATCH)):
        yield done, batch
        done += len(batch)


def _opened(opened: ExitStack, folder: Path, name: str) -> IO[bytes]:
    return opened.enter_context((folder / layout.part_of(name)).open("wb"))


def _write(folder: Path, name: str, values: Any) -> None:
    (folder / layout.part_of(name)).write_bytes(packed(name, values))


def _part(path: Path) -> layout.Part:
    with path.open("rb") as stream:
        return layout.Part(path.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest())

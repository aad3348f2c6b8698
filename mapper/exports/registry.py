"""The formats, and the one function that writes any of them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import msgspec
from msgspec import UNSET

from mapper.atomic import atomic_path
from mapper.errors import ExportError, InputError
from mapper.exports import csv, frames, geojson, graphml, json, jsonl, jsonld, kml
from mapper.model import ArticleMap, EventMap

Writer: TypeAlias = Callable[[EventMap, Path], None]

FORMATS: Final[dict[str, Writer]] = {
    "jsonl": jsonl.write,
    "json": json.write,
    "geojson": geojson.write,
    "csv": partial(csv.write, table="events"),
    "csv-places": partial(csv.write, table="places"),
    "csv-links": partial(csv.write, table="links"),
    "csv-disputes": partial(csv.write, table="disputes"),
    "csv-countries": partial(csv.write, table="countries"),
    "gpkg": frames.write_gpkg,
    "parquet": partial(frames.write_parquet, table="events"),
    "parquet-places": partial(frames.write_parquet, table="places"),
    "parquet-links": partial(frames.write_parquet, table="links"),
    "parquet-disputes": partial(frames.write_parquet, table="disputes"),
    "kml": kml.write,
    "graphml": graphml.write,
    "jsonld": jsonld.write,
}
"""Writers by format; ``csv`` and ``parquet`` alone are the events."""

_SUFFIXES: Final = {".ndjson": "jsonl", ".geoparquet": "parquet"}


def write(
    result: EventMap | ArticleMap,
    target: str | os.PathLike[str] | BinaryIO,
    format: str | None = None,  # noqa: A002 - the word everyone uses
    *,
    full_text: bool = False,
) -> None:
    """Write a result to a file or a binary stream.

    Parameters
    ----------
    result
        What the mapper returned.
    target
        A path, which then holds the whole file or what it held before, or an open stream.
    format
        One of `FORMATS`; by default told by the ending of the path (``.jsonl`` for a stream).
    full_text
        Carry the articles' whole texts in the JSON formats, not only the quoted sentences.

    Raises
    ------
    ExportError
        If the file cannot be written; the message names it.
    InputError
        For a format that does not exist.
    ExtraMissingError
        If the format needs an extra that is not installed.
    """
    path = Path(target) if isinstance(target, str | os.PathLike) else None
    chosen = format or (format_of(path) if path else "jsonl")
    if chosen not in FORMATS:
        msg = f"There is no format {chosen!r}, only {', '.join(FORMATS)}."
        raise InputError(msg)
    shown = _shown(result, full_text=full_text)
    if path is None:
        assert not isinstance(target, str | os.PathLike)
        _write_stream(shown, target, chosen)
    elif path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as stream:  # a pipe or a terminal
            _write_stream(shown, stream, chosen)
    else:
        with atomic_path(path) as unfinished:
            FORMATS[chosen](shown, unfinished)


def format_of(path: str | os.PathLike[str]) -> str:
    """Return the format a path's ending stands for: ``"out.places.csv"`` is ``"csv-places"``.

    Raises
    ------
    InputError
        For an ending that stands for none.
    """
    name = Path(path).name.lower()
    stem, dot, ending = name.rpartition(".")
    base = _SUFFIXES.get(f".{ending}", ending)
    table = stem.rpartition(".")[2]
    if f"{base}-{table}" in FORMATS:
        return f"{base}-{table}"
    if dot and base in FORMATS:
        return base
    endings = ", ".join(f".{name}" for name in FORMATS if "-" not in name)
    msg = f"{Path(path).name}: no format has this ending; give one of {endings}, or name the format."
    raise InputError(msg)


def _shown(result: EventMap | ArticleMap, *, full_text: bool) -> EventMap:
    """Return what may leave the computer: without the texts unless they are asked for."""
    whole = result if isinstance(result, EventMap) else EventMap(result.run, (result,))
    if full_text:
        return whole
    replace = msgspec.structs.replace
    articles = tuple(replace(a, article=replace(a.article, text=UNSET)) for a in whole.articles)
    return replace(whole, articles=articles)


def _write_stream(result: EventMap, stream: BinaryIO, chosen: str) -> None:
    """Write through a file: some libraries cannot write to a stream, and none should stop half-way."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"out.{chosen.partition('-')[0]}")
        FORMATS[chosen](result, path)
        try:
            with path.open("rb") as file:
                shutil.copyfileobj(file, stream)
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            msg = f"The output cannot be written: {error.strerror or error}."
            raise ExportError(msg) from error

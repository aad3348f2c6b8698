"""One import from files to a folder: beside the target first, in its place only when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec
import shapely

from mapper.atomic import sync
from mapper.errors import GazetteerError, InputError
from mapper.gazetteer.combined import OUTLINES
from mapper.gazetteer.importers.parts import write_parts
from mapper.gazetteer.importers.placing import placed
from mapper.gazetteer.importers.report import REPORT, Log, Progress, Report
from mapper.gazetteer.importers.spool import Spool
from mapper.gazetteer.layout import FORMAT, Manifest
from mapper.gazetteer.segments import NOTE, Import, is_import
from mapper.gazetteer.writer import Provenance, swap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapper.gazetteer.gazetteer import Gazetteer
    from mapper.gazetteer.importers.items import Contested, Importer

INDEX: Final = "index"
_LOCK: Final = "lock.sqlite"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class TakenIn(Protocol):
    """What became of disputed areas: the territories they outline, and those that fit none."""

    @property
    def territories(self) -> tuple[str, ...]:
        """Ids of territories."""

    @property
    def refused(self) -> tuple[str, ...]:
        """Names of areas."""


class TakeOutlines(Protocol):
    """Reads disputed areas from a GeoJSON file and writes outlines, as `mapper.disputes.import_outlines`."""

    def __call__(self, source: Path, target: Path) -> TakenIn:
        """Read one file and write the other."""


def import_files(
    importer: Importer,
    files: Sequence[Path],
    folder: Path,
    *,
    base: Gazetteer | None = None,
    take_outlines: TakeOutlines | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read files into a folder that `Gazetteer.open` opens, together with the packaged index.

    An import that fails or is killed leaves the folder as it was; what it left beside it is cleared
    away by the next. Memory stays bounded: the rows are sorted on disk, which takes room for about
    five times the unpacked files.

    Parameters
    ----------
    importer
        The reader of this kind of source.
    files
        What it reads.
    folder
        Where the import goes. An older import there is replaced; no other folder is.
    base
        A gazetteer whose outlines tell the country and unit of rows that come without.
    take_outlines
        Takes disputed areas in; without it they are left out.
    progress
        Told how far the import is.

    Raises
    ------
    InputError
        If the files cannot be read, hold no usable row, or the folder is not an import's.
    GazetteerError
        If the folder cannot be written, the disk is full, or another import into it is under way.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a name to show, even for "."; links stay
    _check_target(folder)
    log = Log(progress)
    with _written_to(folder), _staging(folder) as staging:
        with closing(Spool(staging)) as spool:
            for item in placed(importer.read(files, log), base):
                spool.add(item)
            for step in spool.sort():
                log.step(step, 0, 1)
            new = staging / "new"
            (new / INDEX).mkdir(parents=True)
            taken = _take_outlines(spool, staging, new / INDEX / OUTLINES, take_outlines)
            manifest = write_parts(new / INDEX, spool, _provenance(importer), log)
        report = _report(importer, files, log, manifest, taken)
        if not (manifest.places or report.territories):
            raise InputError(_nothing(report))
        _note(new, importer, report)
        for path in new.rglob("*"):
            sync(path)
        swap(new, folder, staging / "old")
    return report


def _check_target(folder: Path) -> None:
    if not folder.exists() or is_import(folder):
        return
    if not folder.is_dir() or any(folder.iterdir()):
        msg = f"{folder.name!r} is no import to replace: name a new folder, or an older import."
        raise InputError(msg)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside the target, for one import at a time."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.parent / f".{folder.name}.import"
    staging.mkdir(exist_ok=True)
    lock = _locked(staging, folder)
    try:
        _restore(staging / "old", folder)
        _clear(staging)
        yield staging
    finally:
        _clear(staging)
        lock.close()
        with suppress(OSError):  # the next import may be there already
            (staging / _LOCK).unlink()
            staging.rmdir()


def _locked(staging: Path, folder: Path) -> sqlite3.Connection:
    """Return a lock that ends with this process, however it ends."""
    lock = sqlite3.connect(staging / _LOCK, timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if _code(error) != sqlite3.SQLITE_BUSY:
            raise
        msg = f"Another import into {folder.name!r} is under way: wait for it to end."
        raise GazetteerError(msg) from error
    return lock


def _restore(old: Path, folder: Path) -> None:
    """Put the older import back, if the last run ended between moving it away and putting in the new one."""
    if old.exists() and not folder.exists():
        old.rename(folder)


def _clear(staging: Path) -> None:
    for path in staging.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif not path.name.startswith(_LOCK):
            path.unlink()


@contextmanager
def _written_to(folder: Path) -> Iterator[None]:
    """Turn what goes wrong on the disk into an error that names the folder and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise _unwritable(folder, str(error), full=_code(error) == sqlite3.SQLITE_FULL) from error
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error), full=error.errno in _FULL) from error


def _code(error: sqlite3.Error) -> int | None:
    return getattr(error, "sqlite_errorcode", None)


def _unwritable(folder: Path, why: str, *, full: bool) -> GazetteerError:
    if full:
        msg = (
            f"There is no room left to import into {folder.name!r}: it takes about five times the "
            "unpacked files while it runs. What was there is as it was."
        )
    else:
        msg = f"{folder.name!r} cannot be written: {why}. Name a folder that can be."
    return GazetteerError(msg)


def _provenance(importer: Importer) -> Provenance:
    return Provenance(f"import {importer.kind}", licences={importer.source: importer.licence})


def _take_outlines(spool: Spool, staging: Path, target: Path, take: TakeOutlines | None) -> TakenIn | None:
    source = staging / "contested.geojson"
    if take is None or not _write_features(source, spool.contested()):
        return None
    return take(source, target)


def _write_features(path: Path, areas: Iterator[Contested]) -> int:
    """Write disputed areas as GeoJSON; return how many there are."""
    count = 0
    with path.open("wb") as file:
        file.write(b'{"type":"FeatureCollection","features":[')
        for count, area in enumerate(areas, 1):
            feature: dict[str, Any] = {"type": "Feature", "properties": area.properties}
            feature["geometry"] = msgspec.Raw(shapely.to_geojson(area.shape).encode())
            file.write((b"," if count > 1 else b"") + msgspec.json.encode(feature))
        file.write(b"]}")
    return count


def _report(
    importer: Importer, files: Sequence[Path], log: Log, manifest: Manifest, taken: TakenIn | None
) -> Report:
    return Report(
        kind=importer.kind,
        files=[path.name for path in files],
        rows=log.rows,
        places=manifest.places,
        names=manifest.names,
        bad_rows=log.bad.total(),
        bad=dict(log.bad.most_common()),
        first=log.first,
        left_out=dict(log.left_out.most_common()),
        territories=[*taken.territories] if taken else [],
        refused=[*taken.refused] if taken else [],
    )


def _nothing(report: Report) -> str:
    worst = report.first[0] if report.first else None
    why = f" {worst.file}, line {worst.line}: {worst.reason}." if worst else ""
    return f"No row of {', '.join(report.files)} can be used as {report.kind}.{why}"


def _note(folder: Path, importer: Importer, report: Report) -> None:
    note = Import(FORMAT, importer.kind, importer.source, report.rows, report.bad_rows, [INDEX])
    (folder / REPORT).write_bytes(msgspec.json.format(msgspec.json.encode(report)))
    (folder / NOTE).write_bytes(msgspec.json.format(msgspec.json.encode(note)))

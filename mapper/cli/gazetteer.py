"""``mapper gazetteer``: what the place index holds, and how to make or import one."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mapper.cli.mapping import GazetteerPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer.importers import Importer, Report
    from mapper.gazetteer.importers.report import Progress

app = typer.Typer(no_args_is_help=True, help="The place index.")


class Kind(StrEnum):
    """Kinds of source that can be imported."""

    GEONAMES = "geonames"
    NATURAL_EARTH = "natural-earth"
    OSM_CLAIMS = "osm-claims"
    WHOSONFIRST = "whosonfirst"
    CSV = "csv"


_OPTIONS = {
    Kind.GEONAMES: {"languages"},
    Kind.NATURAL_EARTH: {"view"},
    Kind.OSM_CLAIMS: set(),
    Kind.WHOSONFIRST: {"languages"},
    Kind.CSV: {"columns", "place_kind", "source", "licence", "encoding"},
}


@app.command()
def info(*, gazetteer: GazetteerPath = None) -> None:
    """Print counts by kind and source, licences and versions as JSON."""
    from mapper.gazetteer import Gazetteer

    typer.echo(json.dumps(Gazetteer.open(gazetteer).info(), ensure_ascii=False, indent=2))


@app.command("import")
def import_source(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=" | ".join(Kind))],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", exists=True, dir_okay=False, help="Zipped or not.")
    ],
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", file_okay=False, help="The folder, for --gazetteer.")
    ],
    languages: Annotated[
        str | None,
        typer.Option(help="Languages of alternate names, as en,ko (geonames), eng,kor (whosonfirst)."),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(metavar="XXX", help="Take this point of view's outlines, as ind (natural-earth)."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT=HEADING", help="What a column holds: name, lat, lon, id, kind … (csv)."),
    ] = None,
    place_kind: Annotated[str | None, typer.Option(help="Kind of all rows, city if not told (csv).")] = None,
    source: Annotated[str | None, typer.Option(help="What the source is called in results (csv).")] = None,
    licence: Annotated[str | None, typer.Option(help="Its licence and credit line (csv).")] = None,
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of the files, utf-8 if not told (csv).")
    ] = None,
) -> None:
    """Import places to be known beside the packaged ones: --gazetteer FOLDER or MAPPER_GAZETTEER.

    A place that both know is one place: the packaged one, found by the names of both.
    """
    from functools import partial

    from mapper.disputes import DisputeRegister, import_outlines
    from mapper.gazetteer import Gazetteer
    from mapper.gazetteer.importers import import_files

    options = {
        "languages": [code.strip() for code in languages.split(",")] if languages else None,
        "columns": _columns(column) if column else None,
        "view": view, "place_kind": place_kind, "source": source, "licence": licence, "encoding": encoding,
    }  # fmt: skip
    importer = _importer(kind, {key: value for key, value in options.items() if value is not None})
    with _shown() as progress:
        report = import_files(
            importer,
            files,
            output,
            base=Gazetteer.open(),
            take_outlines=partial(import_outlines, register=DisputeRegister.load()),
            progress=progress,
        )
    _tell(report, output)


@app.command()
def build() -> None:
    """Build the packaged index anew from its named packages (needs a checkout and the network)."""
    from mapper import resources

    if not resources.in_checkout():
        typer.echo(
            "mapper: the index is built from a checkout of the project; this is an installed copy.", err=True
        )
        raise typer.Exit(1)
    root = resources.data_path("gazetteer").parent
    done = subprocess.run([sys.executable, "-m", "gazetteer.build"], cwd=root, check=False)
    raise typer.Exit(done.returncode)


def _importer(kind: Kind, options: dict[str, Any]) -> Importer:
    from mapper.gazetteer import importers

    if unfit := sorted(options.keys() - _OPTIONS[kind]):
        option = {"columns": "column"}.get(unfit[0], unfit[0]).replace("_", "-")
        msg = f"--{option} does not go with {kind.value}"
        raise typer.BadParameter(msg)
    makers: dict[Kind, Any] = {
        Kind.GEONAMES: importers.GeoNames,
        Kind.NATURAL_EARTH: importers.NaturalEarth,
        Kind.OSM_CLAIMS: importers.OsmClaims,
        Kind.WHOSONFIRST: importers.WhosOnFirst,
        Kind.CSV: importers.CsvTable,
    }
    importer: Importer = makers[kind](**options)
    return importer


def _columns(pairs: list[str]) -> dict[str, str]:
    columns = dict(pair.partition("=")[::2] for pair in pairs)
    if not all(columns.values()):
        msg = "--column is written WHAT=HEADING, as name=Village"
        raise typer.BadParameter(msg)
    return columns


@contextmanager
def _shown() -> Iterator[Progress]:
    """Show a bar for each step on standard error, where a person looks on."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=None)
            bar.update(tasks[step], completed=done, total=total if total > 1 else None)

        yield show


def _tell(report: Report, folder: Path) -> None:
    """Say what came of an import: to a person on standard error, all of it in the report's file."""
    for problem in report.first[:5]:
        typer.echo(f"mapper: {problem.file}, line {problem.line}: {problem.reason}", err=True)
    if report.bad_rows:
        typer.echo(
            f"mapper: {report.bad_rows} rows could not be used: see {folder.name}/report.json", err=True
        )
    if report.territories or report.refused:
        kept = f"outlines of {len(report.territories)} disputed territories"
        typer.echo(f"mapper: {kept}; {len(report.refused)} fit no territory", err=True)
    typer.echo(f"mapper: {report.places} places with {report.names} names → {folder.name}", err=True)

"""``mapper map``, ``mapper parse``, ``mapper schema`` and ``mapper dashboard``."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mapper.cli import corpus
from mapper.model import Failure

if TYPE_CHECKING:
    from mapper.model import EventMap


class Language(StrEnum):
    """Languages the page speaks."""

    ENGLISH = "en"
    JAPANESE = "ja"
    KOREAN = "ko"


class Model(StrEnum):
    """Which language model to use."""

    AUTO = "auto"
    MD = "md"
    SM = "sm"
    NONE = "none"


class SourcePrior(StrEnum):
    """What is known of where a source is at home."""

    NONE = "none"
    LEARNED = "learned"


class CountAs(StrEnum):
    """How disputed places count in totals by country."""

    NONE = "none"
    ADMINISTRATOR = "administrator"
    CLAIMANTS = "claimants"


Sources = Annotated[
    list[str], typer.Argument(metavar="ARTICLE…", help="Files (.txt .html .jsonl), folders or -.")
]
Date = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="D", help="Reference date of articles without one (YYYY-MM-DD)."
    ),
]
GazetteerPath = Annotated[
    Path | None,
    typer.Option(envvar="MAPPER_GAZETTEER", help="An import of places, or another index: a folder."),
]
Home = Annotated[str | None, typer.Option(metavar="PLACE", help="Where the publication is at home.")]
PriorOption = Annotated[
    SourcePrior, typer.Option("--source-prior", help="Learn each source's home region from this batch.")
]
CorrectionsFile = Annotated[
    Path | None, typer.Option(exists=True, dir_okay=False, help="A corrections file.")
]
ModelOption = Annotated[Model, typer.Option(help="Language model.")]
MaxChars = Annotated[int, typer.Option(min=1, help="Longest article, in characters.")]
FullText = Annotated[bool, typer.Option("--full-text", help="Carry the whole text, not only the quotes.")]
Worldview = Annotated[
    str, typer.Option(metavar="neutral|de-facto|ISO2", help="Whose names and lines come first.")
]
CountOption = Annotated[CountAs, typer.Option(help="How disputed places count by country.")]


def map_articles(
    article: Sources,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", dir_okay=False, help="The file: .html or .svg.")],
    title: Annotated[str | None, typer.Option(help="Heading of the map.")] = None,
    language: Annotated[Language, typer.Option(help="Language of the page's own words.")] = Language.ENGLISH,
    tiles: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Give the page a switch for online tiles: an address with {z}/{x}/{y}."
        ),
    ] = None,
    tiles_credit: Annotated[str | None, typer.Option(help="Whose the tiles are.")] = None,
    date: Date = None,
    gazetteer: GazetteerPath = None,
    publisher_home: Home = None,
    source_prior: PriorOption = SourcePrior.NONE,
    corrections: CorrectionsFile = None,
    worldview: Worldview = "neutral",
    model: ModelOption = Model.AUTO,
    max_chars: MaxChars = 5_000_000,
    full_text: FullText = False,
) -> None:
    """Map articles: one self-contained HTML page, or one SVG picture, that opens with no network."""
    from mapper.page import write_html, write_svg

    ending = output.suffix.lower()
    if ending not in {".html", ".svg"}:
        msg = f"{output.name!r} ends neither in .html (a page) nor in .svg (a picture)."
        raise typer.BadParameter(msg, param_hint="--output")
    if ending == ".svg" and full_text:
        msg = "A picture carries no text of the articles: use --full-text with an .html file."
        raise typer.BadParameter(msg, param_hint="--full-text")
    shown = _tile_options(tiles, tiles_credit, ending)
    options = {
        "date": date,
        "gazetteer": gazetteer,
        "publisher_home": publisher_home,
        "source_prior": source_prior.value,
        "corrections": corrections,
        "worldview": worldview,
    }
    result = _run(article, options, model, max_chars)
    if ending == ".svg":
        write_svg(result, output, worldview=worldview, title=title, outlines=_outlines(gazetteer))
    else:
        shown |= {"outlines": _outlines(gazetteer), "language": language.value}
        write_html(result, output, worldview=worldview, full_text=full_text, title=title, **shown)
    _finish(result, f"{_counts(result)} → {output.name}")


def _outlines(gazetteer: Path | None) -> Path | None:
    """Return the disputed territories' outlines that an imported gazetteer brings."""
    if gazetteer is None:
        return None
    from mapper.gazetteer import Gazetteer
    from mapper.gazetteer.combined import outlines_of

    return outlines_of(Gazetteer.open(gazetteer))


def _tile_options(url: str | None, credit: str | None, ending: str) -> dict[str, Any]:
    """Return the options for tiles, looked at before the articles are read."""
    from mapper.errors import InputError
    from mapper.page.tiles import tiles_from

    if url is None:
        return {}
    if ending == ".svg":
        msg = "A picture has no switch for tiles: use --tiles with an .html file."
        raise typer.BadParameter(msg, param_hint="--tiles")
    try:
        tiles_from(url)
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--tiles") from error
    return {"tiles": url, "tiles_credit": credit}


def parse_articles(
    article: Sources,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", dir_okay=False, help="Standard output if absent.")
    ] = None,
    format: Annotated[  # noqa: A002 - the word everyone uses
        str | None,
        typer.Option(metavar="FORMAT", help="By the output's ending, else jsonl; csv is the events."),
    ] = None,
    date: Date = None,
    gazetteer: GazetteerPath = None,
    publisher_home: Home = None,
    source_prior: PriorOption = SourcePrior.NONE,
    corrections: CorrectionsFile = None,
    worldview: Worldview = "neutral",
    count_disputed_as: CountOption = CountAs.NONE,
    model: ModelOption = Model.AUTO,
    max_chars: MaxChars = 5_000_000,
    full_text: FullText = False,
    into: corpus.Into = None,
    jobs: corpus.Jobs = 1,
    dask: corpus.Dask = None,
) -> None:
    """Parse articles into records or another format, or into a store that grows."""
    from mapper.exports import FORMATS, format_of, write

    corpus.check_options(into, jobs, dask)
    chosen = format or (format_of(output) if output else "jsonl")
    if chosen not in FORMATS:
        msg = f"There is no format {chosen!r}, only {', '.join(FORMATS)}."
        raise typer.BadParameter(msg, param_hint="--format")
    options = {
        "date": date,
        "gazetteer": gazetteer,
        "publisher_home": publisher_home,
        "source_prior": source_prior.value,
        "corrections": corrections,
        "worldview": worldview,
        "count_disputed_as": count_disputed_as.value,
    }
    if into is not None:
        workers = corpus.Workers(_mapper_options(options, model), jobs, dask)
        store = corpus.Target(into, full_text, whole=output is not None)
        result = corpus.fill_store(article, store, workers, max_chars)
    else:
        result = _run(article, options, model, max_chars)
    if into is None or output is not None:
        write(result, output if output is not None else sys.stdout.buffer, chosen, full_text=full_text)
    _finish(result, f"{_counts(result)} → {output.name}" if output else None)


def schema() -> None:
    """Print the JSON Schema of the records."""
    from mapper.model import json_schema

    typer.echo(json.dumps(json_schema(), indent=2))


def dashboard(
    article: Annotated[list[str] | None, typer.Argument(metavar="ARTICLE…", help="Opened with it.")] = None,
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8501,
    base_url: Annotated[str, typer.Option(help="Path below which it is served.")] = "",
) -> None:
    """Open the dashboard in the browser; only this computer can reach it."""
    from mapper.dashboard.launch import launch

    raise typer.Exit(launch(article or [], host=host, port=port, base_url=base_url))


def _run(sources: list[str], options: dict[str, Any], model: Model, max_chars: int) -> EventMap:
    """Read and map the articles, with progress on standard error where a person looks on."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from mapper.articles import read_articles
    from mapper.pipeline import EventMapper

    kept = corpus.stored(sources)
    if kept is not None and options["corrections"] is None:
        return kept
    failures: list[Failure] = []
    articles = list(kept.articles if kept else read_articles(sources, max_chars=max_chars, failures=failures))
    if not articles:
        _fail(failures)
    mapper = EventMapper(**_mapper_options(options, model))
    console = Console(stderr=True)
    columns = (TextColumn("mapping"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("mapping", total=len(articles))
        result = mapper.map(
            articles, failures=failures, progress=lambda done, _: bar.update(task, completed=done)
        )
    if not result.articles:
        _fail(list(result.failures))
    return result


def _mapper_options(options: dict[str, Any], model: Model) -> dict[str, Any]:
    """Return the options as `EventMapper` takes them."""
    day: datetime | None = options["date"]
    return options | {"date": day.date() if day else None, "model": model.value}


def _counts(result: EventMap) -> str:
    events = [event for article in result.articles for event in article.events]
    placed = sum(event.location is not None for event in events)
    return f"{len(result.articles)} articles, {len(events)} events, {placed} placed"


def _report(failures: list[Failure]) -> None:
    for failure in failures:
        where = failure.input if failure.line is None else f"{failure.input}, line {failure.line}"
        typer.echo(f"mapper: {where}: {failure.message}", err=True)


def _fail(failures: list[Failure]) -> None:
    """Name what failed and stop: there is nothing to show."""
    _report(failures)
    typer.echo("mapper: no article could be read.", err=True)
    raise typer.Exit(1)


def _finish(result: EventMap, summary: str | None) -> None:
    _report(list(result.failures))
    if summary:
        typer.echo(f"mapper: {summary}", err=True)
    if result.failures:
        raise typer.Exit(1)

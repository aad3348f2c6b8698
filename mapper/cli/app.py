"""The commands, put together. Each imports what it needs when it runs."""

from __future__ import annotations

import logging
import sys
from typing import Annotated

import typer

from mapper.cli import disputes, evaluate, gazetteer, lookup, mapping
from mapper.errors import InputError, MapperError

app = typer.Typer(
    help="News articles in, a linked-event map out; offline, every pin with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("map")(mapping.map_articles)
app.command("parse")(mapping.parse_articles)
app.command("geocode")(lookup.geocode)
app.command("reverse", context_settings={"ignore_unknown_options": True})(lookup.reverse)
app.command("schema")(mapping.schema)
app.command("dashboard")(mapping.dashboard)
app.add_typer(disputes.app, name="disputes")
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(evaluate.app, name="evaluate")


def _version(wanted: bool) -> None:  # noqa: FBT001 - the option's value
    if wanted:
        from mapper import __version__

        typer.echo(f"mapper {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    *,
    version: Annotated[  # noqa: ARG001 - its callback acts
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more, with tracebacks.")] = False,
) -> None:
    logging.basicConfig(format="mapper: %(message)s", level=logging.DEBUG if verbose else logging.WARNING)
    logging.getLogger("mapper").setLevel(logging.DEBUG if verbose else logging.WARNING)


def main() -> None:
    """Run the command line: exit code 0 done, 1 some inputs failed or nothing found, 2 usage."""
    try:
        app()
    except InputError as error:
        typer.echo(f"mapper: {error}", err=True)
        sys.exit(1)
    except MapperError as error:
        typer.echo(f"mapper: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)

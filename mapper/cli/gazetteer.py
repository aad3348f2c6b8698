"""``mapper gazetteer``: what the place index holds, and how to make one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The place index.")


@app.command()
def info(
    *,
    gazetteer: Annotated[
        Path | None, typer.Option(envvar="MAPPER_GAZETTEER", help="Another place index.")
    ] = None,
) -> None:
    """Print counts by kind and source, licences and versions as JSON."""
    from mapper.gazetteer import Gazetteer

    typer.echo(json.dumps(Gazetteer.open(gazetteer).info(), ensure_ascii=False, indent=2))


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

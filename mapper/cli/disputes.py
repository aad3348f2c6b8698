"""``mapper disputes``: the register of disputed territories."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated

import msgspec
import typer

app = typer.Typer(no_args_is_help=True, help="The register of disputed territories.")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_territories(*, as_json: AsJson = False) -> None:
    """List every territory with its claimants."""
    from mapper.disputes import DisputeRegister

    for territory in DisputeRegister.load():
        if as_json:
            typer.echo(msgspec.json.encode(territory).decode())
        else:
            parties = "/".join(sorted(territory.claimants))
            typer.echo(f"{territory.id:32} {territory.neutral_name} ({parties}; {territory.status})")


@app.command()
def show(
    territory: Annotated[str, typer.Argument(help="The id of a territory, or one of its names.")],
) -> None:
    """Show one entry of the register."""
    from mapper.disputes import DisputeRegister, check

    register = DisputeRegister.load()
    ids = [territory] if territory in register else [flag.territory for flag in check(territory)]
    if not ids:
        typer.echo(f"mapper: the register holds no {territory!r}", err=True)
        raise typer.Exit(1)
    for name in ids:
        entry = msgspec.to_builtins(register.territory(name))
        typer.echo(json.dumps(entry, ensure_ascii=False, indent=2))


@app.command()
def check(
    text: Annotated[str, typer.Argument(help="A sentence or an article.")],
    *,
    date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the text.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say which disputed territories a text names; exit code 1 if none."""
    from mapper.disputes import DisputeRegister, assess
    from mapper.language import load_parser

    register = DisputeRegister.load()
    found = assess(text, date=date.date() if date else None, parser=load_parser())
    for territory, relation in found:
        entry = register.territory(territory)
        if as_json:
            typer.echo(json.dumps({"territory": territory, "relation": relation}))
        else:
            parties = "/".join(sorted(entry.claimants))
            typer.echo(f"{entry.neutral_name} ({territory}): {relation}; claimed by {parties}")
    if not found:
        raise typer.Exit(1)

"""``mapper geocode`` and ``mapper reverse``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mapper.cli.mapping import GazetteerPath

if TYPE_CHECKING:
    from collections.abc import Sequence

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a place.")]


def geocode(
    name: Annotated[list[str], typer.Argument(help="A place name, an address-like list or coordinates.")],
    *,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Places a name.")] = 1,
    gazetteer: GazetteerPath = None,
    as_json: AsJson = False,
) -> None:
    """Look up places by name."""
    from mapper.geocoder import GazetteerGeocoder

    geocoder = GazetteerGeocoder(gazetteer=gazetteer)
    found = [geocoder.geocode(query, exactly_one=False, limit=limit) for query in name]
    for query, locations in zip(name, found, strict=True):
        if locations is None:
            typer.echo(f"mapper: nothing found for {query!r}", err=True)
        else:
            _show(locations, as_json=as_json)
    if not all(found):
        raise typer.Exit(1)


def reverse(
    lat: Annotated[float, typer.Argument(help="Degrees north, negative for south.")],
    lon: Annotated[float, typer.Argument(help="Degrees east, negative for west.")],
    *,
    gazetteer: GazetteerPath = None,
    as_json: AsJson = False,
) -> None:
    """Say what lies at a point."""
    from mapper.geocoder import GazetteerGeocoder

    location = GazetteerGeocoder(gazetteer=gazetteer).reverse((lat, lon))
    if location is None:
        typer.echo(f"mapper: nothing found at {lat}, {lon}", err=True)
        raise typer.Exit(1)
    _show([location], as_json=as_json)


def _show(locations: Sequence[Any], *, as_json: bool) -> None:
    for location in locations:
        if as_json:
            row = {"address": location.address, "lat": location.latitude, "lon": location.longitude}
            typer.echo(json.dumps(row | {"raw": location.raw}, ensure_ascii=False))
        else:
            typer.echo(f"{location.latitude:.4f}, {location.longitude:.4f}  {location.address}")

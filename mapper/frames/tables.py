"""The tables of a result, row by row, with the standard library alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from mapper.frames.cell_types import Row, Shape
from mapper.frames.country_rows import country_rows
from mapper.frames.event_rows import event_rows
from mapper.frames.link_rows import link_rows
from mapper.frames.place_rows import dispute_rows, place_rows
from mapper.model import EventMap

TableName: TypeAlias = Literal["events", "places", "links", "disputes", "countries"]


@dataclass(frozen=True)
class Table:
    """A table: its columns in order, those that hold days, and how its rows are made."""

    columns: tuple[str, ...]
    rows: Callable[[EventMap], Iterator[tuple[Row, Shape]]]
    days: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


TABLES: Final[dict[str, Table]] = {
    "events": Table(
        columns=tuple(
            "article id type label status begin end date_precision place relation precision country disputed "
            "dispute territories lat lon origin destination actors targets attribution figures trigger "
            "evidence confidence corrected cluster title source url published".split()
        ),
        rows=event_rows,
        days=("begin", "end", "published"),
        numbers=("lat", "lon", "confidence"),
        flags=("disputed", "corrected"),
    ),
    "places": Table(
        columns=tuple(
            "article id text role name kind country admin1 admin2 disputed dispute territory relation lat "
            "lon precision extent_km population place geonames_id confidence corrected text_start text_end "
            "quote".split()
        ),
        rows=place_rows,
        numbers=("lat", "lon", "extent_km", "confidence"),
        counts=("population", "geonames_id", "text_start", "text_end"),
        flags=("disputed", "corrected"),
    ),
    "links": Table(
        columns=tuple(
            "article source target kind confidence cue evidence source_label source_place target_label "
            "target_place".split()
        ),
        rows=link_rows,
        numbers=("confidence",),
    ),
    "disputes": Table(
        columns=tuple(
            "article toponym text territory relation dispute names claimants administered_by also status "
            "as_of lat lon events quote".split()
        ),
        rows=dispute_rows,
        numbers=("lat", "lon"),
    ),
    "countries": Table(
        columns=("country", "places", "events", "policy"),
        rows=country_rows,
        counts=("places", "events"),
    ),
}

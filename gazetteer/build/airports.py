"""Airports with a code of the airlines, and military airfields."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from gazetteer.build.tables import slug
from mapper.gazetteer.folding import fold
from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.build.draft import Draft
    from gazetteer.build.packages import Packages
    from mapper.gazetteer.kinds import NameKind

SOURCE: Final = "airportsdata"
_MILITARY: Final = re.compile(r"\b(Air Base|Air Force|AFB|Airbase|Naval|Army|NAS|AB|RAF|Air Station)\b")
_TERM: Final = re.compile(
    r"( (International|Intl|Regional|Municipal|Domestic|National|County|Airport|Airfield|Field|Aerodrome"
    r"|Airpark|Airstrip))+$"
)
_TYPE: Final = re.compile(r" (International|Intl|Regional|Municipal|Domestic|National|County) Airport$")


def add_airports(draft: Draft, packages: Packages) -> None:
    """Add airports that news may name."""
    text = packages.read("airportsdata", "airportsdata/airports.csv").decode()
    for row in csv.DictReader(io.StringIO(text)):
        is_base = bool(_MILITARY.search(row["name"]))
        if not row["name"] or not (row["iata"] or is_base):
            continue
        entry = Entry(
            f"own:airport-{slug(row['icao'])}", row["name"], "base" if is_base else "airport",
            float(row["lat"]), float(row["lon"]), SOURCE,
            country=row["country"],
            prominence=_prominence(row, is_base=is_base),
        )  # fmt: skip
        draft.add(entry)
        draft.call(entry, _names(row))


def _prominence(row: dict[str, str], *, is_base: bool) -> float:
    if row["iata"]:
        return 4.3 if "International" in row["name"] else 3.3
    return 2.8 if is_base else 2.0


def _names(row: dict[str, str]) -> Iterator[tuple[str, NameKind]]:
    """Yield the name without the kind of airport, without "Airport", and without its town."""
    if row["iata"]:
        yield row["iata"], "code"
    name, town = row["name"], row["city"]
    if _TYPE.search(name):
        yield _TYPE.sub(" Airport", name), "primary"
    short = _TERM.sub("", name)
    without_town = re.sub(rf"^{re.escape(town)}\W+", "", short) if town else short
    for form in (short, without_town):
        if form != name and fold(form) != fold(town) and len(form) > 3 and row["iata"]:
            yield form, "alternate"
    if without_town != short and fold(without_town) != fold(town) and row["iata"]:
        yield f"{without_town} Airport", "primary"

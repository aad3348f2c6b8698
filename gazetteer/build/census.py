"""Counties, townships and places of the United States: the Census gazetteer by way of Debian."""

from __future__ import annotations

import gzip
import math
import re
from typing import TYPE_CHECKING, Final

from gazetteer.build.tables import rows
from gazetteer.build.words import find
from mapper.gazetteer.kinds import POPULATED
from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.build.draft import Draft
    from gazetteer.build.packages import Packages

SOURCE: Final = "US Census"
_RECORD: Final = re.compile(
    r"\[fips(\d+)\]\ncentroid = \(([-\d.]+), ([-\d.]+)\)\ndescription = (.+), ([A-Z]{2})\n"
)
_TERMS: Final = re.compile(
    r"( (CDP|CCD|UT|County|Parish|Borough|Census Area|Planning Region|Municipio|Municipality|Island|District"
    r"|[a-z][a-z/]*( and [a-z]+)*|\(.*\)))+$"
)
"""What the Census appends to a name: legal terms in lower case, and a few in capitals."""
_COUNTY_DIGITS: Final = 5
_PLACE_DIGITS: Final = 7
_PROMINENCE: Final = {"county": 3.5, "place": 2.3, "township": 1.8, "division": 1.4}
"""By rank of the unit, as the package gives no population (our judgement)."""
_SAME_KM: Final = 12.0
_COUNTY_KM: Final = 80.0


def add_census(draft: Draft, packages: Packages) -> None:
    """Add the places that GeoNames lacks; those it has are left as they are."""
    states = _states(draft)
    for digits, lat, lon, description, state in _records(packages):
        name = _TERMS.sub("", description)
        if not name or state not in states:
            continue
        if len(digits) == _COUNTY_DIGITS:
            _add_county(draft, digits, (lat, lon), description, name, states[state])
        else:
            _add_place(draft, digits, (lat, lon), description, name, states[state])


def _records(packages: Packages) -> Iterator[tuple[str, float, float, str, str]]:
    text = gzip.decompress(packages.read("weather-util-data", "./usr/share/weather-util/places.gz")).decode()
    for digits, lat, lon, description, state in _RECORD.findall(text):
        yield digits, math.degrees(float(lat)), math.degrees(float(lon)), description, state


def _states(draft: Draft) -> dict[str, Entry]:
    """Return the states and Puerto Rico by their postal code."""
    codes = {row["form"]: row for row in rows("abbreviations") if row["code"] in {f"US-{row['form']}", "PR"}}
    states = {code: find(draft, row["expansion"], row["kind"], row["code"]) for code, row in codes.items()}
    return {code: state for code, state in states.items() if state}


def _add_county(
    draft: Draft, digits: str, point: tuple[float, float], description: str, name: str, state: Entry
) -> None:
    counties = draft.near([description, name], *point, _COUNTY_KM, {"admin2"})
    known = next((county for county in counties if county.country == state.country), None)
    if known is None:
        known = draft.add(
            Entry(
                f"own:us-{digits}", description, "admin2", *point, SOURCE,
                country=state.country, parent=state.ident, prominence=_PROMINENCE["county"],
            )
        )  # fmt: skip
    draft.call(known, [(description, "alternate"), (name, "alternate")])


def _add_place(
    draft: Draft, digits: str, point: tuple[float, float], description: str, name: str, state: Entry
) -> None:
    if draft.near([name], *point, _SAME_KM, POPULATED):
        return
    is_place = len(digits) == _PLACE_DIGITS
    rank = "place" if is_place else "division" if description.endswith("CCD") else "township"
    entry = Entry(
        f"own:us-{digits}", name, "city" if is_place or rank == "division" else "admin2", *point, SOURCE,
        country=state.country, parent=state.ident, prominence=_PROMINENCE[rank],
    )  # fmt: skip
    draft.add(entry)
    term = description[len(name) :].strip()
    if term and term not in {"CDP", "CCD", "UT"} and "(" not in term:
        draft.call(entry, [(f"{name} {term.title()}", "alternate")])

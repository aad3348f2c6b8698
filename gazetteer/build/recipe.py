"""The order of the steps, from packages and tables to the index."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gazetteer.build import (
    airports,
    census,
    cldr,
    extents,
    geonames,
    labels,
    natural_earth,
    parents,
    register,
    seats,
    tables,
    words,
)
from gazetteer.build.draft import Draft
from gazetteer.build.packages import PINNED, Packages
from mapper.gazetteer.writer import Provenance, write_index

if TYPE_CHECKING:
    from mapper.gazetteer.layout import Manifest

INDEX: Final = Path(__file__).resolve().parents[1] / "index"
OWN_LICENCES: Final = {
    "own tables": "Apache-2.0: gazetteer/tables of this project",
    "disputed register": "Apache-2.0: gazetteer/disputed of this project",
}


def build(folder: Path = INDEX) -> Manifest:
    """Build the index from the pinned packages, our tables and the register."""
    packages = Packages()
    packages.fetch()
    draft = gather(packages)
    provenance = Provenance(
        created_by="gazetteer/build",
        packages={package.name: package.version for package in PINNED},
        licences={package.name: package.credit for package in PINNED} | OWN_LICENCES,
    )
    return write_index(folder, draft, draft.outlines, provenance)


def gather(packages: Packages) -> Draft:
    """Return all places of all sources, merged."""
    draft = Draft()
    started = time.perf_counter()

    def step(what: str) -> None:
        print(f"{time.perf_counter() - started:6.1f} s  {len(draft):7,} places  {what}", file=sys.stderr)

    geonames.add_countries(draft, packages)
    subdivisions = geonames.add_subdivisions(draft, packages)
    geonames.add_cities(draft, packages, subdivisions)
    geonames.add_other_units(draft, packages)
    geonames.complete_units(draft)
    step("GeoNames")
    cldr.name_units(draft, packages)
    natural_earth.add_units(draft, packages)
    geonames.merge_regions(draft)
    step("outlines of units")
    census.add_census(draft, packages)
    step("US Census")
    airports.add_airports(draft, packages)
    step("airports")
    tables.add_tables(draft)
    step("own tables")
    natural_earth.add_seas(draft, packages)
    step("seas")
    cldr.add_country_names(draft, packages)
    step("names of countries")
    seats.level_unit_names(draft)
    seats.yield_to_mountains(draft)
    seats.settle_seats(draft)
    register.add_register(draft)
    draft.follow_successors()
    step("disputed register")
    for lost in words.add_words(draft):
        print(f"         no place for {lost}", file=sys.stderr)
    step("demonyms, former names, abbreviations")
    parents.complete_parents(draft)
    parents.refine_parents(draft)
    extents.complete_regions(draft)
    extents.complete_extents(draft)
    seats.free_unit_names(draft)
    seats.free_city_names(draft)
    words.free_calendar(draft)
    labels.add_labels(draft)
    step("parents, extents, names by language")
    return draft

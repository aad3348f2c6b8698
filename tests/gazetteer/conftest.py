"""A small world of a few places, with every kind of name and of area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely

from mapper.gazetteer import Gazetteer
from mapper.gazetteer.store import Store
from mapper.gazetteer.writer import Entry, Provenance, make_store, write_index

if TYPE_CHECKING:
    from pathlib import Path

PROVENANCE = Provenance("tests", packages={"world": "1"}, licences={"world": "ours"})


def small_world() -> list[Entry]:
    """Return two countries with units, towns, a sea between them and an island both claim."""
    return [
        Entry("gn:1", "Norland", "country", 55.0, 5.0, "a", country="NL", population=9_000_000, prominence=7, extent=300,
              names=[("NL", "code"), ("N.L.", "abbreviation"), ("Norlander", "demonym"), ("노를란드", "alternate")],
              labels={"ko": "노를란드", "de": "Nordland"}),
        Entry("gn:2", "Sudland", "country", 45.0, 5.0, "a", country="SL", population=5_000_000, prominence=6.7, extent=300),
        Entry("gn:10", "North County", "admin1", 57.0, 5.0, "a", country="NL", parent="gn:1", prominence=6, extent=100),
        Entry("gn:11", "South County", "admin1", 53.0, 5.0, "a", country="NL", parent="gn:1", prominence=6, extent=100),
        Entry("gn:12", "Ward", "admin2", 57.0, 4.0, "a", country="NL", parent="gn:10", prominence=4, extent=30),
        Entry("gn:100", "Saint Ambrose", "city", 57.0, 4.0, "a", country="NL", parent="gn:12", population=40_000,
              prominence=4.6, names=[("Sankt Ambros", "alternate"), ("Fort Ambrose", "former")]),
        Entry("gn:101", "Springfield", "city", 53.0, 5.0, "a", country="NL", parent="gn:11", population=2_000, prominence=3.3),
        Entry("gn:102", "Springfield", "city", 45.0, 5.0, "a", country="SL", parent="gn:2", population=90_000, prominence=5),
        Entry("gn:103", "Norland", "city", 45.5, 5.5, "a", country="SL", parent="gn:2", population=300, prominence=2.5),
        Entry("gn:104", "Us", "city", 44.5, 5.5, "a", country="SL", parent="gn:2", population=300, prominence=2.5),
        Entry("own:middle-sea", "Middle Sea", "sea", 50.0, 5.0, "b", prominence=6, extent=250),
        Entry("own:bear-lake", "Bear Lake", "lake", 56.0, 5.0, "b", country="NL", parent="gn:10", prominence=4, extent=20),
        Entry("dt:rock", "Lone Rock", "disputed", 50.0, 5.0, "c", prominence=5, extent=2, country="NL", disputed=True,
              names=[("Einfels", "primary")], also=["gn:999"]),
    ]  # fmt: skip


def outlines() -> list[tuple[str, shapely.Polygon]]:
    return [
        ("gn:10", shapely.box(0, 55, 10, 60)),
        ("gn:11", shapely.box(0, 51, 10, 55)),
        ("gn:2", shapely.box(0, 40, 10, 49)),
        ("own:middle-sea", shapely.box(0, 48.5, 10, 51.5)),
    ]


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    return Gazetteer(make_store(small_world(), outlines(), PROVENANCE))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    write_index(folder, small_world(), outlines(), PROVENANCE)
    return folder


@pytest.fixture(scope="session")
def user_store() -> Store:
    mine = Entry(
        "user:7",
        "Saint Ambrose Mill",
        "landmark",
        57.01,
        4.0,
        "mine",
        country="NL",
        parent="gn:12",
        prominence=3,
    )
    return make_store(
        [mine, Entry("gn:100", "Ambrose", "city", 57.0, 4.0, "mine", country="NL")], [], PROVENANCE
    )

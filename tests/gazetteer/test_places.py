"""Records, parents, areas and neighbours on the small world."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mapper.errors import InputError
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.writer import write_index

from .conftest import PROVENANCE, outlines, small_world

if TYPE_CHECKING:
    from pathlib import Path

    from mapper.gazetteer.store import Store


def test_place(world: Gazetteer) -> None:
    town = world.place("gn:100")
    assert (town.id, town.name, town.kind, town.precision) == ("gn:100", "Saint Ambrose", "city", "city")
    assert (town.country, town.admin1, town.admin2) == ("NL", "North County", "Ward")
    assert (town.geonames_id, town.population, town.extent, town.source) == (100, 40_000, None, "a")
    assert world.place("own:middle-sea").geonames_id is None
    assert world.place("own:middle-sea").precision == "sea"


@pytest.mark.parametrize("ident", ["gn:5", "gn:x", "gn:", "", "dt:nowhere", "gn:99999999999999", "own:"])
def test_an_unknown_id_is_named(world: Gazetteer, ident: str) -> None:
    with pytest.raises(InputError, match="has no place"):
        world.place(ident)


def test_parents_nearest_first(world: Gazetteer) -> None:
    assert [place.id for place in world.parents("gn:100")] == ["gn:12", "gn:10", "gn:1"]
    assert world.parents("gn:1") == ()


def test_containing_is_smallest_first(world: Gazetteer) -> None:
    assert [place.id for place in world.containing(57.0, 4.0)] == ["gn:10", "gn:1"]


def test_land_comes_before_the_sea_that_laps_over_it(world: Gazetteer) -> None:
    assert [place.id for place in world.containing(48.8, 5.0)] == ["gn:2"]
    assert [place.id for place in world.containing(50.0, 5.0)] == ["own:middle-sea"]


def test_the_shore_belongs_to_the_land(world: Gazetteer) -> None:
    assert world.containing(49.01, 5.0)[0].id == "gn:2"
    assert world.containing(49.05, 5.0)[0].id == "own:middle-sea"


def test_nothing_contains_a_far_point(world: Gazetteer) -> None:
    assert world.containing(0.0, -150.0) == ()


def test_contains_by_outline_by_parts_and_by_circle(world: Gazetteer) -> None:
    assert world.contains("gn:10", 57.0, 4.0)
    assert not world.contains("gn:11", 57.0, 4.0)
    assert world.contains("gn:1", 57.0, 4.0)
    assert not world.contains("gn:1", 45.0, 5.0)
    assert world.contains("own:bear-lake", 56.1, 5.0)
    assert not world.contains("own:bear-lake", 56.5, 5.0)
    assert world.outline("gn:10").bounds == (0, 55, 10, 60)
    assert world.outline("own:bear-lake") is None


def test_many_points_agree_with_one_by_one(world: Gazetteer) -> None:
    random = np.random.default_rng(3)
    lat, lon = random.uniform(38, 62, 300), random.uniform(-2, 12, 300)
    rows = world.containing_rows(lat, lon)
    for row, *point in zip(rows.tolist(), lat.tolist(), lon.tolist(), strict=True):
        areas = world.containing(*point)
        assert (world.rows.ident(row) if row >= 0 else None) == (areas[0].id if areas else None)


def test_nearest(world: Gazetteer) -> None:
    (town, km), *_ = world.nearest(57.0, 4.1, kinds={"city"})
    assert town.id == "gn:100"
    assert km == pytest.approx(6.06, abs=0.01)
    assert [place.id for place, _ in world.nearest(45.0, 5.0, limit=2, kinds={"city"})] == [
        "gn:102",
        "gn:103",
    ]
    assert world.nearest(0.0, 0.0, max_km=100) == []
    assert world.nearest(0.0, 0.0, kinds=set()) == []


def test_fuzzy(world: Gazetteer) -> None:
    def best(name: str) -> list[str]:
        return [candidate.id for candidate in world.fuzzy(name)]

    assert (
        best("Sprinfield")
        == best("Springfeild")
        == best("Sprlngfield")
        == best("Sprringfield")
        == ["gn:102", "gn:101"]
    )
    assert best("Sprinfeld") == ["gn:102", "gn:101"]
    assert best("Springfield") == []
    assert world.fuzzy("Sprinfeld", max_edits=1) == []
    assert world.fuzzy("Sprinfield")[0].score > world.fuzzy("Sprinfeld")[0].score
    assert world.fuzzy("Uss") == []


def test_prefix(world: Gazetteer) -> None:
    assert [candidate.id for candidate in world.prefix("nor")] == ["gn:1", "gn:10", "gn:103"]
    assert [candidate.id for candidate in world.prefix("Nor", limit=1)] == ["gn:1"]
    assert [candidate.id for candidate in world.prefix("노")] == ["gn:1"]
    assert world.prefix("") == []


def test_pickles_from_memory_and_from_disk(world: Gazetteer, index: Path) -> None:
    for gazetteer in (world, Gazetteer.open(index)):
        copy = pickle.loads(pickle.dumps(gazetteer))
        assert copy.place("gn:100") == gazetteer.place("gn:100")
        assert copy.version == gazetteer.version
        assert copy.lookup("Springfield") == gazetteer.lookup("Springfield")


def test_threads_share_one_gazetteer(index: Path) -> None:
    gazetteer = Gazetteer.open(index)

    def ask(number: int) -> tuple[str, str, str]:
        near, _ = gazetteer.nearest(45.0, 5.0, kinds={"city"})[0]
        return gazetteer.lookup("Springfield")[number % 2].id, gazetteer.containing(57.0, 4.0)[0].id, near.id

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(64)))
    assert answers == [("gn:102", "gn:10", "gn:102"), ("gn:101", "gn:10", "gn:102")] * 32


def test_two_gazetteers_side_by_side(world: Gazetteer, user_store: Store) -> None:
    both = world.beside(Gazetteer(user_store))
    mill = both.lookup("Saint Ambrose Mill")[0]
    assert [place.id for place in both.parents(mill.id)] == ["gn:12", "gn:10", "gn:1"]
    assert (mill.place.admin1, mill.place.source) == ("North County", "mine")
    assert both.rows.ident(mill.country_row or 0) == "gn:1"
    assert [place.id for place, _ in both.nearest(57.02, 4.0, limit=2, kinds={"city", "landmark"})] == [
        "user:7",
        "gn:100",
    ]
    assert {place.id for place in both.containing(57.0, 4.0)} == {"gn:10", "gn:1"}
    assert [candidate.id for candidate in both.lookup("Ambrose")] == ["gn:100"]
    assert both.place("gn:100").name == "Saint Ambrose"
    assert both.version == f"{world.version}+{Gazetteer(user_store).version}"
    assert both.info()["places"] == len(both) == len(world) + 2
    assert both.info()["sources"]["mine"] == 2
    assert pickle.loads(pickle.dumps(both)).lookup("Saint Ambrose Mill") == [mill]


def test_info(world: Gazetteer) -> None:
    info = world.info()
    assert info["languages"] == ["de", "ko"]
    assert info["kinds"]["city"] == 5
    assert info["sources"] == {"a": 10, "b": 2, "c": 1}
    assert info["packages"] == {"world": "1"}
    assert info["licences"] == {"world": "ours"}


def test_names_by_language(world: Gazetteer, index: Path) -> None:
    named = {"de": "Nordland", "ko": "노를란드"}
    for gazetteer in (world, Gazetteer.open(index)):
        assert gazetteer.names("gn:1") == named
        assert gazetteer.names("gn:2") == {}
    assert [world.rows.name_in(world.rows.row("gn:1") or 0, asked) for asked in ("ko", "de-AT", "DE", "fr")] == [
        "노를란드", "Nordland", "Nordland", None]  # fmt: skip


def test_an_index_without_languages_has_no_such_parts(tmp_path: Path) -> None:
    plain = small_world()
    plain[0].labels = {}
    manifest = write_index(tmp_path / "plain", plain, outlines(), PROVENANCE)
    assert manifest.languages == []
    assert not any(part.startswith("label") for part in manifest.parts)
    assert Gazetteer.open(tmp_path / "plain").names("gn:1") == {}

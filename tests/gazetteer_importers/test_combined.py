"""Several gazetteers as one."""

from __future__ import annotations

import os
import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import GazetteerMissingError, InputError
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.combined import CombinedGazetteer, outlines_of
from mapper.gazetteer.importers import CsvTable, import_files
from mapper.gazetteer.writer import Entry, Provenance, make_store
from mapper.geo import distance_km

from .conftest import WORLD, write

MINE = [
    Entry("gn:100", "Ambrose Town", "city", 57.0, 4.0, "mine", country="NO", parent="gn:10", prominence=9, names=[("Ambrosia", "alternate")]),
    Entry("gn:10", "Northern County", "admin1", 57.2, 5.0, "mine", country="NO", parent="gn:1", prominence=5),
    Entry("gn:500", "Newtown", "city", 56.9, 4.1, "mine", country="NO", parent="gn:10", prominence=4),
    Entry("gn:501", "Milford", "city", 56.05, 4.0, "mine", country="NO", parent="gn:10", prominence=3),
    Entry("gn:999", "The Rock", "island", 50.0, 6.0, "mine", country="NO", prominence=4),
    Entry("user:1", "Milford", "city", 56.01, 4.01, "mine", prominence=4, names=[("Mill Ford", "alternate")]),
    Entry("user:2", "Milford", "city", 45.0, 4.0, "mine", country="SU", prominence=4),
    Entry("user:3", "Old Mill", "city", 56.5, 4.5, "mine", country="NO", prominence=4),
    Entry("user:4", "Middle Sea", "ocean", 50.5, 5.0, "mine", prominence=5, names=[("Mare Medium", "alternate")]),
    Entry("user:5", "Lone Rock", "reef", 50.02, 6.0, "mine", country="SU", prominence=5),
    Entry("user:6", "Lone Rock", "city", 50.0, 6.0, "mine", country="SU", prominence=5),
    Entry("user:7", "Norland", "country", 58.0, 6.0, "mine", country="NO", prominence=5, names=[("Kingdom of Norland", "alternate")]),
    Entry("user:8", "Norland", "country", 58.0, 6.0, "mine", country="XX", prominence=5),
    Entry("user:9", "AMB", "city", 57.0, 4.0, "mine", country="NO", prominence=3),
    Entry("user:10", "Debated Isle", "country", 47.2, 9.0, "mine", country="DI", prominence=7, names=[("Isola", "alternate")]),
    Entry("user:11", "Ward", "admin2", 57.0, 4.0, "mine", country="NO", parent="gn:10", prominence=3),
]  # fmt: skip
AREAS = [
    ("gn:10", shapely.box(0, 55, 10, 61)),
    ("user:11", shapely.box(3, 56, 5, 58)),
    ("user:7", shapely.box(0, 62, 9, 65)),
]


def gazetteer(entries, areas=(), *, name="mine") -> Gazetteer:
    return Gazetteer(
        make_store(entries, areas, Provenance(name, packages={name: "1"}, licences={name: "ours"}))
    )


@pytest.fixture(scope="module")
def mine() -> Gazetteer:
    return gazetteer(MINE, AREAS)


@pytest.fixture(scope="module")
def both(base, mine) -> CombinedGazetteer:
    return CombinedGazetteer([base, mine])


def ids(candidates):
    return [candidate.id for candidate in candidates]


def test_names_of_both_lead_to_the_first(both):
    for name in ("Saint Ambrose", "Ambrose Town", "Ambrosia", "Sankt Ambros"):
        assert ids(both.lookup(name)) == ["gn:100"]
    found = both.lookup("Ambrosia")[0]
    assert (found.name, found.population, found.name_kind) == ("Saint Ambrose", 40_000, "alternate")
    assert found.place.source == "a"


@pytest.mark.parametrize(
    ("ident", "same"),
    [
        ("user:1", "gn:101"), ("user:2", "user:2"), ("user:3", "user:3"), ("user:4", "own:sea"), ("user:5", "dt:rock"),
        ("user:6", "user:6"), ("user:7", "gn:1"), ("user:8", "user:8"), ("user:9", "user:9"), ("user:10", "dt:isle"),
        ("gn:500", "gn:500"), ("gn:501", "gn:501"), ("gn:999", "dt:rock"),
    ],
)  # fmt: skip
def test_one_place_by_id_or_by_name_kind_and_distance(both, mine, ident, same):
    row = len(WORLD) + mine.rows.row(ident)
    assert both.rows.ident(both.rows.same(row)) == same


def test_ids_of_their_own_stay_known(both):
    assert both.place("user:1").name == "Milford"
    assert both.place("gn:999").id == "dt:rock"
    with pytest.raises(InputError, match="no place 'user:404'"):
        both.place("user:404")


def test_what_a_dump_gives_to_a_country_stays_disputed(both):
    assert [(c.id, c.country) for c in both.lookup("The Rock")] == [("dt:rock", None)]
    assert [(c.id, c.country) for c in both.lookup("Isola")] == [("dt:isle", None)]


def test_namesakes_stay_apart(both):
    assert ids(both.lookup("Milford")) == ["user:2", "gn:101", "gn:501"]
    assert ids(both.lookup("Lone Rock")) == ["dt:rock", "user:6"]


def test_units_lie_in_either(both):
    assert [place.id for place in both.parents("gn:500")] == ["gn:10", "gn:1"]
    found = both.lookup("Newtown")[0]
    assert both.rows.ident(found.admin1_row) == "gn:10"
    assert both.rows.ident(found.country_row) == "gn:1"
    assert found.place.admin1 == "North County"


def test_exact_folded_fuzzy_prefix_and_membership(both):
    assert (
        ids(both.exact("Newtown")) == ids(both.folded("newtown")) == ids(both.fuzzy("Newtwon")) == ["gn:500"]
    )
    assert ids(both.fuzzy("Ambrosja")) == ["gn:100"]
    assert ids(both.prefix("mil", limit=3)) == ["user:2", "gn:101", "gn:501"]
    assert ids(both.prefix("ambros")) == ["gn:100"]
    assert both.has("Mare Medium")
    assert both.has("Sankt Ambros")
    assert both.has_prefix("Isol")
    assert not both.has("Atlantis")
    assert both.lookup("Atlantis") == both.fuzzy("Atlantis") == both.prefix("atlant") == []


def test_nearest_counts_a_place_once(both):
    found = both.nearest(57.0, 4.0, limit=3, kinds={"city"})
    assert [place.id for place, _ in found] == ["gn:100", "user:9", "gn:500"]
    assert found[0][1] == 0.0
    rows, km = both.nearest_rows([57.0, 45.0], [4.0, 4.0], limit=40, kinds={"city"})
    assert rows.shape == km.shape == (2, 40)
    for line, away in zip(rows, km, strict=True):
        known = line[line >= 0]
        assert len(known) == len({both.rows.same(row) for row in known.tolist()}) == 8
        assert np.all(np.diff(away[: len(known)]) >= 0)
        assert np.all(np.isinf(away[len(known) :]))


def test_nearest_within_a_distance(both):
    assert both.nearest(0.0, 0.0, max_km=100) == []
    assert both.nearest(57.0, 4.0, limit=2, max_km=5, kinds={"admin1"}) == []


def test_areas_of_both(both):
    assert [place.id for place in both.containing(57.0, 4.0)] == ["user:11", "gn:10", "gn:1"]
    assert [place.id for place in both.containing(63.0, 4.0)] == ["gn:1"]
    assert [place.id for place in both.containing(50.0, 5.0)] == ["own:sea"]
    assert both.contains("gn:10", 60.5, 5.0)
    assert both.contains("user:11", 57.0, 4.0)
    assert both.contains("gn:1", 63.0, 4.0)
    assert not both.contains("gn:10", 62.0, 5.0)
    assert both.outline("gn:1").bounds == (0, 62, 9, 65)
    assert both.outline("gn:10").bounds == (0, 55, 10, 60)
    assert both.outline("gn:500") is None
    found = both.containing_rows([57.0, 63.0, 50.0, 0.0], [4.0, 4.0, 5.0, -90.0])
    assert [row if row < 0 else both.rows.ident(row) for row in found.tolist()] == [
        "user:11",
        "gn:1",
        "own:sea",
        -1,
    ]


def test_the_version_names_all_in_order(base, mine, both):
    assert both.version == f"{base.version}+{mine.version}"
    assert CombinedGazetteer([base, gazetteer(MINE[::-1], AREAS)]).version == both.version
    assert CombinedGazetteer([mine, base]).version != both.version


def test_info_of_all_and_of_each(both, base, mine):
    info = both.info()
    assert info["places"] == len(both) == len(base) + len(mine)
    assert info["kinds"]["city"] == 2 + 8
    assert info["licences"] == {"a": "ours", "mine": "ours"}
    assert [index["places"] for index in info["indexes"]] == [len(base), len(mine)]
    assert "+".join(index["version"] for index in info["indexes"]) == info["version"]
    both.verify()


def test_the_first_speaks_for_what_both_know(base, mine):
    turned = CombinedGazetteer([mine, base])
    assert [(c.id, c.name) for c in turned.lookup("Saint Ambrose")] == [("gn:100", "Ambrose Town")]
    assert ids(turned.lookup("Milford")) == ["user:1", "user:2", "gn:501"]


def test_three_gazetteers(base, mine):
    third = gazetteer(
        [
            Entry(
                "user:1",
                "Milford",
                "city",
                45.02,
                4.0,
                "third",
                country="SU",
                prominence=5,
                names=[("Third Ford", "alternate")],
            )
        ],
        name="third",
    )
    three = CombinedGazetteer([CombinedGazetteer([base, mine]), third])
    assert ids(three.lookup("Third Ford")) == ["user:2"]
    assert three.version.count("+") == 2


def test_one_gazetteer_is_itself(base):
    alone = CombinedGazetteer([base])
    assert ids(alone.lookup("Milford")) == ids(base.lookup("Milford"))
    assert alone.version == base.version
    with pytest.raises(InputError, match="nothing to combine"):
        CombinedGazetteer([])


def test_an_empty_one_adds_nothing(base):
    for order in ([base, gazetteer([])], [gazetteer([]), base]):
        both = CombinedGazetteer(order)
        assert ids(both.lookup("Milford")) == ["gn:101"]
        assert both.nearest(57.0, 4.0)[0][0].id == "gn:100"
        assert both.containing(57.0, 4.0)[0].id == "gn:10"


def test_it_pickles_and_is_shared_by_threads(both):
    copy = pickle.loads(pickle.dumps(both))
    assert isinstance(copy, CombinedGazetteer)
    names = ["Milford", "Ambrosia", "Lone Rock", "Norland"] * 25
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda name: ids(both.lookup(name)), names)) == [
            ids(copy.lookup(name)) for name in names
        ]


towns = st.lists(
    st.tuples(st.sampled_from(["Aa", "Bb"]), st.sampled_from(["city", "district", "lake"]), st.floats(10, 11), st.floats(10, 11), st.sampled_from([None, "NO", "SU"])),
    max_size=6,
)  # fmt: skip


@given(towns, towns)
def test_rows_are_joined_with_one_that_is_alike_and_near(first, second):
    stores = [
        gazetteer([Entry(f"{prefix}:{i}", name, kind, lat, lon, "x", country=country) for i, (name, kind, lat, lon, country) in enumerate(found)])
        for prefix, found in (("own", first), ("user", second))
    ]  # fmt: skip
    both = CombinedGazetteer(stores)
    rows = both.rows
    for row in range(len(both)):
        same = rows.same(row)
        assert same <= row
        assert rows.same(same) == same
        if same != row:
            assert rows.name(same) == rows.name(row)
            assert (rows.kind(same) == "lake") == (rows.kind(row) == "lake")
            assert distance_km(rows.lat(row), rows.lon(row), rows.lat(same), rows.lon(same)) <= 60


@pytest.fixture
def folder(tmp_path, base):
    rows = [
        "name,lat,lon,country",
        "Kvistadal,61.0,8.5,NO",
        "Oslo,59.913,10.74,NO",
        "Olso Fjordby,59.9,10.7,NO",
    ]
    import_files(CsvTable(), [write(tmp_path / "mine.csv", rows)], tmp_path / "import")
    return tmp_path / "import"


def test_an_import_opens_together_with_the_packaged_index(folder, gazetteer_packaged):
    opened = Gazetteer.open(folder)
    assert isinstance(opened, CombinedGazetteer)
    assert opened.version.startswith(f"{gazetteer_packaged.version}+")
    assert opened.lookup("Kvistadal")[0].id == "user:1"
    oslo = opened.lookup("Oslo")[0]
    assert oslo.id.startswith("gn:")
    assert oslo.population > 100_000
    assert opened.lookup("Dokdo")[0].id == "dt:liancourt-rocks"


@pytest.fixture(scope="module")
def gazetteer_packaged():
    return Gazetteer.open()


def test_several_imports_open_at_once(folder, tmp_path, gazetteer_packaged):
    import_files(
        CsvTable(source="more"),
        [write(tmp_path / "b.csv", ["name,lat,lon", "Otherdal,61,8.6"])],
        tmp_path / "more",
    )
    from pathlib import Path

    opened = Gazetteer.open(Path(os.pathsep.join([str(folder), str(tmp_path / "more")])))
    assert opened.lookup("Kvistadal")[0].id == "user:1"
    assert opened.lookup("Otherdal")[0].id == "user:more:1"
    assert opened.version.count("+") == 2


def test_one_index_opens_alone(folder):
    assert len(Gazetteer.open(folder / "index")) == 3


def test_what_is_no_import_is_named(tmp_path):
    with pytest.raises(GazetteerMissingError, match="no place index in 'nowhere'"):
        Gazetteer.open(tmp_path / "nowhere")
    with pytest.raises(GazetteerMissingError):
        CombinedGazetteer.open(tmp_path)


def test_without_outlines_of_disputed_territories(both, folder):
    assert outlines_of(both) is None
    assert outlines_of(Gazetteer.open(folder)) is None

"""Gazetteers of one's own from rows and frames."""

from __future__ import annotations

import pickle

import pytest
import shapely

from mapper.errors import GazetteerError, InputError
from mapper.gazetteer import Gazetteer

ROWS = [
    {"name": "Kvistadal", "lat": 57.3, "lon": 4.2, "id": "k", "names": ["Kvist"], "colour": "green"},
    {"name": "Milford", "lat": "45,5", "lon": "5.0", "population": 12},
    {"name": "Reef", "lat": 50, "lon": 4, "kind": "reef"},
]


def test_rows(base):
    own = Gazetteer.from_records(ROWS, base=base)
    assert [own.rows.ident(own.rows.row(ident)) for ident in ("user:k", "user:1", "user:2")] == [
        "user:k",
        "user:1",
        "user:2",
    ]
    both = own.beside(base)
    found = both.lookup("Kvist")[0]
    assert (found.id, found.kind, found.country) == ("user:k", "city", "NO")
    assert [place.id for place in both.parents("user:k")] == ["gn:10", "gn:1"]
    assert both.place("user:1").country == "SU"
    assert both.place("user:2").country is None


def test_own_places_come_before_their_namesakes(base):
    both = Gazetteer.from_records(ROWS, base=base).beside(base)
    assert [c.id for c in both.lookup("Milford")] == ["user:1", "gn:101"]


def test_a_prominence_of_their_own_puts_them_in_their_place(base):
    both = Gazetteer.from_records([{**ROWS[1], "prominence": 1}], base=base).beside(base)
    assert [c.id for c in both.lookup("Milford")] == ["gn:101", "user:0"]


def test_other_keys_and_sources(base):
    rows = [{"village": "Kvistadal", "y": 57.3, "x": 4.2, "code": 9}]
    own = Gazetteer.from_records(
        rows, name="village", lat="y", lon="x", id="code", kind="district", source="Villages", base=base
    )
    place = own.place("user:villages:9")
    assert (place.name, place.kind, place.source) == ("Kvistadal", "district", "Villages")
    assert own.info()["sources"] == {"Villages": 1}


def test_it_lies_in_memory_and_pickles(base):
    own = pickle.loads(pickle.dumps(Gazetteer.from_records(ROWS, base=base).beside(base)))
    assert own.lookup("Kvistadal")[0].id == "user:k"
    own.verify()


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        ([ROWS[0], {"name": "x", "lat": 91, "lon": 1}], {}, "Row 1 cannot be used: the latitude is no number from -90 to 90: 91"),
        ([{"lat": 1, "lon": 1}], {}, "Row 0 cannot be used: there is no name"),
        ([{"name": "x", "lat": 1, "lon": 1, "kind": "hamlet"}], {}, "no such kind of place: 'hamlet'"),
        (ROWS, {"kind": "hamlet"}, "no kind of place 'hamlet'"), (ROWS, {"colour": "colour"}, "No column can hold 'colour'"),
    ],
)  # fmt: skip
def test_faults_are_named(base, rows, options, message):
    with pytest.raises(InputError, match=message):
        Gazetteer.from_records(rows, base=base, **options)


def test_two_rows_of_one_id_are_named(base):
    with pytest.raises(GazetteerError, match=r"Two places.*'user:k'"):
        Gazetteer.from_records([ROWS[0], ROWS[0]], base=base)


def test_no_rows(base):
    own = Gazetteer.from_records([], base=base)
    assert len(own) == 0
    assert own.beside(base).lookup("Milford")[0].id == "gn:101"


@pytest.fixture
def frame():
    geopandas = pytest.importorskip("geopandas")
    rows = {
        "village": ["Kvistadal", "Upper Zzyx", None, " ", "Nowhere", "Pathways"],
        "people": [120, None, 3, 4, 5, 6],
        "code": [1.0, None, 3, 4, 5, 6],
    }
    shapes = [
        shapely.Point(4.2, 57.3),
        shapely.box(4, 56, 4.2, 56.2),
        shapely.Point(0, 0),
        shapely.Point(0, 0),
        None,
        shapely.LineString([(4, 57), (5, 57)]),
    ]
    return geopandas.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")


def test_frames(frame, base):
    own = Gazetteer.from_geodataframe(frame, name="village", id="code", population="people", base=base)
    assert len(own) == 3
    assert (own.place("user:1").population, own.place("user:1").country) == (120, "NO")
    assert own.place("user:row-1").name == "Upper Zzyx"
    square = own.lookup("Upper Zzyx")[0]
    assert shapely.box(4, 56, 4.2, 56.2).contains(shapely.Point(square.lon, square.lat))
    assert 8 < square.extent < 13
    assert own.lookup("Pathways")[0].lon == pytest.approx(4.5)


def test_frames_in_other_systems(frame, base):
    pytest.importorskip("pyproj")
    own = Gazetteer.from_geodataframe(frame.to_crs(3857), name="village", base=base)
    assert own.place("user:0").lat == pytest.approx(57.3, abs=1e-4)


def test_faults_of_frames_are_named(frame, base):
    with pytest.raises(InputError, match="no column 'town'"):
        Gazetteer.from_geodataframe(frame, name="town", base=base)
    with pytest.raises(InputError, match="no coordinate system"):
        Gazetteer.from_geodataframe(frame.set_crs(None, allow_override=True), name="village", base=base)

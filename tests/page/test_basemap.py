from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from shapely import LineString, MultiPolygon, Point, Polygon, box, union_all

from mapper.disputes import DisputeRegister
from mapper.page import ground
from mapper.page.basemap import base_of
from mapper.page.payload import build_page
from mapper.page.payload.records import Page, PageEvent, PagePlace, PageWhere
from mapper.page.shapes import decode
from tests.page import story

SCALES = ("world-110m.json.gz", "world-50m.json.gz", "world-10m.json.gz")


def lines_at(scale: str, kind: str, x: float, y: float, reach: float = 0.2) -> list[str]:
    here = Point(x, y).buffer(reach)
    read = ground.Scale(scale)
    return [line for line in read.lines(kind, here) if LineString(decode(line, read.steps)).intersects(here)]


def shape_of(polygons: list[list[str]], steps: int) -> Any:
    shapes = [Polygon(decode(rings[0], steps)).buffer(0) for rings in polygons]
    return union_all(shapes) if shapes else MultiPolygon()


def page_at(*places: tuple[float, float, str]) -> Page:
    rows = tuple(
        PagePlace(name=f"p{i}", lat=lat, lon=lon, precision=kind) for i, (lat, lon, kind) in enumerate(places)
    )
    events = tuple(
        PageEvent(article=0, id=f"e{i}", type="OTHER", label="x", status="happened", where=PageWhere(place=i))
        for i in range(len(rows))
    )
    return Page(version=1, places=rows, events=events)


@pytest.fixture(scope="module")
def register() -> DisputeRegister:
    return DisputeRegister.load()


@pytest.fixture(scope="module")
def base(register: DisputeRegister) -> dict[str, Any]:
    return base_of(build_page(story.event_map(), register), register)


@pytest.mark.parametrize("scale", SCALES)
def test_no_edge_of_the_land_jumps_across_the_world(scale: str) -> None:
    for row in ground.read_json(scale)["land"]:
        west, south, east, north = row["box"]
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
    steps = ground.read_json(scale)["steps"]
    for row in ground.read_json(scale)["land"][:400]:
        ring = decode(row["polygons"][0][0], steps)
        assert all(abs(a[0] - b[0]) < 180 or a[1] <= -89 for a, b in pairwise(ring))


@pytest.mark.parametrize(
    ("x", "y", "what"),
    [
        (33.7, 46.15, "the neck of Crimea"),
        (-11.3, 26.9, "the berm in Western Sahara"),
        (48.9, 10.5, "the east of Somaliland"),
        (20.6, 43.2, "the north of Kosovo"),
        (74.2, 34.1, "the line of control in Kashmir"),
        (127.0, 38.2, "the line between the Koreas"),
        (93.5, 28.6, "the north of Arunachal Pradesh"),
        (34.53, 31.52, "the north of the Gaza strip"),
    ],
)
def test_lines_in_dispute_are_never_solid(x: float, y: float, what: str) -> None:
    assert lines_at("world-50m.json.gz", "lines", x, y) == [], what
    assert lines_at("world-50m.json.gz", "undetermined", x, y), what


@pytest.mark.parametrize(
    ("x", "y", "what"),
    [
        (7.6, 48.1, "France and Germany"),
        (-100.3, 28.3, "Mexico and the United States"),
        (101.1, 6.2, "Malaysia and Thailand"),
        (117.5, 4.17, "Malaysia and Indonesia"),
    ],
)
def test_agreed_borders_are_solid(x: float, y: float, what: str) -> None:
    assert lines_at("world-50m.json.gz", "lines", x, y, 1.0), what
    assert lines_at("world-50m.json.gz", "undetermined", x, y, 1.0) == [], what


@pytest.mark.parametrize(
    ("country", "x", "y", "place"),
    [
        ("RU", 34.1, 45.2, "Crimea"),
        ("UA", 34.1, 45.2, "Crimea"),
        ("UA", 37.8, 48.0, "Donetsk"),
        ("IN", 74.8, 34.1, "Srinagar"),
        ("IN", 93.6, 27.1, "Itanagar"),
        ("GE", 41.0, 43.0, "Sukhumi"),
        ("MD", 29.6, 46.9, "Tiraspol"),
        ("GY", -59.5, 5.5, "the Essequibo"),
        ("RS", 21.1, 42.6, "Pristina"),
        ("IL", 35.2, 31.9, "Ramallah"),
        ("JP", 146.0, 44.1, "Kunashir"),
        ("RU", 146.0, 44.1, "Kunashir"),
    ],
)
def test_no_country_is_drawn_with_a_disputed_territory(country: str, x: float, y: float, place: str) -> None:
    steps = ground.read_json("areas.json.gz")["steps"]
    assert not shape_of(ground.areas([country])[country], steps).contains(Point(x, y)), place


@pytest.mark.parametrize(
    ("country", "x", "y"), [("UA", 30.5, 50.4), ("RU", 37.6, 55.7), ("IN", 77.2, 28.6), ("GE", 44.8, 41.7)]
)
def test_a_country_is_drawn_with_its_capital(country: str, x: float, y: float) -> None:
    steps = ground.read_json("areas.json.gz")["steps"]
    assert shape_of(ground.areas([country])[country], steps).contains(Point(x, y))


def test_claims_are_listed_for_every_party() -> None:
    assert "crimea" in ground.claims(["RU"])["RU"]
    assert "crimea" in ground.claims(["UA"])["UA"]
    assert ground.claims(["LU"]) == {}


def test_the_story_is_drawn_finer_where_it_plays(base: dict[str, Any]) -> None:
    assert [part["steps"] for part in base["land"]] == [100, 100, 1000]
    near_tokyo = box(139, 35, 140, 36)
    coarse, _, finest = (shape_of(part["polygons"], part["steps"]) for part in base["land"])
    assert finest.intersection(near_tokyo).area > 0.2
    assert coarse.intersection(near_tokyo).area < 0.01


def test_pieces_of_land_meet_without_gap_or_overlap(base: dict[str, Any]) -> None:
    parts = [shape_of(part["polygons"], part["steps"]) for part in base["land"]]
    assert sum(part.area for part in parts) == pytest.approx(union_all(parts).area, rel=0.002)
    assert union_all(parts).area == pytest.approx(21200, rel=0.05)


def test_what_was_cut_is_no_coast(base: dict[str, Any]) -> None:
    assert base["cuts"]["x"]
    assert all(-180 <= x <= 180 for x in base["cuts"]["x"])


def test_areas_and_territories_of_the_story(base: dict[str, Any]) -> None:
    assert set(base["areas"]) == {"JP"}
    assert "southern-kurils" in base["claims"]["JP"]
    assert "southern-kurils" in base["disputed"]


def test_names_of_seas_take_no_side(base: dict[str, Any]) -> None:
    names = {sea["names"]["en"]: sea for sea in base["seas"]}
    assert names["East Sea / Sea of Japan"]["views"] == {
        "JP": "Sea of Japan",
        "KR": "East Sea",
        "KP": "East Sea of Korea",
    }
    assert "Sea of Japan" not in names
    assert "Persian Gulf" not in names


def test_names_of_countries_are_those_of_the_table(base: dict[str, Any]) -> None:
    names = {names["en"] for names, *_ in base["names"]}
    assert {"Taiwan", "Kosovo", "Palestine", "Western Sahara", "Somaliland (de facto)", "Myanmar"} <= names
    assert "Falkland Islands" not in names


def test_a_story_over_the_antimeridian(register: DisputeRegister) -> None:
    base = base_of(page_at((-17.7, 178.4, "city"), (-13.8, -171.8, "city")), register)
    finest = shape_of(base["land"][-1]["polygons"], 1000)
    assert finest.bounds[0] < -170
    assert finest.bounds[2] > 177


def test_a_page_without_places(register: DisputeRegister) -> None:
    base = base_of(page_at(), register)
    assert len(base["land"]) == 1
    assert base["areas"] == {}


def test_a_province_has_its_shape(register: DisputeRegister) -> None:
    place = PagePlace(name="Bavaria", lat=49.0, lon=11.4, precision="province", area="gn:2951839")
    event = PageEvent(article=0, id="e", type="OTHER", label="x", status="happened", where=PageWhere(place=0))
    base = base_of(Page(version=1, places=(place,), events=(event,)), register)
    assert shape_of(base["areas"]["gn:2951839"], base["steps"]).contains(Point(11.6, 48.1))


def test_the_basemap_is_small() -> None:
    folder = ground.data_path("data", "basemap")
    assert sum(path.stat().st_size for path in folder.glob("*.gz")) < 2_500_000

"""How the basemap is made, on a world of a few squares."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from shapely import Point, Polygon, box

from mapper.disputes import DisputeRegister

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    not (ROOT / "gazetteer" / "build").is_dir(), reason="the recipes are in a checkout only"
)


@pytest.fixture(autouse=True)
def _recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "data" / "basemap"))


def world(
    *countries: tuple[str | None, str, list[list[list[int]]]], arcs: list[list[list[int]]]
) -> dict[str, Any]:
    geometries = []
    for number, name, polygons in countries:
        part: dict[str, Any] = {"type": "MultiPolygon", "arcs": polygons, "properties": {"name": name}}
        geometries.append(part if number is None else {**part, "id": number})
    return {
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": arcs,
    }


TWO = world(
    ("804", "Ukraine", [[[0, 1]]]),
    ("643", "Russia", [[[~0, 2]]]),
    arcs=[[[33, 44], [0, 2]], [[33, 46], [-3, 0], [0, -2], [3, 0]], [[33, 44], [4, 0], [0, 2], [-4, 0]]],
)
"""Two squares side by side; arc 0, which they share, runs through Crimea's box."""


def test_countries_are_polygons() -> None:
    from recipe.topology import Topology

    shapes = {country.name: shape for country, shape in Topology(TWO).countries().items()}
    assert shapes["Ukraine"].equals(box(30, 44, 33, 46))
    assert shapes["Russia"].equals(box(33, 44, 37, 46))
    assert Topology(TWO).land().area == pytest.approx(14)


def test_what_two_countries_share_is_a_border() -> None:
    from recipe.topology import Topology

    ((first, second, line),) = Topology(TWO).borders()
    assert {first.name, second.name} == {"Ukraine", "Russia"}
    assert list(line.coords) == [(33, 44), (33, 46)]


def test_land_over_the_antimeridian_is_cut_in_two() -> None:
    from recipe.topology import Topology

    ring = [[170, 0], [-340, 0], [0, 10], [340, 0], [0, -10]]
    (shape,) = Topology(world(("242", "Fiji", [[[0]]]), arcs=[ring])).countries().values()
    assert shape.bounds == (-180, 0, 180, 10)
    assert shape.area == pytest.approx(200)
    assert shape.contains(Point(175, 5))
    assert shape.contains(Point(-175, 5))
    assert not shape.contains(Point(0, 5))


def test_land_round_the_south_pole_reaches_it() -> None:
    from recipe.topology import Topology

    ring = [[-180, -70], [90, 5], [90, -5], [90, 5], [80, -5], [-350, 0]]
    (shape,) = Topology(world(("010", "Antarctica", [[[0]]]), arcs=[ring])).countries().values()
    assert shape.contains(Point(0, -89))
    assert not shape.contains(Point(0, 0))


def test_specks_and_lines_are_no_land() -> None:
    from recipe.topology import Topology

    (shape,) = Topology(world(("242", "Fiji", [[[0]]]), arcs=[[[1, 1], [0, 0]]])).countries().values()
    assert shape.is_empty


class Names:
    """Codes of the little world."""

    def of(self, country: Any) -> str | None:
        return {"804": "UA", "643": "RU", "250": "FR", "276": "DE"}.get(country.number)


def test_land_is_cut_into_squares_that_are_valid_and_lose_nothing() -> None:
    from recipe.__main__ import tiles

    from mapper.page.shapes import decode

    shape = box(-9.996, 1.004, 12.001, 8.5)
    rows = tiles(shape, 100, 5.0)
    parts = [Polygon(decode(rings[0], 100)) for row in rows for rings in row["polygons"]]
    assert all(part.is_valid for part in parts)
    assert sum(part.area for part in parts) == pytest.approx(box(-10, 1, 12, 8.5).area, rel=1e-6)
    assert all(part.bounds == pytest.approx(row["box"]) for part, row in zip(parts, rows, strict=True))


def test_a_border_in_dispute_is_dotted() -> None:
    from recipe.borders import borders
    from recipe.register import LiveDisputes
    from recipe.topology import Topology

    disputes = LiveDisputes(DisputeRegister.load())
    found = borders(Topology(TWO), disputes, Names())
    assert found["lines"] == []
    assert len(found["undetermined"]) == 1
    agreed = {
        **TWO,
        "objects": {
            "countries": {"geometries": [dict(part) for part in TWO["objects"]["countries"]["geometries"]]}
        },
    }
    for part, number in zip(agreed["objects"]["countries"]["geometries"], ("250", "276"), strict=True):
        part["id"] = number
    found = borders(Topology(agreed), disputes, Names())
    assert len(found["lines"]) == 1
    assert found["undetermined"] == []


def test_a_line_that_bounds_no_state_is_left_out() -> None:
    from recipe.borders import borders
    from recipe.register import LiveDisputes
    from recipe.topology import Topology

    far = world(
        (None, "Some base", [[[0, 1]]]),
        ("250", "France", [[[~0, 2]]]),
        arcs=[[[3, 44], [0, 2]], [[3, 46], [-3, 0], [0, -2], [3, 0]], [[3, 44], [4, 0], [0, 2], [-4, 0]]],
    )
    found = borders(Topology(far), LiveDisputes(DisputeRegister.load()), Names())
    assert found == {"lines": [], "undetermined": []}


def test_a_country_is_what_nobody_else_claims() -> None:
    from recipe.areas import country_shapes
    from recipe.topology import Topology

    shapes = country_shapes(Topology(TWO), Names(), [box(32, 44, 34, 45)])
    assert not shapes["UA"].contains(Point(32.5, 44.5))
    assert not shapes["RU"].contains(Point(33.5, 44.5))
    assert shapes["UA"].contains(Point(30.5, 44.5))


def test_names_stand_inside_their_country_and_as_often_as_it_is_wide() -> None:
    from recipe.labels import country_labels
    from recipe.topology import Topology

    class Named(Names):
        names = {"UA": {"en": "Ukraine"}, "RU": {"en": "Russia"}}  # noqa: RUF012

    wide = world(("804", "Ukraine", [[[0]]]), arcs=[[[0, 0], [40, 0], [0, 12], [-40, 0], [0, -12]]])
    ((code, zoom, points),) = country_labels(Topology(wide), Named())
    assert code == "UA"
    assert 2 <= zoom <= 7.5
    assert len(points) > 6
    assert all(box(0, 0, 40, 12).contains(Point(lon, lat)) for lat, lon in points)


def test_packages_are_pinned() -> None:
    from recipe.packages import NEEDED, BasemapPackages

    pinned = BasemapPackages(Path("nowhere")).pinned
    assert set(pinned) == set(NEEDED)
    assert all(len(package.sha256) == 64 and package.version for package in pinned.values())
    assert "recipe" not in [name.partition(".")[0] for name in sys.modules if name.startswith("mapper")]

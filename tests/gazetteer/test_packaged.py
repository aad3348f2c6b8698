"""The packaged index and the tables it is made of."""

from __future__ import annotations

import csv
import itertools
import json
import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from mapper.gazetteer import KINDS
from mapper.gazetteer.kinds import ADMIN
from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer import Gazetteer

ROOT = Path(__file__).parents[2] / "gazetteer"
PLACE_TABLES = ("water", "relief", "islands", "regions", "landmarks", "towns")
NEAR_KM = 50
ROUNDED = 0.05
EXPLAINED = {
    # beyond the outlines' land: far islands, reefs and fields at sea
    "Alborán Island", "Ashmore Reef", "Bach Long Vi", "Beerenberg", "Bouvet Island", "Chesterfield Islands",
    "Christmas Island", "Christmas Island detention centre", "Cocos (Keeling) Islands", "Dry Tortugas", "Enewetak Atoll",
    "Great Barrier Reef", "Hunga Tonga–Hunga Haʻapai", "Jabal al-Tair", "Jan Mayen", "Kastellorizo", "Kingman Reef",
    "Kwajalein Atoll", "Malpelo", "Moneron", "Rowley Shoals", "South Pars", "Stabroek Block", "TurkStream", "Wake Island",
    # groupings whose point lies between their members
    "AUKUS", "Asia-Pacific Economic Cooperation", "Organisation of Eastern Caribbean States",
    "European Free Trade Association",
    # in units whose country is left open
    "Crocker Range", "Donbas Upland", "Kinabatangan River", "Mount Kinabalu", "Sipadan",
}  # fmt: skip


def rows(name: str) -> Iterator[dict[str, str]]:
    with (ROOT / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def test_every_source_is_in(gazetteer: Gazetteer) -> None:
    info = gazetteer.info()
    assert info["sources"]["GeoNames"] > 280_000
    assert info["sources"]["US Census"] > 30_000
    assert info["sources"]["own tables"] > 5_500
    assert info["sources"]["disputed register"] > 180
    kinds = info["kinds"]
    assert (kinds["country"], kinds["admin1"] > 4_000, kinds["admin2"] > 70_000, kinds["city"] > 240_000) == (
        250,
        True,
        True,
        True,
    )
    assert info["bytes"] < 45_000_000
    assert set(info["packages"]) < set(info["licences"])


def test_kinds_are_known(gazetteer: Gazetteer) -> None:
    assert set(gazetteer.info()["kinds"]) <= set(KINDS)


def test_the_best_known_places_come_first(gazetteer: Gazetteer) -> None:
    priors = [gazetteer.rows.prior(row) for row in range(0, len(gazetteer), 997)]
    assert all(before >= after - ROUNDED for before, after in itertools.pairwise(priors))


def test_every_row_has_a_point_and_a_country_it_stands_for(gazetteer: Gazetteer) -> None:
    for row in range(0, len(gazetteer), 499):
        place = gazetteer.rows.place(row)
        assert abs(place.lat) <= 90
        assert abs(place.lon) <= 180
        assert place.name
        assert place.country is None or len(place.country) == 2
        assert gazetteer.place(place.id).id == place.id


def test_countries_have_rows_and_areas(gazetteer: Gazetteer) -> None:
    for code in gazetteer.rows.countries:
        row = gazetteer.rows._country_rows.get(code)
        assert row is not None, code
        assert gazetteer.rows.kind(row) == "country"
        assert gazetteer.rows.extent(row) > 0.3 or code in {"UM", "BV", "IO", "MC", "VA"}, code


def test_towns_lie_in_their_own_units(gazetteer: Gazetteer) -> None:
    checked = wrong = 0
    for row in range(2_000, len(gazetteer), 613):
        if (
            gazetteer.rows.kind(row) == "city"
            and (unit := gazetteer.rows.parent_of_kind(row, "admin1")) is not None
        ):
            checked += 1
            away = distance_km(*(f(r) for r in (row, unit) for f in (gazetteer.rows.lat, gazetteer.rows.lon)))
            wrong += away > 4 * max(gazetteer.rows.extent(unit), 25)
    assert checked > 300
    assert wrong / checked < 0.01


@pytest.mark.parametrize(
    "name",
    ["Dokdo", "Takeshima", "Liancourt Rocks", "Senkaku", "Diaoyu Islands", "South China Sea", "Sea of Japan", "East Sea",
     "Taiwan Strait", "Kashmir", "Crimea", "독도", "竹島", "钓鱼岛", "Strait of Hormuz", "Golan Heights", "Western Sahara",
     "Falkland Islands", "Malvinas", "West Bank", "Gaza", "Abkhazia", "Spratly Islands", "Paracel Islands"],
)  # fmt: skip
def test_names_in_dispute_answer_without_a_country(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name)[0].country is None


def test_every_territory_is_found_by_its_id_or_names(gazetteer: Gazetteer) -> None:
    with (ROOT / "disputed" / "disputed_territories.jsonl").open(encoding="utf-8") as stream:
        territories = [json.loads(line) for line in stream if line.strip()]
    for territory in territories:
        row = gazetteer.rows.row(f"dt:{territory['id']}")
        if territory["flag_default"]:
            assert row is not None, territory["id"]
            assert gazetteer.rows.country(row) is None
        assert row is not None or gazetteer.has(territory["neutral_name"]), territory["id"]


@pytest.mark.parametrize(
    ("lat", "lon", "idents"),
    [
        (37.5, 127.0, ["Seoul", "South Korea"]), (48.85, 2.35, ["Paris", "Île-de-France", "France"]),
        (34.08, 74.8, ["Indian-administered Jammu and Kashmir", "Kashmir region"]), (44.95, 34.1, ["Crimea and Sevastopol"]),
        (40.0, 135.0, ["Sea of Japan"]), (3.5, 100.0, ["Strait of Malacca"]), (24.5, 119.5, ["Taiwan Strait"]),
        (0.0, -30.0, ["South Atlantic Ocean"]), (35.44, 139.64, ["Kanagawa Prefecture", "Japan"]),
    ],
)  # fmt: skip
def test_containing(gazetteer: Gazetteer, lat: float, lon: float, idents: list[str]) -> None:
    found = [place.name for place in gazetteer.containing(lat, lon)]
    assert [name for name in found if name in idents] == [name for name in idents if name in found]
    assert set(idents) & set(found)


def test_no_row_of_a_table_lies_far_from_its_countries(gazetteer: Gazetteer) -> None:
    land: dict[str, list[shapely.Geometry]] = {}
    for number, row in enumerate(gazetteer._areas.rows.tolist()):
        if country := gazetteer.rows.country(row):
            land.setdefault(country, []).append(gazetteer._areas._shapes[number])
    for name in PLACE_TABLES:
        for place in rows(name):
            shapes = [shape for code in place["countries"].split() for shape in land.get(code, ())]
            if place["countries"] and place["name"] not in EXPLAINED:
                lat, lon = float(place["lat"]), float(place["lon"])
                allowed = NEAR_KM + (float(place["radius_km"]) if place["kind"] in AREAS else 0)
                assert km_to(shapes, lat, lon) <= allowed, place["name"]


AREAS = {"sea", "gulf", "ocean", "strait", "bay", "channel", "archipelago", "grouping", "region"}


def km_to(shapes: list[shapely.Geometry], lat: float, lon: float) -> float:
    point = shapely.Point(lon, lat)
    if not shapes:
        return 0.0
    degrees = shapely.distance(shapes, point)
    if degrees.min() == 0:
        return 0.0
    nearest = [shapes[i] for i in degrees.argsort()[:5]]
    ends = [shapely.shortest_line(shape, point).coords[0] for shape in nearest]
    return min(distance_km(lat, lon, y, x) for x, y in ends)


@pytest.mark.parametrize("name", PLACE_TABLES)
def test_place_tables_are_sound(name: str) -> None:
    for row in rows(name):
        assert row["name"] == row["name"].strip() != ""
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180
        assert 0 <= float(row["radius_km"] or 0) <= 10_000
        assert row["prominence"] in set("12345")
        assert all(len(code) == 2 and code.isupper() for code in row["countries"].split())
        assert all(part.strip() for part in row["alternates"].split("|")) or not row["alternates"]


def test_no_place_stands_twice_in_the_tables() -> None:
    seen = Counter(
        (row["name"], row["kind"], row["countries"]) for name in PLACE_TABLES for row in rows(name)
    )
    assert [place for place, total in seen.items() if total > 1] == []


def test_word_tables_find_their_places(gazetteer: Gazetteer) -> None:
    lost = [
        row["form"] for row in rows("demonyms")
        if row["kind"] != "language_only" and not row["form"].isupper() and not gazetteer.has(row["form"])
    ]  # fmt: skip
    lost += [
        row["old_name"]
        for row in rows("former_names")
        if row["modern_name"] and not gazetteer.has(row["old_name"])
    ]
    assert len(lost) < 10, lost


def test_a_units_extent_is_at_most_its_countrys(gazetteer: Gazetteer) -> None:
    for row in range(6_000):
        if (
            gazetteer.rows.kind(row) in ADMIN - {"country"}
            and (country := gazetteer.rows.country_row(row)) is not None
        ):
            assert gazetteer.rows.extent(row) <= 1.3 * gazetteer.rows.extent(country) + 5, (
                gazetteer.rows.name(row)
            )
            assert not math.isnan(gazetteer.rows.extent(row))


def test_first_level_units_hang_on_their_country(gazetteer: Gazetteer) -> None:
    rows = gazetteer.rows
    for row in range(len(gazetteer)):
        country = rows.country_row(row) if rows.kind(row) == "admin1" else None
        if country is not None:
            assert rows.parents(row) == [country, *rows.parents(country)], rows.place(row)


def test_every_town_outside_the_register_has_a_country(gazetteer: Gazetteer) -> None:
    kinds = {gazetteer.rows.kinds.index(kind) for kind in ("city", "district")}
    towns = np.flatnonzero(np.isin(gazetteer.rows.arrays["kind"], [*kinds])).tolist()
    without = [gazetteer.rows.place(row) for row in towns if gazetteer.rows.country(row) is None]
    assert {place.id for place in without if not place.id.startswith("dt:")} == set()


@pytest.mark.parametrize(
    ("ident", "language", "name"),
    [
        ("gn:1835841", "ko", "대한민국"), ("gn:1861060", "ja", "日本"), ("gn:1814991", "zh", "中国"),
        ("gn:1814991", "zh-Hant", "中國"), ("gn:2921044", "de", "Deutschland"), ("gn:2921044", "es", "Alemania"),
        ("gn:2017370", "ru", "Россия"), ("gn:2017370", "fr", "Russie"), ("gn:357994", "ar", "مصر"),
        ("gn:524901", "ru", "Москва"), ("gn:1835848", "ko", "서울"), ("gn:2643743", "ja", "ロンドン"),
        ("gn:5332921", "fr", "Californie"), ("gn:290557", "pt-BR", "Emirados Árabes Unidos"),
    ],
)  # fmt: skip
def test_names_by_language(gazetteer: Gazetteer, ident: str, language: str, name: str) -> None:
    row = gazetteer.rows.row(ident)
    assert row is not None
    assert gazetteer.rows.name_in(row, language) == name


def test_no_territory_has_a_name_by_language(gazetteer: Gazetteer) -> None:
    rows = [row for row in range(len(gazetteer)) if gazetteer.rows.ident(row).startswith("dt:")]
    assert rows
    assert all(gazetteer.rows.labels(row) == {} for row in rows)

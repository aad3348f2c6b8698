"""The towns and provinces that tell a reader where a story plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapper.disputes import DisputeRegister
from mapper.page import surroundings
from mapper.page.payload.records import PagePlace

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def register() -> DisputeRegister:
    return DisputeRegister.load()


def at(name: str, lat: float, lon: float, precision: str = "city") -> PagePlace:
    return PagePlace(name, lat, lon, precision)


def named(rows: list[surroundings.Name]) -> dict[str, float]:
    return {names["en"]: zoom for names, _, _, zoom in rows}


TEXAS = (at("Paris, Texas", 33.6609, -95.5555), at("Austin", 30.2672, -97.7431))


def test_large_cities_come_before_small_ones(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    towns = named(surroundings.towns(TEXAS, gazetteer, register, whole=True))
    assert towns["Houston"] <= towns["Dallas"] < towns["Sherman"]
    zooms = list(towns.values())
    assert zooms == sorted(zooms)
    assert zooms[-1] <= surroundings.LAST_ZOOM


def test_places_of_the_story_are_not_named_again(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    assert not {"Paris", "Austin"} & named(surroundings.towns(TEXAS, gazetteer, register, whole=True)).keys()


def test_a_wide_story_names_only_what_is_near_its_places(
    gazetteer: Gazetteer, register: DisputeRegister
) -> None:
    near = named(surroundings.towns(TEXAS, gazetteer, register, whole=False))
    assert "Round Rock" in near
    assert "New Orleans" not in near


def test_parts_of_a_city_wait_until_there_is_room(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    towns = named(surroundings.towns((at("Tokyo", 35.6895, 139.6917),), gazetteer, register, whole=True))
    assert towns["Yokohama"] > 7
    assert towns["Nagoya"] < 6


def test_names_in_other_languages(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    rows = surroundings.towns((at("Seoul", 37.5665, 126.978),), gazetteer, register, whole=True)
    names = next(names for names, *_ in rows if names["en"] == "Busan")
    assert names["ko"].startswith("부산")


def test_no_town_on_disputed_land_is_named(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    towns = named(surroundings.towns((at("Krasnodar", 45.0448, 38.976),), gazetteer, register, whole=True))
    assert "Kharkiv" in towns
    assert not {"Simferopol", "Sevastopol", "Donetsk", "Sokhumi", "Sukhumi"} & towns.keys()


def test_provinces_are_named_where_they_are_wide_enough(
    gazetteer: Gazetteer, register: DisputeRegister
) -> None:
    units = named(surroundings.provinces(TEXAS, gazetteer, register))
    assert {"Texas", "Oklahoma", "Arkansas", "Louisiana"} <= units.keys()
    assert "Guam" not in units
    assert "American Samoa" not in units
    assert all(
        surroundings.PROVINCE_ZOOMS[0] <= zoom <= surroundings.PROVINCE_ZOOMS[1] for zoom in units.values()
    )


def test_no_province_in_dispute_is_named(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    units = named(surroundings.provinces((at("Krasnodar", 45.0448, 38.976),), gazetteer, register))
    assert units
    assert not {name for name in units if "Crimea" in name or "Donetsk" in name or "Sevastopol" in name}


def test_a_story_of_areas_alone_has_no_towns_near(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    assert (
        surroundings.towns((at("Texas", 31.25, -99.25, "province"),), gazetteer, register, whole=False) == []
    )

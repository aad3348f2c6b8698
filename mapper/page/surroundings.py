"""What lies around a story and tells a reader where it plays: towns and provinces by name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from mapper.page.labels import undisputed
from mapper.page.payload.places import AREA_PRECISIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapper.disputes import DisputeRegister
    from mapper.gazetteer import Gazetteer
    from mapper.model import Place
    from mapper.page.payload.records import PagePlace

Name = tuple[dict[str, str], float, float, float]
"""Names by language, latitude, longitude, and the first zoom at which the name is shown."""

POINTS: Final = 24
"""Places of the story whose surroundings are looked at, those with most events first."""
TOWNS_NEAR: Final = 150
TOWNS_KEPT: Final = 9
TOWN_KM: Final = 110
NEAR_ZOOM: Final = 5.5
"""First zoom at which the largest towns around a place are named, however small they are."""
NEAREST_KEPT: Final = 8
NEAREST_ZOOM: Final = 9.0
"""The very nearest towns and districts are named from here on: what a story inside one city needs."""
CITY_KM: Final = 900
CITIES_NEAR: Final = 30_000
CITIES_KEPT: Final = 40
CITY_PEOPLE: Final = 100_000
FROM_PEOPLE: Final = ((3_000_000, 4.0), (1_000_000, 4.5), (300_000, 5.0), (CITY_PEOPLE, 5.5))
"""First zoom by population, so that a screen has room for the names."""
PROVINCE_KM: Final = 700
PROVINCES_NEAR: Final = 16
PROVINCE_ZOOMS: Final = (5.25, 8.5)
NAME_PIXELS: Final = 110
"""A province is named where it is about as wide as its name on the screen."""
KM_PER_DEGREE: Final = 111.2
TILE: Final = 256
APART_PIXELS: Final = 64
"""A town is named where it stands so far from all larger ones and from the places of the story."""
LAST_ZOOM: Final = 10.5
SAME_PLACE: Final = 0.05
"""A town nearer than this (degrees) to a place of the story is that place."""
LANGUAGES: Final = ("ko", "ja")


def towns(
    places: Sequence[PagePlace], gazetteer: Gazetteer, register: DisputeRegister, *, whole: bool
) -> list[Name]:
    """Return the largest towns around a story, largest first.

    Towns whose country or land is in dispute are left out: their name may be one side's.

    Parameters
    ----------
    places
        The places of the story, those with most events first.
    gazetteer
        Where towns come from.
    register
        What land is in dispute.
    whole
        Whether the story is small enough for the cities of its whole frame, not only of its places.
    """
    points = [place for place in places if place.precision not in AREA_PRECISIONS][:POINTS]
    found: dict[str, tuple[Place, float]] = {}
    if whole and places:
        for place in _cities(places, gazetteer):
            found[place.id] = (place, _zoom_of(place))
    for point in points:
        near = gazetteer.nearest(point.lat, point.lon, limit=TOWNS_NEAR, max_km=TOWN_KM, kinds={"city"})
        largest = sorted((town for town, _ in near), key=_size)[:TOWNS_KEPT]
        ranked = [(town, NEAR_ZOOM + rank // 3) for rank, town in enumerate(largest)]
        ranked += [(town, NEAREST_ZOOM) for town, _ in near[:NEAREST_KEPT]]
        for town, least in ranked:
            zoom = min(least, _zoom_of(town))
            found[town.id] = (town, min(zoom, found.get(town.id, (town, zoom))[1]))
    known = [pair for pair in found.values() if not _is_shown(pair[0], places)]
    agreed = {place.id for place in _agreed([place for place, _ in known], register)}
    known = [pair for pair in known if pair[0].id in agreed]
    spread = _spread(sorted(known, key=lambda pair: _size(pair[0])), points)
    return [
        (_names(town, gazetteer), round(town.lat, 3), round(town.lon, 3), zoom)
        for town, zoom in sorted(spread, key=lambda pair: (pair[1], _size(pair[0])))
        if zoom <= LAST_ZOOM
    ]


def _spread(towns: Iterable[tuple[Place, float]], points: Iterable[PagePlace]) -> list[tuple[Place, float]]:
    """Return towns with the zoom at which each stands clear of the larger ones before it."""
    named = [(point.lat, point.lon) for point in points]
    out = []
    for town, zoom in towns:
        here = (town.lat, town.lon)
        apart = min((math.dist(here, other) for other in named), default=math.inf)
        out.append((town, max(zoom, round(_zoom_for(APART_PIXELS, apart), 2))))
        named.append(here)
    return out


def _zoom_for(pixels: float, degrees: float) -> float:
    """Return the zoom at which a distance on the map is so wide."""
    return math.log2(pixels / max(degrees, 1e-6) * 360 / TILE)


def _agreed(places: list[Place], register: DisputeRegister) -> list[Place]:
    """Return the places whose country and land nobody disputes."""
    free = undisputed([(place.lat, place.lon) for place in places], register)
    return [
        place for place, is_free in zip(places, free, strict=True) if is_free and place.country is not None
    ]


def _cities(places: Sequence[PagePlace], gazetteer: Gazetteer) -> Iterable[Place]:
    """Return the largest cities within reach of the middle of a story."""
    lat = (min(place.lat for place in places) + max(place.lat for place in places)) / 2
    lon = (min(place.lon for place in places) + max(place.lon for place in places)) / 2
    rows, _ = gazetteer.nearest_rows([lat], [lon], limit=CITIES_NEAR, max_km=CITY_KM, kinds={"city"})
    people = gazetteer.rows.population
    large = [row for row in rows[0].tolist() if row >= 0 and people(row) >= CITY_PEOPLE]
    return map(gazetteer.rows.place, sorted(large, key=lambda row: (-people(row), row))[:CITIES_KEPT])


def _size(town: Place) -> tuple[int, str]:
    return -(town.population or 0), town.id


def _zoom_of(town: Place) -> float:
    people = town.population or 0
    return next((zoom for least, zoom in FROM_PEOPLE if people >= least), LAST_ZOOM)


def _is_shown(town: Place, places: Iterable[PagePlace]) -> bool:
    return any(
        town.name == place.name or math.dist((town.lat, town.lon), (place.lat, place.lon)) < SAME_PLACE
        for place in places
    )


def _names(place: Place, gazetteer: Gazetteer) -> dict[str, str]:
    known = gazetteer.names(place.id)
    return {"en": place.name} | {code: known[code] for code in LANGUAGES if code in known}


def provinces(places: Sequence[PagePlace], gazetteer: Gazetteer, register: DisputeRegister) -> list[Name]:
    """Return the first-level units around a small story; none whose country or land is in dispute."""
    found: dict[str, Place] = {}
    for place in places[:POINTS]:
        near = gazetteer.nearest(
            place.lat, place.lon, limit=PROVINCES_NEAR, max_km=PROVINCE_KM, kinds={"admin1"}
        )
        found.update((unit.id, unit) for unit, _ in near)
    shown = {place.name for place in places if place.precision in AREA_PRECISIONS}
    units = [
        unit
        for unit in found.values()
        if unit.extent
        and unit.name not in shown
        and gazetteer.outline(unit.id) is not None
        and gazetteer.contains(unit.id, unit.lat, unit.lon)
    ]
    kept = sorted(_agreed(units, register), key=lambda unit: (-(unit.extent or 0), unit.id))
    return [
        (_names(unit, gazetteer), round(unit.lat, 2), round(unit.lon, 2), _province_zoom(unit))
        for unit in kept
    ]


def _province_zoom(unit: Place) -> float:
    """Return the zoom at which a unit is about as wide as its name."""
    zoom = _zoom_for(NAME_PIXELS, 2 * (unit.extent or 1) / KM_PER_DEGREE)
    return round(min(max(zoom, PROVINCE_ZOOMS[0]), PROVINCE_ZOOMS[1]), 2)

"""Points a text describes: coordinates, distances from a name, the middle of two names."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geo import distance_km
from mapper.model import Place, Toponym
from mapper.toponyms.described.between import between_points
from mapper.toponyms.described.coordinates import find_coordinates, read_point
from mapper.toponyms.described.offsets import offset_points
from mapper.toponyms.described.point import Point, precision_of

from .making import plain

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer
    from mapper.toponyms import Geoparser

    from .making import Maker

latitudes = st.floats(-89.9, 89.9).map(lambda x: round(x, 4))
longitudes = st.floats(-179.9, 179.9).map(lambda x: round(x, 4))


def named(
    text: str, name: str, lat: float, lon: float, *, role: str = "literal", kind: str = "city"
) -> Toponym:
    """Return a name of a text as a resolved toponym."""
    start = text.index(name)
    precision = "country" if kind == "country" else "city"
    place = Place(f"gn:{start}", name, kind, lat, lon, precision)
    return Toponym("t1", start, start + len(name), name, role, place, 0.9)


def letters(degrees: float, names: str) -> str:
    return names[0] if degrees >= 0 else names[1]


def sexagesimal(degrees: float) -> str:
    minutes = round(abs(degrees) * 3600)
    return f"{minutes // 3600}°{minutes // 60 % 60}′{minutes % 60}″"


# -- coordinates


@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [
        ("35.2N 129.1E", 35.2, 129.1),
        ("35.2°N, 129.1°E", 35.2, 129.1),
        ("35.2 N, 129.1 E", 35.2, 129.1),
        ("N 35.2° E 129.1°", 35.2, 129.1),
        ("37°14′N 131°52′E", 37.2333, 131.8667),
        ("37° 14' 30\" N, 131° 52' 00\" E", 37.2417, 131.8667),
        ("12°30'S / 45°10'W", -12.5, -45.1667),
        ("5.5 degrees north, 80.2 degrees east", 5.5, 80.2),
        ("5.5 degrees north latitude and 80.2 degrees west longitude", 5.5, -80.2),
        ("lat 61.2, lon -149.9", 61.2, -149.9),
        ("Latitude: 61.20, Longitude: 10.15", 61.2, 10.15),
        ("51.50735, -0.12776", 51.50735, -0.12776),
    ],
)
def test_notations_are_read(written: str, lat: float, lon: float) -> None:
    text = f"It was seen at {written} on Monday."
    (point,) = find_coordinates(text)
    assert text[point.start : point.end] == written
    assert (point.lat, point.lon) == (pytest.approx(lat, abs=1e-3), pytest.approx(lon, abs=1e-3))


@pytest.mark.parametrize(
    "text",
    [
        "The score was 3-2 and then 24-7.",
        "It rose from 4.5 to 5.2 percent, not 3.25, 4.50.",
        "A temperature of 41.5°C and 39°C.",
        "Take route 66 E, then 5 W.",
        "They live at 50 N 100 W Street.",
        "On 12.05.2024, 10.30 a.m.",
        "95.5N 129.1E is off the globe.",
        "35.2N 229.1E is off the globe.",
        "Version 3.11, 3.12, 3.13.",
        "In the year 1999 N. and E. met.",
        "",
    ],
)
def test_other_numbers_are_no_coordinates(text: str) -> None:
    assert list(find_coordinates(text)) == []


@given(latitudes, longitudes)
def test_written_degrees_come_back(lat: float, lon: float) -> None:
    written = f"{abs(lat):.4f}°{letters(lat, 'NS')}, {abs(lon):.4f}°{letters(lon, 'EW')}"
    (point,) = find_coordinates(f"Seen near {written}.")
    assert distance_km(point.lat, point.lon, lat, lon) < 0.02
    assert point.radius_km < 0.1


@given(latitudes, longitudes)
def test_degrees_minutes_and_seconds_come_back_within_their_radius(lat: float, lon: float) -> None:
    written = f"{sexagesimal(lat)}{letters(lat, 'NS')} {sexagesimal(lon)}{letters(lon, 'EW')}"
    (point,) = find_coordinates(f"Seen near {written}.")
    assert distance_km(point.lat, point.lon, lat, lon) <= point.radius_km + 1e-3


@given(st.text(max_size=200))
def test_any_text_gives_points_on_the_globe(text: str) -> None:
    end = 0
    for point in find_coordinates(text):
        assert end <= point.start < point.end <= len(text)
        assert abs(point.lat) <= 90
        assert abs(point.lon) <= 180
        end = point.end


def test_fewer_digits_leave_a_wider_radius() -> None:
    radii = [
        next(iter(find_coordinates(f"at {written}."))).radius_km
        for written in ("35.2N 129.1E", "35.21N 129.12E", "35.2101N 129.1201E")
    ]
    assert radii == sorted(radii, reverse=True)
    assert radii[0] > 5 > radii[1] > 0.1 > radii[2]


def test_a_given_span_is_read_only_if_it_is_coordinates() -> None:
    text = "From 35.2N 129.1E to Busan"
    assert read_point(text, 5, 17) is not None
    assert read_point(text, 21, 26) is None
    assert read_point(text, 0, 17) is None


def test_coordinates_become_a_place_in_their_country(geoparser: Geoparser) -> None:
    (found,) = geoparser.toponyms(plain("The drone fell at 48.5°N 35.0°E at dawn."))
    assert found.place is not None
    assert (found.place.kind, found.place.country, found.role) == ("coordinates", "UA", "literal")
    assert found.place.id == "xy:48.5,35.0"
    assert found.place.extent == pytest.approx(7.86, abs=0.1)
    assert [reason.code for reason in found.reasons] == ["found:coordinates", "coordinates", "uncertainty-km"]


def test_coordinates_on_disputed_ground_are_flagged(geoparser: Geoparser) -> None:
    (found,) = geoparser.toponyms(plain("The islets lie at 37°14′N 131°52′E."))
    assert found.dispute is not None
    assert found.dispute.territory == "liancourt-rocks"
    assert found.place is not None
    assert found.place.country is None


def test_coordinates_at_sea_have_no_country(geoparser: Geoparser) -> None:
    (found,) = geoparser.toponyms(plain("The ship was last seen at 30.5°S 15.0°W."))
    assert found.place is not None
    assert found.place.country is None


def test_no_name_is_found_inside_coordinates(geoparser: Geoparser) -> None:
    found = geoparser.toponyms(plain("A ship, 41.5 degrees south, 174.5 degrees east, called Wellington."))
    assert found[0].text == "41.5 degrees south, 174.5 degrees east"


# -- offsets


@pytest.mark.parametrize(
    ("text", "words", "bearing", "km"),
    [
        ("It fell 300 km north of Aleppo.", "300 km north", 0.0, 300),
        ("It fell 10 miles south-east of Aleppo.", "10 miles south-east", 135.0, 16.09),
        (
            "It fell about 90 kilometers (56 miles) southwest of Aleppo.",
            "90 kilometers (56 miles) southwest",
            225.0,
            90,
        ),
        ("It fell ten nautical miles west of the city of Aleppo.", "ten nautical miles west", 270.0, 18.52),
        ("It fell 1,500 metres east of Aleppo.", "1,500 metres east", 90.0, 1.5),
    ],
)
def test_a_distance_and_a_direction_move_the_point(
    make: Maker, text: str, words: str, bearing: float, km: float
) -> None:
    (point,) = offset_points(make(text), [named(text, "Aleppo", 36.2, 37.16)])
    assert text[point.start : point.end] == words
    assert distance_km(36.2, 37.16, point.lat, point.lon) == pytest.approx(km, rel=0.01)
    assert point.name == text[point.start : text.index("Aleppo") + 6]
    north = math.cos(math.radians(bearing)) * km / 111.2
    assert point.lat - 36.2 == pytest.approx(north, abs=0.05)


@pytest.mark.parametrize(
    "text",
    ["It sank 80 miles off Aleppo.", "It sank 80 miles from Aleppo.", "It sank 80 miles outside of Aleppo."],
)
def test_a_distance_without_direction_widens_the_radius(make: Maker, text: str) -> None:
    (point,) = offset_points(make(text), [named(text, "Aleppo", 36.2, 37.16)])
    assert (point.lat, point.lon) == (36.2, 37.16)
    assert point.radius_km > 80 * 1.6


@pytest.mark.parametrize(
    "text",
    [
        "They flew 600 miles from Aleppo to Nice.",
        "He ran 5 km. Aleppo was hot.",
        "She lives 20 minutes north of Aleppo.",
        "They mined 300 kg of gold. North of Aleppo it rained.",
        "It cost $5 m from Aleppo.",
        "A 5 km road was built; Aleppo paid.",
        "It is 4,000 km north of Aleppo.",
        "It is 0 km north of Aleppo.",
        "North of Aleppo it rained.",
        "Aleppo",
    ],
)
def test_other_words_before_a_name_are_no_offset(make: Maker, text: str) -> None:
    assert list(offset_points(make(text), [named(text, "Aleppo", 36.2, 37.16)])) == []


@pytest.mark.parametrize(("role", "kind"), [("demonym", "city"), ("literal", "country")])
def test_a_people_or_a_country_is_no_start(make: Maker, role: str, kind: str) -> None:
    text = "It fell 300 km north of Aleppo."
    assert list(offset_points(make(text), [named(text, "Aleppo", 36.2, 37.16, role=role, kind=kind)])) == []


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_before_a_name_are_borne(before: str, behind: str) -> None:
    text = before + "Aleppo" + behind
    start = len(before)
    place = Place("gn:1", "Aleppo", "city", 36.2, 37.16, "city")
    anchor = Toponym("t1", start, start + 6, "Aleppo", "literal", place, 0.9)
    document = type("Text", (), {"text": text})()
    for point in offset_points(document, [anchor]):
        assert 0 <= point.start < point.end <= start


def test_name_and_offset_stand_side_by_side(geoparser: Geoparser) -> None:
    found = geoparser.toponyms(plain("A dhow sank 200 miles east of Mogadishu."))
    assert [(t.id, t.text) for t in found] == [("t1", "200 miles east"), ("t2", "Mogadishu")]
    offset, anchor = found
    assert offset.place is not None
    assert anchor.place is not None
    assert (offset.place.kind, anchor.place.kind) == ("offset", "city")
    assert offset.confidence == anchor.confidence
    reasons = {reason.code: reason for reason in offset.reasons}
    assert (reasons["offset-from"].start, reasons["offset-from"].end) == (anchor.start, anchor.end)
    assert reasons["distance-km"].value == pytest.approx(321.869)
    assert reasons["bearing"].value == 90.0


# -- between


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It broke down halfway between Sydney and Dubbo.", "halfway between"),
        ("It broke down mid-way between Sydney and Dubbo.", "mid-way between"),
        ("A crash on the road between Sydney and Dubbo.", "road between"),
        ("A crash on the main highway between Sydney and Dubbo.", "main highway between"),
    ],
)
def test_what_lies_between_is_the_middle(make: Maker, text: str, words: str) -> None:
    ends = [named(text, "Sydney", -33.87, 151.21), named(text, "Dubbo", -32.25, 148.6)]
    (point,) = between_points(make(text), ends)
    assert text[point.start : point.end] == words
    away = [distance_km(point.lat, point.lon, t.place.lat, t.place.lon) for t in ends if t.place]
    assert away[0] == pytest.approx(away[1])
    assert point.radius_km == pytest.approx(away[0])
    assert point.confidence == pytest.approx(0.81)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Sydney and Dubbo broke down.",
        "The road between Sydney, Perth and Dubbo.",
        "Halfway between them, Sydney and Dubbo met.",
        "Sydney and Dubbo met halfway.",
    ],
)
def test_other_pairs_are_no_point(make: Maker, text: str) -> None:
    ends = [named(text, "Sydney", -33.87, 151.21), named(text, "Dubbo", -32.25, 148.6)]
    assert list(between_points(make(text), ends)) == []


@pytest.mark.parametrize(("lat", "lon"), [(-33.87, 151.21), (51.5, -0.12)])
def test_the_same_place_and_the_other_end_of_the_world_have_no_middle(
    make: Maker, lat: float, lon: float
) -> None:
    text = "The road between Sydney and Dubbo."
    ends = [named(text, "Sydney", -33.87, 151.21), named(text, "Dubbo", lat, lon)]
    assert list(between_points(make(text), ends)) == []


# -- places


@pytest.mark.parametrize(
    ("radius", "precision"), [(0.01, "point"), (1.5, "point"), (8, "city"), (60, "province"), (400, "region")]
)
def test_the_radius_says_how_fine_a_point_is(radius: float, precision: str) -> None:
    assert precision_of(radius) == precision


def test_a_name_over_two_lines_is_written_in_one(gazetteer: Gazetteer) -> None:
    point = Point(0, 5, "offset", "20 km\n  north of X", 10.123456789, 20.0, 2.5, 0.5, ())
    place = point.place(gazetteer)
    assert (place.name, place.id, place.lat) == ("20 km north of X", "xy:10.12346,20.0", 10.12346)

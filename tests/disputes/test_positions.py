"""Where a point lies."""

from __future__ import annotations

import json
from datetime import date

import pytest

INSIDE = {
    "Simferopol": (44.957, 34.108, "crimea"), "Melitopol": (46.849, 35.365, "zaporizhzhia"),
    "Stanley": (-51.692, -57.859, "falkland-islands"), "Srinagar": (34.083, 74.797, "jammu-and-kashmir"),
    "Muzaffarabad": (34.370, 73.471, "azad-kashmir"), "Hargeisa": (9.560, 44.065, "somaliland"),
    "Laayoune": (27.151, -13.199, "western-sahara"), "Tawang": (27.586, 91.868, "arunachal-pradesh"),
    "Sheikh Jarrah": (31.792, 35.231, "east-jerusalem"), "Old City of Jerusalem": (31.7767, 35.2311, "east-jerusalem"),
    "West Jerusalem": (31.781, 35.209, "jerusalem"), "Gaza City": (31.502, 34.467, "gaza-strip"),
    "Ramallah": (31.900, 35.204, "west-bank"), "Majdal Shams": (33.268, 35.770, "golan-heights"),
    "Pristina": (42.663, 21.165, "kosovo"), "Taipei": (25.037, 121.564, "taiwan"),
    "Jincheng": (24.434, 118.317, "kinmen"), "Kyrenia": (35.337, 33.320, "northern-cyprus"),
    "Tiraspol": (46.841, 29.629, "transnistria"), "Tskhinvali": (42.227, 43.967, "south-ossetia"),
    "Sukhumi": (43.001, 41.023, "abkhazia"), "Gibraltar": (36.145, -5.353, "gibraltar"),
    "Ceuta": (35.889, -5.316, "ceuta"), "Mamoudzou": (-12.781, 45.228, "mayotte"),
    "Liancourt Rocks": (37.242, 131.867, "liancourt-rocks"), "Uotsuri": (25.744, 123.474, "senkaku-islands"),
    "Mischief Reef": (9.903, 115.535, "mischief-reef"), "Abyei": (9.595, 28.436, "abyei"),
    "Lethem": (3.380, -59.797, "essequibo"), "Kherson": (46.635, 32.617, "kherson"),
    "Halaib": (22.222, 36.646, "halaib"), "Las Anod": (8.477, 47.358, "sool-sanaag"),
}  # fmt: skip
OUTSIDE = {
    "Seoul": (37.566, 126.978), "Athens": (37.984, 23.728), "Kabul": (34.528, 69.172), "Islamabad": (33.721, 73.043),
    "Hong Kong": (22.278, 114.175), "Manila": (14.604, 120.982), "Amman": (31.955, 35.945), "Tel Aviv": (32.081, 34.781),
    "Yerevan": (40.181, 44.514), "Sapporo": (43.064, 141.346), "Rafah in Egypt": (31.282, 34.239),
    "La Linea": (36.168, -5.348), "Xiamen": (24.480, 118.082), "Narva": (59.377, 28.190), "Nicosia": (35.173, 33.354),
    "Gori": (41.984, 44.109), "Zugdidi": (42.509, 41.871), "Chisinau": (47.006, 28.858), "Odesa": (46.477, 30.733),
    "Sialkot": (32.493, 74.531), "Dibrugarh": (27.480, 94.911), "Kota Kinabalu": (5.975, 116.073), "Georgetown": (6.804, -58.155),
    "Tarfaya": (27.940, -12.923), "Nouadhibou": (20.942, -17.036), "Fnideq": (35.849, -5.357), "Bosaso": (11.284, 49.182),
    "Djibouti": (11.589, 43.145), "Skopje": (41.997, 21.428), "Nis": (43.325, 21.903), "Leticia": (-4.215, -69.941),
    "Ushuaia": (-54.801, -68.303), "Puerto Princesa": (9.741, 118.735), "Bandar Abbas": (27.187, 56.281),
    "Al Hoceima": (35.252, -3.937), "Nador": (35.168, -2.934), "Larnaca": (34.923, 33.623), "Ein Gev": (32.783, 35.639),
    "Bethlehem in Pennsylvania": (40.626, -75.371), "Stanley in Idaho": (44.216, -114.931), "the middle of the sea": (15.0, 113.0),
}  # fmt: skip


@pytest.mark.parametrize(("lat", "lon", "territory"), INSIDE.values(), ids=INSIDE)
def test_inside(register, lat, lon, territory):
    assert register.at(lat, lon)[0] == territory


@pytest.mark.parametrize(("lat", "lon"), OUTSIDE.values(), ids=OUTSIDE)
def test_outside(register, lat, lon):
    assert register.at(lat, lon) == ()


def test_the_smallest_comes_first_and_the_whole_after(register):
    assert register.at(34.083, 74.797) == ("jammu-and-kashmir", "kashmir")
    assert register.at(31.7781, 35.2354) == ("temple-mount", "east-jerusalem", "jerusalem")


def test_every_disputed_row_is_found_by_its_point_or_says_why_not(register):
    """A row without outline and reach, and a row off land, is flagged by name only."""
    for row in register.territories:
        if row.flag_default and len(row.claimants) > 1 and row.id not in register.at(row.lat, row.lon):
            scattered = row.id in register.outlines and row.kind in {"island_group", "strip"}
            assert not row.on_land or (
                row.reach_km is None and (row.id not in register.outlines or scattered)
            ), row.id


def test_seas_lines_names_and_antarctica_hold_no_point(register):
    for row in register.territories:
        if row.kind in {"sea", "line", "name_dispute", "antarctic"}:
            assert row.id not in register.at(row.lat, row.lon)


def test_a_bare_point_at_a_label_means_the_row_a_place_there_does_not(register):
    for row in register.territories:
        if row.flagged() and row.kind not in {"name_dispute", "antarctic"}:
            assert row.id in register.at(row.lat, row.lon, labels=True), row.id
            assert [
                flag for flag in register.check((row.lat, row.lon)) if row.id in (flag.territory, *flag.also)
            ]
    assert register.at(33.508, 70.0) == ()  # a village half a mile from the middle of the Durand Line
    assert register.at(33.508, 70.0, labels=True) == ()


def test_dates_decide_for_points_too(register):
    shusha = (39.758, 46.751)
    assert register.at(*shusha) == ()
    assert register.at(*shusha, date=date(2020, 10, 1)) == ("nagorno-karabakh",)
    assert register.at(*shusha, date=date(2024, 1, 2)) == ()
    assert register.at(44.957, 34.108, date=date(2010, 1, 1)) == ()


def test_towns_just_across_a_border_are_not_inside(register):
    for row in register.territories:
        for place in row.places_outside:
            assert row.id not in register.at(place.lat, place.lon), (row.id, place.name)


def test_no_city_of_a_third_country_is_inside(register, gazetteer):
    """Every town within a territory's outline belongs to one of the parties, or to nobody."""
    strangers = []
    for row in register.territories:
        if row.id not in register.outlines or not row.on_land or not row.flagged():
            continue
        shape = register.outline(row.id)
        for place, _ in gazetteer.nearest(
            shape.centroid.y, shape.centroid.x, limit=20, max_km=row.radius_km, kinds={"city"}
        ):
            parties = {*row.claimants, *row.contested_by, *row.administered_by}
            inside = row.id in register.at(place.lat, place.lon)
            if inside and place.country not in {*parties, None}:
                strangers.append((row.id, place.name, place.country))
    assert {country for _, _, country in strangers} <= {"EH", "FK", "GI", "GS", "IO", "YT", "AS"}, json.dumps(
        strangers
    )

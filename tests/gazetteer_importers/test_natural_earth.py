"""Natural Earth: themes, names, outlines, disputed areas and points of view."""

from __future__ import annotations

import re

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import ExtraMissingError, InputError
from mapper.gazetteer import KINDS
from mapper.gazetteer.importers import BadRow, NaturalEarth
from mapper.gazetteer.importers.natural_earth import parse_feature
from mapper.gazetteer.importers.natural_earth_kinds import is_contested, kind_of
from mapper.geo import distance_km

from .conftest import feature, geojson, zipped

BOX = shapely.box(1, 56, 3, 58)
NORLAND = {
    "featurecla": "Admin-0 country", "TYPE": "Sovereign country", "NAME": "Norl. Rep.", "NAME_LONG": "Norl. Rep.",
    "NAME_EN": "Republic of Norland", "NAME_KO": "노를란드", "FORMAL_EN": "Kingdom of Norland", "ISO_A2": "-99",
    "ISO_A2_EH": "NO", "POP_EST": 5_000_000.0, "LABEL_X": 5.5, "LABEL_Y": 57.5, "NE_ID": 1159320001, "POSTAL": "N",
    "ADM0_A3": "NOR", "ADMIN": "Norland", "FCLASS_IN": "Unrecognized",
}  # fmt: skip
PROVINCE = {
    "featurecla": "Admin-1 states provinces", "name": "North County", "name_en": "North County", "name_de": "Nordland",
    "name_alt": "Nordfylke|Northshire", "iso_a2": "NO", "gn_id": 10, "latitude": 57.1, "longitude": 5.0, "ne_id": 77,
    "adm1_code": "NOR-77",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Admin-0 country", "country"), ("Admin-1 states provinces lakes", "admin1"), ("Admin-2 scale rank", "admin2"),
        ("Admin-0 capital", "city"), ("Admin-1 capital", "city"), ("Populated place", "city"), ("Range/mtn", "range"),
        ("Pen/cape", "peninsula"), ("Island group", "archipelago"), ("Geoarea", "region"), ("strait", "strait"),
        ("sound", "strait"), ("sea", "sea"), ("River (Intermittent)", "river"), ("Alkaline Lake", "lake"),
        ("Reservoir", "reservoir"), ("Airport", "airport"), ("Port", "port"), ("Admin-0 map unit", "region"),
        ("Dragons-be-here", None), ("Coastline", None), ("Road", None), ("International boundary (verify)", None),
        ("", None), (None, None),
    ],
)  # fmt: skip
def test_feature_classes_become_kinds(name, kind):
    assert kind_of({"featurecla": name}) == kind
    assert kind is None or kind in KINDS


@pytest.mark.parametrize(
    ("layer", "properties", "expected"),
    [
        ("ne_10m_admin_0_disputed_areas", {"featurecla": "Admin-0 country"}, True),
        ("ne_50m_admin_0_breakaway_disputed_areas", {}, True),
        ("ne_10m_admin_0_countries", {"featurecla": "Admin-0 country", "type": "Indeterminate"}, True),
        ("ne_10m_admin_0_countries", {"featurecla": "Admin-0 country", "type": "Sovereign country"}, False),
        ("ne_10m_admin_0_boundary_lines_disputed_areas", {"featurecla": "Disputed"}, False),
    ],
)
def test_disputed_areas_are_known_by_layer_class_or_type(layer, properties, expected):
    assert is_contested(layer, properties) is expected


def lower(properties):
    return {key.casefold(): value for key, value in properties.items()}


def test_a_country(base):
    place = parse_feature(lower(NORLAND), "country", shapely.box(0, 50, 10, 60))
    assert (place.ident, place.name, place.country) == ("user:ne-1159320001", "Norland", "NO")
    assert (place.lat, place.lon, place.population) == (57.5, 5.5, 5_000_000)
    assert 300 < place.extent < 600
    assert dict(place.names) == {
        "Norl. Rep.": "alternate", "Republic of Norland": "alternate", "노를란드": "alternate",
        "Kingdom of Norland": "alternate", "N": "code",
    }  # fmt: skip


def test_without_a_label_the_point_lies_in_the_shape():
    horseshoe = shapely.difference(shapely.box(0, 0, 10, 10), shapely.box(3, 3, 10, 7))
    place = parse_feature({"featurecla": "Desert", "name": "Dry"}, "desert", horseshoe)
    assert horseshoe.contains(shapely.Point(place.lon, place.lat))
    assert place.ident == "user:ne-dry"
    assert 400 < place.extent < 700


@pytest.mark.parametrize(
    ("properties", "shape", "reason"),
    [
        ({"name": ""}, BOX, "no name"), ({"name": None}, BOX, "no name"), ({"name": -99}, BOX, "no name"),
        ({"name": "X"}, None, "neither a point nor a shape"), ({"name": "X"}, shapely.Point(), "neither"),
        ({"name": "X"}, shapely.Point(10, 95), "latitude"), ({"name": "X", "latitude": 1, "longitude": 200}, None, "longitude"),
        ({"name": "X", "pop_est": "many"}, BOX, "population"),
    ],
)  # fmt: skip
def test_bad_features_say_why(properties, shape, reason):
    with pytest.raises(BadRow, match=reason):
        parse_feature(properties, "city", shape)


keys = st.sampled_from(
    [
        "name",
        "name_en",
        "name_long",
        "name_alt",
        "pop_est",
        "scalerank",
        "label_x",
        "label_y",
        "gn_id",
        "ne_id",
        "iso_a2",
        "postal",
    ]
)
anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=9),
    st.lists(st.integers(), max_size=2),
)


@given(
    st.dictionaries(keys, anything, max_size=8),
    st.sampled_from([None, BOX, shapely.Point(3, 4), shapely.LineString([(0, 0), (1, 1)])]),
)
def test_any_feature_is_a_place_or_a_bad_row(properties, shape):
    try:
        place = parse_feature(properties, "region", shape)
    except BadRow:
        return
    assert place.name.strip()
    assert -90 <= place.lat <= 90


def test_themes_of_one_zip(tmp_path, imported):
    layers = {
        "ne_10m_admin_1_states_provinces": [feature(shapely.box(0, 55, 10, 60), **PROVINCE)],
        "ne_10m_populated_places": [feature(shapely.Point(4.0, 57.01), FEATURECLA="Admin-1 capital", NAME="St. Ambrose",
                                            GEONAMEID=100, POP_MAX=41_000, ISO_A2="NO", NE_ID=88)],
        "ne_10m_geography_regions_polys": [feature(BOX, FEATURECLA="Range/mtn", NAME="Blue Mts.", NAME_EN="Blue Mountains", SCALERANK=3),
                                           feature(shapely.Point(0, 0), FEATURECLA="Dragons-be-here", NAME="Null Island")],
        "ne_10m_geography_marine_polys": [feature(shapely.box(0, 49, 10, 54), featurecla="sea", name="Middle Sea", scalerank=1)],
        "ne_10m_rivers_lake_centerlines": [
            feature(shapely.LineString([(4, 56), (4, 57)]), featurecla="River", name="Long", rivernum=7, scalerank=4),
            feature(shapely.LineString([(4, 57), (4, 60)]), featurecla="River", name="Long", rivernum=7, scalerank=4),
            feature(shapely.LineString([(9, 56), (9, 57)]), featurecla="River", name="Long", rivernum=8, scalerank=9),
        ],
    }  # fmt: skip
    path = zipped(tmp_path / "natural_earth.zip", **{
        f"{name}__geojson": geojson(tmp_path / "x", *found).read_text() for name, found in layers.items()
    })  # fmt: skip
    gazetteer, report = imported(NaturalEarth(), path)
    assert (report.rows, report.places, report.bad_rows) == (8, 6, 0)
    assert report.left_out == {"features that are no places": 1}
    assert report.files == ["natural_earth.zip"]
    unit = gazetteer.place("gn:10")
    assert (unit.kind, unit.lat, unit.source) == ("admin1", 57.1, "Natural Earth")
    assert gazetteer.lookup("Northshire")[0].id == gazetteer.lookup("Nordland")[0].id == "gn:10"
    assert gazetteer.place("gn:100").population == 41_000
    mountains = gazetteer.lookup("Blue Mountains")[0]
    assert (mountains.kind, mountains.country) == ("range", "NO")
    assert 60 < mountains.extent < 130
    long, other = gazetteer.lookup("Long")
    assert distance_km(long.lat, long.lon, 58.5, 4.0) < 1
    assert other.prominence < long.prominence
    assert [place.name for place in gazetteer.containing(57.0, 4.0)] == ["North County"]
    assert [place.name for place in gazetteer.containing(50.0, 4.0)] == ["Middle Sea"]


def test_a_wrong_link_to_geonames_is_not_followed(tmp_path, imported):
    far = {**PROVINCE, "gn_id": 100, "latitude": 10.0, "longitude": 10.0}
    gazetteer, _ = imported(
        NaturalEarth(),
        geojson(tmp_path / "ne_10m_admin_1.geojson", feature(shapely.box(9, 9, 11, 11), **far)),
    )
    place = gazetteer.lookup("North County")[0]
    assert place.id == "user:ne-77"
    assert gazetteer.place("gn:100").id == "user:ne-77"
    assert gazetteer.containing(10, 10)[0].id == "user:ne-77"


def test_one_number_for_two_features(tmp_path, imported):
    twins = [
        feature(shapely.box(x, 0, x + 1, 1), featurecla="Range/mtn", name=f"Range {x}", ne_id=5)
        for x in (0, 50)
    ]
    gazetteer, report = imported(NaturalEarth(), geojson(tmp_path / "x.json", *twins))
    assert report.places == 2
    assert gazetteer.lookup("Range 50")[0].lon == pytest.approx(50.5)


class Taken:
    territories = ("isle",)
    refused = ("Lost Reef",)


def test_disputed_areas_are_no_places_but_go_to_the_register(tmp_path, imported):
    areas = [
        feature(
            shapely.box(8, 46, 10, 48),
            FEATURECLA="Disputed",
            NAME="Debated Isle",
            BRK_A3="B01",
            NE_ID=9,
            SOV_A3="NOR",
        ),
        feature(shapely.box(0, 0, 1, 1), FEATURECLA="Disputed", NAME="Lost Reef", BRK_A3="B02"),
        feature(shapely.Point(0, 0), FEATURECLA="Disputed", NAME="A point"),
    ]
    seen = {}

    def take(source, target):
        seen["features"] = source.read_text()
        target.write_text('{"taken": true}\n')
        return Taken

    path = geojson(tmp_path / "ne_10m_admin_0_disputed_areas.geojson", *areas)
    gazetteer, report = imported(NaturalEarth(), path, take_outlines=take)
    assert (report.places, report.territories, report.refused) == (0, ["isle"], ["Lost Reef"])
    assert len(gazetteer) == 0
    assert gazetteer.lookup("Debated Isle") == []
    kept = shapely.from_geojson(seen["features"])
    assert len(kept.geoms) == 2
    assert '"brk_a3":"B01"' in seen["features"]
    assert "NOR" not in seen["features"]
    gazetteer.verify()


def test_a_country_whose_borders_are_disputed_is_a_place_without_an_outline(tmp_path, imported):
    seen = []

    def take(source, target):
        seen.append(source.read_text())
        target.write_text("")
        return Taken

    contested = {**NORLAND, "TYPE": "Disputed"}
    unclaimed = {**NORLAND, "TYPE": "Indeterminate", "ISO_A2_EH": "-99", "NE_ID": 2, "ADMIN": "Nobody's Land"}
    features = [feature(shapely.box(0, 40, 10, 60), **row) for row in (contested, unclaimed)]
    gazetteer, report = imported(
        NaturalEarth(), geojson(tmp_path / "ne_10m_admin_0_countries.geojson", *features), take_outlines=take
    )
    assert report.places == 1
    assert gazetteer.lookup("Norland")[0].country is None
    assert gazetteer.containing(45, 5) == ()
    assert seen[0].count('"Feature"') == 2


def test_real_register_takes_its_outlines(tmp_path, imported):
    from functools import partial

    from mapper.disputes import DisputeRegister, import_outlines
    from mapper.gazetteer.combined import CombinedGazetteer, outlines_of

    register = DisputeRegister.load()
    row = next(row for row in register.territories if row.id == "liancourt-rocks")
    shape = shapely.box(row.lon - 0.05, row.lat - 0.05, row.lon + 0.05, row.lat + 0.05)
    path = geojson(tmp_path / "ne_10m_admin_0_disputed_areas.geojson",
                   feature(shape, FEATURECLA="Disputed", NAME=row.neutral_name), feature(BOX, FEATURECLA="Disputed", NAME="None"))  # fmt: skip
    gazetteer, report = imported(
        NaturalEarth(), path, take_outlines=partial(import_outlines, register=register)
    )
    assert (report.territories, report.refused) == ([row.id], ["None"])
    outlines = outlines_of(CombinedGazetteer([gazetteer]))
    mine = DisputeRegister.load(outlines=outlines)
    assert mine.outline(row.id).equals(shape)
    assert register.outline(row.id) is None or not register.outline(row.id).equals(shape)
    assert mine.at(row.lat + 0.04, row.lon + 0.04)[0] == row.id


def test_a_point_of_view_gives_its_outlines_only_if_it_is_asked_for(tmp_path, imported):
    path = geojson(
        tmp_path / "ne_10m_admin_0_countries_ind.geojson", feature(shapely.box(0, 40, 10, 60), **NORLAND)
    )
    neutral, report = imported(NaturalEarth(), path, target=tmp_path / "neutral")
    assert report.left_out == {"outlines of a point of view that was not asked for": 1}
    assert neutral.lookup("Norland")[0].country == "NO"
    assert neutral.containing(45, 5) == ()
    asked, report = imported(NaturalEarth(view="IND"), path, target=tmp_path / "ind")
    assert report.left_out == {}
    assert [place.name for place in asked.containing(45, 5)] == ["Norland"]
    other, _ = imported(NaturalEarth(view="CHN"), path, target=tmp_path / "chn")
    assert other.containing(45, 5) == ()
    with pytest.raises(InputError, match="three-letter code"):
        NaturalEarth(view="India")


@pytest.mark.parametrize("packed", [True, False])
def test_shapefiles(tmp_path, imported, packed):
    pyogrio = pytest.importorskip("pyogrio")
    geopandas = pytest.importorskip("geopandas")
    rows = [{key: value for key, value in PROVINCE.items() if value is not None}]
    frame = geopandas.GeoDataFrame(rows, geometry=[shapely.box(0, 55, 10, 60)], crs="EPSG:4326")
    pyogrio.write_dataframe(frame, tmp_path / "ne_10m_admin_1_states_provinces.shp", encoding="UTF-8")
    path = tmp_path / "ne_10m_admin_1_states_provinces.shp"
    if packed:
        parts = {f"deep/../../{p.name}".replace(".", "__"): p.read_bytes() for p in tmp_path.glob("ne_10m*")}
        path = zipped(
            tmp_path / "ne.zip", **{name.replace("____/", "../"): data for name, data in parts.items()}
        )
        for part in tmp_path.glob("ne_10m*"):
            part.unlink()
    gazetteer, report = imported(NaturalEarth(), path)
    assert report.places == 1
    assert gazetteer.lookup("Northshire")[0].id == "gn:10"
    assert gazetteer.containing(57, 5)[0].id == "gn:10"
    assert sorted(p.name for p in tmp_path.parent.glob("ne_10m*")) == []


def test_shapefiles_that_do_not_tell_their_encoding_are_in_utf8(tmp_path, imported):
    pyogrio = pytest.importorskip("pyogrio")
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.GeoDataFrame(
        [{"featurecla": "Admin-1 capital", "name": "Malmö"}], geometry=[shapely.Point(4, 57)], crs="EPSG:4326"
    )
    pyogrio.write_dataframe(frame, tmp_path / "x.shp", encoding="UTF-8")
    (tmp_path / "x.cpg").unlink()
    gazetteer, _ = imported(NaturalEarth(), tmp_path / "x.shp")
    assert gazetteer.lookup("malmo")[0].name == "Malmö"


def test_shapefiles_in_other_systems_are_named(tmp_path, imported):
    pyogrio = pytest.importorskip("pyogrio")
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.GeoDataFrame([PROVINCE], geometry=[shapely.box(0, 0, 9000, 9000)], crs="EPSG:3857")
    pyogrio.write_dataframe(frame, tmp_path / "x.shp")
    with pytest.raises(InputError, match="WGS84 degrees"):
        imported(NaturalEarth(), tmp_path / "x.shp")


def test_damaged_shapefiles_are_named(tmp_path, imported):
    pytest.importorskip("pyogrio")
    (tmp_path / "x.shp").write_bytes(b"no shapefile")
    with pytest.raises(InputError, match=re.escape("'x.shp' is no readable shapefile")):
        imported(NaturalEarth(), tmp_path / "x.shp")


def test_without_pyogrio_the_extra_is_named(tmp_path, imported, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyogrio.raw", None)
    (tmp_path / "x.shp").write_bytes(b"")
    with pytest.raises(ExtraMissingError, match=r"pyogrio.*\[geo\]"):
        imported(NaturalEarth(), tmp_path / "x.shp")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no GeoJSON FeatureCollection"), ('{"type": "Feature"}', "is no GeoJSON FeatureCollection"),
        ("[1]", "is no GeoJSON FeatureCollection"), (b"\xff\xfe", "is no GeoJSON FeatureCollection"),
        ('{"features": [], "crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}}', "WGS84 degrees"),
        ('{"features": []}', "No row of x.geojson can be used as natural-earth"),
    ],
)  # fmt: skip
def test_other_files_are_named(tmp_path, imported, content, message):
    path = tmp_path / "x.geojson"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=re.escape(message)):
        imported(NaturalEarth(), path)


def test_archives_without_a_layer_are_named(tmp_path, imported):
    with pytest.raises(InputError, match=r"'x\.zip' holds no shapefile and no GeoJSON"):
        imported(NaturalEarth(), zipped(tmp_path / "x.zip", readme__txt="hello"))


def test_broken_features_are_bad_rows(tmp_path, imported):
    good = feature(shapely.Point(4, 57), featurecla="Populated place", name="Good")
    path = tmp_path / "x.geojson"
    geojson(path, good, {"properties": {"name": "Bad"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}},
            {"properties": 5}, {"properties": None, "geometry": None}, {"properties": {"featurecla": "Airport"}, "geometry": None})  # fmt: skip
    gazetteer, report = imported(NaturalEarth(), path)
    assert len(gazetteer) == 1
    assert report.bad == {"the feature is no GeoJSON": 2, "the feature has neither a point nor a shape": 1}
    assert report.left_out == {"features that are no places": 1}
    assert [problem.line for problem in report.first] == [2, 3, 5]


def test_names_by_language():
    found = parse_feature(lower(PROVINCE), "admin1", BOX)
    assert found.labels == {"en": "North County", "de": "Nordland"}

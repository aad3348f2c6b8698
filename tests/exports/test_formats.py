"""Each format, read back by something else where there is something."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.articles import read_articles
from mapper.errors import InputError
from mapper.exports import FORMATS, format_of, write
from mapper.exports.csv import safe_cell
from mapper.exports.geojson import bounding_box
from mapper.model import EventMap, from_json

BASE = [name for name in FORMATS if name.partition("-")[0] not in ("gpkg", "parquet")]
KML = "{http://www.opengis.net/kml/2.2}"


def written(result, name, **options):
    stream = io.BytesIO()
    write(result, stream, name, **options)
    return stream.getvalue()


@pytest.mark.parametrize("name", BASE)
def test_same_result_same_bytes_and_empty_results(result, nothing, name):
    assert written(result, name) == written(result, name)
    assert isinstance(written(nothing, name), bytes)


@pytest.mark.parametrize("name", BASE)
def test_texts_stay_at_home(result, name):
    secret = "Not quoted anywhere."
    article = result.articles[1]
    head = msgspec.structs.replace(article.article, text=secret)
    result = msgspec.structs.replace(result, articles=(msgspec.structs.replace(article, article=head),))
    assert secret.encode() not in written(result, name)
    if name in ("jsonl", "json"):
        assert secret.encode() in written(result, name, full_text=True)


def test_jsonl_is_read_back(result, tmp_path):
    path = tmp_path / "out.jsonl"
    write(result, path, full_text=True)
    assert tuple(read_articles(path)) == result.articles
    write(result.articles[0], path)
    (back,) = read_articles(path)
    assert back.events == result.articles[0].events
    assert back.article.text is msgspec.UNSET


def test_json_is_the_whole_map(result):
    assert from_json(written(result, "json", full_text=True), EventMap) == result


def test_geojson(result):
    data = json.loads(written(result, "geojson"))
    assert data["type"] == "FeatureCollection"
    assert data["bbox"] == [131.87, -18.14, -171.77, 37.24]
    layers = [f["properties"]["layer"] for f in data["features"]]
    assert layers == ["event"] * 5 + ["place"] * 4 + ["link"] * 4
    drill, *_ = data["features"]
    assert drill["geometry"] == {"type": "Point", "coordinates": [131.87, 37.24]}
    assert drill["properties"]["country"] is None
    assert drill["properties"]["dispute"] == "disputed (JP/KP/KR), administered by KR"
    assert drill["properties"]["begin"] == "2026-01-05"
    links = [f["geometry"] for f in data["features"] if f["properties"]["layer"] == "link"]
    assert links[0]["type"] == "MultiLineString"
    assert links[1] is None


def test_geojson_is_read_by_gdal(result, tmp_path):
    gpd = pytest.importorskip("geopandas")
    write(result, tmp_path / "out.geojson")
    frame = gpd.read_file(tmp_path / "out.geojson")
    assert len(frame) == 13
    assert frame.geometry.iloc[0].x == 131.87


longitudes = st.lists(st.floats(-180, 180), min_size=1)


@given(longitudes)
def test_bounding_box_holds_everything_and_is_never_wider_than_the_plain_one(lons):
    west, _, east, _ = bounding_box([(lon, 0.0) for lon in lons])
    inside = [west <= lon <= east if west <= east else lon >= west or lon <= east for lon in lons]
    assert all(inside)
    assert (east - west) % 360 <= max(lons) - min(lons) or max(lons) - min(lons) >= 360


def test_csv(result):
    rows = list(csv.DictReader(io.StringIO(written(result, "csv").decode())))
    drill = rows[0]
    assert (drill["label"], drill["actors"], drill["source"]) == ("'=drills", "'@Navy", "'+Source")
    assert drill["evidence"].startswith("'=HYPERLINK")
    assert (drill["lat"], drill["lon"], drill["country"]) == ("37.24", "131.87", "")
    assert rows[1]["lat"] == "-18.14"
    assert rows[2]["corrected"] == "true"
    places = list(csv.DictReader(io.StringIO(written(result, "csv-places").decode())))
    assert [row["country"] for row in places] == ["", "FJ", "WS", ""]


@given(st.text())
def test_no_cell_is_a_formula(text):
    cell = safe_cell(text)
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell.removeprefix("'") == text.replace("\0", "").removeprefix("'")


def test_kml(result):
    root = ET.fromstring(written(result, "kml"))
    marks = root.findall(f".//{KML}Placemark")
    assert [mark.findtext(f"{KML}name") for mark in marks[:4]] == ["=drills", "talks <b>", "-flight", "plan"]
    first = marks[0]
    assert first.findtext(f"{KML}TimeSpan/{KML}begin") == "2026-01-05"
    assert first.findtext(f"{KML}Point/{KML}coordinates") == "131.87,37.24"
    description = marks[1].findtext(f"{KML}description")
    assert "&lt;/script&gt;" in description
    assert "<script" not in description
    assert "\0" not in description
    assert len(root.findall(f".//{KML}LineString")) == 5


def test_jsonld(result):
    raw = written(result, "jsonld")
    assert b"<" not in raw
    data = json.loads(raw)
    drill, talks, flight, plan = data["@graph"][:4]
    assert drill["eventStatus"] == "https://schema.org/EventScheduled"
    assert flight["eventStatus"] == "https://schema.org/EventCancelled"
    assert "eventStatus" not in talks
    assert plan["status"] == "claimed"
    assert drill["dispute"] == "disputed (JP/KP/KR), administered by KR"
    assert talks["followedBy"] == [{"@id": flight["@id"]}]
    assert flight["superEvent"] == [{"@id": talks["@id"]}]
    assert talks["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": -18.14, "longitude": 178.44}
    assert "addressCountry" not in raw.decode()
    assert data["@graph"][0]["@id"] == "urn:event-mapper:event:a%2F1:e1"


def test_geopackage(result, nothing, tmp_path):
    pytest.importorskip("pyogrio")
    import geopandas as gpd

    for case, events in ((result, 5), (nothing, 0)):
        path = tmp_path / f"{events}.gpkg"
        write(case, path)
        assert len(gpd.read_file(path, layer="events")) == events
        assert len(gpd.list_layers(path)) == 5
    frame = gpd.read_file(tmp_path / "5.gpkg", layer="events")
    assert frame["begin"].dtype.kind == "M"
    assert frame.crs == "EPSG:4326"
    assert gpd.read_file(tmp_path / "5.gpkg", layer="links").geometry[0].geom_type == "MultiLineString"


def test_geoparquet(result, tmp_path):
    pytest.importorskip("pyarrow")
    import geopandas as gpd

    write(result, tmp_path / "out.parquet")
    write(result, tmp_path / "out.places.parquet")
    assert list(gpd.read_parquet(tmp_path / "out.parquet")["label"])[:2] == ["=drills", "talks <b>"]
    assert gpd.read_parquet(tmp_path / "out.places.parquet")["population"][0] == 7


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.jsonl", "jsonl"), ("a.NDJSON", "jsonl"), ("a/b.geojson", "geojson"), ("a.csv", "csv"),
        ("a.places.csv", "csv-places"), ("places.csv", "csv-places"), ("a.gpkg", "gpkg"), ("a.kml", "kml"),
        ("a.links.parquet", "parquet-links"), ("a.jsonld", "jsonld"), ("a.json", "json"),
    ],
)  # fmt: skip
def test_format_of(path, name):
    assert format_of(path) == name


@pytest.mark.parametrize("path", ["a", "a.txt", "jsonl", ".csvx"])
def test_format_of_nothing(path):
    with pytest.raises(InputError, match=r"no format has this ending; give one of \.jsonl"):
        format_of(path)


def test_unknown_format(result):
    with pytest.raises(InputError, match="no format 'shp', only jsonl"):
        write(result, io.BytesIO(), "shp")

"""Whatever a record holds, every format that needs no extra writes it, and safely."""

import csv
import importlib.util
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from mapper.articles import read_data
from mapper.exports import FORMATS, write
from mapper.frames import TABLES, to_geodataframe
from mapper.model import EventMap, from_json

_SPEC = importlib.util.spec_from_file_location(
    "record_strategies", Path(__file__).parents[1] / "model" / "conftest.py"
)
_STRATEGIES = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_STRATEGIES)

any_result = _STRATEGIES.records_of(EventMap)
few = settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)


def written(result, name, **options):
    stream = io.BytesIO()
    write(result, stream, name, **options)
    return stream.getvalue()


@few
@given(any_result)
def test_json_formats_are_lossless_with_the_full_text(result):
    assert from_json(written(result, "json", full_text=True), EventMap) == result
    read = list(read_data(written(result, "jsonl", full_text=True), "a.jsonl")) if result.articles else []
    assert [r.events for r in read] == [a.events for a in result.articles]
    assert len({r.article.id for r in read}) == len(read)


@few
@given(any_result)
def test_geojson_is_json_with_a_geometry_or_none(result):
    data = json.loads(written(result, "geojson"))
    for feature in data["features"]:
        assert feature["geometry"] is None or feature["geometry"]["coordinates"]
        assert feature["properties"]["layer"] in ("event", "place", "link")


@few
@given(any_result)
def test_tables_are_rectangular_and_run_nothing(result):
    for name in (f for f in FORMATS if f.startswith("csv")):
        table = TABLES[name.partition("-")[2] or "events"]
        rows = list(csv.reader(io.StringIO(written(result, name).decode(), newline="")))
        assert rows[0] == list(table.columns)
        assert all(len(row) == len(table.columns) for row in rows)
        assert len(rows) == 1 + len(list(table.rows(result)))
        plain = {table.columns.index(c) for c in (*table.numbers, *table.counts) if c in table.columns}
        for row in rows[1:]:
            assert not [
                c for i, c in enumerate(row) if i not in plain and c.startswith(("=", "+", "-", "@", "\t"))
            ]


@few
@given(any_result)
def test_kml_is_xml_and_jsonld_can_stand_in_a_page(result):
    root = ET.fromstring(written(result, "kml"))
    assert len(root.findall(".//{*}Placemark")) >= sum(len(a.events) for a in result.articles)
    raw = written(result, "jsonld")
    assert b"<" not in raw
    assert len(json.loads(raw)["@graph"]) == sum(len(a.events) for a in result.articles)


@few
@given(any_result)
def test_no_flagged_place_has_a_country(result):
    for row, _ in TABLES["places"].rows(result):
        if row["disputed"]:
            assert (row["country"], row["admin1"], row["admin2"]) == (None, None, None)
            assert row["dispute"]
    for row, _ in TABLES["events"].rows(result):
        assert row["country"] is None or not row["disputed"]


@few
@given(any_result)
def test_frames_hold_any_record(result):
    pytest.importorskip("geopandas")
    for name, table in TABLES.items():
        frame = to_geodataframe(result, name)
        assert len(frame) == len(list(table.rows(result)))
        assert frame.crs == "EPSG:4326"

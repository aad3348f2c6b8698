"""Data frames: types, geometry, and no side taken."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import ExtraMissingError, InputError
from mapper.frames import TABLES, to_geodataframe
from mapper.frames.cells import dispute_text
from mapper.frames.lines import line_parts
from mapper.model import DisputeFlag

pytest.importorskip("geopandas")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_columns_also_when_empty(result, nothing, table):
    full, empty = to_geodataframe(result, table), to_geodataframe(nothing, table)
    wanted = [c for c in TABLES[table].columns if c not in ("lat", "lon")]
    assert list(full.columns) == list(empty.columns) == [*wanted, "geometry"]
    assert full.crs == empty.crs == "EPSG:4326"
    assert (full.dtypes == empty.dtypes).all()
    assert len(empty) == 0


def test_events(result):
    frame = to_geodataframe(result, "events")
    assert list(frame["id"]) == ["e1", "e2", "e3", "e4", "e1"]
    drill, talks = frame.iloc[0], frame.iloc[1]
    assert (drill.geometry.x, drill.geometry.y) == (131.87, 37.24)
    assert frame["begin"].dtype.kind == "M"
    assert drill["begin"].isoformat() == "2026-01-05T00:00:00"
    assert drill["country"] is None
    assert drill["disputed"]
    assert drill["dispute"] == "disputed (JP/KP/KR), administered by KR"
    assert drill["territories"] == "liancourt-rocks (near)"
    assert (drill["actors"], drill["figures"], drill["trigger"]) == ("@Navy", "58 ships", "drills")
    assert drill["evidence"].startswith("=HYPERLINK")
    assert (talks["country"], talks["targets"], talks["attribution"]) == ("FJ", "Fiji", "Yonhap")
    assert not talks["disputed"]
    assert frame.geometry[3] is None


def test_one_article_alone(result):
    alone, whole = to_geodataframe(result.articles[0], "places"), to_geodataframe(result, "places")
    assert list(alone["id"]) == list(whole["id"])


def test_places(result):
    frame = to_geodataframe(result, "places")
    dokdo, suva, unresolved = frame.iloc[0], frame.iloc[1], frame.iloc[3]
    assert [dokdo["country"], dokdo["admin1"], dokdo["territory"]] == [None, None, "liancourt-rocks"]
    assert (suva["country"], suva["admin1"], suva["population"]) == ("FJ", "Admin", 7)
    assert unresolved["name"] is None
    assert unresolved.geometry is None


def test_links_take_the_short_way(result):
    frame = to_geodataframe(result, "links")
    assert list(frame["kind"]) == ["follow-up", "caused", "during", "caused"]
    across = frame.geometry[0]
    assert across.geom_type == "MultiLineString"
    assert across.length < 11
    assert frame.geometry[1] is None
    assert frame["article"][3] is None
    assert frame["source_place"][3] == "Suva"


def test_disputes(result):
    (row,) = to_geodataframe(result, "disputes").to_dict("records")
    assert row["names"] == "JP/ja 竹島; KR/ko 독도"
    assert (row["claimants"], row["administered_by"], row["events"]) == ("JP/KP/KR", "KR", "e1")


def test_unknown_table_and_missing_extra(result, monkeypatch):
    with pytest.raises(InputError, match="only events, places"):
        to_geodataframe(result, "nonsense")
    monkeypatch.setitem(sys.modules, "geopandas", None)
    with pytest.raises(ExtraMissingError, match=r"event-mapper\[geo\]"):
        to_geodataframe(result)


@pytest.mark.parametrize(
    ("flag", "text"),
    [
        (None, None),
        (DisputeFlag("a", "in", claimants=("CN", "TW")), "disputed (CN/TW)"),
        (DisputeFlag("a", "in", administered_by=("x-ABK",)), "disputed, administered by x-ABK"),
        (DisputeFlag("a", "in", claimants=("CA", "DK"), status="resolved"), "formerly disputed (CA/DK)"),
        (DisputeFlag("a", "in", claimants=("JP", "KR"), status="naming"), "name disputed (JP/KR)"),
    ],
)
def test_dispute_text(flag, text):
    assert dispute_text(flag) == text


positions = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(positions, positions)
def test_lines_stay_on_the_map_and_never_go_round(first, second):
    parts = line_parts(first, second)
    for part in parts:
        for lon, lat in part:
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90
        assert abs(part[0][0] - part[1][0]) <= 180
    if parts:
        assert parts[0][0] == first or abs(first[0]) == 180
        assert sum(abs(a[0] - b[0]) for a, b in parts) <= 180 + 1e-6

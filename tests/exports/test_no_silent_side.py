"""No way out of the house hands a disputed place to one side: every territory, every format.

Each place here carries a country and a unit that must never be seen: a record of another hand could.
"""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from mapper.disputes import DisputeRegister
from mapper.exports import FORMATS, write
from mapper.frames import TABLES
from mapper.model import (
    Article,
    ArticleMap,
    Event,
    EventDispute,
    EventMap,
    Location,
    Place,
    Run,
    Span,
    Toponym,
)

SIDE = "QX"  # a code that ISO leaves to users: found anywhere, it came from the place
UNIT = "Sideland"
RECORDS = {"json", "jsonl"}
TABLED = [n for n in FORMATS if n not in {*RECORDS, "csv-countries", "gpkg"} and not n.endswith("-links")]
REGISTER = DisputeRegister.load()
ROWS = [row for row in REGISTER if row.flag_default and row.claimants]


def article(row, relation="in"):
    flag = REGISTER.flag(row.id, relation)
    where = Place(
        f"gn:{ROWS.index(row)}", row.neutral_name, "city", row.lat, row.lon, "city",
        country=SIDE, admin1=UNIT, admin2=UNIT,
    )  # fmt: skip
    toponym = Toponym("t1", 0, 4, "Town", "literal", where, 0.9, dispute=flag)
    event = Event(
        "e1", "FIGHT", "a clash", (Span(5, 10, "clash"),), "happened",
        location=Location("t1", where.name, row.lat, row.lon, "city", "in"),
        begin=date(2026, 1, 5), end=date(2026, 1, 5), date_precision="day",
        disputes=(EventDispute(row.id, relation, "t1"),),
    )  # fmt: skip
    return ArticleMap(Run("0", "0", "none", "x", {}), Article(row.id), (toponym,), (), (event,))


def result(policy="none"):
    run = Run("0", "0", "none", "x", {"count_disputed_as": policy} if policy != "none" else {})
    return EventMap(run, tuple(article(row) for row in ROWS))


@pytest.mark.parametrize("name", TABLED)
def test_no_format_tells_the_side(tmp_path, name):
    if name.startswith("parquet"):
        pytest.importorskip("geopandas")
    if name == "graphml":
        pytest.importorskip("networkx")
    path = tmp_path / "out"
    write(result(), path, format=name)
    tabled = name.startswith("parquet")
    written = msgspec.json.encode(read_parquet(path)) if tabled else path.read_bytes()
    assert len(written) > 1000
    assert SIDE.encode() not in written
    assert UNIT.encode() not in written


def read_parquet(path):
    import geopandas

    frame = geopandas.read_parquet(path)
    return [str(value) for column in frame.columns for value in frame[column]]


def test_no_layer_of_a_geopackage_tells_the_side(tmp_path):
    pyogrio = pytest.importorskip("pyogrio")
    path = tmp_path / "out.gpkg"
    write(result(), path)
    for layer, _ in pyogrio.list_layers(path):
        frame = pyogrio.read_dataframe(path, layer=layer)
        text = frame.to_csv()
        assert SIDE not in text
        assert UNIT not in text


@pytest.mark.parametrize("table", ["events", "places", "disputes"])
def test_every_row_says_who_claims_it(table):
    for row, (cells, _) in zip(ROWS, TABLES[table].rows(result()), strict=True):
        assert cells.get("country") is None
        assert "disputed" in cells["dispute"], row.id
        assert "/".join(sorted(row.claimants)) in cells["dispute"], row.id


@pytest.mark.parametrize("policy", ["none", "administrator", "claimants"])
def test_totals_count_nothing_for_the_side(policy):
    rows = [cells for cells, _ in TABLES["countries"].rows(result(policy))]
    counted = {cells["country"]: cells["events"] for cells in rows}
    assert SIDE not in counted
    assert all(cells["places"] == cells["events"] for cells in rows)
    if policy == "none":
        assert counted == {"disputed": len(ROWS)}
    if policy == "claimants":
        assert counted["CN"] == sum("CN" in row.claimants for row in ROWS)


def test_an_event_in_a_territory_counts_as_disputed_though_its_own_name_is_not_flagged():
    one = article(ROWS[0])
    (flagged,), (event,) = one.toponyms, one.events
    plain = msgspec.structs.replace(flagged, id="t2", dispute=None)
    moved = msgspec.structs.replace(
        event, location=Location("t2", "Town", ROWS[0].lat, ROWS[0].lon, "city", "in")
    )
    record = msgspec.structs.replace(one, toponyms=(flagged, plain), events=(moved,))
    whole = EventMap(one.run, (record,))
    ((cells, _),) = TABLES["events"].rows(whole)
    assert cells["country"] is None
    counted = {cells["country"]: cells["events"] for cells, _ in TABLES["countries"].rows(whole)}
    assert counted == {"disputed": 1, SIDE: 0}


def test_the_page_and_the_picture_do_not_tell_the_side(tmp_path):
    pytest.importorskip("folium")
    from mapper.page import page_data, write_svg

    page = msgspec.json.encode(page_data(result())["page"])
    assert SIDE.encode() not in page
    few = EventMap(Run("0", "0", "none", "x", {}), tuple(article(row) for row in ROWS[:12]))
    write_svg(few, tmp_path / "map.svg")
    picture = (tmp_path / "map.svg").read_text("utf-8")
    assert SIDE not in picture
    assert "disputed" in picture


def test_the_tables_of_the_dashboard_do_not_tell_the_side():
    pytest.importorskip("streamlit")
    from mapper.dashboard import tables

    for rows in (tables.place_rows(result()), tables.dispute_rows(result())):
        assert rows
        assert SIDE not in {str(value) for row in rows for value in row.values()}


def test_a_place_corrected_onto_disputed_ground_loses_its_country():
    from mapper.corrections.places import correct_place
    from mapper.corrections.records import At, PlaceCorrection

    simferopol = Place("gn:693805", "Simferopol", "city", 44.957, 34.108, "city", country=SIDE, admin1=UNIT)
    correction = PlaceCorrection(At("a", 0, 4, "Town"), simferopol)
    (corrected,) = correct_place([], correction, lambda _: simferopol, REGISTER.flag_place)
    assert corrected.dispute.territory == "crimea"
    assert (corrected.place.country, corrected.place.admin1) == (None, None)


@pytest.mark.parametrize("name", ["geojson", "kml", "graphml", "gpkg"])
def test_an_export_says_whose_view_it_is(tmp_path, name):
    if name == "graphml":
        pytest.importorskip("networkx")
    if name == "gpkg":
        pytest.importorskip("pyogrio")
    shown = msgspec.structs.replace(result(), run=Run("0", "0", "none", "x", {"worldview": "JP"}))
    path = tmp_path / f"out.{name}"
    write(shown, path)
    assert b"View shown: Japan. Names, lines and labels on this map imply no endorsement" in path.read_bytes()

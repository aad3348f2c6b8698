"""Tables of one's own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import InputError
from mapper.gazetteer.importers import BadRow, CsvTable
from mapper.gazetteer.importers.record import COLUMNS, entry_of

from .conftest import write, zipped

ROW = {"name": "Kvistadal", "lat": "57.3", "lon": "4.2"}


def entry(**cells):
    return entry_of(ROW | cells, number=7, kind="city", source="user", least_prominence=3.0)


def test_a_row_becomes_a_place():
    place = entry(
        id="a", names="Kvist|Quistdale|", country="no", population="120", extent="2.5", geonames="55"
    )
    assert (place.ident, place.name, place.lat, place.lon) == ("user:a", "Kvistadal", 57.3, 4.2)
    assert place.names == [("Kvist", "alternate"), ("Quistdale", "alternate")]
    assert (place.country, place.population, place.extent, place.also) == ("NO", 120, 2.5, ["gn:55"])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, "user:7"), ({"id": ""}, "user:row-7"), ({"id": 12}, "user:12"), ({"id": 12.0}, "user:12"), ({"id": float("nan")}, "user:row-7"),
        ({"id": " x y "}, "user:x y"), ({"id": None}, "user:row-7"),
    ],
)  # fmt: skip
def test_ids(cells, expected):
    assert entry(**cells).ident == expected


def test_ids_of_two_tables_stay_apart():
    named = entry_of({**ROW, "id": "a"}, number=1, kind="city", source="My Villages", least_prominence=3)
    assert named.ident == "user:my-villages:a"


def test_prominence_comes_from_the_row_the_people_or_the_list():
    assert entry(prominence="4.5", population="10").prominence == 4.5
    assert entry(population="1000000").prominence == 6.0
    assert entry().prominence == 3.0
    assert entry(prominence="99").prominence == 10.0
    assert entry(prominence="-4").prominence == 0.0


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"name": ""}, "no name"), ({"lat": "north"}, "latitude"), ({"lat": "1_0"}, "latitude"), ({"lon": "181"}, "longitude"),
        ({"lon": None}, "longitude"), ({"kind": "hamlet"}, "kind of place"), ({"population": "lots"}, "population"),
    ],
)  # fmt: skip
def test_bad_rows_say_why(cells, reason):
    with pytest.raises(BadRow, match=reason):
        entry(**cells)


anything = st.one_of(
    st.none(), st.integers(), st.floats(), st.text(max_size=9), st.lists(st.text(max_size=3), max_size=2)
)


@given(st.dictionaries(st.sampled_from(list(COLUMNS)), anything))
def test_any_row_is_a_place_or_a_bad_row(cells):
    try:
        place = entry(**cells)
    except BadRow:
        return
    assert place.name.strip()
    assert 0 <= place.prominence <= 10
    assert 0 <= place.extent <= 10_000
    assert 0 <= place.population < 2**32


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("name,lat,lon", "Kvistadal,57.3,4.2"),
        ("Name;Latitude;Longitude", "Kvistadal;57,3;4,2"),
        ("place\tY\tX", "Kvistadal\t57.3\t4.2"),
        ("PLACE NAME|lng|lat", "Kvistadal|4.2|57.3"),
        ('"name","lat","lon"', '"Kvistadal","57.3","4.2"'),
    ],
)
def test_headings_and_delimiters_are_recognised(tmp_path, imported, heading, row):
    gazetteer, report = imported(CsvTable(), write(tmp_path / "x.csv", [heading, row]))
    assert (report.places, report.bad_rows) == (1, 0)
    place = gazetteer.lookup("Kvistadal")[0].place
    assert (place.lat, place.lon, place.source) == (57.3, 4.2, "user")
    assert (place.country, place.kind) == ("NO", "city")


def test_columns_are_told(tmp_path, imported):
    rows = ["Dorf,Breite,Länge,Name", "Kvistadal,57.3,4.2,wrong"]
    table = CsvTable(
        columns={"name": "Dorf", "lat": "Breite", "lon": "Länge"},
        place_kind="landmark",
        source="Dörfer",
        licence="CC0",
    )
    gazetteer, _ = imported(table, write(tmp_path / "x.csv", rows))
    place = gazetteer.lookup("Kvistadal")[0].place
    assert (place.id, place.kind, place.source) == ("user:dorfer:1", "landmark", "Dörfer")
    assert gazetteer.info()["licences"] == {"Dörfer": "CC0"}


def test_cells_may_hold_delimiters_quotes_and_line_ends(tmp_path, imported):
    text = 'name,lat,lon,names\n"Big, ""Old"" Rock",57,4,"one|two\nlines"\nNext,57,4,\n'
    gazetteer, report = imported(CsvTable(), write(tmp_path / "x.csv", [text]))
    assert (report.places, report.bad_rows) == (2, 0)
    assert gazetteer.lookup("Big Old Rock")[0].name == 'Big, "Old" Rock'


def test_a_stray_quotation_mark_costs_one_row(tmp_path, imported):
    rows = ["name,lat,lon", 'Broken "quote,57,4', *(f"Town {i},57,4" for i in range(1500))]
    _, report = imported(CsvTable(), write(tmp_path / "x.csv", rows))
    assert (report.places, report.bad_rows) == (1500, 1)
    assert report.first[0].line == 2
    assert report.bad == {"the row is no CSV": 1}


def test_a_stray_quotation_mark_at_the_end(tmp_path, imported):
    _, report = imported(
        CsvTable(), write(tmp_path / "x.csv", ["name,lat,lon", "Good,57,4", 'Bad "one,57,4', "Last,57,4"])
    )
    assert (report.places, report.bad_rows) == (2, 1)


def test_short_and_long_rows(tmp_path, imported):
    rows = ["name,lat,lon,id", "Short,57,4", "Long,57,4,b,more,and,more", "Tiny"]
    gazetteer, report = imported(CsvTable(), write(tmp_path / "x.csv", rows))
    assert {c.id for c in (*gazetteer.lookup("Short"), *gazetteer.lookup("Long"))} == {"user:row-1", "user:b"}
    assert report.bad_rows == 1


def test_encodings(tmp_path, imported):
    path = write(tmp_path / "x.csv", ["name,lat,lon", "Tromsø,57,4"], encoding="cp1252")
    with pytest.raises(InputError, match="not in UTF-8"):
        imported(CsvTable(), path)
    gazetteer, _ = imported(CsvTable(encoding="cp1252"), path)
    assert gazetteer.lookup("tromso")[0].name == "Tromsø"


def test_several_files_and_zips(tmp_path, imported):
    one = write(tmp_path / "a.csv", ["name,lat,lon", "First,57,4"])
    two = zipped(
        tmp_path / "b.zip", b__csv="lat,lon,name\n57,4,Second\n", c__csv="name,lat,lon\nThird,57,4\n"
    )
    gazetteer, report = imported(CsvTable(), one, two)
    assert report.places == 3
    assert {c.id for name in ("First", "Second", "Third") for c in gazetteer.lookup(name)} == {
        "user:1",
        "user:2",
        "user:3",
    }


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        (["a,b,c", "1,2,3"], {}, "has no column known as 'name'; it has 'a, b, c'. Say which it is: --column name=HEADING"),
        (["name,lat", "x,1"], {}, "has no column known as 'lon'"),
        (["name,lat,lon", "x,1,1"], {"columns": {"id": "Code"}}, "has no column 'Code'"),
        (["name,lat,lon", "x,1,1"], {"columns": {"colour": "name"}}, "No column can hold 'colour'"),
        (["name,lat,lon", "x,1,1"], {"place_kind": "hamlet"}, "no kind of place 'hamlet'"),
        (["name,lat,lon", "x,1,1"], {"encoding": "klingon"}, "no encoding 'klingon'"),
        ([], {}, "has no column known as 'name'"),
        (["name,lat,lon"], {}, "No row of x.csv can be used as csv"),
    ],
)  # fmt: skip
def test_faults_are_named(tmp_path, imported, rows, options, message):
    with pytest.raises(InputError, match=re.escape(message)):
        imported(CsvTable(**options), write(tmp_path / "x.csv", rows))


def test_hostile_names_stay_text(tmp_path, imported):
    rows = [
        "name,lat,lon",
        "<script>alert(1)</script>,57,4",
        "'; DROP TABLE place; --,57,4",
        "{{ 7*7 }} Rock,57,4",
        "a\x00b\x1b[31m,57,4",
    ]
    gazetteer, report = imported(CsvTable(), write(tmp_path / "x.csv", rows))
    assert report.places == 4
    assert gazetteer.lookup("DROP TABLE place")[0].name == "'; DROP TABLE place; --"
    assert gazetteer.lookup("ab[31m")[0].name == "ab[31m"

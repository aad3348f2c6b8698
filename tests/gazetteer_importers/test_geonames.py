"""GeoNames' tables of places and of alternate names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import InputError
from mapper.gazetteer import KINDS
from mapper.gazetteer.importers import BadRow, GeoNames, Log
from mapper.gazetteer.importers.alternate_names import parse_name
from mapper.gazetteer.importers.feature_codes import feature
from mapper.gazetteer.importers.geonames import parse_place
from mapper.gazetteer.importers.items import Name

from .conftest import geonames_row, name_row, write, zipped

COUNTRY = geonames_row(1, "Norland", code="A.PCLI", admin1="00", people=5_000_000)
COUNTY = geonames_row(10, "North County", code="A.ADM1")
WARD = geonames_row(12, "Ward", code="A.ADM2", admin2="0101")
TOWN = geonames_row(
    200,
    "Köln am See",
    ascii_name="Koeln am See",
    names="Cologne,qln,http://x.org,KLN,쾰른,Co",
    admin2="0101",
    people=12_000,
)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("A.PCLI", "country"), ("A.ADM1", "admin1"), ("A.ADM2", "admin2"), ("A.ADM4", "admin2"), ("A.PCLH", "region"),
        ("A.TERR", "region"), ("P.PPL", "city"), ("P.PPLC", "city"), ("P.PPLX", "district"), ("H.STM", "river"),
        ("H.LK", "lake"), ("H.SEA", "sea"), ("H.STRT", "strait"), ("H.SPNG", "landmark"), ("T.ISL", "island"),
        ("T.ISLS", "archipelago"), ("T.MT", "mountain"), ("T.MTS", "range"), ("T.VLC", "volcano"), ("T.CAPE", "cape"),
        ("T.HLL", "mountain"), ("L.RGN", "region"), ("L.CONT", "continent"), ("L.MILB", "base"), ("S.AIRP", "airport"),
        ("S.DAM", "dam"), ("S.HTL", "landmark"), ("V.FRST", "forest"), ("R.RD", "landmark"), ("U.RFU", "reef"),
    ],
)  # fmt: skip
def test_feature_codes_become_kinds(code, kind):
    found = feature(*code.split("."))
    assert found.kind == kind
    assert found.kind in KINDS


def test_there_are_no_other_feature_classes():
    assert feature("X", "PPL") is None
    assert feature("", "") is None


def test_capitals_are_better_known_and_ruins_less():
    bonus = {code: feature("P", code).bonus for code in ("PPLC", "PPLA", "PPL", "PPLH")}
    assert bonus["PPLC"] > bonus["PPLA"] > bonus["PPL"] > bonus["PPLH"]


def test_a_row_becomes_a_place():
    place = parse_place(TOWN.split("\t"))
    assert (place.ident, place.name, place.kind, place.country) == ("gn:200", "Köln am See", "city", "NO")
    assert (place.lat, place.lon, place.population) == (57.0, 4.0, 12_000)
    assert 4 < place.prominence < 4.2
    assert place.names == [
        ("Cologne", "alternate"),
        ("KLN", "code"),
        ("쾰른", "alternate"),
        ("Koeln am See", "alternate"),
    ]


def test_names_of_the_row_are_left_to_the_other_table():
    assert parse_place(TOWN.split("\t"), others=False).names == [("Koeln am See", "alternate")]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({0: "abc"}, "GeoNames id"), ({0: "-4"}, "GeoNames id"), ({0: "99999999999"}, "GeoNames id"),
        ({1: ""}, "no name"), ({1: "..."}, "no name"), ({1: "x" * 201}, "more than 200"), ({4: "91"}, "latitude"),
        ({4: "nan"}, "latitude"), ({5: "180.1"}, "longitude"), ({5: ""}, "longitude"), ({6: "Q"}, "feature class"),
        ({14: "many"}, "population"), ({18: "2026\tmore"}, "19 columns"),
    ],
)  # fmt: skip
def test_bad_rows_say_why(change, reason):
    cells = TOWN.split("\t")
    for column, value in change.items():
        cells[column] = value
    with pytest.raises(BadRow, match=reason):
        parse_place("\t".join(cells).split("\t"))


cells = st.text(alphabet=st.characters(exclude_characters="\t\n\r", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(cells, max_size=24))
def test_any_row_is_a_place_or_a_bad_row(fields):
    try:
        place = parse_place(fields)
    except BadRow:
        return
    assert -90 <= place.lat <= 90
    assert place.name
    assert place.kind in KINDS


@given(st.sampled_from("AHLPRSTUV"), cells, cells, st.floats(), st.floats(), st.integers())
def test_rows_of_the_right_shape_never_break_a_reader(letter, name, code, lat, lon, people):
    fields = geonames_row(7, name, lat=lat, lon=lon, code=f"{letter}.{code}", people=people).split("\t")
    try:
        place = parse_place(fields)
    except BadRow:
        return
    assert place.kind in KINDS
    assert 0 <= place.population < 2**32


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (name_row(1, 200, "en", "Cologne", "p"), Name("gn:200", "Cologne", "primary", "en")),
        (name_row(1, 200, "en", "Cologne"), Name("gn:200", "Cologne", "alternate")),
        (name_row(1, 200, "en", "Colony", "s"), Name("gn:200", "Colony", "primary")),
        (name_row(1, 200, "de", "Köln", "p"), Name("gn:200", "Köln", "alternate", "de")),
        (name_row(1, 200, "zh-TW", "科隆", "p"), Name("gn:200", "科隆", "alternate", "zh-Hant")),
        (name_row(1, 200, "", "Kölle", "c"), Name("gn:200", "Kölle", "alternate")),
        (name_row(1, 200, "la", "Agrippina", "h"), Name("gn:200", "Agrippina", "former")),
        (name_row(1, 200, "en", "Colonia", "p", since="50", until="400"), Name("gn:200", "Colonia", "former")),
        (name_row(1, 200, "iata", "CGN"), Name("gn:200", "CGN", "code")),
        (name_row(1, 200, "abbr", "K."), Name("gn:200", "K.", "abbreviation")),
        (name_row(1, 200, "ko", "쾰른"), Name("gn:200", "쾰른", "alternate")),
        (name_row(1, 200, "link", "https://en.wikipedia.org/wiki/Cologne"), "web addresses, postcodes and numbers"),
        (name_row(1, 200, "wkdt", "Q365"), "web addresses, postcodes and numbers"),
        (name_row(1, 200, "post", "50667"), "web addresses, postcodes and numbers"),
        (name_row(1, 200, "", "kln"), "codes and letters that are no names"),
    ],
)  # fmt: skip
def test_alternate_names_have_kinds(row, expected):
    assert parse_name(row.split("\t"), ()) == expected


def test_languages_are_chosen():
    chosen = {"en", "zh"}
    assert parse_name(name_row(1, 2, "de", "Köln").split("\t"), chosen) == "names in other languages"
    kept = [("en", "Cologne"), ("zh-CN", "科隆"), ("", "Kölle"), ("iata", "CGN")]
    assert all(isinstance(parse_name(name_row(1, 2, *row).split("\t"), chosen), Name) for row in kept)


@given(st.lists(cells, max_size=12))
def test_any_row_is_a_name_a_refusal_or_a_bad_row(fields):
    try:
        found = parse_name(fields, ())
    except BadRow:
        return
    assert isinstance(found, Name | str)


def test_units_hold_places_whatever_their_order(tmp_path, imported):
    stray = geonames_row(201, "Stray", admin1="77")
    abroad = geonames_row(202, "Abroad", country="ZZ", admin1="01", lat=45.0, lon=5.0)
    path = write(tmp_path / "NO.txt", [stray, TOWN, WARD, COUNTY, COUNTRY, abroad])
    gazetteer, report = imported(GeoNames(), path)
    assert (report.places, report.bad_rows) == (6, 0)
    assert [place.id for place in gazetteer.parents("gn:200")] == ["gn:12", "gn:10", "gn:1"]
    assert [place.id for place in gazetteer.parents("gn:201")] == ["gn:1"]
    assert gazetteer.place("gn:200").admin1 == "North County"
    assert gazetteer.parents("gn:1") == ()


def test_units_that_the_table_lacks_come_from_the_outlines(tmp_path, imported):
    path = write(
        tmp_path / "cities500.txt", [geonames_row(300, "Newtown"), geonames_row(301, "Far", lat=10, lon=10)]
    )
    gazetteer, _ = imported(GeoNames(), path)
    assert int(gazetteer.rows.stores[0].parent[gazetteer.rows.row("gn:300")]) == -2 - 10
    assert gazetteer.parents("gn:301") == ()


def test_a_zip_with_a_readme_and_the_zip_of_names(tmp_path, imported):
    places = zipped(tmp_path / "NO.zip", NO__txt=f"{COUNTRY}\n{TOWN}\n", readme__txt="Read me\n")
    rows = [
        name_row(1, 200, "en", "Cologne", "p"),
        name_row(2, 200, "de", "Köln"),
        name_row(3, 555, "en", "Nowhere"),
    ]
    names = zipped(
        tmp_path / "alternateNamesV2.zip",
        **{"alternateNamesV2__txt": "\n".join(rows), "iso-languagecodes__txt": "x"},
    )
    gazetteer, report = imported(GeoNames(["EN"]), names, places)
    assert report.files == ["NO.zip", "alternateNamesV2.zip"][::-1]
    assert report.left_out == {"names in other languages": 1}
    assert [(c.id, c.name_kind) for c in gazetteer.lookup("Cologne")] == [("gn:200", "primary")]
    assert gazetteer.lookup("Nowhere") == []
    assert gazetteer.lookup("쾰른") == []


def test_the_same_dump_in_another_order_is_the_same_index(tmp_path, imported):
    rows = [
        COUNTRY,
        COUNTY,
        WARD,
        TOWN,
        *(geonames_row(i, f"Town {i % 7}", lat=i % 90) for i in range(300, 400)),
    ]
    one, _ = imported(GeoNames(), write(tmp_path / "a.txt", rows), target=tmp_path / "one")
    two, _ = imported(GeoNames(), write(tmp_path / "a.txt", rows[::-1]), target=tmp_path / "two")
    assert one.version == two.version


def test_a_place_told_twice_is_one(tmp_path, imported):
    again = geonames_row(200, "Cologne-on-Sea", lat=10, lon=10)
    gazetteer, report = imported(GeoNames(), write(tmp_path / "a.txt", [TOWN, again]))
    assert report.places == 1
    assert gazetteer.place("gn:200").lat == 57.0
    assert gazetteer.lookup("Cologne on Sea")[0].id == "gn:200"


def test_bad_rows_are_counted_and_listed_and_the_rest_is_taken(tmp_path, imported):
    path = tmp_path / "a.txt"
    bad = [geonames_row(i, "Bad", lat=100) for i in range(400, 600)]
    path.write_bytes(
        "\n".join([TOWN, *bad]).encode() + b"\nK\xf6ln\t\n" + b"x" * (2**20 + 5) + b"\n" + WARD.encode()
    )
    gazetteer, report = imported(GeoNames(), path)
    assert report.rows == 204
    assert report.bad_rows == 202
    assert report.bad == {
        "the latitude is no number from -90 to 90": 200, "the line is not in UTF-8": 1, "the line is too long": 1,
    }  # fmt: skip
    assert len(report.first) == 100
    assert (report.first[0].file, report.first[0].line) == ("a.txt", 2)
    assert report.first[0].reason.endswith("'100'")
    assert len(gazetteer) == 2


def test_marks_line_ends_comments_and_blank_lines(tmp_path, imported):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TOWN.encode() + b"\r\n\r\n# a comment\r\n" + WARD.encode())
    gazetteer, report = imported(GeoNames(), path)
    assert (len(gazetteer), report.rows, report.bad_rows) == (2, 2, 0)
    assert gazetteer.place("gn:12").name == "Ward"


@pytest.mark.parametrize(
    ("name", "rows", "message"),
    [
        ("countries.txt", ["NO\tNorland\tOslo"] * 3, "'countries.txt' has 3 columns: GeoNames' places have 19"),
        ("places.txt", ["name,lat,lon"], "has 1 columns"),
        ("readme.txt", ["hello"], "readme.txt: there is no table of places"),
        ("names.txt", [name_row(1, 2, "en", "Only names")], "names.txt: there is no table of places"),
        ("a.txt", [geonames_row(1, "")] * 3, "No row of a.txt can be used as geonames. a.txt, line 1: there is no name"),
        ("empty.txt", [], "No row of empty.txt can be used"),
    ],
)  # fmt: skip
def test_other_tables_are_named(tmp_path, imported, name, rows, message):
    with pytest.raises(InputError, match=re.escape(message)):
        imported(GeoNames(), write(tmp_path / name, rows))
    assert not (tmp_path / "import").exists()


def test_languages_need_the_table_that_tells_them(tmp_path, imported):
    with pytest.raises(InputError, match="alternateNamesV2"):
        imported(GeoNames(["en"]), write(tmp_path / "a.txt", [TOWN]))


def test_utf16_is_named(tmp_path, imported):
    with pytest.raises(InputError, match=r"'a\.txt' is in UTF-16: save it as UTF-8"):
        imported(GeoNames(), write(tmp_path / "a.txt", [TOWN], encoding="utf-16"))


def test_progress_is_told(tmp_path, imported, monkeypatch):
    seen = []
    monkeypatch.setattr("mapper.gazetteer.importers.lines._EVERY", 50)
    rows = (geonames_row(i, "Town") for i in range(300, 500))
    imported(GeoNames(), write(tmp_path / "a.txt", rows), progress=lambda *step: seen.append(step))
    reading = [(done, total) for step, done, total in seen if step == "a.txt"]
    assert len(reading) == 5
    assert all(0 < done <= total for done, total in reading)
    assert {"a.txt", "sorting places", "sorting names", "writing places", "writing names"} <= {
        step for step, *_ in seen
    }


def test_nothing_is_read_before_it_is_asked_for(tmp_path):
    rows = GeoNames().read([write(tmp_path / "a.txt", [TOWN] * 5)], Log())
    assert next(rows).ident == "gn:200"

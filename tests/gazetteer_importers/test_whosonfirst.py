"""Who's On First databases."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import InputError
from mapper.gazetteer import KINDS
from mapper.gazetteer.importers import BadRow, WhosOnFirst
from mapper.gazetteer.importers.whosonfirst import _KINDS, _SPR, parse_place

from .conftest import whosonfirst, zipped

PLACES = [
    {"id": 1, "name": "Norland", "placetype": "country", "latitude": 57.2, "longitude": 5.1},
    {"id": 2, "parent_id": 1, "name": "North County", "placetype": "region", "latitude": 57.0, "longitude": 5.0,
     "min_latitude": 55, "max_latitude": 60, "min_longitude": 0, "max_longitude": 10},
    {"id": 3, "parent_id": 2, "name": "Saint Ambrose", "placetype": "locality", "latitude": 57.0, "longitude": 4.0},
    {"id": 4, "parent_id": 3, "name": "Harbour", "placetype": "neighbourhood", "latitude": 57.01, "longitude": 4.0},
    {"id": 5, "parent_id": 2, "name": "Old Town", "placetype": "locality", "latitude": 57, "longitude": 4, "is_current": 0},
    {"id": 6, "parent_id": 2, "name": "Merged", "placetype": "locality", "latitude": 57, "longitude": 4, "is_superseded": 1},
    {"id": 7, "parent_id": 2, "name": "0101", "placetype": "postalcode", "latitude": 57, "longitude": 4},
    {"id": 8, "name": "Debated", "placetype": "disputed", "latitude": 47, "longitude": 9, "country": "XX"},
    {"id": 9, "parent_id": 2, "name": "Lost", "placetype": "locality", "latitude": 99, "longitude": 4},
]  # fmt: skip
NAMES = [
    (3, "eng", "preferred", "St. Ambrose"), (3, "kor", "preferred", "성 앰브로즈"), (3, "eng", "historical", "Port Ambrose"),
    (3, "eng", "x_colloquial", "The Port"), (3, "eng", "abrv", "S.A."), (3, "deu", "variant", None), (77, "eng", "preferred", "Nobody"),
]  # fmt: skip
LINKS = [(3, 100, "gn:id"), (3, 365, "wd:id"), (2, 10, "gn:id"), (4, 999999, "gn:id")]


@pytest.fixture
def database(tmp_path):
    return whosonfirst(tmp_path / "whosonfirst-data-admin-no.db", PLACES, NAMES, LINKS)


def test_all_kinds_are_ours():
    assert set(_KINDS.values()) <= set(KINDS)


def test_places_units_names_and_links(database, imported):
    gazetteer, report = imported(WhosOnFirst(), database)
    assert (report.rows, report.places, report.bad_rows) == (9, 5, 1)
    assert report.left_out == {"records no longer in use": 2, "kinds that are no places": 1}
    assert (report.first[0].file, report.first[0].line) == (database.name, 9)
    assert [place.id for place in gazetteer.parents("user:wof-4")] == ["gn:100", "gn:10", "user:wof-1"]
    assert gazetteer.place("user:wof-4").kind == "district"
    assert 250 < gazetteer.place("gn:10").extent < 350
    kinds = {
        name: gazetteer.lookup(name)[0].name_kind
        for name in ("St. Ambrose", "성 앰브로즈", "Port Ambrose", "The Port", "S.A.")
    }
    assert kinds == {
        "St. Ambrose": "primary", "성 앰브로즈": "alternate", "Port Ambrose": "former", "The Port": "alternate", "S.A.": "abbreviation",
    }  # fmt: skip
    assert gazetteer.lookup("Nobody") == []
    assert gazetteer.names("user:wof-3") == {"en": "St. Ambrose", "ko": "성 앰브로즈"}
    debated = gazetteer.place("user:wof-8")
    assert (debated.kind, debated.country) == ("disputed", None)


def test_records_are_found_under_both_ids(database, imported):
    gazetteer, _ = imported(WhosOnFirst(), database)
    assert gazetteer.place("user:wof-3").id == "gn:100"
    assert gazetteer.place("gn:999999").id == "user:wof-4"


def test_languages_are_chosen(database, imported):
    gazetteer, report = imported(WhosOnFirst(["ENG"]), database)
    assert gazetteer.lookup("성 앰브로즈") == []
    assert gazetteer.lookup("The Port")
    assert report.left_out["names in other languages"] == 2


def test_databases_without_names_or_links(tmp_path, imported):
    path = whosonfirst(tmp_path / "spr.db", PLACES[:3])
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript("DROP TABLE names; DROP TABLE concordances")
    gazetteer, report = imported(WhosOnFirst(), path)
    assert report.places == 3
    assert gazetteer.lookup("Saint Ambrose")[0].id == "user:wof-3"


def test_the_database_is_left_alone(database, imported):
    before = database.read_bytes()
    imported(WhosOnFirst(), database)
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir() if path.name.startswith(database.name)] == [
        database.name
    ]


def broken(tmp_path, what):
    path = tmp_path / "wof.db"
    if what == "text":
        path.write_bytes(b"no database at all" * 100)
    elif what == "empty":
        path.write_bytes(b"")
    elif what == "zip":
        zipped(path, wof__db="x")
    elif what == "cut":
        whosonfirst(path, PLACES * 1, NAMES)
        path.write_bytes(path.read_bytes()[:5000])
    else:
        with closing(sqlite3.connect(path)) as database, database:
            database.executescript(what)
    return path


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("text", "is no SQLite distribution of Who's On First"), ("empty", "no table 'spr'"), ("zip", "unpack the database first"),
        ("cut", "is no SQLite distribution"), ("CREATE TABLE spr (id)", "no table 'spr' with a column 'parent_id'"),
        (f"CREATE VIEW spr AS SELECT {', '.join(f'1 AS {c}' for c in _SPR)}", "no table 'spr'"),
    ],
)  # fmt: skip
def test_other_files_are_named(tmp_path, imported, what, message):
    with pytest.raises(InputError, match=re.escape(message)):
        imported(WhosOnFirst(), broken(tmp_path, what))


anything = st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=6), st.binary(max_size=4))


@given(
    st.fixed_dictionaries(dict.fromkeys((*_SPR, "geonames"), anything)),
    st.sampled_from([*_KINDS, "venue", "x"]),
)
def test_any_row_is_a_place_a_refusal_or_a_bad_row(row, placetype):
    try:
        found = parse_place(row | {"placetype": placetype})
    except BadRow:
        return
    assert isinstance(found, str) or found.kind in KINDS

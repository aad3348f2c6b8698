"""Small files in the true formats, and a small world to put them beside."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
import shapely

from mapper.gazetteer import Gazetteer
from mapper.gazetteer.importers import import_files
from mapper.gazetteer.writer import Entry, Provenance, make_store

WORLD = [
    Entry("gn:1", "Norland", "country", 57.0, 5.0, "a", country="NO", prominence=7, extent=300),
    Entry("gn:2", "Sudland", "country", 45.0, 5.0, "a", country="SU", prominence=6.7, extent=300),
    Entry("gn:10", "North County", "admin1", 57.0, 5.0, "a", country="NO", parent="gn:1", prominence=6, extent=100,
          names=[("Nordfylke", "alternate")]),
    Entry("gn:100", "Saint Ambrose", "city", 57.0, 4.0, "a", country="NO", parent="gn:10", population=40_000,
          prominence=4.6, names=[("Sankt Ambros", "alternate"), ("Port Ambrose", "former"), ("AMB", "code")]),
    Entry("gn:101", "Milford", "city", 56.0, 4.0, "a", country="NO", parent="gn:10", prominence=3.3),
    Entry("own:mill", "Old Mill", "landmark", 56.5, 4.5, "b", country="NO", parent="gn:10", prominence=3),
    Entry("own:sea", "Middle Sea", "sea", 50.0, 5.0, "b", prominence=6, extent=250),
    Entry("dt:rock", "Lone Rock", "disputed", 50.0, 6.0, "c", prominence=5, extent=2, disputed=True,
          names=[("Einfels", "primary")], also=["gn:999"]),
    Entry("dt:isle", "Debated Isle", "country", 47.0, 9.0, "c", prominence=6, extent=80, disputed=True),
]  # fmt: skip
OUTLINES = [
    ("gn:10", shapely.box(0, 55, 10, 60)),
    ("gn:2", shapely.box(0, 40, 10, 49)),
    ("own:sea", shapely.box(0, 49, 10, 54)),
]


@pytest.fixture(scope="session")
def base() -> Gazetteer:
    return Gazetteer(make_store(WORLD, OUTLINES, Provenance("tests", licences={"a": "ours"})))


def geonames_row(ident, name, *, ascii_name=None, names="", lat=57.0, lon=4.0, code="P.PPL", country="NO", admin1="01",
                 admin2="", people="0") -> str:  # fmt: skip
    feature, _, rest = code.partition(".")
    cells = [ident, name, name if ascii_name is None else ascii_name, names, lat, lon, feature, rest, country, "",
             admin1, admin2, "", "", people, "", "12", "Europe/Oslo", "2026-01-01"]  # fmt: skip
    return "\t".join(map(str, cells))


def name_row(number, place, language, name, flags="", *, since="", until="") -> str:
    """Return a row of alternateNamesV2; flags are letters: preferred, short, colloquial, historic."""
    cells = [number, place, language, name, *("1" if flag in flags else "" for flag in "psch"), since, until]
    return "\t".join(map(str, cells))


def write(path: Path, rows, *, encoding="utf-8") -> Path:
    path.write_bytes("".join(f"{row}\n" for row in rows).encode(encoding))
    return path


def zipped(path: Path, **members: bytes | str) -> Path:
    """Write a zip; a double underscore in a member's name stands for its point."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return path


def feature(shape, **properties) -> dict:
    geometry = None if shape is None else json.loads(shapely.to_geojson(shape))
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def geojson(path: Path, *features: dict, **more) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}), "utf-8")
    return path


SPR = """
CREATE TABLE spr (id INTEGER NOT NULL PRIMARY KEY, parent_id INTEGER, name TEXT, placetype TEXT, inception TEXT,
    cessation TEXT, country TEXT, repo TEXT, latitude REAL, longitude REAL, min_latitude REAL, min_longitude REAL,
    max_latitude REAL, max_longitude REAL, is_current INTEGER, is_deprecated INTEGER, is_ceased INTEGER,
    is_superseded INTEGER, is_superseding INTEGER, superseded_by TEXT, supersedes TEXT, belongsto TEXT, is_alt TINYINT,
    alt_label TEXT, lastmodified INTEGER);
CREATE TABLE names (id INTEGER NOT NULL, placetype TEXT, country TEXT, language TEXT, extlang TEXT, script TEXT,
    region TEXT, variant TEXT, extension TEXT, privateuse TEXT, name TEXT, lastmodified INTEGER);
CREATE TABLE concordances (id INTEGER NOT NULL, other_id INTEGER NOT NULL, other_source TEXT, lastmodified INTEGER);
"""


def whosonfirst(path: Path, places, names=(), links=()) -> Path:
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SPR)
        for place in places:
            row = {
                "is_current": 1,
                "is_deprecated": 0,
                "is_superseded": 0,
                "parent_id": -1,
                "country": "NO",
            } | place
            marks = ", ".join(f":{key}" for key in row)
            database.execute(f"INSERT INTO spr ({', '.join(row)}) VALUES ({marks})", row)
        database.executemany("INSERT INTO names (id, language, privateuse, name) VALUES (?, ?, ?, ?)", names)
        database.executemany("INSERT INTO concordances (id, other_id, other_source) VALUES (?, ?, ?)", links)
    return path


@pytest.fixture
def imported(tmp_path, base):
    """Import files and return the gazetteer of the import alone, with the report."""

    def run(importer, *files, target=None, **options):
        folder = target or tmp_path / "import"
        report = import_files(importer, files, folder, base=options.pop("base", base), **options)
        return Gazetteer.open(folder / "index"), report

    return run

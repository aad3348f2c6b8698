"""The command line: importing, and using what was imported."""

from __future__ import annotations

import json
import os
import re

import pytest
import shapely
from typer.testing import CliRunner

from mapper.cli.app import app
from mapper.errors import GazetteerError, InputError

from .conftest import feature, geojson, geonames_row, name_row, write

runner = CliRunner()


def mapper(*arguments, env=None):
    return runner.invoke(app, [str(argument) for argument in arguments], env=env, catch_exceptions=True)


@pytest.fixture
def table(tmp_path):
    return write(
        tmp_path / "mine.csv",
        ["Village;Lat;Lon;Art", "Kvistadal;61.0;8.5;city", "Lost;99;1;city", ";1;1;city", "Odd;61;8;hamlet"],
    )


@pytest.fixture
def folder(tmp_path, table):
    done = mapper(
        "gazetteer",
        "import",
        "csv",
        table,
        "-o",
        tmp_path / "import",
        "--column",
        "name=Village",
        "--column",
        "kind=Art",
    )
    assert done.exit_code == 0, done.output
    assert "1 places with 1 names → import" in done.stderr
    assert "mine.csv, line 3: the latitude is no number from -90 to 90: '99'" in done.stderr
    assert "3 rows could not be used: see import/report.json" in done.stderr
    assert done.stdout == ""
    return tmp_path / "import"


def test_what_was_imported_is_found(folder):
    done = mapper("geocode", "Kvistadal", "Seoul", "--gazetteer", folder)
    assert done.exit_code == 0, done.output
    assert re.search(r"61\.0000, 8\.5000 +Kvistadal, .*Norway", done.stdout)
    assert "Seoul" in done.stdout
    assert mapper("geocode", "Kvistadal").exit_code == 1


def test_the_environment_names_an_import(folder):
    env = {"MAPPER_GAZETTEER": str(folder)}
    assert (
        json.loads(mapper("geocode", "Kvistadal", "--json", env=env).stdout)["raw"]["place"]["id"] == "user:1"
    )
    assert "Kvistadal" in mapper("reverse", "61.0", "8.5", env=env).stdout
    several = {"MAPPER_GAZETTEER": os.pathsep.join([str(folder), str(folder)])}
    assert json.loads(mapper("gazetteer", "info", env=several).stdout)["version"].count("+") == 2


def test_info_of_a_combined_gazetteer(folder):
    info = json.loads(mapper("gazetteer", "info", "--gazetteer", folder).stdout)
    assert info["indexes"][1]["places"] == 1
    assert info["indexes"][1]["created_by"] == "import csv"
    assert info["licences"]["user"] == "the user's own"
    assert info["sources"]["user"] == 1
    assert "indexes" not in json.loads(mapper("gazetteer", "info").stdout)


def test_articles_are_mapped_with_an_import(folder, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("OSLO, Jan 21 (Example) - A fire broke out in Kvistadal on Monday.")
    done = mapper("parse", article, "--gazetteer", folder, "--model", "none")
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    places = {toponym["text"]: toponym["place"]["id"] for toponym in record["toponyms"] if toponym["place"]}
    assert places["Kvistadal"] == "user:1"
    assert "+" in record["run"]["gazetteer"]


def test_geonames_with_languages(tmp_path):
    places = write(tmp_path / "NO.txt", [geonames_row(99000001, "Kvistadal", lat=61, lon=8.5)])
    names = write(
        tmp_path / "alternateNamesV2.txt",
        [name_row(1, 99000001, "en", "Twigdale"), name_row(2, 99000001, "de", "Zweigtal")],
    )
    done = mapper(
        "gazetteer", "import", "geonames", places, names, "-o", tmp_path / "gn", "--languages", "en,ko"
    )
    assert done.exit_code == 0, done.output
    assert mapper("geocode", "Twigdale", "--gazetteer", tmp_path / "gn").exit_code == 0
    assert mapper("geocode", "Zweigtal", "--gazetteer", tmp_path / "gn").exit_code == 1


def test_disputed_areas_reach_the_flags(tmp_path):
    shape = shapely.box(131.5, 37.0, 132.2, 37.5)
    path = geojson(
        tmp_path / "ne_10m_admin_0_disputed_areas.geojson",
        feature(shape, FEATURECLA="Disputed", NAME="Liancourt Rocks"),
    )
    done = mapper("gazetteer", "import", "natural-earth", path, "-o", tmp_path / "ne")
    assert done.exit_code == 0, done.output
    assert "outlines of 1 disputed territories; 0 fit no territory" in done.stderr
    there = json.loads(mapper("reverse", "37.45", "131.6", "--json", "--gazetteer", tmp_path / "ne").stdout)
    assert there["raw"]["dispute"]["territory"] == "liancourt-rocks"
    before = json.loads(mapper("reverse", "37.45", "131.6", "--json").stdout)
    assert (before["raw"].get("dispute") or {}).get("territory") != "liancourt-rocks"


def test_claims_of_openstreetmap_reach_the_flags_under_their_licence(tmp_path):
    from mapper.disputes import DisputeRegister

    golan = DisputeRegister.load().territory("golan-heights")
    shape = shapely.box(golan.lon - 0.4, golan.lat - 0.3, golan.lon + 0.4, golan.lat + 0.3)
    path = geojson(
        tmp_path / "claims.geojson",
        feature(
            shape, **{"@id": f"relation/{golan.osm_relation}", "boundary": "disputed", "claimed_by": "SY;IL"}
        ),
        feature(shapely.box(0, 0, 1, 1), **{"@id": "relation/1", "name": "Nowhere"}),
        feature(shapely.LineString([(0, 0), (1, 1)]), **{"@id": "way/2"}),
    )
    done = mapper("gazetteer", "import", "osm-claims", path, "-o", tmp_path / "osm")
    assert done.exit_code == 0, done.output
    assert "outlines of 1 disputed territories; 1 fit no territory" in done.stderr
    assert "ODbL" in mapper("gazetteer", "info", "--gazetteer", tmp_path / "osm").stdout
    asked = "reverse", str(golan.lat + 0.28), str(golan.lon - 0.38), "--json"
    there = json.loads(mapper(*asked, "--gazetteer", tmp_path / "osm").stdout)
    assert there["raw"]["dispute"]["territory"] == "golan-heights"
    before = json.loads(mapper(*asked).stdout)
    assert (before["raw"].get("dispute") or {}).get("territory") != "golan-heights"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("geonames", "--column", "name=x"), "--column does not go with geonames"),
        (("csv", "--languages", "en"), "--languages does not go with csv"),
        (("osm-claims", "--view", "ind"), "--view does not go with osm-claims"),
        (("csv", "--view", "ind"), "--view does not go with csv"),
        (("whosonfirst", "--encoding", "utf-8"), "--encoding does not go with whosonfirst"),
        (("natural-earth", "--place-kind", "city"), "--place-kind does not go with natural-earth"),
        (("csv", "--column", "name"), "WHAT=HEADING"), (("atlas",), "atlas"),
    ],
)  # fmt: skip
def test_options_that_do_not_fit_are_usage_errors(table, tmp_path, arguments, message):
    kind, *options = arguments
    done = mapper("gazetteer", "import", kind, table, "-o", tmp_path / "x", *options)
    assert done.exit_code == 2
    assert message in re.sub(r"[│\n╭╰─ ]+", " ", done.output)
    assert not (tmp_path / "x").exists()


def test_progress_is_shown_where_a_person_looks_on(table, tmp_path, monkeypatch):
    monkeypatch.setattr("mapper.gazetteer.importers.lines._EVERY", 1)
    arguments = "gazetteer", "import", "csv", table, "-o", tmp_path / "x", "--column", "name=Village"
    assert "sorting names" in mapper(*arguments, env={"FORCE_COLOR": "1"}).stderr
    assert "sorting names" not in mapper(*arguments).stderr


def test_missing_files_are_usage_errors(tmp_path):
    assert mapper("gazetteer", "import", "csv", tmp_path / "none.csv", "-o", tmp_path / "x").exit_code == 2


def test_unusable_files_and_folders_are_errors_of_ours(table, tmp_path):
    done = mapper("gazetteer", "import", "geonames", table, "-o", tmp_path / "x")
    assert isinstance(done.exception, InputError)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "precious.txt").write_text("x")
    done = mapper("gazetteer", "import", "csv", table, "-o", tmp_path / "full", "--column", "name=Village")
    assert isinstance(done.exception, InputError)
    done = mapper("geocode", "Seoul", "--gazetteer", tmp_path / "nowhere")
    assert isinstance(done.exception, GazetteerError)

"""Outlines of the user's own, with the errors such files are known for."""

from __future__ import annotations

import json

import pytest

from mapper.disputes import DisputeRegister, import_outlines, worldview, worldviews
from mapper.disputes.points_of_view import views_of
from mapper.errors import InputError


def square(lat, lon, size=0.05):
    ring = [
        [lon - size, lat - size],
        [lon + size, lat - size],
        [lon + size, lat + size],
        [lon - size, lat + size],
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def feature(lat, lon, **properties):
    return {"type": "Feature", "properties": properties, "geometry": square(lat, lon)}


def collection(tmp_path, *features):
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), "utf-8")
    return path


def take(tmp_path, register, *features):
    target = tmp_path / "mine.geojsonl"
    return import_outlines(collection(tmp_path, *features), target, register), target


def test_keys_of_natural_earth_and_openstreetmap(tmp_path, register):
    rocks = register.territory("liancourt-rocks")
    golan = register.territory("golan-heights")
    result, _ = take(
        tmp_path, register,
        feature(rocks.lat, rocks.lon, BRK_A3="B39", NAME="Dokdo"),
        feature(golan.lat, golan.lon, **{"@id": f"relation/{golan.osm_relation}"}),
    )  # fmt: skip
    assert result.territories == ("golan-heights", "liancourt-rocks")
    assert result.refused == ()


def test_swapped_reefs_are_put_right(tmp_path, register):
    nuevo, serranilla = register.territory("bajo-nuevo"), register.territory("serranilla")
    result, target = take(
        tmp_path, register,
        feature(serranilla.lat, serranilla.lon, WIKIDATAID=nuevo.wikidata, NAME="Bajo Nuevo Bank"),
        feature(nuevo.lat, nuevo.lon, WIKIDATAID=serranilla.wikidata, NAME="Serranilla Bank"),
    )  # fmt: skip
    assert result.territories == ("bajo-nuevo", "serranilla")
    mine = DisputeRegister.load(outlines=target)
    assert mine.outline("bajo-nuevo").centroid.y == pytest.approx(nuevo.lat)
    assert mine.outline("serranilla").centroid.y == pytest.approx(serranilla.lat)


def test_another_island_s_wikidata_id_is_not_believed(tmp_path, register):
    wake, spratly = register.territory("wake-island"), register.territory("spratly-islands")
    result, _ = take(
        tmp_path, register, feature(10.0, 114.0, WIKIDATAID=wake.wikidata, NAME=spratly.neutral_name)
    )
    assert result.territories == ("spratly-islands",)


def test_what_fits_no_territory_is_refused_and_named(tmp_path, register):
    result, target = take(tmp_path, register, feature(50.0, 5.0, NAME="Neutral Moresnet"), feature(50.0, 5.0))
    assert result.territories == ()
    assert result.refused == ("Neutral Moresnet", "feature 2")
    assert target.read_text("utf-8") == ""


def test_imported_outlines_replace_the_packaged_ones(tmp_path, register):
    _, target = take(tmp_path, register, feature(45.0, 34.0, territory="crimea"))
    mine = DisputeRegister.load(outlines=target)
    assert mine.at(45.0, 34.0) == ("crimea",)
    assert mine.at(44.957, 34.108) == ()
    assert register.at(44.957, 34.108) == ("crimea",)
    assert mine.at(48.0, 37.8) == ("donetsk",)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"features": 3}', '{"features": [7]}', "{{7*7}}"])
def test_other_files_are_refused(tmp_path, register, text):
    path = tmp_path / "areas.geojson"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"areas\.geojson"):
        import_outlines(path, tmp_path / "out", register)


def test_points_and_lines_are_passed_over(tmp_path, register):
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [34.0, 45.0]}}
    result, _ = take(tmp_path, register, point, {"type": "Feature", "properties": None, "geometry": None})
    assert result == result.__class__((), ())


def test_imported_points_of_view_tell_whose_a_territory_is(tmp_path, register):
    crimea = register.territory("crimea")
    _, target = take(
        tmp_path, register,
        feature(
            crimea.lat, crimea.lon, territory="crimea", ADM0_A3="RUS",
            ADM0_A3_FR="UKR", FCLASS_FR="Unrecognized", ADM0_A3_CN="RUS", ADM0_A3_IN="RUS",
            FCLASS_IN="Unrecognized", ADM0_A3_KO="UKR", ADM0_A3_BR="ESP", ADM0_A3_UN="UKR", ADM0_A3_SE="UKR",
        ),
    )  # fmt: skip
    mine = DisputeRegister.load(outlines=target)
    given = {code: worldview(code, mine).country("crimea") for code in ("FR", "CN", "IN", "KR", "BR", "SE")}
    assert given == {"FR": "UA", "CN": "RU", "IN": None, "KR": "UA", "BR": None, "SE": "UA"}
    assert worldview("FR", register).country("crimea") is None
    assert worldview("UA", mine).country("crimea") == "UA"  # its own claim comes first
    assert worldview("neutral", mine).country("crimea") is None
    assert mine.outlines.views("donetsk") == {}
    assert worldview("CN", mine).country("taiwan") == "CN"  # the packaged views stay


def test_a_state_that_only_an_import_knows_has_a_view_too(tmp_path, register):
    place = register.territory("falkland-islands")
    _, target = take(
        tmp_path, register,
        feature(place.lat, place.lon, territory="falkland-islands", ADM0_A3="FLK", ADM0_A3_FI="GBR"),
    )  # fmt: skip
    mine = DisputeRegister.load(outlines=target)
    assert "FI" not in dict(worldviews(register))
    assert worldview("FI", mine).country("falkland-islands") == "GB"


def test_the_class_is_right_where_the_two_fields_disagree(register):
    kosovo = {"adm0_a3": "KOS", "adm0_a3_gb": "SRB", "fclass_gb": "Admin-0 country", "adm0_a3_cn": "SRB"}
    assert views_of(kosovo, register.territory("kosovo"), register) == {"CN": "RS", "GB": "XK"}


@pytest.mark.parametrize("value", [None, 7, "", "-99", "{{7*7}}", ["UKR"]])
def test_fields_that_name_no_party_are_left_out(register, value):
    properties = {"adm0_a3": value, "adm0_a3_fr": value, "fclass_fr": value}
    assert views_of(properties, register.territory("crimea"), register) == {}

"""The register is sound: what a person must not break when editing it."""

from __future__ import annotations

import json
import re
from collections import defaultdict

import pytest
import shapely

from mapper.disputes import DisputeRegister, Territory
from mapper.disputes.validity import first_day, last_day
from mapper.errors import RegisterError
from mapper.resources import data_path

FOLDER = data_path("gazetteer", "disputed")
COMMON_WORDS = {
    "the", "area", "bank", "border", "coast", "island", "islands", "line", "north", "rock", "sea", "south", "state",
    "strait", "west", "zone", "green", "blue", "free", "region", "valley", "bay", "union", "reed", "sandy", "snake",
}  # fmt: skip


def _file(name):
    return json.loads((FOLDER / name).read_text("utf-8"))


def test_every_row_has_the_same_fields_and_the_record_knows_them(rows):
    known = set(Territory.__struct_fields__)
    assert {frozenset(row) for row in rows} == {frozenset(rows[0])}
    assert set(rows[0]) == known


def test_ids_are_unique_slugs(rows):
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids) == 234
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i) for i in ids)


def test_parents_exist_and_do_not_loop(rows):
    parents = {row["id"]: row["parent"] for row in rows}
    for start in parents:
        seen, at = set(), start
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = parents[at]


@pytest.mark.parametrize(
    "field",
    [
        "claimants",
        "claims_part",
        "contested_by",
        "former_claimants",
        "administered_by",
        "former_administered_by",
    ],
)
def test_parties_are_known_and_not_repeated(rows, field):
    parties = _file("parties.json")
    for row in rows:
        codes = [code.split(" ")[0] for code in row[field]]
        assert set(codes) <= parties.keys(), row["id"]
        assert len(set(codes)) == len(codes), row["id"]


def test_parties_have_names_and_their_words_start_with_a_capital_or_are_listed():
    for code, party in _file("parties.json").items():
        assert re.fullmatch(r"[A-Z]{2}|x-[A-Z]{3,4}|shared", code)
        assert party["name"]
        assert all(word[0].isupper() or word in {"peacekeepers", "peshmerga"} for word in party["words"])


def test_nobody_claims_and_merely_contests(rows):
    for row in rows:
        assert not set(row["claimants"]) & set(row["contested_by"]), row["id"]
        assert set(row["claims_part"]) <= set(row["claimants"]), row["id"]


def test_names_are_keyed_by_party_and_language(rows):
    parties = _file("parties.json").keys() | {"neutral", "micronation"}
    for row in rows:
        for key, name in row["names"].items():
            party, _, language = key.rpartition("/")
            assert name.strip()
            assert not party or party in parties, (row["id"], key)
            assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)?", language), (row["id"], key)
        assert set(row["names_unchecked"]) <= row["names"].keys()


def test_points_radii_and_boxes_fit(rows):
    for row in rows:
        west, south, east, north = row["bbox"]
        assert -180 <= west <= row["lon"] <= east <= 180, row["id"]
        assert -90 <= south <= row["lat"] <= north <= 90, row["id"]
        assert row["radius_km"] > 0
        for place in row["places"]:
            assert south <= place["lat"] <= north, (row["id"], place["name"])
            assert west <= place["lon"] <= east, (row["id"], place["name"])


def test_a_reach_is_short_and_only_for_land_without_outline(register):
    for row in register.territories:
        if row.reach_km is not None:
            assert 0 < row.reach_km <= min(50, max(row.radius_km, 5)), row.id
            assert row.on_land, row.id
            assert row.id not in register.outlines, row.id


def test_no_reach_and_no_outline_holds_a_place_listed_as_outside(register):
    for row in register.territories:
        for place in row.places_outside:
            assert row.id not in register.at(place.lat, place.lon), (row.id, place.name)


def test_listed_places_are_inside(register):
    for row in register.territories:
        if row.on_land and row.flagged():
            for place in row.places:
                assert row.id in register.at(place.lat, place.lon), (row.id, place.name)


def test_dates_are_in_order_and_settled_rows_give_no_badge(rows):
    for row in rows:
        assert first_day(row["valid_from"]) <= first_day(row["as_of"])
        assert row["dates_basis"]
        assert re.fullmatch(r"\d{4}-\d{2}", row["as_of"])
        if row["valid_to"]:
            assert first_day(row["valid_from"]) <= last_day(row["valid_to"]) <= last_day(row["as_of"])
            assert not row["flag_default"]
        assert row["valid_to"] or row["status"] != "resolved"


def test_status_notes_are_one_or_two_sentences(rows):
    for row in rows:
        assert row["status_note"].endswith("."), row["id"]
        assert "\n" not in row["status_note"], row["id"]
        assert len(row["status_note"]) <= 320, row["id"]


def test_sources_are_explained(rows):
    codes = _file("source_codes.json")
    for row in rows:
        assert row["sources"], row["id"]
        assert set(row["sources"]) <= codes.keys(), row["id"]
    assert codes["K"].startswith("editors' knowledge")


def test_aliases_are_clean(rows):
    for row in rows:
        for field in ("aliases", "aliases_inside", "aliases_need_context", "never_match"):
            assert len(set(row[field])) == len(row[field]), (row["id"], field)
            assert all(value == value.strip() and value for value in row[field])
        assert row["aliases"]
        assert (
            row["neutral_name"] in row["aliases"]
            or row["id"] == "jerusalem"
            or "(" in row["neutral_name"]
            or "/" in row["neutral_name"]
        ), row["id"]
        names = {*row["aliases"], *row["aliases_need_context"]}
        assert set(row["aliases_inside"]) <= names, row["id"]
        assert not names & set(row["never_match"]), row["id"]


def test_no_alias_is_a_common_word(rows):
    for row in rows:
        for alias in set(row["aliases"]) - set(row["aliases_need_context"]):
            assert alias.casefold() not in COMMON_WORDS, (row["id"], alias)
            assert len(alias) > 2 or not alias.isascii(), (row["id"], alias)


def test_a_name_of_two_rows_is_of_parent_and_child_or_needs_context(rows):
    parents = {row["id"]: row["parent"] for row in rows}

    def line(row_id):
        return {row_id} | (line(parents[row_id]) if parents[row_id] else set())

    owners = defaultdict(dict)
    for row in rows:
        for alias in {*row["aliases"], *row["aliases_need_context"]}:
            owners[alias][row["id"]] = alias in row["aliases_need_context"]
    for alias, held in owners.items():
        if len(held) > 1 and not all(held.values()):
            ids = list(held)
            assert all(a in line(b) or b in line(a) for a in ids for b in ids), (alias, ids)


def test_a_veto_is_no_other_row_s_name(rows):
    owners = defaultdict(set)
    for row in rows:
        for alias in {*row["aliases"], *row["aliases_need_context"]}:
            owners[alias].add(row["id"])
    for row in rows:
        for phrase in row["never_match"]:
            assert owners.get(phrase, {row["id"]}) <= {row["id"]}, (row["id"], phrase)


def test_outlines_belong_to_rows_and_are_valid(register):
    for territory in register.outlines:
        shape = register.outline(territory)
        assert territory in register
        assert shape.geom_type in {"Polygon", "MultiPolygon"}
        assert shapely.is_valid(shape)
        assert not shape.is_empty


def test_the_outline_file_is_small_and_its_boxes_hold_the_shapes():
    path = FOLDER / "polygons.geojsonl"
    assert path.stat().st_size < 2_000_000
    for line in path.read_text("utf-8").splitlines():
        feature = json.loads(line)
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shapely.box(*feature["bbox"]).buffer(1e-3).covers(shape), feature["id"]


def test_points_of_view_name_known_rows_and_parties():
    views, parties = _file("worldviews.json"), _file("parties.json")
    register = DisputeRegister.load()
    assert len(views["views"]) == 31
    for territory, stands in views["country"].items():
        assert territory in register
        assert set(stands) <= set(views["views"])
        assert set(stands.values()) <= parties.keys()


def _folder(tmp_path, change):
    for name in ("disputed_territories.jsonl", "parties.json", "polygons.geojsonl"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    path = tmp_path / "disputed_territories.jsonl"
    row = json.loads(path.read_text("utf-8").splitlines()[0])
    change(row)
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda row: row.update(parent="atlantis"), "atlantis"),
        (lambda row: row.update(claimants=["QQ"]), "QQ"),
        (lambda row: row.update(kind="spaceship"), "cannot be read"),
        (lambda row: row.pop("neutral_name"), "neutral_name"),
    ],
)
def test_a_broken_register_is_refused_with_a_clear_message(tmp_path, change, message):
    with pytest.raises(RegisterError, match=message):
        DisputeRegister.load(_folder(tmp_path, change))


def test_a_missing_or_broken_outline_file_is_refused(tmp_path):
    folder = _folder(tmp_path, lambda row: None)
    (folder / "polygons.geojsonl").write_text('{"type": "Feature"', "utf-8")
    with pytest.raises(RegisterError, match="polygons"):
        DisputeRegister.load(folder)

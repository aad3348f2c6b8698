"""The flag: what it carries, on which place it falls, and what stands for a country."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from mapper.disputes import DisputeRegister, check, counted_countries, countries_text, settled_text
from mapper.errors import InputError
from mapper.model import DisputeFlag, Place


def place(name, lat, lon, kind="city", precision="point", **fields):
    return Place(id="gn:1", name=name, kind=kind, lat=lat, lon=lon, precision=precision, **fields)


def test_a_flag_carries_parties_names_and_status_in_order(register):
    flag = register.flag("liancourt-rocks", "near")
    assert flag.claimants == ("JP", "KP", "KR")
    assert flag.administered_by == ("KR",)
    assert list(flag.names) == sorted(flag.names)
    assert flag.names["KR/ko"] == "독도 (Dokdo)"
    assert (flag.relation, flag.status, flag.as_of) == ("near", "active", "2026-11")


def test_containing_and_overlapping_territories_are_named_too(register):
    assert register.flag("jammu-and-kashmir", "in").also == ("kashmir",)
    assert register.flag("temple-mount", "in").also == ("east-jerusalem", "jerusalem")
    assert register.flag("crimea", "in", also=("donetsk", "crimea")).also == ("donetsk",)


def test_a_settled_dispute_has_no_flag_but_had_one(register):
    assert register.flag("nagorno-karabakh", "in") is None
    assert register.flag("nagorno-karabakh", "in", date=date(2024, 5, 1)) is None
    flag = register.flag("nagorno-karabakh", "in", date=date(2020, 10, 1))
    assert flag.claimants == ("AM", "AZ", "x-ART")
    assert flag.administered_by == ("x-ART",)
    assert register.flag("nagorno-karabakh", "in", quiet=True) is not None


def test_an_unknown_territory_is_a_clear_error(register):
    with pytest.raises(InputError, match="atlantis"):
        register.territory("atlantis")
    with pytest.raises(LookupError):
        register.flag("atlantis", "in")


def test_the_register_is_a_collection(register):
    assert len(register) == len(list(register)) == 234
    assert "crimea" in register
    assert "dt:crimea" in register
    assert "atlantis" not in register
    assert 7 not in register
    assert register.territory("dt:crimea") is register.territory("crimea")


def test_points_are_flagged_by_position(register):
    flag = register.flag_place(place("Simferopol", 44.957, 34.108, country="RU"))
    assert (flag.territory, flag.relation) == ("crimea", "in")
    assert register.flag_place(place("Seoul", 37.566, 126.978)) is None
    assert register.flag_place(place("Srinagar", 34.083, 74.797), relation="mention").also == ("kashmir",)


def test_areas_are_flagged_by_name_only(register):
    def area(name, lat, lon, kind="country"):
        return register.flag_place(place(name, lat, lon, kind=kind, precision="country"))

    assert area("Pakistan", 30.0, 70.0) is None
    assert area("Israel", 31.78, 35.22) is None
    assert area("Middle East", 31.9, 35.2, kind="region") is None
    assert area("India", 34.1, 74.8) is None
    assert area("Taiwan", 23.7, 121.0).territory == "taiwan"
    assert area("Kosovo", 42.6, 20.9).territory == "kosovo"
    assert area("South China Sea", 13.0, 114.0, kind="sea").territory == "south-china-sea"
    assert area("Kashmir", 34.0, 76.0, kind="region").territory == "kashmir"


def test_a_namesake_elsewhere_is_not_flagged(register):
    assert register.flag_place(place("Stanley", 44.216, -114.931)) is None
    assert register.flag_place(place("Kosovo", 42.1, 24.8, kind="region", precision="region")) is None
    assert register.flag_place(place("Georgia", 32.7, -83.3, kind="admin1", precision="province")) is None


def test_a_flagged_place_keeps_only_units_of_its_own_territory(register):
    def neutral(name, lat, lon, **units):
        asked = place(name, lat, lon, country="XX", **units)
        shown = register.neutral(asked, register.flag_place(asked))
        return shown.country, shown.admin1, shown.admin2

    srinagar = neutral("Srinagar", 34.083, 74.797, admin1="Jammu and Kashmir", admin2="Srinagar")
    assert srinagar == (None, "Jammu and Kashmir", "Srinagar")
    assert neutral("Yuzhno-Kurilsk", 44.03, 145.86, admin1="Sakhalin Oblast") == (None, None, None)
    assert neutral("Abu Musa", 25.87, 55.03, admin1="Hormozgan", admin2="Abumusa")[:2] == (None, None)


def test_a_province_is_flagged_if_it_lies_inside_not_if_it_only_overlaps(register):
    inside = place("Gagauz Row", 45.2, 34.2, kind="admin1", precision="province", extent=30)
    larger = place("Southern Federal District", 45.2, 34.2, kind="admin1", precision="province", extent=600)
    assert register.flag_place(inside).territory == "crimea"
    assert register.flag_place(larger) is None


def test_rows_of_the_register_are_places_too(register):
    row = Place("dt:durand-line", "Durand Line", "disputed", 33.0, 70.0, "region")
    assert register.flag_place(row).territory == "durand-line"
    settled = Place("dt:hans-island", "Hans Island", "disputed", 80.8, -66.5, "point")
    assert register.flag_place(settled) is None
    assert register.flag_place(settled, date=date(2019, 1, 1)).territory == "hans-island"


def test_check_takes_a_name_a_sentence_or_a_point(register):
    assert [flag.territory for flag in check("Dokdo")] == ["liancourt-rocks"]
    assert [flag.territory for flag in check("Takeshima")] == ["liancourt-rocks"]
    assert [flag.territory for flag in check((37.2417, 131.8667))] == ["liancourt-rocks"]
    assert [flag.territory for flag in check("between Ceuta and Crimea")] == ["ceuta", "crimea"]
    assert check("Paris") == ()
    assert check((48.85, 2.35)) == ()
    assert check("Hans Island") == ()
    assert [flag.territory for flag in check("Hans Island", date=date(2020, 1, 1))] == ["hans-island"]


def test_every_name_of_a_disputed_row_is_known(register):
    for row in register.territories:
        if row.flag_default and len(row.claimants) > 1:
            found = {flag.territory for flag in register.check(row.neutral_name)}
            assert row.id in found, row.id


def test_every_disputed_row_is_flagged_by_a_sentence_about_it(register):
    for row in register.territories:
        if row.flag_default and len(row.claimants) > 1:
            parties = " and ".join(register.party_name(code) for code in row.claimants)
            sentence = f"Officials discussed {row.neutral_name}, a territory disputed by {parties}."
            assert row.id in {match.territory for match in register.find_names(sentence)}, row.id


def test_what_stands_for_a_country(register):
    flag = register.flag("liancourt-rocks", "in")
    assert countries_text(flag) == "disputed (JP/KP/KR), administered by KR"
    assert countries_text(flag, name=register.party_name).startswith(
        "disputed (Japan/North Korea/South Korea)"
    )
    assert countries_text(register.flag("kashmir", "in")) == "disputed (CN/IN/PK), administered by CN/IN/PK"
    assert countries_text(register.flag("bir-tawil", "in")) == "claimed by no one, administered by no one"
    assert settled_text(register.territory("hans-island")) == "formerly disputed (CA/DK), settled 2022-06-14"


def test_parties_are_sorted_whatever_the_order_given():
    flag = DisputeFlag("x", "in", claimants=("KR", "JP"), administered_by=("US", "GB"))
    assert countries_text(flag) == "disputed (JP/KR), administered by GB/US"


def test_totals_by_country_follow_the_policy(register):
    flag = register.flag("liancourt-rocks", "in")
    assert counted_countries("KR", flag) == ()
    assert counted_countries("KR", flag, "administrator") == ("KR",)
    assert counted_countries("KR", flag, "claimants") == ("JP", "KP", "KR")
    assert counted_countries("FR", None) == ("FR",)
    assert counted_countries(None, None) == ()
    assert counted_countries("KR", register.flag("liancourt-rocks", "mention"), "claimants") == ()
    with pytest.raises(InputError, match="everyone"):
        counted_countries("KR", flag, "everyone")


def test_the_register_survives_pickling(register):
    register.at(45.0, 34.0)
    again = pickle.loads(pickle.dumps(register))
    assert again.at(45.0, 34.0) == ("crimea",)
    assert again.find_names("in Crimea") == register.find_names("in Crimea")


def test_loading_again_gives_the_same_register(register):
    assert DisputeRegister.load() is register

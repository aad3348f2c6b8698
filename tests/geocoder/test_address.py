"""Addresses: nothing twice, and no country on disputed ground."""

from __future__ import annotations

from mapper.geocoder.address import address_of, disputed_note
from mapper.model import DisputeFlag, Place


def _units(*names):
    return [Place(id=f"own:{n}", name=n, kind="admin1", lat=0, lon=0, precision="province") for n in names]


def test_units_follow_the_name():
    assert address_of("Paris", _units("Lamar County", "Texas")) == "Paris, Lamar County, Texas"
    assert address_of("Paris", ()) == "Paris"


def test_a_unit_that_only_repeats_is_left_out():
    assert address_of("Aleppo", _units("Aleppo District", "Aleppo Governorate", "Syria")) == "Aleppo, Syria"
    assert address_of("Nara", _units("Nara Prefecture", "Japan")) == "Nara, Japan"
    assert address_of("Seoul", _units("Yongsan-gu", "Seoul", "South Korea")) == "Seoul, South Korea"
    assert address_of("Seoul", _units("Seoul-teukbyeolsi", "South Korea")) == "Seoul, South Korea"
    assert address_of("Oklahoma City", _units("Oklahoma County", "Oklahoma")) == "Oklahoma City, Oklahoma"
    assert address_of("District", _units("Region")) == "District, Region"


def test_a_dispute_is_written_out_in_order():
    flag = DisputeFlag("x", "in", claimants=("KR", "JP"), administered_by=("KR",))
    assert disputed_note(flag) == " (disputed: JP, KR; administered by KR)"
    assert disputed_note(DisputeFlag("x", "in", claimants=("B", "A"))) == " (disputed: A, B)"

"""Every disputed territory, asked for by name and by point: flagged, and no country beside the flag."""

from __future__ import annotations

import re

import pytest

from mapper.disputes import DisputeRegister
from mapper.geocoder import GazetteerGeocoder

ROWS = [row for row in DisputeRegister.load() if row.flag_default and len(row.claimants) > 1]
GLOSS = re.compile(r"^(.*?) \((.*)\)$")


@pytest.fixture(scope="module")
def geocoder(gazetteer):
    return GazetteerGeocoder(gazetteer=gazetteer)


def flagged(location):
    flag = location.raw["dispute"]
    return {flag["territory"], *flag["also"]} if flag else set()


def bare_countries(value):
    """Yield every country that stands anywhere in an answer, but in the flag itself."""
    if isinstance(value, dict):
        if value.get("country"):
            yield value["country"]
        for key, inner in value.items():
            if key not in {"dispute", "alternatives"}:
                yield from bare_countries(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from bare_countries(inner)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_its_neutral_name(geocoder, row):
    location = geocoder.geocode(row.neutral_name)
    assert location is not None
    assert row.id in flagged(location)
    assert not [*bare_countries(location.raw)]
    assert "disputed" in location.address


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_its_point(geocoder, row):
    location = geocoder.reverse((row.lat, row.lon))
    assert location is not None
    assert flagged(location)
    assert not [*bare_countries(location.raw)]
    assert "disputed" in location.address


def test_nearly_every_local_name_finds_it_or_a_namesake_nobody_disputes(geocoder):
    """A few names are other places' too (Maraş), and a list of three islands is no name."""
    asked = found = 0
    for row in ROWS:
        for name in row.names.values():
            gloss = GLOSS.match(name)
            for part in gloss.groups() if gloss else (name,):
                asked += 1
                location = geocoder.geocode(part)
                found += location is not None and row.id in flagged(location)
    assert found >= 0.95 * asked


def test_alternatives_on_disputed_ground_have_no_country_either(geocoder, gazetteer):
    register = DisputeRegister.load()
    for name in ("Stanley", "Hebron", "Gaza", "Bethlehem", "Leh", "Yalta", "Batken", "Kirkuk", "Mirpur"):
        location = geocoder.geocode(name)
        for other in location.raw["alternatives"]:
            if register.flag_place(gazetteer.place(other["place"]["id"])) is not None:
                assert other["place"]["country"] is None

"""Descriptions of a point from another place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geo import distance_km
from mapper.geocoder.offsets import read_between, read_offset
from mapper.geocoder.points import Offset

READ = [
    ("20 km north of Aleppo", Offset("Aleppo", 20.0, 0.0, 45.0)),
    ("20km N of Aleppo", Offset("Aleppo", 20.0, 0.0, 45.0)),
    ("20-km north of Aleppo, Syria", Offset("Aleppo, Syria", 20.0, 0.0, 45.0)),
    ("about 30 kilometres northeast of Kharkiv", Offset("Kharkiv", 30.0, 45.0, 45.0)),
    ("some 30 kilometers (19 miles) north-east of Kharkiv", Offset("Kharkiv", 30.0, 45.0, 45.0)),
    ("1,200 km to the west of Hawaii", Offset("Hawaii", 1200.0, 270.0, 45.0)),
    ("100 nautical miles east of Taipei", Offset("Taipei", 185.2, 90.0, 45.0)),
    ("ten miles NNW of Fargo", Offset("Fargo", 16.09344, 337.5, 22.5)),
    ("half a mile south-southeast from Nara", Offset("Nara", 0.804672, 157.5, 22.5)),
    ("2.5 km due south of Nara", Offset("Nara", 2.5, 180.0, 45.0)),
    ("Aleppo, 20 km north", Offset("Aleppo", 20.0, 0.0, 45.0)),
    ("15 km from Kyiv", Offset("Kyiv", 15.0, None, 360.0)),
    ("two miles (3 km) off Lesbos", Offset("Lesbos", 3.218688, None, 360.0)),
    ("12 nm off the coast of Yemen", Offset("Yemen", 22.224, None, 360.0)),
    ("within 5 km of Kursk", Offset("Kursk", 5.0, None, 360.0)),
    ("north of Aleppo", Offset("Aleppo", None, 0.0, 45.0)),
    ("northwest of the Golan Heights", Offset("the Golan Heights", None, 315.0, 45.0)),
    ("near Mosul", Offset("Mosul", None, None, 360.0)),
    ("off the coast of Mogadishu", Offset("Mogadishu", None, None, 360.0)),
    ("off the eastern coast of Libya", Offset("Libya", None, None, 360.0)),
    ("on the outskirts of Damascus", Offset("Damascus", None, None, 360.0)),
]
OTHER = [
    "", "Aleppo", "North Korea", "northern Syria", "Northumberland", "near", "Off", "north of", "20 km north of",
    "20 km", "north-south of Aleppo", "e of x", "0 km north of Aleppo", "5000 km north of Aleppo", "Outside",
    "7 s of x", "Isle of Man", "City of London",
]  # fmt: skip


@pytest.mark.parametrize(("text", "offset"), READ)
def test_reads(text, offset):
    found = read_offset(text)
    assert found is not None
    assert found.anchor == offset.anchor
    assert found.km == (None if offset.km is None else pytest.approx(offset.km))
    assert (found.bearing, found.sector) == (offset.bearing, offset.sector)


@pytest.mark.parametrize("text", OTHER)
def test_leaves_other_text_alone(text):
    assert read_offset(text) is None


UNITS = {"km": 1.0, "miles": 1.609344, "nautical miles": 1.852, "metres": 0.001}
WINDS = {"north": 0, "north-east": 45, "East": 90, "SE": 135, "southward": 180, "SSW": 202.5, "western": 270}


@given(
    st.decimals(1, 900, places=1),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(sorted(WINDS)),
    st.sampled_from(["", "about ", "some ", "just over "]),
    st.sampled_from([" of ", " from "]),
)
def test_number_unit_and_wind_are_kept(number, unit, wind, hedge, joint):
    found = read_offset(f"{hedge}{number} {unit} {wind}{joint}Anchor, Land")
    assert found is not None
    assert found.anchor == "Anchor, Land"
    assert found.km == pytest.approx(float(number) * UNITS[unit])
    assert found.bearing == WINDS[wind]


@given(st.text(alphabet="0123456789 kmnorthsuewfa,.()of", max_size=250))
def test_any_text_is_read_or_refused(text):
    found = read_offset(text)
    assert found is None or found.anchor


def test_long_chains_of_hedges_take_no_time():
    assert read_offset("about " * 40) is None
    assert read_offset("about some around " * 13 + "20 km north of Aleppo").km == 20


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("between Mosul and Erbil", [("Mosul", "Erbil", False)]),
        ("halfway between Tokyo and Osaka", [("Tokyo", "Osaka", True)]),
        ("on the road between Damascus and Homs, Syria", [("Damascus", "Homs, Syria", False)]),
        (
            "between Bosnia and Herzegovina and Croatia",
            [("Bosnia", "Herzegovina and Croatia", False), ("Bosnia and Herzegovina", "Croatia", False)],
        ),
        ("between Mosul", []),
        ("talks between Mosul and Erbil", []),
        ("Mosul and Erbil", []),
    ],
)
def test_between(text, readings):
    assert list(read_between(text)) == readings


def test_the_middle_lies_between(offline):
    found = offline.geocode("between Aleppo and Idlib, Syria")
    first, second = offline.geocode("Aleppo"), offline.geocode("Idlib")
    ends = [
        distance_km(end.latitude, end.longitude, found.latitude, found.longitude) for end in (first, second)
    ]
    assert ends[0] == pytest.approx(ends[1], rel=0.01)
    assert found.raw["uncertainty_km"] >= ends[0] * 0.99
    assert (found.raw["anchor"]["name"], found.raw["other_anchor"]["name"]) == ("Aleppo", "Idlib")
    halfway = offline.geocode("halfway between Aleppo and Damascus").raw["uncertainty_km"]
    assert halfway < offline.geocode("between Aleppo and Damascus").raw["uncertainty_km"]


@pytest.mark.parametrize(
    "text", ["between Monday and Friday", "between Seoul and Seoul", "between Seoul and Lima"]
)
def test_between_what_is_no_stretch(offline, text):
    assert offline.geocode(text) is None


def test_the_middle_over_the_antimeridian(offline):
    found = offline.geocode("between Suva, Fiji and Apia, Samoa")
    assert found.longitude > 178 or found.longitude < -172

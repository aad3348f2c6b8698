"""Blocks only save comparisons: the outcome is that of comparing all with all."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.geo import destination, distance_km
from mapper.links.across.blocking import GROUPS, BlockIndex, is_loose, keys_filed, keys_sought
from mapper.links.across.cells import cell_of, cells_around
from mapper.links.across.merge import compared, comparisons
from mapper.links.across.parties import Who
from mapper.links.across.places import NEAR_KM
from mapper.links.across.report import Report, Where
from mapper.links.across.scoring import COMPATIBLE
from mapper.model import EventRef

DAY = date(2026, 3, 7)
PLACES = [
    None,
    Where("own:1", "Aville", 10.0, 20.0, "city", "AA", "North"),
    Where("own:2", "Beville", 10.2, 20.1, "city", "BB", "West"),  # across a border, hardly apart
    Where("own:3", "Cville", 12.0, 20.0, "point", "AA", "South"),
    Where("own:4", "Aland", 11.0, 20.0, "country", "AA"),
    Where("own:5", "North", 10.1, 20.0, "province", "AA", "North"),
    Where("own:6", "Wide Sea", 10.0, 19.0, "sea", None, None, 400.0),
    Where("", "a shoal", 10.0, 20.0, "point"),
]
PEOPLE = [
    Who(frozenset({"=AA"}), frozenset(), "AA"),
    Who(frozenset({"smith"})),
    Who(frozenset(), frozenset({"polic"})),
]


@st.composite
def reports(draw):
    start = draw(st.none() | st.integers(0, 60))
    length = draw(st.sampled_from([0, 0, 1, 3, 4, 20, 41, 42, 60]))
    begin = None if start is None else DAY + timedelta(days=start)
    end = draw(st.sampled_from([None, "end"])) and begin and begin + timedelta(days=length)
    return {
        "type": draw(st.sampled_from(["PROTEST", "ASSAULT", "CONSULT", "OTHER"])),
        "status": draw(st.sampled_from(["happened", "planned"])),
        "confidence": 0.5,
        "begin": begin,
        "end": end,
        "inferred": draw(st.booleans()),
        "where": draw(st.sampled_from(PLACES)),
        "actors": tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))),
        "triggers": frozenset(draw(st.sets(st.sampled_from(["march", "attack"]), max_size=2))),
        "modes": frozenset(draw(st.sets(st.sampled_from(["strike", "riot"]), max_size=1))),
        "story": frozenset(draw(st.sets(st.sampled_from("abcd"), max_size=4))),
    }


def named(fields):
    return [Report(EventRef(f"a{n % 7}", f"e{n}"), **each) for n, each in enumerate(fields)]


def pairs(found):
    return sorted((c.first.key, c.second.key, c.score) for c in found)


@settings(max_examples=60)
@given(st.lists(reports(), min_size=2, max_size=14))
def test_blocks_lose_no_pair(fields):
    everybody = named(fields)
    all_with_all = [c for n, a in enumerate(everybody) for c in compared(a, everybody[n + 1 :])]
    assert pairs(comparisons(everybody)) == pairs(all_with_all)


@settings(max_examples=60)
@given(reports(), reports())
def test_seeking_finds_in_both_directions_what_is_compared(one, other):
    a, b = named([one, other])
    if list(compared(a, [b])):
        assert keys_sought(a) & keys_filed(b)
        assert keys_sought(b) & keys_filed(a)


def test_compatible_types_share_a_group():
    for pair in COMPATIBLE:
        assert len({GROUPS.get(kind, kind) for kind in pair}) == 1


def test_an_index_gives_others_of_other_articles_in_the_order_of_their_keys():
    index = BlockIndex()
    same = {
        "type": "PROTEST",
        "status": "happened",
        "confidence": 0.5,
        "begin": DAY,
        "end": DAY,
        "where": PLACES[1],
    }
    for name in "cab":
        index.add(Report(EventRef(name, "e1"), **same))
    asked = Report(EventRef("a", "e2"), **same)
    assert [r.ref.article for r in index.candidates(asked)] == ["b", "c"]


def test_open_and_very_long_intervals_are_loose():
    def told(begin, end):
        return Report(EventRef("a", "e1"), "PROTEST", "happened", 0.5, begin, end)

    assert is_loose(told(None, None))
    assert is_loose(told(DAY, None))
    assert is_loose(told(DAY, DAY + timedelta(days=42)))
    assert not is_loose(told(DAY, DAY + timedelta(days=41)))


@pytest.mark.parametrize("lat", [-90, -89.99, -60, -0.01, 0, 0.01, 37.5, 59.99, 75, 89.6, 90])
def test_cells_around_hold_every_point_within_reach(lat):
    chance = random.Random(int(lat * 100))
    for _ in range(60):
        lon = chance.choice([-180, -179.999, 179.999, 0, chance.uniform(-180, 180)])
        near = destination(lat, lon, chance.uniform(0, 360), chance.uniform(0, NEAR_KM))
        if distance_km(lat, lon, *near) <= NEAR_KM:
            assert cell_of(*near) in cells_around(lat, lon)


def test_there_are_few_cells_around():
    assert max(len(cells_around(lat, 12.3)) for lat in range(-89, 90)) <= 24
    assert len(cells_around(0, 0)) <= 12

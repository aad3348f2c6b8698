"""What keeps two mentions apart, whatever speaks for one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.events.conflicts import conflict, disjoint, same_area
from mapper.events.dating import Dating
from mapper.events.draft import Draft
from mapper.events.lexicon import Phrase, Trigger
from mapper.events.mention import Mention
from mapper.events.placing import Placing
from mapper.events.status import Verdict
from mapper.model import Figure, Location, Place, Toponym

CITY = Place("own:goma", "Goma", "city", -1.7, 29.2, "city", country="CD", admin1="North Kivu")
OTHER_CITY = Place("own:jos", "Jos", "city", 9.9, 8.9, "city", country="NG", admin1="Plateau")
PROVINCE = Place("own:kivu", "North Kivu", "admin1", -0.8, 29.0, "province", country="CD")
COUNTRY = Place("own:drc", "DR Congo", "country", -2.9, 23.7, "country", country="CD")
SEA = Place("own:lake", "Lake Kivu", "lake", -2.0, 29.1, "sea")

DAYS = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 3, 1)))


def dated(begin: date | None, end: date | None, how: str = "attached") -> Dating:
    return Dating(begin, end, None, how)


def placed(place: Place, how: str = "attached") -> Placing:
    toponym = Toponym("p1", 0, 4, place.name, "literal", place, 0.9)
    return Placing(Location("p1", place.name, place.lat, place.lon, place.precision, "in"), toponym, how=how)


def draft(**fields) -> Draft:
    trigger = Trigger(
        Phrase(("attack",), (0,)), "NOUN", "ASSAULT", "attack", (), (), "", 3, 1, "attack/ASSAULT.attack"
    )
    plain = Draft(
        Mention(0, (0,), trigger),
        "ASSAULT",
        Verdict("happened", "happened.default"),
        (),
        None,
        None,
        None,
        (),
    )
    return replace(plain, **fields)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (CITY, CITY, True),
        (CITY, PROVINCE, True),
        (CITY, COUNTRY, True),
        (CITY, SEA, True),
        (CITY, None, True),
        (CITY, OTHER_CITY, False),
        (OTHER_CITY, PROVINCE, False),
        (OTHER_CITY, COUNTRY, False),
    ],
)
def test_areas(one: Place, other: Place | None, *, same: bool) -> None:
    assert same_area(one, other) is same
    assert same_area(other, one) is same


@given(DAYS, DAYS, DAYS, DAYS)
def test_disjoint_days_share_none(a: date | None, b: date | None, c: date | None, d: date | None) -> None:
    one, other = dated(a, b), dated(c, d)
    assert disjoint(one, other) == disjoint(other, one)
    if None not in (a, b, c, d) and a <= b and c <= d:  # type: ignore[operator]
        assert disjoint(one, other) == (b < c or d < a)  # type: ignore[operator]
    if a is None and b is None:
        assert not disjoint(one, other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"where": placed(CITY)}, {"where": placed(OTHER_CITY)}, True),
        ({"where": placed(CITY)}, {"where": placed(COUNTRY)}, False),
        ({"where": placed(CITY)}, {"where": placed(OTHER_CITY, "carried-over")}, False),
        (
            {"when": dated(date(2026, 1, 1), date(2026, 1, 1))},
            {"when": dated(date(2026, 1, 2), date(2026, 1, 2))},
            True,
        ),
        (
            {"when": dated(date(2026, 1, 1), date(2026, 1, 1))},
            {"when": dated(date(2026, 1, 2), date(2026, 1, 2), "report-window")},
            False,
        ),
        ({"figures": (Figure(9, "people", 0, 1),)}, {"figures": (Figure(12, "people", 0, 1),)}, True),
        ({"figures": (Figure(9, "people", 0, 1),)}, {"figures": (Figure(12, "cars", 0, 1),)}, False),
        ({"figures": (Figure(9, "people", 0, 1),)}, {}, False),
        ({"verdict": Verdict("planned", "planned.modal")}, {}, False),
        (
            {"verdict": Verdict("happened", "happened.perfect")},
            {"verdict": Verdict("planned", "planned.modal")},
            True,
        ),
        (
            {"verdict": Verdict("cancelled", "cancelled.verb")},
            {"verdict": Verdict("planned", "planned.modal")},
            False,
        ),
        ({}, {}, False),
    ],
    ids=lambda fields: "-".join(fields) if isinstance(fields, dict) else str(fields),
)
def test_conflicts(one: dict[str, object], other: dict[str, object], *, apart: bool) -> None:
    assert conflict([draft(**one)], draft(**other)) is apart


def test_one_member_of_a_group_is_enough() -> None:
    group = [draft(), draft(where=placed(CITY)), draft()]
    assert conflict(group, draft(where=placed(OTHER_CITY)))
    assert not conflict(group, draft(where=placed(PROVINCE)))

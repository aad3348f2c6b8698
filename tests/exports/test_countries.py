"""Totals by country never hand a disputed place to one side unasked."""

from __future__ import annotations

import pytest

from mapper.frames import TABLES
from mapper.model import (
    Article,
    ArticleMap,
    DisputeFlag,
    Event,
    EventMap,
    Location,
    Place,
    Run,
    Span,
    Toponym,
)

FLAG = DisputeFlag("liancourt-rocks", "near", (), ("JP", "KP", "KR"), ("KR",))
ROCKS = Place("dt:liancourt-rocks", "Liancourt Rocks", "disputed", 37.24, 131.87, "point")
SEOUL = Place("gn:1835848", "Seoul", "city", 37.57, 126.98, "city", country="KR")


def result(policy):
    toponyms = (
        Toponym("t1", 0, 5, "Dokdo", "literal", ROCKS, dispute=FLAG),
        Toponym("t2", 6, 11, "Seoul", "literal", SEOUL),
        Toponym("t3", 12, 15, "Foo", "literal"),
    )
    where = Location("t1", ROCKS.name, ROCKS.lat, ROCKS.lon, "point", "near")
    event = Event("e1", "MOBILIZE", "drills", (Span(0, 1, "d"),), "happened", location=where, cluster="c1")
    run = Run("0", "0", "none", "x", {"count_disputed_as": policy} if policy != "none" else {})
    maps = tuple(ArticleMap(run, Article(name), toponyms, events=(event,)) for name in "ab")
    return EventMap(run, maps)


@pytest.mark.parametrize(
    ("policy", "places", "events"),
    [
        ("none", {"KR": 2, "disputed": 2}, {"disputed": 1}),
        ("administrator", {"KR": 4}, {"KR": 1}),
        ("claimants", {"JP": 2, "KP": 2, "KR": 4}, {"JP": 1, "KP": 1, "KR": 1}),
    ],
)
def test_policies(policy, places, events):
    rows = [row for row, _ in TABLES["countries"].rows(result(policy))]
    assert {r["country"]: r["places"] for r in rows if r["places"]} == places
    assert {r["country"]: r["events"] for r in rows if r["events"]} == events

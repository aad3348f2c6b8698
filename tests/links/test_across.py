"""The same event across articles."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from mapper.links.across import merge
from mapper.links.across.blocking import BlockIndex
from mapper.links.across.claims import shown
from mapper.links.across.merge import comparisons
from mapper.links.across.report import reports_of, stem
from mapper.links.across.scoring import SAME
from mapper.links.across.vetoes import vetoed_by
from mapper.model import (
    Article,
    ArticleMap,
    Event,
    EventMap,
    Figure,
    Link,
    Location,
    Participant,
    Place,
    Run,
    Span,
    Toponym,
)

CASES = Path(__file__).parents[1] / "cases"
RUN = Run("0", "0", "none", "test")
REPORT = re.compile(r'(\w+) (\w+) (\S+) (?:@(\S+)|-) (\S*)>(\S*) "(.+)"')


def rows(name):
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def places():
    found = {}
    for key, name, precision, lat, lon, country, province in rows("merge_places.tsv"):
        admin1 = None if province == "-" else province
        home = None if country == "-" else country
        found[key] = Place(f"own:{key}", name, "city", float(lat), float(lon), precision, None, home, admin1)
    return found


PLACES = places()


def article(name, *reports, published=None):
    """Return an article with events written as in merge.tsv."""
    toponyms, events = [], []
    for n, report in enumerate(reports, start=1):
        kind, status, days, place, actors, targets, trigger = REPORT.fullmatch(report).groups()
        first, _, last = days.partition("..")
        location = None
        if place:
            spot = PLACES[place]
            toponyms.append(Toponym(f"t{n}", 0, 1, spot.name, "literal", spot))
            location = Location(f"t{n}", spot.name, spot.lat, spot.lon, spot.precision, "in")
        people = [
            Participant(who, role)
            for side, role in ((actors, "actor"), (targets, "target"))
            for who in side.split("+")
            if who not in ("", "-")
        ]
        events.append(
            Event(
                f"e{n}", kind, trigger, (Span(0, len(trigger), trigger),), status, tuple(people), location,
                begin=None if days == "?" else date.fromisoformat(first),
                end=None if days == "?" else date.fromisoformat(last or first), confidence=0.8,
            )
        )  # fmt: skip
    day = published or date(2026, 11, 1)
    return ArticleMap(RUN, Article(name, published=day), tuple(toponyms), events=tuple(events))


def merged(*articles):
    return merge(EventMap(RUN, articles))


@pytest.mark.parametrize(("expected", "first", "second", "why"), rows("merge.tsv"), ids=lambda v: v[:60])
def test_pairs(expected, first, second, why):
    result = merged(article("a", first), article("b", second))
    assert bool(result.clusters) == (expected == "same"), (why, result.clusters, result.possible)


def test_every_mergeable_pair_shares_a_block():
    table = [(a, b) for _, a, b, _ in rows("merge.tsv")]
    maps = [
        article(f"{n}{side}", report)
        for n, pair in enumerate(table)
        for side, report in zip("ab", pair, strict=True)
    ]
    reports = [report for each in maps for report in reports_of(each)]
    blocked = {(c.first.key, c.second.key) for c in comparisons(reports)}
    from mapper.links.across.scoring import compare

    for i, a in enumerate(reports):
        for b in reports[i + 1 :]:
            if vetoed_by(a, b) is None and (pair := compare(a, b)).score >= SAME:
                assert (pair.first.key, pair.second.key) in blocked


def test_order_of_articles_does_not_matter():
    reports = [row[k] for row in rows("merge.tsv") for k in (1, 2)]
    maps = [article(f"a{n:02}", report) for n, report in enumerate(reports)]
    expected = {(c.id, c.members) for c in merged(*maps).clusters}
    assert expected
    shuffle = random.Random(7)
    for _ in range(20):
        shuffle.shuffle(maps)
        assert {(c.id, c.members) for c in merged(*maps).clusters} == expected


def test_one_report_an_article():
    report = 'PROTEST happened 2026-03-07 @Santiago students>- "march"'
    result = merged(article("a", report, report), article("b", report, report))
    assert len(result.clusters) == 2
    assert all(len({m.article for m in c.members}) == len(c.members) for c in result.clusters)


def test_conflicting_figures_and_dates_become_claims():
    a = article("a", 'PROTEST happened 2026-03-07 @Santiago police>students "march"')
    b = article(
        "b", 'PROTEST happened 2026-03-07 @Santiago police>students "march"', published=date(2026, 11, 2)
    )
    events = [
        msgspec.structs.replace(x.events[0], figures=(Figure(n, "arrested", 0, 1),))
        for x, n in ((a, 58), (b, 61))
    ]
    maps = [msgspec.structs.replace(x, events=(e,)) for x, e in zip((a, b), events, strict=True)]
    (cluster,) = merged(*maps).clusters
    assert [(c.field, c.value, c.report.article) for c in cluster.claims] == [
        ("figure:arrested", "58", "a"),
        ("figure:arrested", "61", "b"),
    ]


def test_a_city_and_its_country_do_not_conflict():
    result = merged(
        article("a", 'PROTEST happened 2026-03-07 @Santiago students>- "march"'),
        article("b", 'PROTEST happened 2026-03-07 @Chile students>- "march"'),
    )
    assert result.clusters[0].claims == ()


def test_the_latest_report_is_shown():
    maps = [
        article("a", 'CONSULT planned 2026-05-20 @Oslo envoys>- "talks"', published=date(2026, 5, 1)),
        article("b", 'CONSULT cancelled 2026-05-20 @Oslo envoys>- "talks"', published=date(2026, 5, 9)),
        article("c", 'CONSULT planned 2026-05-20 @Oslo envoys>- "talks"', published=date(2026, 5, 3)),
    ]
    told = [(reports_of(m)[0], m.events[0]) for m in maps]
    assert shown(told, lambda event: event.status) == "cancelled"
    assert shown([], lambda event: event.status) is None


def test_links_are_lifted_to_clusters():
    first = (
        'ASSAULT happened 2026-05-04 @Kabul gunmen>mosque "attack"',
        'PROTEST happened 2026-05-05 @Kabul crowd>- "protest"',
    )
    maps = [
        msgspec.structs.replace(article(n, *first), links=(Link("e1", "e2", "caused", c),))
        for n, c in (("a", 0.6), ("b", 0.8))
    ]
    result = merged(*maps)
    (link,) = result.links
    assert {link.source, link.target} == {c.id for c in result.clusters}
    assert link.confidence == 0.8
    assert [r.value for r in link.reasons] == ["a", "b"]


def test_undated_reports_need_a_shared_party_and_word():
    index = BlockIndex()
    (known,) = reports_of(article("a", 'SANCTION happened 2026-09-09 - EU>Belarus "sanctions"'))
    index.add(known)
    (open_,) = reports_of(article("b", 'SANCTION happened ? - EU>Belarus "sanctions"'))
    (other,) = reports_of(article("c", 'SANCTION happened ? - Canada>Iran "sanctions"'))
    assert index.candidates(open_) == [known]
    assert index.candidates(other) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [("attacked", "attacks"), ("marched", "march"), ("withdrawal", "withdrawal"), ("raids", "raid")],
)
def test_stems_meet(a, b):
    assert stem(a) == stem(b)

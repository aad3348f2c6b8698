"""The same event across articles."""

from __future__ import annotations

import random
from datetime import date

import msgspec
import pytest

from mapper.links.across import merge
from mapper.links.across.blocking import BlockIndex
from mapper.links.across.claims import shown
from mapper.links.across.merge import comparisons
from mapper.links.across.report import reports_of
from mapper.links.across.scoring import SAME
from mapper.links.across.vetoes import vetoed_by
from mapper.links.across.words import stem
from mapper.model import EventMap, Link
from tests.links.merge_notation import RUN, article, rows

PAIRS = [*rows("merge.tsv"), *rows("merge_hard.tsv")]


def merged(*articles):
    return merge(EventMap(RUN, articles))


@pytest.mark.parametrize(("expected", "first", "second", "why"), PAIRS, ids=lambda v: v[:60])
def test_pairs(expected, first, second, why):
    result = merged(article("a", first), article("b", second))
    assert bool(result.clusters) == (expected == "same"), (why, result.clusters, result.possible)


def test_every_mergeable_pair_shares_a_block():
    table = [(a, b) for _, a, b, _ in PAIRS]
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
    reports = [row[k] for row in PAIRS for k in (1, 2)]
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
    march = 'PROTEST happened 2026-03-07 @Santiago police>students "march"'
    maps = [
        article("a", march, figures=[(58, "arrested")]),
        article("b", march, published=date(2026, 11, 2), figures=[(61, "arrested")]),
    ]
    (cluster,) = merged(*maps).clusters
    assert [(c.field, c.value, c.report.article, c.shown) for c in cluster.claims] == [
        ("figure:arrested", "58", "a", False),
        ("figure:arrested", "61", "b", True),
    ]


def test_a_city_and_its_country_do_not_conflict():
    result = merged(
        article("a", 'PROTEST happened 2026-03-07 @Santiago students>- "march"'),
        article("b", 'PROTEST happened 2026-03-07 @Chile students>- "march"'),
    )
    assert result.clusters[0].claims == ()


def dates_claimed(*days):
    """Return the date claims of as many reports of one march; "~" marks days that were inferred."""
    maps = [
        article(f"a{n}", f'PROTEST happened {each} @Santiago students>- "march"')
        for n, each in enumerate(days)
    ]
    (cluster,) = merged(*maps).clusters
    return [(c.value, c.report.article) for c in cluster.claims if c.field == "date"]


@pytest.mark.parametrize(
    ("days", "conflict"),
    [
        (("2026-03-07..2026-03-08", "2026-03-08..2026-03-09"), True),
        (("2026-03-07..2026-03-08", "~2026-03-08..2026-03-09"), False),
        (("~2026-03-07..2026-03-08", "~2026-03-08..2026-03-09"), False),
        (("2026-03-07", "~2026-03-05..2026-03-08"), False),
        (("2026-03-07", "2026-03-06..2026-03-08"), False),
        (("2026-03-07", "2026-03-07"), False),
    ],
)
def test_only_stated_days_that_exclude_each_other_conflict(days, conflict):
    """An inferred day contradicts nothing, nor does a week the day in it."""
    assert bool(dates_claimed(*days)) is conflict


def test_inferred_days_stand_in_no_claim():
    claims = dates_claimed("2026-03-07..2026-03-08", "2026-03-08..2026-03-09", "~2026-03-06..2026-03-09")
    assert {article for _, article in claims} == {"a0", "a1"}


def test_the_latest_report_is_shown_then_the_value_of_most():
    talks = 'CONSULT {} 2026-05-20 @Oslo envoys>- "talks"'

    def report(name, status, day):
        return reports_of(article(name, talks.format(status), published=date(2026, 5, day)))[0], status

    latest = [report("a", "planned", 1), report("b", "cancelled", 9), report("c", "planned", 3)]
    assert shown(latest)[1] == "cancelled"
    same_day = [report("a", "planned", 9), report("b", "cancelled", 9), report("c", "planned", 9)]
    assert shown(same_day)[1] == "planned"
    assert shown([]) is None


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

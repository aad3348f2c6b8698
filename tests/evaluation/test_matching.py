"""Which event is which, and what is counted of it: one rule a case."""

from datetime import date

import pytest

from mapper.evaluation.events.closeness import same_area
from mapper.evaluation.events.counts import count, place_verdict, verdict
from mapper.evaluation.events.figures import figures
from mapper.evaluation.events.matching import match_events
from mapper.evaluation.events.records import (
    NO_DATE,
    ScoredArticle,
    ScoredEvent,
    ScoredPlace,
    ScoredTime,
    ScoredToponym,
    describe,
    label_form,
    names_of,
)


def event(ident, *mentions, kind="consult", status="happened", **more):
    fields = {"places": [], "interval": NO_DATE, "source": None, "participants": [], "cluster": None} | more
    return ScoredEvent(ident, kind, status, list(mentions), label=ident, **fields)


def article(*events, **more):
    return ScoredArticle("a", events=list(events), **more)


def outcome(gold, said):
    return match_events(article(*gold), article(*said))


def ids(events):
    return [e.id for e in events]


def pairs(result):
    return [(g.id, p.id) for g, p in result.matched]


def test_triggers_outweigh_types():
    gold = [event("g1", (0, 3), (20, 23)), event("g2", (20, 23), kind="protest")]
    said = [event("p1", (20, 23)), event("p2", (0, 3), kind="protest")]
    assert pairs(outcome(gold, said)) == [("g1", "p2"), ("g2", "p1")]


def test_types_decide_between_equal_triggers():
    gold = [event("g1", (0, 3), kind="protest"), event("g2", (0, 3))]
    said = [event("p1", (0, 3)), event("p2", (0, 3), kind="protest")]
    assert pairs(outcome(gold, said)) == [("g1", "p2"), ("g2", "p1")]


def test_more_matches_outweigh_better_ones():
    gold = [event("g1", (0, 3)), event("g2", (5, 8), (0, 3))]
    said = [event("p1", (0, 3)), event("p2", (5, 8), (0, 3))]
    assert len(outcome(gold, said).matched) == 2


def test_duplicates_and_swallowed():
    result = outcome([event("g1", (0, 3))], [event("p1", (0, 3)), event("p2", (2, 5)), event("p3", (9, 12))])
    assert (ids(result.false), ids(result.duplicates)) == (["p2", "p3"], ["p2"])
    result = outcome(
        [event("g1", (0, 3)), event("g2", (5, 8)), event("g3", (20, 23))], [event("p1", (0, 3), (5, 8))]
    )
    assert (ids(result.missed), ids(result.swallowed)) == (["g2", "g3"], ["g2"])


def test_optional_gold_is_neutral_on_both_sides():
    gold = [event("g1", (0, 3), optional=True), event("g2", (5, 8), optional=True)]
    result = outcome(gold, [event("p1", (0, 3)), event("p2", (0, 2)), event("p3", (30, 33))])
    assert ids(result.neutral_gold) == ["g1", "g2"]
    assert (ids(result.neutral_predicted), ids(result.false)) == (["p1", "p2"], ["p3"])


def test_optional_gold_never_takes_a_prediction_from_real_gold():
    gold = [event("g1", (0, 3), optional=True), event("g2", (2, 6), kind="protest")]
    assert pairs(outcome(gold, [event("p1", (0, 6))])) == [("g2", "p1")]


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ((True, True, True), "right"),
        ((True, True, False), "wrong"),
        ((True, False, False), "missing"),
        ((False, True, False), "given"),
        ((False, False, True), "none"),
    ],
)
def test_verdicts(facts, word):
    assert verdict(*facts) == word


def place(name, lat, lon, country=None, kind=None):
    return ScoredPlace(names_of(name), lat, lon, country, kind)


@pytest.mark.parametrize(
    ("gold", "said", "by_distance", "by_name"),
    [
        (place("Nara", 34.68, 135.8), place("Nara", 34.9, 135.8), "right", "right"),
        (place("Nara", 34.68, 135.8), place("Nara", 36.0, 135.8), "wrong", "wrong"),
        (place("Canada", 60, -96, "CA", "country"), place("Canada", 45, -75, "CA"), "wrong", "right"),
        (place("Georgia", 42, 43, "GE", "country"), place("Georgia", 33, -83, "US"), "wrong", "wrong"),
        (place("Black Sea", 43, 34, None, "sea"), place("The Black Sea", 41, 29, "TR"), "wrong", "right"),
        (place("Canada", None, None, "CA", "country"), place("Canada", 45, -75, "CA"), "wrong", "right"),
    ],
)
def test_places_by_distance_and_by_name(gold, said, by_distance, by_name):
    g, p = event("g", (0, 1), places=[gold]), event("p", (0, 1), places=[said])
    assert place_verdict(g, p, areas=False) == by_distance
    assert place_verdict(g, p, areas=True) == by_name


def test_areas_need_a_kind_that_is_one():
    assert not same_area(place("Nara", 1, 1, kind="city"), place("Nara", 9, 9))
    assert same_area(place("Georgia (country)", 1, 1, "GE", "country"), place("Georgia", 9, 9))


def link_figures(gold_links, said_links, **options):
    gold = article(event("g1", (0, 3)), event("g2", (5, 8)), event("g3", (10, 13), **options))
    said = article(event("p1", (0, 3)), event("p2", (5, 8)), event("p3", (10, 13)), event("p4", (30, 33)))
    gold.links, said.links = gold_links, said_links
    counts = count(match_events(gold, said))
    return counts, figures(counts).links


def test_links_by_pair_kind_and_direction():
    _, links = link_figures([("g1", "g2", "caused")], [("p2", "p1", "caused")])
    assert (links.matched.pair.tp, links.matched.kind.tp, links.matched.direction.tp) == (1, 1, 0)
    _, links = link_figures([("g1", "g2", "same-series")], [("p2", "p1", "same-series")])
    assert links.matched.direction.tp == 1
    _, links = link_figures([("g1", "g2", "caused")], [("p1", "p2", "during")])
    assert (links.matched.pair.tp, links.matched.kind.tp) == (1, 0)


def test_links_left_out():
    counts, links = link_figures(
        [("g1", "g2", "same-participants"), ("g1", "g3", "caused")],
        [
            ("p1", "p2", "same-participants"),
            ("p1", "p3", "caused"),
            ("p1", "p1", "caused"),
            ("p1", "p9", "caused"),
        ],
        optional=True,
    )
    assert (links.all.pair.n_gold, links.all.pair.n_pred) == (0, 0)
    assert counts["link.bad_ends"] == 2


def test_links_at_events_that_are_not_gold_count_over_all_only():
    _, links = link_figures([("g1", "g2", "caused")], [("p1", "p4", "caused")])
    assert (links.all.pair.n_pred, links.matched.pair.n_pred) == (1, 0)


def test_toponyms_without_coordinates_are_left_out_of_end_to_end():
    here, nowhere = place("A", 1.0, 1.0), place("B", None, None)
    gold = article(
        toponyms=[
            ScoredToponym("1", 0, 1, "literal", here, True),
            ScoredToponym("2", 2, 3, "literal", nowhere, False),
        ]
    )
    said = article(
        toponyms=[
            ScoredToponym("1", 0, 1, "metonym", here, True),
            ScoredToponym("2", 2, 3, "literal", here, False),
            ScoredToponym("3", 5, 6, "literal", None, False),
        ]
    )
    found = figures(count(match_events(gold, said))).toponyms
    assert (found.end_to_end.tp, found.end_to_end.n_pred, found.end_to_end.n_gold) == (1, 1, 1)
    assert (found.overlap.tp, found.overlap.n_pred) == (2, 3)
    assert found.role.confusions == {"literal->metonym": 1}
    assert found.disputed.f1 == 1.0


def test_times():
    day, week = date(2026, 1, 19), date(2026, 1, 25)
    gold = article(times=[ScoredTime(0, 5, (day, week)), ScoredTime(6, 9, NO_DATE)])
    said = article(
        times=[ScoredTime(0, 5, (week, week)), ScoredTime(6, 9, (day, day)), ScoredTime(6, 9, NO_DATE)]
    )
    found = figures(count(match_events(gold, said))).times
    assert (found.overlap.tp, found.overlap.n_pred) == (2, 2)
    assert (found.exact_interval.right, found.begin_inside.right, found.begin_inside.of) == (0, 1, 1)


def test_kappa_of_labels():
    gold = [
        event(f"g{n}", (n * 5, n * 5 + 3), status=s) for n, s in enumerate(["happened"] * 3 + ["planned"])
    ]
    said = [event(f"p{n}", (n * 5, n * 5 + 3)) for n in range(4)]
    status = figures(count(outcome(gold, said))).events.status
    assert (status.acc, status.kappa, status.confusions) == (0.75, 0.0, {"planned->happened": 1})


def test_forms():
    assert label_form(" Part_of_Organisation ") == "part-of-organisation"
    assert label_form("") is None
    assert names_of("Paris, Texas", None, "The Hague (city)") == {
        "paris texas",
        "paris",
        "hague city",
        "hague",
    }
    assert describe("e1", None, "met") == "e1 'met'"


def test_order_in_the_file_does_not_matter():
    gold = [event("g1", (0, 3)), event("g2", (0, 3)), event("g3", (9, 12))]
    said = [event("p1", (0, 3)), event("p2", (9, 12))]
    first = match_events(article(*gold).in_text_order(), article(*said).in_text_order())
    second = match_events(article(*gold[::-1]).in_text_order(), article(*said[::-1]).in_text_order())
    assert pairs(first) == pairs(second)

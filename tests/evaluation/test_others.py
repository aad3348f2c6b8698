"""Disputes, dates and coverage with fakes, and every report as a table."""

from datetime import date

import pytest
from rich.console import Console

from mapper.errors import ArticleError, GoldError
from mapper.evaluation import (
    evaluate_coverage,
    evaluate_dates,
    evaluate_disputes,
    evaluate_events,
    evaluate_toponyms,
    read_dispute_cases,
    read_event_gold,
    render,
)
from mapper.evaluation.toponyms import GoldDocument, GoldToponym
from mapper.model import EventMap, Place, Run, TimeExpression, Toponym
from mapper.resources import data_path


def shown(report):
    console = Console(width=200, record=True, file=None)
    with console.capture() as capture:
        console.print(render(report))
    return capture.get()


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(
        '{"case_id": "1", "text": "near", "expected": {"flag": "yes", "ids": ["a"], "relation": "near"}}\n'
        '{"case_id": "2", "text": "both", "expected": {"flag": "yes", "ids": ["a"], "relation": "in"}}\n'
        '{"case_id": "3", "text": "ship", "expected": {"flag": "no", "ids": [], "relation": "none"}}\n'
        '{"case_id": "4", "text": "old", "expected": {"flag": "no"}, "date": "2021-01-01", "why": "x"}\n',
        "utf-8",
    )
    return read_dispute_cases([path])


def test_disputes(cases, tmp_path):
    days = []

    def assess(text, *, date=None):
        days.append(date)
        return {"near": [("a", "mention")], "both": [("b", "near"), ("a", "in")], "ship": [("a", "in")]}.get(
            text, []
        )

    report = evaluate_disputes(cases, assess)
    assert days[3] == date(2021, 1, 1)
    assert [getattr(report, n).right for n in ("flag", "flag_and_id", "exact_ids", "relation")] == [
        3,
        3,
        2,
        2,
    ]
    assert report.wrong[0] == "1: a (mention) for a (near)"
    assert report.wrong[2] == "3: a (in) for nothing (none)"
    assert "flag and id" in shown(report)
    assert evaluate_disputes([], assess).flag.acc is None
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"case_id": "1", "text": "x", "expected": {"flag": "maybe"}}', "utf-8")
    with pytest.raises(GoldError, match=r"bad\.jsonl, line 1: .*maybe"):
        read_dispute_cases([bad])


def test_dates():
    gold = read_event_gold([data_path("data", "articles", "gold")])

    def perfect(article):
        times = gold[article.id].times
        return [
            TimeExpression(
                "t", t.start, t.end, t.text, "DATE", None,
                t.begin and date.fromisoformat(t.begin), t.finish and date.fromisoformat(t.finish),
            )
            for t in times
        ]  # fmt: skip

    report = evaluate_dates(gold, perfect)
    assert (report.times.overlap.f1, report.times.exact_interval.acc, report.wrong) == (1.0, 1.0, ())
    assert sum(share.of for share in report.by_type.values()) == report.times.exact_interval.of
    assert "exact, DATE" in shown(report)
    worse = evaluate_dates(gold, lambda article: [TimeExpression("t", *_first(gold, article), "x", "DATE")])
    assert worse.times.exact_interval.right == 0
    assert any("missed" in line for line in worse.wrong)
    assert any(": none for " in line or ": .. for " in line for line in worse.wrong)

    def broken(_):
        msg = "no"
        raise ArticleError(msg)

    assert len(evaluate_dates(gold, broken).failures) == 6


def _first(gold, article):
    first = gold[article.id].times[0]
    return first.start, first.end


class Choice:
    def __init__(self, lat, lon, precision="city", extent=None, ident="x"):
        self.lat, self.lon = lat, lon
        self.place = Place(ident, "n", "k", lat, lon, precision, extent)


def test_coverage():
    toponyms = (
        GoldToponym(0, 1, "near", 10.0, 10.0),
        GoldToponym(0, 1, "alts", 50.0, 50.0, alts=((10.0, 10.0),)),
        GoldToponym(0, 1, "circle", 0.0, 5.0),
        GoldToponym(0, 1, "polygon", 20.0, 20.0),
        GoldToponym(0, 1, "town", 0.0, 5.0, fcode="PPL"),
        GoldToponym(0, 1, "unknown", 0.0, 5.0, type="RIVER", adj=True),
        GoldToponym(0, 1, "nowhere"),
    )
    known = {
        "near": [Choice(11.0, 10.0)],
        "alts": [Choice(10.0, 10.0)],
        "circle": [Choice(0.0, 0.0, "country", extent=600)],
        "polygon": [Choice(0.0, 0.0, "sea", ident="own:sea")],
        "town": [Choice(0.0, 0.0, "city", extent=600)],
    }
    report = evaluate_coverage(
        {"a": GoldDocument("a", toponyms)},
        lambda name: known.get(name, []),
        lambda ident, lat, lon: (ident, lat, lon) == ("own:sea", 20.0, 20.0),
        corpus="small",
    )
    assert (report.near.right, report.covered.right, report.covered.of) == (2, 4, 6)
    assert report.names_covered.of == 5
    assert report.misses == {"PPL": {"elsewhere": 1}, "RIVER": {"unknown": 1}}
    assert "missed, RIVER" in shown(report)


def test_reports_of_toponyms_and_events_as_tables(damage):
    gold = read_event_gold([data_path("data", "articles", "gold")])
    records = tuple(damage(article, 1) for article in gold.values())
    report = evaluate_events(gold, lambda _: EventMap(Run("0", "g", "m", "r"), records))
    text = shown(report)
    for label in (
        "usable event",
        "days in common",
        "even / odd",
        "caused, given rightly",
        "MERGING, group GA",
        "->",
        "given though gold has none",
    ):
        assert label in text
    toponyms = (GoldToponym(0, 1, "x", 1.0, 1.0, geonames_id=3),)
    documents = {key: GoldDocument(key, toponyms, text="x") for key in "ab"}
    document = documents["a"]
    place = Place("gn:3", "X", "city", 1.0, 1.0, "city", geonames_id=3)
    topo = evaluate_toponyms(
        documents, find=lambda _: [Toponym("1", 0, 1, "x", "literal", place)], corpus="C"
    )
    text = shown(topo)
    for label in ("C: 2 documents", "end to end, 161 km", "1.000-1.000", "same GeoNames id"):
        assert label in text
    assert "answered" in shown(evaluate_toponyms({}, find=lambda _: []))
    failed = evaluate_toponyms({"[red]x": document}, find=lambda _: broken())
    assert "1 failed and count as empty: [red]x: no [b]" in shown(failed)
    with pytest.raises(TypeError):
        render("text")


def broken():
    msg = "no [b]"
    raise ArticleError(msg)

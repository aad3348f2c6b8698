"""The order of the steps, seen from outside."""

from __future__ import annotations

from datetime import date

import pytest

from mapper.errors import ArticleError, InputError
from mapper.model import Article, Failure, from_json, to_json
from mapper.model import ArticleMap as Record
from mapper.pipeline import EventMapper

TEXT = "SEOUL, Jan 21, 2026 (Example) - Ministers met in Nara, Japan, on Monday. Drills were held near Dokdo."


@pytest.fixture(scope="module")
def mapper():
    return EventMapper()


def test_offsets_hold_and_quotes_cover_the_evidence(mapper):
    (result,) = mapper.map(TEXT).articles
    for item in (*result.toponyms, *result.times, *(m for e in result.events for m in e.mentions)):
        assert TEXT[item.start : item.end] == item.text
        assert any(q.start <= item.start and item.end <= q.end for q in result.quotes)
    for quote in result.quotes:
        assert TEXT[quote.start : quote.end] == quote.text


def test_neighbours_and_order_change_nothing(mapper):
    articles = [Article(f"a{n}", text=f"{TEXT} Report {n} came from Oslo.") for n in range(4)]
    alone = {a.id: mapper.map(a).articles[0] for a in articles}
    together = mapper.map(reversed(articles))
    for result in together.articles:
        mine = alone[result.article.id]
        assert result.toponyms == mine.toponyms
        assert [e.label for e in result.events] == [e.label for e in mine.events]


def test_one_bad_article_never_stops_a_batch(mapper):
    result = mapper.map(
        [Article("empty", text="  "), Article("good", text=TEXT)], failures=[Failure("x", "y")]
    )
    assert [a.article.id for a in result.articles] == ["good"]
    assert [f.input for f in result.failures] == ["x", "empty"]


def test_a_single_bad_article_raises(mapper):
    with pytest.raises(ArticleError, match="no text"):
        mapper.parse(Article("empty", text=""))
    with pytest.raises(InputError, match="Expected texts"):
        mapper.map(42)


def test_finished_records_pass_through(mapper):
    record = mapper.parse(TEXT)
    again = from_json(to_json(record), Record)
    (passed,) = mapper.map([again]).articles
    assert passed.toponyms == record.toponyms


def test_ids_are_made_unique(mapper):
    result = mapper.map([Article("a", text=TEXT), Article("a", text=f"{TEXT} Again.")])
    assert [a.article.id for a in result.articles] == ["a", "a-2"]


def test_without_a_reference_date_relative_dates_stay_open():
    text = "Ministers met in Nara yesterday."
    plain = EventMapper(model="none")
    assert plain.map(text).articles[0].times[0].begin is None
    dated = EventMapper(model="none", date=date(2026, 1, 21))
    assert dated.map(text).articles[0].times[0].begin == date(2026, 1, 20)
    assert dated.run.options == {"date": "2026-01-21"}


def test_flagged_places_have_no_country(mapper):
    text = "A blast was heard in Simferopol on May 4, 2026. A protest was held in Srinagar and in Seoul."
    for each in (mapper, EventMapper(model="none")):
        found = {t.text: t for t in each.map(text).articles[0].toponyms}
        assert found["Seoul"].place.country == "KR"
        for name in ("Simferopol", "Srinagar"):
            assert found[name].dispute is not None
            assert found[name].place.country is None


def test_another_language_gives_places_and_no_events(mapper):
    if mapper.parser.language is None:
        pytest.skip("without a language model every language is read alike")
    text = "Am Montag trafen sich die Minister in Berlin und Hamburg, um über die Lage in der Ukraine zu sprechen."
    (result,) = mapper.map(Article("de", text=text)).articles
    assert result.article.language == "de"
    assert result.events == ()
    assert "Berlin" in {t.text for t in result.toponyms}


def test_homes_are_learned_only_when_asked_for(mapper):
    local = [
        Article(
            f"n{n}",
            domain="paper.example",
            text=f"Police in Tyler, Texas, met officials of {town}, Texas, on Monday.",
        )
        for n, town in enumerate(("Longview", "Kilgore", "Marshall", "Henderson"))
    ]
    wiser = EventMapper(source_prior="learned")
    result = wiser.map(
        [*local, Article("p", domain="paper.example", text="A fire broke out in Paris on Monday.")]
    )
    assert "paper.example" in result.run.options["learned_homes"]
    assert "learned_homes" not in mapper.map(local).run.options

"""Checking and correcting without Streamlit: questions, answers, edits, undoing."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("geopandas")

from mapper.corrections import At, Corrections, EventCorrection
from mapper.dashboard.desk import Desk
from mapper.dashboard.review import answer, describe, edited, events_in_order, questions
from mapper.errors import CorrectionError
from mapper.model import Article
from mapper.pipeline import EventMapper

TEXT = (
    "CAIRO, Jan 21, 2026 (Example) - Rebels shelled Tripoli on Monday. Tripoli was quiet on Tuesday. "
    "Ministers met in Nara, Japan. Drills were held near Dokdo."
)


@pytest.fixture(scope="module")
def mapper(gazetteer):
    return EventMapper(gazetteer=gazetteer)


@pytest.fixture
def desk(mapper):
    desk = Desk(articles=[Article("a", text=TEXT)])
    desk.map(mapper)
    return desk


def asked(desk, name):
    return next(q for q in questions(desk.result) if q.toponym.text == name)


def places_of(desk, name):
    return [t.place.name if t.place else None for t in desk.result.articles[0].toponyms if t.text == name]


def test_the_least_certain_is_asked_first(desk):
    found = [q.toponym.confidence for q in questions(desk.result)]
    assert found == sorted(found)
    assert len(found) > 3


def test_a_question_shows_its_sentence_and_all_mentions(desk):
    question = asked(desk, "Tripoli")
    before, name, after = question.quote
    assert (before + name + after).endswith("Rebels shelled Tripoli on Monday.")
    assert before.endswith("shelled ")
    assert len(question.mentions) == 2


def test_what_it_was_taken_for_is_the_first_option_and_none_comes_twice(desk):
    for question in questions(desk.result):
        idents = [place.id for place in question.options]
        assert len(idents) == len(set(idents)) <= 9
        if question.toponym.place:
            assert idents[0] == question.toponym.place.id


def test_an_answer_moves_every_mention(desk, mapper, gazetteer):
    other = next(c.place for c in gazetteer.lookup("Tripoli") if c.place.country == "LB")
    desk.correct(mapper, Corrections(places=answer(asked(desk, "Tripoli"), other)))
    moved = [t for t in desk.result.articles[0].toponyms if t.text == "Tripoli"]
    assert {t.place.id for t in moved} == {other.id}
    assert all(t.corrected for t in moved)
    assert "Tripoli" not in {q.toponym.text for q in questions(desk.result)}
    assert all(e.location is None or e.location.lat != 32.88743 for e in desk.result.articles[0].events)


def test_an_answer_for_one_mention_leaves_the_others(desk, mapper):
    question = asked(desk, "Tripoli")
    desk.correct(mapper, Corrections(places=answer(question, None, all_mentions=False)))
    assert places_of(desk, "Tripoli").count(None) == 1
    assert len(places_of(desk, "Tripoli")) == 2


def test_no_place_at_all(desk, mapper):
    desk.correct(mapper, Corrections(places=answer(asked(desk, "Nara"), None, not_a_place=True)))
    assert places_of(desk, "Nara") == []


def test_undoing_brings_the_former_result_back(desk, mapper):
    before = desk.result
    desk.correct(mapper, Corrections(places=answer(asked(desk, "Nara"), None, not_a_place=True)))
    assert desk.result != before
    desk.undo(mapper)
    assert desk.result == before
    assert desk.undo(mapper) == before


def test_a_disputed_place_is_described_without_a_bare_country(desk):
    question = asked(desk, "Dokdo")
    line = describe(question.toponym, question.options[0])
    assert "disputed (" in line
    assert "administered by KR" in line


def test_edits_of_events_add_up(desk, mapper):
    pairs = events_in_order(desk.result)
    desk.correct(mapper, Corrections(events=edited(pairs, {0: {"status": "claimed"}}, [])))
    pairs = events_in_order(desk.result)
    row = next(i for i, (_, e) in enumerate(pairs) if e.corrected)
    desk.correct(
        mapper, Corrections(events=edited(pairs, {row: {"begin": "2026-01-02", "end": "2026-01-03"}}, []))
    )
    (event,) = (e for _, e in events_in_order(desk.result) if e.corrected)
    assert (event.status, event.begin, event.end) == ("claimed", date(2026, 1, 2), date(2026, 1, 3))


def test_a_dropped_row_is_no_event(desk, mapper):
    pairs = events_in_order(desk.result)
    desk.correct(mapper, Corrections(events=edited(pairs, {}, [0])))
    assert len(events_in_order(desk.result)) == len(pairs) - 1


def test_what_does_not_fit_changes_nothing(desk, mapper):
    pairs, before = events_in_order(desk.result), desk.result
    with pytest.raises(CorrectionError, match="ends before it begins"):
        desk.correct(
            mapper, Corrections(events=edited(pairs, {0: {"begin": "2026-02-02", "end": "2026-01-03"}}, []))
        )
    strange = EventCorrection(At("a", 0, 3, "TRI", "0" * 64), not_an_event=True)
    with pytest.raises(CorrectionError, match="another text"):
        desk.correct(mapper, Corrections(events=(strange,)))
    assert desk.result == before
    assert desk.earlier == []


def test_only_what_is_new_is_mapped(desk, mapper, monkeypatch):
    read = []
    plain = EventMapper.outcomes

    def outcomes(self, sources):
        sources = list(sources)
        read.extend(source for source in sources if isinstance(source, Article))
        return plain(self, sources)

    monkeypatch.setattr(EventMapper, "outcomes", outcomes)
    desk.correct(mapper, Corrections(places=answer(asked(desk, "Nara"), None, not_a_place=True)))
    desk.add([Article("b", text="Rain fell in Oslo.")])
    desk.map(mapper)
    assert [article.id for article in read] == ["b"]
    assert [a.article.id for a in desk.result.articles] == ["a", "b"]
    assert places_of(desk, "Nara") == []


def test_corrections_survive_their_file(desk, mapper):
    desk.correct(mapper, Corrections(places=answer(asked(desk, "Nara"), None, not_a_place=True)))
    again = Desk(articles=[Article("a", text=TEXT)])
    again.map(mapper)
    again.correct(mapper, Corrections.decode(desk.corrections.encode(), "c.json"))
    assert again.result == desk.result

"""What a later report says of an event another article tells."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from mapper.links.across import merge
from mapper.links.across.references import CUES
from mapper.model import EventMap, Link, Span
from tests.links.merge_notation import RUN, article, rows


def later(name, report, sentence):
    """Return an article of one sentence, its trigger in brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    made = article(name, report)
    event = replace(made.events[0], mentions=(Span(start, end, text[start:end]),))
    return replace(made, events=(event,), quotes=(Span(0, len(text), text),))


def dated(made):
    return replace(made, article=replace(made.article, published=made.events[0].begin + timedelta(days=1)))


def linked(*maps):
    return merge(EventMap(RUN, maps)).links


@pytest.mark.parametrize(("expected", "first", "second", "sentence", "why"), rows("across_links.tsv"))
def test_references(expected, first, second, sentence, why):
    told = linked(dated(article("a", first)), dated(later("b", second, sentence)))
    assert [link.kind for link in told] == ([] if expected == "-" else [expected]), why
    for link in told:
        assert (link.source, link.target) == ("a#e1", "b#e1")
        (where, cue) = link.reasons
        assert (where.code, where.value) == ("told-by", "b")
        text = sentence.replace("[", "").replace("]", "")
        assert text[cue.start : cue.end] == cue.value
        assert cue.value.casefold() in CUES


MARCH = 'PROTEST.demonstration happened {} @Santiago students>- "march"'
ARREST = 'COERCE.arrest happened 2026-03-09 @Santiago police>- "arrested"'
SENTENCE = "Police [arrested] two organisers after the march in Santiago."


def test_two_events_that_fit_are_none():
    maps = [dated(article(n, MARCH.format(day))) for n, day in (("a", "2026-03-07"), ("c", "2026-03-04"))]
    assert linked(*maps, later("b", ARREST, SENTENCE)) == ()


def test_two_reports_of_one_event_are_one():
    maps = [dated(article(n, MARCH.format("2026-03-07"))) for n in "ac"]
    result = merge(EventMap(RUN, (*maps, later("b", ARREST, SENTENCE))))
    assert [(link.source, link.target) for link in result.links] == [(result.clusters[0].id, "b#e1")]


def test_a_word_that_is_an_event_of_its_own_is_not_a_reference():
    made = later("b", ARREST, SENTENCE)
    march = article("x", MARCH.format("2026-03-01")).events[0]
    start = made.quotes[0].text.index("march")
    march = replace(march, id="e2", mentions=(Span(start, start + 5, "march"),), location=None)
    assert (
        linked(dated(article("a", MARCH.format("2026-03-07"))), replace(made, events=(*made.events, march)))
        == ()
    )


def test_of_two_events_in_the_sentence_the_one_before_the_cue_follows():
    text = "Police arrested two and charged nine after the march in Santiago."
    made = article("b", ARREST, ARREST.replace("arrest ", "charge ").replace("COERCE", "ACCUSE"))
    places = [(text.index(word), word) for word in ("arrested", "charged")]
    events = [
        replace(event, mentions=(Span(start, start + len(word), word),))
        for event, (start, word) in zip(made.events, places, strict=True)
    ]
    made = replace(made, events=tuple(events), quotes=(Span(0, len(text), text),))
    (link,) = linked(dated(article("a", MARCH.format("2026-03-07"))), made)
    assert link.target == "b#e2"


def test_a_cue_at_the_head_goes_with_what_comes_first():
    (link,) = linked(
        dated(article("a", MARCH.format("2026-03-07"))),
        later("b", ARREST, "After Saturday's march police [arrested] two organisers."),
    )
    assert link.target == "b#e1"
    assert link.kind == "follow-up"


def test_a_link_that_is_told_is_not_told_twice():
    a = dated(article("a", MARCH.format("2026-03-07")))
    told = later("b", ARREST, SENTENCE)
    march = replace(
        article("x", MARCH.format("2026-03-07")).events[0], id="e2", mentions=(Span(200, 205, "march"),)
    )
    march = replace(march, location=replace(told.events[0].location, toponym="t1"))
    told = replace(told, events=(*told.events, march), links=(Link("e2", "e1", "caused", 0.8),))
    result = merge(EventMap(RUN, (a, told)))
    assert len(result.clusters) == 1
    assert [(link.source, link.kind) for link in result.links] == [(result.clusters[0].id, "caused")]
